//! Every word of the graphic that is not data, as a typed table: a missing translation
//! does not compile. `{}` marks where a value goes.

mod en;
mod fr;

use super::lang::Lang;

/// The words of one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// The language of this table.
    pub lang: Lang,
    /// Button.
    pub play: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button: the event before.
    pub previous: &'static str,
    /// Button: the event after.
    pub next: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button.
    pub zoom_reset: &'static str,
    /// Button: how fast it plays.
    pub speed: &'static str,
    /// Button under the map: leads to the panel.
    pub details: &'static str,
    /// Told to who scrolls over the map.
    pub hint_wheel: &'static str,
    /// Told to who moves one finger over the map.
    pub hint_touch: &'static str,
    /// Button: closes what the panel tells of a choice.
    pub close: &'static str,
    /// Name of the slider.
    pub slider: &'static str,
    /// Name of the map.
    pub map: &'static str,
    /// Name of the timeline.
    pub timeline: &'static str,
    /// Name of the panel.
    pub panel: &'static str,
    /// `{} of {} bases open`.
    pub count: &'static str,
    /// The same for none and for one, which French has in the singular.
    pub count_few: &'static str,
    /// Added to the count: `, {} uncertain`.
    pub count_doubt: &'static str,
    /// States of a base, as words behind its name.
    pub not_yet: &'static str,
    /// A base that may have opened.
    pub maybe_open: &'static str,
    /// An open base.
    pub open: &'static str,
    /// A base that may have closed.
    pub maybe_closed: &'static str,
    /// A closed base.
    pub closed: &'static str,
    /// Second line on the map: `closed {}`.
    pub closed_in: &'static str,
    /// Lane of the figures.
    pub troops: &'static str,
    /// Lane of the events.
    pub events: &'static str,
    /// Key: an attack.
    pub attack: &'static str,
    /// Key: armed forces.
    pub military: &'static str,
    /// Key: politics.
    pub politics: &'static str,
    /// Key: a base opens or closes.
    pub bases: &'static str,
    /// Key: a tapered end, a dashed ring, a hollow mark.
    pub unknown_day: &'static str,
    /// Key: a torn end.
    pub about_then: &'static str,
    /// Key: dots behind what has no known end.
    pub no_end: &'static str,
    /// Key: a bar between two figures.
    pub figures_differ: &'static str,
    /// Panel: above a base's name.
    pub base: &'static str,
    /// Panel: above an operation's name.
    pub operation: &'static str,
    /// Panel: heading.
    pub arrived: &'static str,
    /// Panel: heading.
    pub handed_over: &'static str,
    /// Panel: heading.
    pub garrison: &'static str,
    /// Panel: heading.
    pub official_name: &'static str,
    /// Panel: heading.
    pub position: &'static str,
    /// Panel: heading.
    pub differ: &'static str,
    /// Panel: heading.
    pub sources: &'static str,
    /// Panel: heading.
    pub its_events: &'static str,
    /// Panel: after a list that is not whole.
    pub and_more: &'static str,
    /// Panel: heading.
    pub its_bases: &'static str,
    /// Panel: `({} sources in {} texts)`.
    pub voices: &'static str,
    /// The same for one voice.
    pub voices_one: &'static str,
    /// A kind of source.
    pub wire: &'static str,
    /// A kind of source.
    pub official: &'static str,
    /// A kind of source.
    pub press: &'static str,
    /// A kind of source.
    pub broadcaster: &'static str,
    /// A kind of source.
    pub open_data: &'static str,
    /// A kind of source.
    pub reference: &'static str,
    /// Timeline: whom a stretch of figures counts.
    pub among_mali: &'static str,
    /// Timeline: whom a stretch of figures counts.
    pub among_sahel: &'static str,
    /// Panel: heading of a figure.
    pub in_mali: &'static str,
    /// Panel: heading of a figure.
    pub in_sahel: &'static str,
    /// Panel: before any event.
    pub before: &'static str,
    /// Panel: not handed over by the end of the data.
    pub not_yet_closed: &'static str,
    /// A reprint: `via {}`.
    pub via: &'static str,
    /// Name of the bar that shows how far the reading of a dataset is.
    pub loading: &'static str,
    /// Disclosure: what may be done with the data, and its files.
    pub data: &'static str,
    /// Disclosure: term.
    pub license: &'static str,
    /// Disclosure: term.
    pub open_data_term: &'static str,
    /// Disclosure: term.
    pub download: &'static str,
    /// Key, and a file to download.
    pub bases_title: &'static str,
    /// A file to download.
    pub operations_file: &'static str,
    /// A file to download.
    pub sources_file: &'static str,
    /// A file to download: which claim names which source, and where in it.
    pub citations_file: &'static str,
    /// Disclosure: a file could not be made.
    pub unavailable: &'static str,
    /// Disclosure: links, code and pictures to pass on.
    pub share: &'static str,
    /// Disclosure: term of what goes to the clipboard.
    pub copy: &'static str,
    /// Disclosure: what is copied.
    pub link: &'static str,
    /// Disclosure: what is copied.
    pub embed_code: &'static str,
    /// Disclosure: what is copied.
    pub frame_code: &'static str,
    /// Disclosure: term of PNG and SVG.
    pub still: &'static str,
    /// Disclosure: term of the bases on the day shown, as files.
    pub days_data: &'static str,
    /// Disclosure: it is in the clipboard.
    pub copied: &'static str,
    /// Disclosure: what the page around may forbid.
    pub maybe_saved: &'static str,
    /// Disclosure: the browser refuses its clipboard.
    pub to_copy: &'static str,
    /// Field for a day to be typed.
    pub go_to_day: &'static str,
    /// Disclosure: all that the picture shows, to be read.
    pub text_version: &'static str,
    /// Heads of the table of figures: who and when, how many, what of it.
    pub figure_columns: [&'static str; 3],
    /// The day shown, among others: `Day shown: {}`.
    pub day_shown: &'static str,
    /// What else is named on the map: `Also on the map: {}.`
    pub also_named: &'static str,
    /// Between the items of a list in one sentence.
    pub also: &'static str,
    /// A picture in words: `Map and timeline, {}: {}.`.
    pub picture: &'static str,
}

