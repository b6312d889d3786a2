//! Who says so: the documents behind a claim, gathered under those who speak in them. Two
//! papers that print one agency's text are one voice, and are shown as one.

use serde::Serialize;

use crate::model::dataset::{Citation, Genre, Source};
use crate::words::lang::Lang;
use crate::words::text::Text;

/// Who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voices {
    /// Heading.
    pub title: &'static str,
    /// How many, where there are fewer voices than documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// In order of naming.
    pub items: Vec<Voice>,
}

/// One that speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// Its name.
    pub name: String,
    /// Where it is read.
    pub documents: Vec<Document>,
}

/// A document in which a voice is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// Who carries it, where that is somebody else: `via France 24`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// Its kind in words, and its date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Its title in the marks of the page's language, itself in the document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Authors other than the voice, and the place in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What it says instead of what is plotted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// The voices behind a claim.
pub(super) fn voices(
    citations: &[Citation],
    sources: &[Source],
    lang: Lang,
    text: &Text,
) -> Voices {
    let mut items: Vec<Voice> = Vec::new();
    for citation in citations {
        let source = &sources[citation.source];
        let name = source.speaker();
        let document = document(source, citation, lang, text);
        match items.iter_mut().find(|voice| voice.name == name) {
            Some(voice) => voice.documents.push(document),
            None => items.push(Voice { name: name.to_owned(), documents: vec![document] }),
        }
    }
    let fewer = items.len() < citations.len();
    let count = fewer.then(|| text.voices_of(items.len(), citations.len()));
    Voices { title: text.sources, count, items }
}

fn document(source: &Source, citation: &Citation, lang: Lang, text: &Text) -> Document {
    let carrier = source.container.as_ref().unwrap_or(&source.publisher);
    let title = source.title.as_ref().map(|title| lang.quoted(title));
    let issued = source.issued.as_ref().map(|date| lang.date(date));
    let authors = source.authors.iter().map(String::as_str);
    let authors: Vec<&str> = authors.filter(|author| *author != source.speaker()).collect();
    let authors = (!authors.is_empty()).then(|| authors.join(", "));
    let locator = citation.locator.as_ref().map(|locator| locator.get(lang).to_owned());
    let genre = genre(source.genre, text).map(str::to_owned);
    let joined = |parts: [Option<String>; 2]| {
        parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
    };
    Document {
        carrier: (carrier != source.speaker()).then(|| text.via(carrier)),
        detail: joined([genre, issued]),
        title,
        place: joined([authors, locator]),
        says: citation.says.as_ref().map(|says| says.get(lang).to_owned()),
        url: source.url.clone(),
        lang: source.language.clone(),
    }
}

/// What kind of source it is, in words.
fn genre(genre: Genre, text: &Text) -> Option<&'static str> {
    Some(match genre {
        Genre::Wire => text.wire,
        Genre::Official => text.official,
        Genre::Newspaper => text.press,
        Genre::Broadcaster => text.broadcaster,
        Genre::OpenData => text.open_data,
        Genre::Reference => text.reference,
        Genre::Other => return None,
    })
}
