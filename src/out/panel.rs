//! What the panel tells, as plain blocks for any page to set: the chosen base or event,
//! else the latest event up to the day shown. Knows no HTML.

use serde::Serialize;

use crate::map::atlas::Atlas;
use crate::model::base::Base;
use crate::model::dataset::{Citation, Claim, Event, Operation, Scope, Source, Strength};
use crate::state::{State, Target};
use crate::words::edtf::Span;
use crate::words::lang::{Lang, Localized};
use crate::words::text::Text;

/// How long a figure speaks for the days after it.
const FIGURE_DAYS: i32 = 366;

/// The panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// Differs whenever the content does.
    pub key: String,
    /// Small line over the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Its language.
    pub lang: &'static str,
    /// Whether there is a choice that can be let go.
    pub closable: bool,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A piece of the panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Text {
        /// Its text.
        text: String,
    },
    /// Terms with what is known of them.
    Facts {
        /// In order.
        rows: Vec<Fact>,
    },
    /// Sentences on where sources differ.
    Note {
        /// Heading.
        title: &'static str,
        /// Sentences.
        items: Vec<String>,
    },
    /// Events to go to.
    Events {
        /// Heading.
        title: &'static str,
        /// In order of days.
        items: Vec<EventLink>,
    },
    /// Bases to go to.
    Bases {
        /// Heading.
        title: &'static str,
        /// In order.
        items: Vec<BaseLink>,
    },
    /// Who says so.
    Sources {
        /// Heading.
        title: &'static str,
        /// In order of naming.
        items: Vec<Voice>,
    },
}

/// A term with what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// The term.
    pub term: &'static str,
    /// The value in a few words.
    pub text: String,
    /// A sentence about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An event to go to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventLink {
    /// Its id.
    pub id: String,
    /// Its date in words.
    pub date: String,
    /// Its title.
    pub title: String,
}

/// A base to go to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaseLink {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A source as it is named to readers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// Who speaks, and through whom.
    pub name: String,
    /// Date, title, place in it, and what it says instead.
    pub detail: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The language of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// What the panel tells of: the choice, else the event that leads the latest day with any.
fn told(atlas: &Atlas, state: &State) -> Option<Target> {
    let leading = || atlas.chronicle.leading_event(state.day).map(Target::Event);
    state.chosen.or_else(leading)
}

/// Differs whenever the panel does: cheap to ask for at every step.
pub fn key(atlas: &Atlas, state: &State) -> String {
    let lang = state.env.lang.code();
    match told(atlas, state) {
        None => format!("nothing {} {lang}", state.day),
        Some(Target::Base(base)) => format!("base {base} {lang}"),
        Some(Target::Operation(operation)) => format!("operation {operation} {lang}"),
        Some(Target::Event(event)) => {
            let figures = figures(atlas, state);
            format!("event {event} {} {figures:?} {lang}", state.event().is_some())
        }
    }
}

/// The latest figure of each scope that is not too old for the day shown, by its place.
fn figures(atlas: &Atlas, state: &State) -> Vec<usize> {
    let figures = &atlas.data().strength;
    let known = |scope| {
        (0..figures.len())
            .filter(|place| figures[*place].scope == scope)
            .filter(|place| figures[*place].date.latest <= state.day)
            .max_by_key(|place| figures[*place].date.latest)
            .filter(|place| state.day - figures[*place].date.latest <= FIGURE_DAYS)
    };
    [known(Scope::Sahel), known(Scope::Mali)].into_iter().flatten().collect()
}

/// The panel of a state.
pub fn panel(atlas: &Atlas, state: &State, text: &Text) -> Panel {
    let teller = Teller { atlas, lang: state.env.lang, text };
    let data = atlas.data();
    let panel = match told(atlas, state) {
        None => teller.nothing(state),
        Some(Target::Base(base)) => teller.base(&data.bases[base], base),
        Some(Target::Event(event)) => teller.event(&data.events[event], state),
        Some(Target::Operation(operation)) => teller.operation(&data.operations[operation]),
    };
    Panel { key: key(atlas, state), ..panel }
}

struct Teller<'a> {
    atlas: &'a Atlas,
    lang: Lang,
    text: &'a Text,
}

