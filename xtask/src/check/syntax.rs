//! Reads a text as strict JSON, and tells a person why it is none.
//!
//! Two parsers read it. `jsonc-parser` says where everything stands and has the better words,
//! but lets pass what browsers refuse, such as line breaks within a text; `serde_json` is as
//! strict as they are. What the one or the other refuses is refused.

use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::errors::{ParseError, ParseErrorKind as Kind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};
use mali_bases::model::value::Value;

/// Why a text is no JSON.
#[derive(Clone, Debug)]
pub(crate) struct Flaw {
    /// Where it stops being JSON.
    pub span: Range<usize>,
    /// What is wrong there.
    pub reason: String,
    /// What to write instead.
    pub cure: &'static str,
}

/// Reads a file's bytes, given also as text: where everything stands, and what it says.
///
/// # Errors
/// The first flaw, since after it nothing is sure.
pub(crate) fn parse<'a>(bytes: &[u8], text: &'a str) -> Result<(ast::Value<'a>, Value), Flaw> {
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(flaw(
            letter(text, error.valid_up_to()),
            "is not UTF-8",
            "save the file as UTF-8",
        ));
    }
    if text.starts_with('\u{feff}') {
        let cure = "save the file as UTF-8 without it";
        return Err(flaw(letter(text, 0), "is a byte order mark", cure));
    }
    let tree = tree(text).map_err(|error| of_tree(&error, text));
    let value = serde_json::from_str(text).map_err(|error| of_value(&error, text));
    match (tree, value) {
        (Ok(Some(tree)), Ok(value)) => Ok((tree, value)),
        (Ok(None), _) => {
            Err(flaw(0..0, "the file is empty", "data/README.md says what belongs in it"))
        }
        (Err(a), Err(b)) => Err(if b.span.start < a.span.start { b } else { a }),
        (Err(flaw), Ok(_)) | (Ok(_), Err(flaw)) => Err(flaw),
    }
}

fn flaw(span: Range<usize>, reason: impl Into<String>, cure: &'static str) -> Flaw {
    Flaw { span, reason: reason.into(), cure }
}

/// The letter that begins at a place; nothing at the end.
fn letter(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Where everything stands; `None` of an empty text.
fn tree(text: &str) -> Result<Option<ast::Value<'_>>, ParseError> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    Ok(parse_to_ast(text, &CollectOptions::default(), &strict)?.value)
}

fn of_tree(error: &ParseError, text: &str) -> Flaw {
    let range = error.range();
    let span = range.start..range.end;
    let digit_before = text[..span.start].ends_with(|sign: char| sign.is_ascii_digit());
    match error.kind() {
        Kind::UnterminatedArray | Kind::UnterminatedObject => {
            flaw(letter(text, span.start), "is never closed", "write the bracket that closes it")
        }
        Kind::UnexpectedToken | Kind::UnexpectedWord | Kind::UnexpectedTokenInObject
            if text[span.start..].starts_with(['“', '”', '„', '‘', '’', '«', '»']) =>
        {
            flaw(span, "is a typographic quotation mark", "write the straight one: \"")
        }
        Kind::ExpectedComma
            if digit_before && !text[span.start..].starts_with(char::is_whitespace) =>
        {
            flaw(
                span,
                "a number ends here, and goes on",
                "put a text in double quotation marks, and no 0 before a number",
            )
        }
        kind => {
            let (reason, cure) = words(kind);
            flaw(span, reason, cure)
        }
    }
}

const TOO_DEEP: (&str, &str) = ("is nested too deep", "look for a bracket too many");

fn words(kind: &Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::ExpectedComma => ("a comma is missing here", "write it between two entries"),
        Kind::TrailingCommasNotAllowed => ("is a comma after the last entry", "remove it"),
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => {
            ("is a comment, which JSON does not have", "remove it")
        }
        Kind::ExpectedColonAfterObjectKey => {
            ("a colon is missing before this", "write \"key\": value")
        }
        Kind::ExpectedObjectValue => ("a value is missing here", "write \"key\": value"),
        Kind::ExpectedStringObjectProperty => {
            ("is a key without quotation marks", "write it in double ones")
        }
        Kind::SingleQuotedStringsNotAllowed => {
            ("is a single quotation mark", "write the double one: \"")
        }
        Kind::MultipleRootJsonValues => (
            "comes after the end of the document",
            "remove it, or the bracket before it that closes too early",
        ),
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => (
            "does not fit here",
            "write the value that is missing before it, or the bracket that fits",
        ),
        Kind::UnexpectedComma => {
            ("is a comma too many", "remove it, or write the value that is missing before it")
        }
        Kind::UnexpectedColon => {
            ("is a colon outside an object", "write { \"key\": value }, or a comma")
        }
        Kind::UnexpectedTokenInObject => {
            ("stands where a key is wanted", "write \"key\": value, or the bracket } before it")
        }
        Kind::UnexpectedToken | Kind::UnexpectedWord => (
            "is no value of JSON",
            "put a text in double quotation marks, and write \\\" for those within it",
        ),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            ("is a text that does not end", "write the quotation mark that is missing")
        }
        Kind::String(_) => (
            "has an escape that JSON does not have",
            "write \\\" for a quotation mark, \\\\ for a backslash, \\n for a line break",
        ),
        Kind::NestingDepthExceeded => TOO_DEEP,
        _ => ("is no number of JSON", "write it in digits, such as 0.5 or -8"),
    }
}

/// What only the strict parser finds; it counts lines and bytes from 1.
fn of_value(error: &serde_json::Error, text: &str) -> Flaw {
    let before: usize = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum();
    let at = text.floor_char_boundary((before + error.column()).saturating_sub(1));
    match text[at..].chars().next() {
        Some('\n' | '\r') => flaw(
            at..at,
            "a text goes on in the next line",
            "write the quotation mark that is missing here, or \\n for a line break",
        ),
        Some(sign) if sign.is_control() => {
            flaw(letter(text, at), "is a control character", "write \\t for a tab, or remove it")
        }
        Some(sign) if sign.is_whitespace() => {
            flaw(letter(text, at), "is a space that JSON does not have", "write a plain one")
        }
        // Where the other parser sees no fault, a bracket is one too many.
        Some('[' | '{') => flaw(letter(text, at), TOO_DEEP.0, TOO_DEEP.1),
        _ => {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            flaw(letter(text, at), format!("is no JSON: {said}"), "correct what stands here")
        }
    }
}
