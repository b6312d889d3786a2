//! Reads a dataset whose text comes in pieces, as strictly as one that is there as a whole, without
//! ever holding more than one of its events. The text comes twice: the first time all but the events
//! is picked out, which they refer to; the second time they are read.

use super::{Known, event, known};
use crate::model::cut::Cut;
use crate::model::dataset::Dataset;
use crate::model::events;
use crate::model::ids::id;
use crate::model::node::{Log, Node};
use crate::model::problem::Problem;
use crate::model::value::Value;

/// What some editors write before the text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A reading under way.
#[derive(Default)]
pub struct Pieces {
    cut: Cut,
    rest: Vec<u8>,
    frame: Option<Frame>,
    log: Log,
    count: usize,
    ids: Vec<u64>,
    torn: bool,
}

/// The document without its events.
struct Frame {
    known: Known,
    read: Result<Dataset, Vec<Problem>>,
}

impl Pieces {
    /// Takes the next piece, the first time.
    pub fn skim(&mut self, piece: &[u8]) {
        self.cut.feed(piece, &mut self.rest, |_| {});
    }

    /// Reads the document without its events by `read`, and answers how many those are; `None` for
    /// one that has to be read as a whole, since it is no JSON or its events are not cut out.
    pub fn open(
        &mut self,
        read: impl FnOnce(&Value) -> Result<Dataset, Vec<Problem>>,
    ) -> Option<usize> {
        let count = std::mem::take(&mut self.cut).whole()?;
        let rest = std::mem::take(&mut self.rest);
        let text = rest.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&rest);
        let frame: Value = serde_json::from_slice(text).ok()?;
        // What is faulty in it is told by `read`.
        let log = Log::default();
        let known = known(&Node::root(&frame, &log))?;
        self.frame = Some(Frame { known, read: read(&frame) });
        Some(count)
    }

    /// Takes the next piece, the second time; the run (`events.rs`) of the events that end in it.
    pub fn pack(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut run = Vec::new();
        let mut cut = std::mem::take(&mut self.cut);
        let mut rest = std::mem::take(&mut self.rest);
        cut.feed(piece, &mut rest, |text| match self.event(text) {
            Some(packed) => run.extend(packed),
            None => self.torn = true,
        });
        rest.clear();
        (self.cut, self.rest) = (cut, rest);
        run
    }

    /// Packed, if it is sound; `None` for what is no JSON.
    fn event(&mut self, text: &[u8]) -> Option<Vec<u8>> {
        let known = &self.frame.as_ref()?.known;
        let value = serde_json::from_slice(text).ok()?;
        let root = Node::root(&Value::Null, &self.log);
        let entry = event(&root.key("events").entry(self.count, &value), known);
        self.count += 1;
        self.ids.extend(id(&value).map(hash));
        events::run(entry).ok()
    }

    /// The document without its events, if nothing is wrong with either; `None` for one that has to
    /// be read as a whole: only so it can be told what is wrong.
    ///
    /// # Errors
    /// Every problem, in the order of the document's parts.
    pub fn close(mut self) -> Option<Result<Dataset, Vec<Problem>>> {
        self.ids.sort_unstable();
        let doubled = self.ids.windows(2).any(|pair| pair[0] == pair[1]);
        let frame = self.frame.filter(|_| !self.torn && !doubled)?;
        Some(match (frame.read, self.log.into_problems()) {
            (Ok(data), problems) if problems.is_empty() => Ok(data),
            (read, of_events) => Err(in_order(read.err().unwrap_or_default(), of_events)),
        })
    }
}

fn in_order(frame: Vec<Problem>, events: Vec<Problem>) -> Vec<Problem> {
    let of_sources = |path: &str| path == "sources" || path.starts_with("sources[");
    let before = |problem: &Problem| !of_sources(&problem.path);
    let (mut all, after): (Vec<_>, Vec<_>) = frame.into_iter().partition(before);
    all.extend(events);
    all.extend(after);
    all
}

/// FNV-1a, 64 bits: a million ids in eight megabytes.
fn hash(id: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
