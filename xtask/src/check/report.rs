//! What is wrong, drawn as rustc draws it: file, line and column, the line itself, an underline
//! with the reason, and how to mend it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use mali_bases::model::problem::{Part, Problem};

use super::document::Document;

/// The most lines of a value that is shown whole.
const LONGEST: usize = 6;

/// Something wrong at a place of a file.
pub(crate) struct Finding<'a> {
    documents: &'a [Document],
    /// Which of them it is in.
    document: usize,
    span: Range<usize>,
    title: String,
    reason: String,
    cure: String,
}

impl<'a> Finding<'a> {
    /// That one of the documents is no JSON, if so.
    pub(crate) fn of_syntax(documents: &'a [Document], document: usize) -> Option<Self> {
        let Document { value, name, .. } = &documents[document];
        let flaw = value.as_ref().err()?;
        Some(Self {
            documents,
            document,
            span: flaw.span.clone(),
            title: format!("{name} is no JSON"),
            reason: flaw.reason.clone(),
            cure: flaw.cure.to_owned(),
        })
    }

    /// What the reader refused.
    pub(crate) fn of_problem(documents: &'a [Document], problem: &Problem) -> Self {
        let Problem { path, part, value, reason, cure } = problem;
        let key = path.split(['.', '[']).next().unwrap_or_default();
        let document = documents.iter().position(|one| one.root == key).unwrap_or_default();
        let title = if path.is_empty() { "the dataset".to_owned() } else { path.clone() };
        let reason = match part {
            // The key itself is not there to be underlined.
            Part::Missing => format!("{value} {reason}"),
            Part::Value | Part::Key(_) => reason.clone(),
        };
        let span = documents[document].span(problem);
        Self { documents, document, span, title, reason, cure: cure.clone() }
    }

    /// Its place in the order of the files.
    pub(crate) fn place(&self) -> (usize, usize) {
        (self.document, self.span.start)
    }

    /// As text with the colors of a terminal.
    pub(crate) fn draw(&self) -> String {
        let Document { name, text, .. } = &self.documents[self.document];
        let from = text[..self.span.start].rfind('\n').map_or(0, |at| at + 1);
        let span = self.span.start..self.shown_end();
        let to = text[span.end..].find(['\n', '\r']).map_or(text.len(), |at| span.end + at);
        let underline = span.start - from..span.end - from;
        let annotation = AnnotationKind::Primary.span(underline).label(&self.reason);
        let snippet = Snippet::source(&text[from..to])
            .path(name)
            .line_start(text[..from].matches('\n').count() + 1)
            .annotation(annotation);
        let title = Level::ERROR.primary_title(&self.title);
        let report = title.element(snippet).element(Level::HELP.message(&self.cure));
        Renderer::styled().render(&[report])
    }

    /// Where the underline ends: with the value, or, of one that goes on over many lines, with
    /// its first.
    fn shown_end(&self) -> usize {
        let value = &self.documents[self.document].text[self.span.clone()];
        let many = value.matches('\n').count() >= LONGEST;
        let shown = if many { value.split(['\n', '\r']).next().unwrap_or_default() } else { value };
        self.span.start + shown.len()
    }
}