/// Replaces each `{}` by the next value.
fn filled(template: &str, values: &[&str]) -> String {
    // By a letter, not by `{}`: searching for a text takes two kilobytes of the module.
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (place, part) in parts.enumerate() {
        out.push_str(values.get(place).copied().unwrap_or_default());
        out.push_str(part.strip_prefix('}').unwrap_or(part));
    }
    out
}

impl Text {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &en::EN,
            Lang::Fr => &fr::FR,
        }
    }

    /// `3 of 6 bases open`, and how many are in doubt.
    pub fn count_of(&self, open: usize, doubt: usize, all: usize) -> String {
        let template = if open < 2 { self.count_few } else { self.count };
        let (open, doubt_count, all) = (open.to_string(), doubt.to_string(), all.to_string());
        let mut count = filled(template, &[&open, &all]);
        if doubt > 0 {
            count.push_str(&filled(self.count_doubt, &[&doubt_count]));
        }
        count
    }

    /// `closed Nov 2021`.
    pub fn closed_in(&self, when: &str) -> String {
        filled(self.closed_in, &[when])
    }

    /// `(2 sources in 5 texts)`.
    pub fn voices_of(&self, voices: usize, documents: usize) -> String {
        let template = if voices == 1 { self.voices_one } else { self.voices };
        filled(template, &[&voices.to_string(), &documents.to_string()])
    }

    /// `via France 24`.
    pub fn via(&self, carrier: &str) -> String {
        filled(self.via, &[carrier])
    }

    /// `Day shown: 17 February 2022`.
    pub fn day_shown_of(&self, day: &str) -> String {
        filled(self.day_shown, &[day])
    }

    /// `Also on the map: Bamako, Niger.`
    pub fn also_named_of(&self, names: &str) -> String {
        filled(self.also_named, &[names])
    }

    /// A sentence for the picture as a whole.
    pub fn picture_of(&self, day: &str, count: &str) -> String {
        filled(self.picture, &[day, count])
    }
}
