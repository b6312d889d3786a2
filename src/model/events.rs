//! The events of a dataset in the order of their days. What the picture needs of each is at hand;
//! what the panel tells of one is packed, and opened when it is asked for: an archive may have
//! a million.
//!
//! A run is the bytes of some events one after the other, each as postcard writes its span, its
//! category and, behind their length, the bytes of the rest.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::dataset::{Category, Claim, Event};
use super::pack::Unreadable;
use crate::words::day::Day;
use crate::words::edtf::Span;
use crate::words::lang::Localized;

/// What is drawn of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    /// When.
    pub span: Span,
    /// What kind.
    pub category: Category,
    run: u32,
    at: u32,
}

impl Head {
    /// The day at which it stands.
    pub fn day(&self) -> Day {
        self.span.day()
    }
}

/// All events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Events {
    heads: Vec<Head>,
    runs: Vec<Vec<u8>>,
    unsure: bool,
    endless: bool,
}

/// The rest of an event; first what is asked for of many.
#[derive(Serialize, Deserialize)]
struct Story {
    bases: Vec<usize>,
    id: String,
    place: Option<Localized>,
    title: Localized,
    claim: Claim,
}

/// Packs events for [`Events::add`].
///
/// # Errors
/// When an event is none that postcard can write; none of ours is.
pub fn run(events: impl IntoIterator<Item = Event>) -> Result<Vec<u8>, Unreadable> {
    let mut run = Vec::new();
    for Event { id, span, category, place, bases, title, claim } in events {
        let story = Story { bases, id, place, title, claim };
        let story = postcard::to_allocvec(&story).map_err(|_| Unreadable)?;
        run = postcard::to_extend(&(span, category, story), run).map_err(|_| Unreadable)?;
    }
    Ok(run)
}

impl Events {
    /// Events as they come.
    ///
    /// # Errors
    /// As of [`run`].
    pub fn of(list: impl IntoIterator<Item = Event>) -> Result<Self, Unreadable> {
        let mut events = Self::default();
        events.add(run(list)?)?;
        Ok(events)
    }

    /// Makes room for as many.
    pub fn expect(&mut self, count: usize) {
        self.heads.reserve_exact(count);
    }

    /// Takes a run in.
    ///
    /// # Errors
    /// When it is no run.
    pub fn add(&mut self, bytes: Vec<u8>) -> Result<(), Unreadable> {
        let before = self.heads.len();
        self.read(&bytes).inspect_err(|_| self.heads.truncate(before))?;
        self.runs.push(bytes);
        Ok(())
    }

    fn read(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        let run = u32::try_from(self.runs.len()).map_err(|_| Unreadable)?;
        let mut rest = bytes;
        while !rest.is_empty() {
            let ((span, category), story) =
                postcard::take_from_bytes(rest).map_err(|_| Unreadable)?;
            let at = u32::try_from(bytes.len() - story.len()).map_err(|_| Unreadable)?;
            (_, rest) = postcard::take_from_bytes::<&[u8]>(story).map_err(|_| Unreadable)?;
            let head = Head { span, category, run, at };
            self.unsure |= !head.span.start.is_sure();
            self.endless |= head.span.lasts && head.span.end.is_none();
            self.heads.push(head);
        }
        Ok(())
    }

    /// Puts them in order, those of a day as they came.
    pub fn sort(&mut self, (first, last): (Day, Day)) {
        if self.heads.is_sorted_by_key(Head::day) {
            return;
        }
        // By counting: as many days as there are, not as many comparisons.
        let place = |head: &Head| (head.day().clamp(first, last) - first) as usize;
        let mut next = vec![0_u32; (last - first).max(0) as usize + 2];
        self.heads.iter().for_each(|head| next[place(head) + 1] += 1);
        for day in 1..next.len() {
            next[day] += next[day - 1];
        }
        let to = |head: &Head| {
            let next = &mut next[place(head)];
            *next += 1;
            *next - 1
        };
        let mut to: Vec<u32> = self.heads.iter().map(to).collect();
        // In place: there may be no room for them twice.
        for from in 0..to.len() {
            while to[from] as usize != from {
                let place = to[from] as usize;
                self.heads.swap(from, place);
                to.swap(from, place);
            }
        }
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// Whether the day of some is not sure.
    pub fn is_unsure(&self) -> bool {
        self.unsure
    }

    /// Whether some last, and no end of them is known.
    pub fn is_endless(&self) -> bool {
        self.endless
    }

    /// What is drawn of each.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// One in full, by its place.
    pub fn get(&self, place: usize) -> Option<Event> {
        let Head { span, category, .. } = *self.heads.get(place)?;
        let Story { bases, id, place, title, claim } = self.opened(place)?;
        Some(Event { id, span, category, place, bases, title, claim })
    }

    /// All in full.
    pub fn iter(&self) -> impl Iterator<Item = Event> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The place of the one of that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|place| {
            let opened = self.opened::<(Vec<usize>, &str)>(*place);
            opened.is_some_and(|(_, own)| own == id)
        })
    }

    /// The places of those that belong to a base.
    pub fn of_base(&self, base: usize) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(move |place| {
            let opened = self.opened::<(Vec<usize>,)>(*place);
            opened.is_some_and(|(bases,)| bases.contains(&base))
        })
    }

    /// The beginning of a story, as much of it as is asked for.
    fn opened<'a, T: Deserialize<'a>>(&'a self, place: usize) -> Option<T> {
        let head = self.heads.get(place)?;
        let bytes = self.runs.get(head.run as usize)?.get(head.at as usize..)?;
        let (story, _) = postcard::take_from_bytes::<&[u8]>(bytes).ok()?;
        Some(postcard::take_from_bytes(story).ok()?.0)
    }

    /// The same events, each changed.
    ///
    /// # Errors
    /// As of [`run`].
    pub fn changed(&self, change: impl FnMut(Event) -> Event) -> Result<Self, Unreadable> {
        Self::of(self.iter().map(change))
    }
}

impl Serialize for Events {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.runs.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Events {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut events = Self::default();
        for run in Vec::<Vec<u8>>::deserialize(deserializer)? {
            events.add(run).map_err(D::Error::custom)?;
        }
        Ok(events)
    }
}