impl Teller<'_> {
    fn say(&self, words: &Localized) -> String {
        words.get(self.lang).to_owned()
    }

    fn nothing(&self, state: &State) -> Panel {
        Panel {
            key: String::new(),
            kicker: String::new(),
            title: self.lang.day(state.day),
            lang: self.lang.code(),
            closable: false,
            blocks: vec![Block::Text { text: self.text.before.to_owned() }],
        }
    }

    fn base(&self, base: &Base, index: usize) -> Panel {
        let mut rows = Vec::new();
        if let Some(formal) = &base.formal {
            rows.push(Fact { term: self.text.known_as, text: self.say(formal), note: None });
        }
        rows.push(self.dated(self.text.arrived, &base.arrived));
        if let Some(claim) = &base.handed_over {
            rows.push(self.dated(self.text.handed_over, claim));
            let to = claim.to.as_ref().map(|to| self.say(to));
            rows.extend(to.map(|text| Fact { term: self.text.to, text, note: None }));
        } else {
            let text = self.text.still_open.to_owned();
            rows.push(Fact { term: self.text.handed_over, text, note: None });
        }
        rows.push(Fact { term: self.text.position, text: self.say(&base.marks), note: None });
        let mut blocks = vec![Block::Text { text: self.say(&base.role) }, Block::Facts { rows }];
        let claims = || std::iter::once(&base.arrived).chain(&base.handed_over);
        blocks.extend(self.differ(claims().filter_map(|claim| claim.differs.as_ref())));
        blocks.extend(self.events_at(index));
        let cited = claims().flat_map(|claim| &claim.citations).chain(&base.position);
        blocks.extend(self.sources(cited));
        Panel {
            key: String::new(),
            kicker: self.text.base.to_owned(),
            title: self.say(&base.name),
            lang: self.lang.code(),
            closable: true,
            blocks,
        }
    }

    fn operation(&self, operation: &Operation) -> Panel {
        let span = Span { start: operation.start, end: operation.end, lasts: true };
        let mut blocks = vec![Block::Text { text: self.say(&operation.text) }];
        blocks.extend(self.sources(operation.citations.iter()));
        Panel {
            key: String::new(),
            kicker: format!("{} · {}", self.text.operation, self.lang.span(&span)),
            title: self.say(&operation.name),
            lang: self.lang.code(),
            closable: true,
            blocks,
        }
    }

    fn dated(&self, term: &'static str, claim: &Claim) -> Fact {
        Fact { term, text: self.lang.date(&claim.date), note: Some(self.say(&claim.text)) }
    }

    fn event(&self, event: &Event, state: &State) -> Panel {
        let mut blocks = vec![Block::Text { text: self.say(&event.text) }];
        blocks.extend(self.differ(event.differs.iter()));
        blocks.extend(self.sources(event.citations.iter()));
        if !event.bases.is_empty() {
            let items = event.bases.iter().map(|base| &self.atlas.data().bases[*base]);
            let items =
                items.map(|base| BaseLink { id: base.id.clone(), name: self.say(&base.name) });
            blocks.push(Block::Bases { title: self.text.its_bases, items: items.collect() });
        }
        let strength = &self.atlas.data().strength;
        let places = figures(self.atlas, state);
        let figures: Vec<&Strength> = places.into_iter().map(|place| &strength[place]).collect();
        blocks.extend(self.strength(&figures));
        blocks.extend(self.sources(figures.iter().flat_map(|figure| &figure.citations)));
        let place = event.place.as_ref().map(|place| format!(" · {}", self.say(place)));
        let chosen = matches!(state.chosen, Some(Target::Event(_)));
        Panel {
            key: String::new(),
            kicker: format!("{}{}", self.lang.span(&event.span), place.unwrap_or_default()),
            title: self.say(&event.title),
            lang: self.lang.code(),
            closable: chosen,
            blocks,
        }
    }

    fn strength(&self, figures: &[&Strength]) -> Option<Block> {
        let items: Vec<String> = figures
            .iter()
            .map(|figure| {
                let range = self.lang.range(figure.low, figure.high);
                let counted = match figure.scope {
                    Scope::Mali => self.text.in_mali(&range),
                    Scope::Sahel => self.text.in_sahel(&range),
                };
                let when = self.lang.date(&figure.date);
                let differs =
                    figure.differs.as_ref().map(|differs| format!(" {}", self.say(differs)));
                format!(
                    "{counted} ({when}). {}{}",
                    self.say(&figure.text),
                    differs.unwrap_or_default()
                )
            })
            .collect();
        (!items.is_empty()).then_some(Block::Note { title: self.text.how_many, items })
    }

    fn differ<'d>(&self, differences: impl Iterator<Item = &'d Localized>) -> Option<Block> {
        let items: Vec<String> = differences.map(|words| self.say(words)).collect();
        (!items.is_empty()).then_some(Block::Note { title: self.text.differ, items })
    }

    fn events_at(&self, base: usize) -> Option<Block> {
        let events = self.atlas.data().events.iter().filter(|event| event.bases.contains(&base));
        let items: Vec<EventLink> = events
            .map(|event| EventLink {
                id: event.id.clone(),
                date: self.lang.span(&event.span),
                title: self.say(&event.title),
            })
            .collect();
        (!items.is_empty()).then_some(Block::Events { title: self.text.its_events, items })
    }

    /// Each source once, in the order of naming.
    fn sources<'c>(&self, citations: impl Iterator<Item = &'c Citation>) -> Option<Block> {
        let mut seen: Vec<usize> = Vec::new();
        let mut items: Vec<Voice> = Vec::new();
        for citation in citations {
            let says = citation.says.as_ref().map(|says| self.say(says));
            if let Some(place) = seen.iter().position(|source| *source == citation.source) {
                // Cited twice: what it says of the second claim is said too.
                if let Some(says) = says {
                    items[place].detail = format!("{} {says}", items[place].detail);
                }
                continue;
            }
            seen.push(citation.source);
            items.push(self.voice(&self.atlas.data().sources[citation.source], citation, says));
        }
        (!items.is_empty()).then_some(Block::Sources { title: self.text.sources, items })
    }

    fn voice(&self, source: &Source, citation: &Citation, says: Option<String>) -> Voice {
        let speaker = source.voice.as_ref().unwrap_or(&source.publisher);
        let carrier = source.container.as_ref().unwrap_or(&source.publisher);
        let name =
            if carrier == speaker { speaker.clone() } else { self.text.via(speaker, carrier) };
        let title = source.title.as_ref().map(|title| match self.lang {
            Lang::En => format!("“{title}”"),
            Lang::Fr => format!("«\u{a0}{title}\u{a0}»"),
        });
        let issued = source.issued.as_ref().map(|date| self.lang.date(date));
        let authors = (!source.authors.is_empty()).then(|| source.authors.join(", "));
        let locator = citation.locator.as_ref().map(|locator| self.say(locator));
        let detail: Vec<String> = [issued, title, authors, locator].into_iter().flatten().collect();
        let mut detail = detail.join(", ");
        if let Some(says) = says {
            detail = if detail.is_empty() { says } else { format!("{detail}. {says}") };
        }
        Voice { name, detail, url: source.url.clone(), lang: source.language.clone() }
    }
}
