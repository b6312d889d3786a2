//! How wide a text is, from a table of letter widths. The table comes from whoever
//! owns the font (the page's canvas, or the bundled font), once; laying out asks
//! only the table, so it is the same on every platform and never touches a page.

/// The letters a table has widths for. Any other letter counts as wide as `o`.
pub const ALPHABET: &str = concat!(
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_",
    "abcdefghijklmnopqrstuvwxyz{|}~",
    "ÀÂÇÈÉÊËÎÏÔÙÛÜàâçèéêëîïôùûüÿŒœÆæ",
    "\u{a0}\u{202f}–—‘’“”«»…·‹›"
);

/// Two weights: that of running text, and bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Names and numbers that lead the eye.
    Bold,
}

/// Widths in em of every letter of [`ALPHABET`], for both weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Metrics {
    regular: Vec<f64>,
    bold: Vec<f64>,
    /// The width of any other letter: regular, bold.
    fallback: [f64; 2],
}

impl Metrics {
    /// From `2 n` widths in em, `n` letters regular and the same bold; `None` for any
    /// other count or a width that is no number.
    pub fn new(widths: &[f64]) -> Option<Self> {
        let n = ALPHABET.chars().count();
        let sound = widths.len() == 2 * n && widths.iter().all(|w| w.is_finite() && *w >= 0.0);
        if !sound {
            return None;
        }
        let (regular, bold) = (widths[..n].to_vec(), widths[n..].to_vec());
        let place = ALPHABET.chars().position(|letter| letter == 'o').unwrap_or(0);
        let fallback = [regular[place], bold[place]];
        Some(Self { regular, bold, fallback })
    }

    /// The width of a text in px at `size` px.
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        text.chars().map(|letter| self.em(letter, weight)).sum::<f64>() * size
    }

    /// A text at `size` px in lines no wider than `room` px, but for a word that is.
    pub fn wrapped(&self, text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), size, weight) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    fn em(&self, letter: char, weight: Weight) -> f64 {
        let (table, fallback) = match weight {
            Weight::Regular => (&self.regular, self.fallback[0]),
            Weight::Bold => (&self.bold, self.fallback[1]),
        };
        ALPHABET
            .chars()
            .position(|known| known == letter)
            .and_then(|place| table.get(place).copied())
            .unwrap_or(fallback)
    }
}

impl Default for Metrics {
    /// A grotesque of middling width, until the real font has been measured.
    fn default() -> Self {
        let width = |letter: char| match letter {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '\'' | '‘' | '’' => 0.26,
            ' ' | '\u{a0}' | 'f' | 't' | 'r' | '-' | '(' | ')' | 'I' => 0.34,
            '\u{202f}' => 0.2,
            'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' | '…' | 'Œ' | 'Æ' => 0.88,
            'A'..='Z' | 'À'..='Ü' => 0.66,
            _ => 0.56,
        };
        let regular: Vec<f64> = ALPHABET.chars().map(width).collect();
        let bold = regular.iter().map(|w| w * 1.05).collect();
        Self { regular, bold, fallback: [0.56, 0.59] }
    }
}
