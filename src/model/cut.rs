//! Cuts the JSON text of a dataset, as it comes in pieces, into its events and the rest. It knows
//! brackets and quotes, and no values: where they are not as in JSON it cuts nothing, and what it
//! cuts at the right brackets is JSON if its parts are.

/// The key whose list is cut.
const KEY: &[u8] = b"events";

/// Whether a letter belongs to a text in quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    #[default]
    Outside,
    Inside,
    /// After a backslash.
    Escaped,
}

/// Where a cut has come to.
#[derive(Debug, Default)]
pub struct Cut {
    depth: u32,
    quotes: Quotes,
    /// The last text on the level of the document's keys, and whether its value has begun.
    key: Vec<u8>,
    valued: bool,
    /// Between the brackets of the list.
    inside: bool,
    lists: u32,
    /// The event that has begun.
    event: Vec<u8>,
    count: usize,
    broken: bool,
}

impl Cut {
    /// Takes the next piece: `event` gets each event that ends in it, `rest` what belongs to none,
    /// with the brackets of the list.
    pub fn feed(&mut self, piece: &[u8], rest: &mut Vec<u8>, mut event: impl FnMut(&[u8])) {
        let (mut from, mut at) = (0, 0);
        while at < piece.len() {
            if self.quotes == Quotes::Inside {
                at += self.letters(&piece[at..]);
                continue;
            }
            let (byte, was_inside) = (piece[at], self.inside);
            let ends = self.sign(byte);
            if ends {
                self.end(&piece[from..at], byte, &mut event);
                from = at + usize::from(self.inside);
            }
            at += 1;
            if self.inside && !was_inside {
                rest.extend(&piece[from..at]);
                from = at;
            }
        }
        if self.inside {
            self.event.extend(&piece[from..]);
        } else {
            rest.extend(&piece[from..]);
        }
    }

    /// How many events there were, if the whole text was one that can be cut.
    pub fn whole(&self) -> Option<usize> {
        let sound =
            !self.broken && self.depth == 0 && self.quotes == Quotes::Outside && self.lists == 1;
        sound.then_some(self.count)
    }

    /// Takes the letters of a text up to its end, or to what follows a backslash: how many.
    fn letters(&mut self, piece: &[u8]) -> usize {
        let plain = piece.iter().position(|byte| matches!(byte, b'"' | b'\\'));
        let taken = plain.map_or(piece.len(), |plain| plain + 1);
        match plain.map(|plain| piece[plain]) {
            Some(b'"') => self.quotes = Quotes::Outside,
            Some(_) => self.quotes = Quotes::Escaped,
            None => {}
        }
        if self.depth == 1 {
            self.key.extend(&piece[..plain.unwrap_or(taken)]);
        }
        taken
    }

    /// Whether an event ends before this.
    fn sign(&mut self, byte: u8) -> bool {
        if self.quotes == Quotes::Escaped {
            self.escaped();
            return false;
        }
        match byte {
            b'"' => self.text(),
            b'{' | b'[' => self.open(byte),
            b'}' | b']' => return self.close(),
            b':' if self.depth == 1 => self.valued = true,
            b',' => {
                self.valued &= self.depth != 1;
                return self.inside && self.depth == 2;
            }
            _ => {}
        }
        false
    }

    fn text(&mut self) {
        self.quotes = Quotes::Inside;
        if self.depth == 1 {
            self.key.clear();
        }
    }

    fn escaped(&mut self) {
        self.quotes = Quotes::Inside;
        if self.depth == 1 {
            self.key.push(b'\\'); // Whatever key this is, it is not spelled as ours.
        }
    }

    fn open(&mut self, byte: u8) {
        self.depth += 1;
        if byte == b'[' && self.depth == 2 && self.valued && self.key == KEY {
            self.inside = true;
            self.lists += 1;
        }
    }

    fn close(&mut self) -> bool {
        self.broken |= self.depth == 0;
        self.depth = self.depth.saturating_sub(1);
        let ends = self.inside && self.depth == 1;
        self.inside &= !ends;
        ends
    }

    /// The last part of an event, and what it ends with.
    fn end(&mut self, part: &[u8], by: u8, event: &mut impl FnMut(&[u8])) {
        let begun = std::mem::take(&mut self.event);
        let whole = if begun.is_empty() { part } else { &[&begun, part].concat() };
        let text = whole.trim_ascii();
        if !text.is_empty() {
            event(text);
            self.count += 1;
        } else if by == b',' || self.count > 0 {
            self.broken = true; // A comma too many.
        }
    }
}
