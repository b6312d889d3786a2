//! A base, and what its two uncertain ends say of any day.

use serde::{Deserialize, Serialize};

use super::dataset::{Claim, End};
use crate::words::day::Day;
use crate::words::edtf::Span;
use crate::words::lang::Localized;
use crate::words::place::LonLat;

/// A French base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Its id in addresses and attributes.
    pub id: String,
    /// Where it is drawn.
    pub at: LonLat,
    /// Its name.
    pub name: Localized,
    /// Its official name.
    pub formal: Option<Claim>,
    /// What it was.
    pub role: Claim,
    /// How many soldiers it held.
    pub garrison: Option<Claim>,
    /// What the drawn point stands for: the airport, the town.
    pub position: Claim,
    /// French forces arrive.
    pub arrived: End,
    /// The base passes to somebody else; `None` while it is open.
    pub handed_over: Option<End>,
}

/// What can be said of a base on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseState {
    /// Surely not yet there.
    NotYet,
    /// It may have opened.
    MaybeOpen,
    /// Surely open.
    Open,
    /// It may have closed.
    MaybeClosed,
    /// Surely closed.
    Closed,
}

impl BaseState {
    /// The word of the public contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::MaybeOpen => "maybe-open",
            Self::Open => "open",
            Self::MaybeClosed => "maybe-closed",
            Self::Closed => "closed",
        }
    }
}

impl Base {
    /// Everything claimed of it.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        let ends = std::iter::once(&self.arrived).chain(&self.handed_over).map(|end| &end.claim);
        let own = [&self.role, &self.position].into_iter();
        own.chain(&self.formal).chain(&self.garrison).chain(ends)
    }

    /// From the arrival to the handover.
    pub fn span(&self) -> Span {
        let end = self.handed_over.as_ref().map(|end| end.date);
        Span { start: self.arrived.date, end, lasts: true }
    }

    /// The state on a day. A change known to the day holds from that day on: a base that
    /// is handed over on the 14th is closed on the 14th. Where the day of a change is not
    /// known, the state is in doubt from the first day it can have been until the last.
    pub fn state(&self, day: Day) -> BaseState {
        let start = &self.arrived.date;
        if let Some(end) = &self.handed_over {
            if day >= end.date.latest {
                return BaseState::Closed;
            }
            if day >= end.date.earliest {
                return BaseState::MaybeClosed;
            }
        }
        if day >= start.latest {
            BaseState::Open
        } else if day >= start.earliest {
            BaseState::MaybeOpen
        } else {
            BaseState::NotYet
        }
    }
}
