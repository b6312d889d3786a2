//! A surface that draws nothing and writes down what it was asked to draw.

use std::convert::Infallible;

use mali_bases::out::pen::Scale;
use mali_bases::out::render::Surface;
use mali_bases::view::mark::{Face, Label};
use plotters::prelude::DrawingBackend;
use plotters::style::TextStyle;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};

type Done = Result<(), DrawingErrorKind<Infallible>>;

/// The backend: its calls, one a line.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(crate) calls: Vec<String>,
}

impl Recorder {
    #[allow(clippy::unnecessary_wraps, reason = "what every drawing call has to return")]
    fn note(&mut self, call: String) -> Done {
        self.calls.push(call);
        Ok(())
    }
}

fn color(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}/{}", color.alpha)
}

fn path(points: impl IntoIterator<Item = BackendCoord>) -> String {
    points.into_iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (1000, 1000)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, ink: BackendColor) -> Done {
        self.note(format!("pixel {at:?} {}", color(ink)))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        until: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.note(format!("rect {} fill {fill} {}", path([from, until]), color(style.color())))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        let (width, ink) = (style.stroke_width(), color(style.color()));
        self.note(format!("path {} wide {width} {ink}", path(points)))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let (at, width, ink) = (path([center]), style.stroke_width(), color(style.color()));
        self.note(format!("circle {at} r {radius} wide {width} fill {fill} {ink}"))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        self.note(format!("polygon {} {}", path(points), color(style.color())))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done {
        let side = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        let (weight, family, ink) = (style.style(), style.family(), color(style.color()));
        let font = format!("{} {} {}", weight.as_str(), style.size(), family.as_str());
        self.note(format!("text {text:?} {} {side} {font} {ink}", path([at])))
    }
}

impl Surface for Recorder {
    type Backend = Self;

    const TYPE_FACTOR: f64 = 1.0;

    fn backend(&mut self) -> &mut Self {
        self
    }

    fn family(&self, face: Face) -> String {
        format!("the {face:?} family")
    }

    fn begin_letters(&mut self, label: &Label, _: &TextStyle<'_>, at: (i32, i32), scale: Scale) {
        let halo = label.halo.map(|halo| halo.rgb);
        self.calls.push(format!("begin at {at:?} ×{} turned {} {halo:?}", scale.0, label.angle));
    }

    fn end_letters(&mut self) {
        self.calls.push("end".to_owned());
    }
}
