//! What the writer of a faulty dataset may have meant.

/// Whether two words differ by case only, or by one letter that is left out, added, changed
/// or swapped with the next. Of two letters every word is near every other: there only the
/// case may differ.
pub(super) fn near(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let long = a.len().min(b.len()) > 2;
    long && match (&a.as_bytes()[same..], &b.as_bytes()[same..]) {
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) => a1 == b2 && a2 == b1 && a == b,
        _ => false,
    }
}

/// The word that may have been meant, or all there are: what to write for `text`.
pub(super) fn meant<'a>(
    text: &str,
    words: impl Iterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    let mut words = words;
    match words.find(|word| near(text, word)) {
        Some(word) => format!("did you mean “{word}”?"),
        None => otherwise(),
    }
}
