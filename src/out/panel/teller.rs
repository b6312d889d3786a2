//! Tells of one thing: of a base, an event, an operation, a figure, each claim with its own voices.

use super::voices::voices;
use super::{BaseLink, Block, Claim, EventLink, Note, Panel};
use crate::map::atlas::Atlas;
use crate::model::base::Base;
use crate::model::dataset::{Claim as Said, End, Event, Operation, Scope, Strength};
use crate::out::speech;
use crate::state::State;
use crate::words::lang::{Lang, Localized};
use crate::words::text::Text;

/// How many events of a base are listed.
const MOST_LISTED: usize = 100;

/// Speaks one language about one atlas.
pub(super) struct Teller<'a> {
    /// Of the panel that is being told.
    pub(super) key: String,
    pub(super) atlas: &'a Atlas,
    pub(super) lang: Lang,
    pub(super) text: &'a Text,
}

impl Teller<'_> {
    fn say(&self, words: &Localized) -> String {
        words.get(self.lang).to_owned()
    }

    /// Before the first event.
    pub(super) fn nothing(&self, state: &State) -> Panel {
        Panel {
            key: self.key.clone(),
            kicker: String::new(),
            title: self.lang.day(state.day),
            closable: false,
            blocks: vec![Block::Text { text: self.text.before.to_owned() }],
        }
    }

    /// A base: how it stands, what it was, its two ends, its place, what happened there.
    pub(super) fn base(&self, base: &Base, index: usize, state: &State) -> Panel {
        let mut panel = self.base_alone(base, state);
        panel.blocks.extend(self.events_at(index));
        panel
    }

    /// The same without what happened there.
    pub(super) fn base_alone(&self, base: &Base, state: &State) -> Panel {
        let named = |title, claim| Claim { title, ..self.claim(claim) };
        let mut claims = vec![self.claim(&base.role)];
        claims.push(self.end(self.text.arrived, &base.arrived));
        claims.push(match &base.handed_over {
            Some(end) => self.end(self.text.handed_over, end),
            None => Claim {
                title: self.text.handed_over,
                value: self.text.not_yet_closed.to_owned(),
                ..Claim::default()
            },
        });
        claims.extend(base.garrison.iter().map(|claim| named(self.text.garrison, claim)));
        claims.extend(base.formal.iter().map(|claim| named(self.text.official_name, claim)));
        claims.push(named(self.text.position, &base.position));
        Panel {
            key: self.key.clone(),
            kicker: format!("{} · {}", self.text.base, speech::stands(base, state, self.text)),
            title: self.say(&base.name),
            closable: true,
            blocks: claims.into_iter().map(Block::Claim).collect(),
        }
    }

    /// An operation.
    pub(super) fn operation(&self, operation: &Operation) -> Panel {
        Panel {
            key: self.key.clone(),
            kicker: format!("{} · {}", self.text.operation, self.lang.span(&operation.span())),
            title: self.say(&operation.name),
            closable: true,
            blocks: vec![Block::Claim(self.claim(&operation.claim))],
        }
    }

    /// A figure.
    pub(super) fn strength(&self, figure: &Strength) -> Panel {
        Panel {
            key: self.key.clone(),
            kicker: format!("{} · {}", self.whom(figure.scope), self.lang.date(&figure.date)),
            title: self.lang.range(figure.low, figure.high),
            closable: true,
            blocks: vec![Block::Claim(self.claim(&figure.claim))],
        }
    }

    /// An event, and how many soldiers there were at the time.
    pub(super) fn event(&self, event: &Event, figures: &[usize], chosen: bool) -> Panel {
        let mut blocks = vec![Block::Claim(self.claim(&event.claim))];
        if !event.bases.is_empty() {
            let bases = event.bases.iter().map(|base| &self.atlas.data().bases[*base]);
            let items =
                bases.map(|base| BaseLink { id: base.id.clone(), name: self.say(&base.name) });
            blocks.push(Block::Bases { title: self.text.its_bases, items: items.collect() });
        }
        let figures = figures.iter().map(|place| &self.atlas.data().strength[*place]);
        blocks.extend(figures.map(|figure| Block::Claim(self.figure(figure))));
        let place = event.place.as_ref().map(|place| format!(" · {}", self.say(place)));
        Panel {
            key: self.key.clone(),
            kicker: format!("{}{}", self.lang.span(&event.span), place.unwrap_or_default()),
            title: self.say(&event.title),
            closable: chosen,
            blocks,
        }
    }

    fn claim(&self, said: &Said) -> Claim {
        let sources = &self.atlas.data().sources;
        Claim {
            text: self.say(&said.text),
            differs: said
                .differs
                .as_ref()
                .map(|text| Note { title: self.text.differ, text: self.say(text) }),
            sources: (!said.citations.is_empty())
                .then(|| voices(&said.citations, sources, self.lang, self.text)),
            ..Claim::default()
        }
    }

    fn end(&self, title: &'static str, end: &End) -> Claim {
        let date = self.lang.date(&end.date);
        let value = match &end.to {
            Some(to) => format!("{date}, {}", to.get(self.lang)),
            None => date,
        };
        Claim { title, value, ..self.claim(&end.claim) }
    }

    fn figure(&self, figure: &Strength) -> Claim {
        let range = self.lang.range(figure.low, figure.high);
        let value = format!("{range} ({})", self.lang.date(&figure.date));
        Claim { title: self.whom(figure.scope), value, ..self.claim(&figure.claim) }
    }

    fn whom(&self, scope: Scope) -> &'static str {
        match scope {
            Scope::Mali => self.text.in_mali,
            Scope::Sahel => self.text.in_sahel,
        }
    }

    /// As many as somebody may read.
    fn events_at(&self, base: usize) -> Vec<Block> {
        let events = &self.atlas.data().events;
        let places: Vec<usize> = events.of_base(base).take(MOST_LISTED + 1).collect();
        let listed = places.iter().take(MOST_LISTED).filter_map(|place| events.get(*place));
        let items: Vec<EventLink> = listed
            .map(|event| EventLink {
                id: event.id,
                date: self.lang.span(&event.span),
                title: self.say(&event.title),
            })
            .collect();
        let mut blocks = Vec::new();
        if !items.is_empty() {
            blocks.push(Block::Events { title: self.text.its_events, items });
        }
        if places.len() > MOST_LISTED {
            blocks.push(Block::Text { text: self.text.and_more.to_owned() });
        }
        blocks
    }
}
