//! Which part of the plane a pane shows, and how large. A value: moving it makes a new one.

use crate::words::geom::{Point, Rect, Size, between, pt};

/// How far a reader can come nearer than the first view: there the rivers, from the coarsest source
/// of the land, begin to be less than they look.
pub const MAX_ZOOM: f64 = 8.0;

/// What a camera may show: both in plane units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// What the first view fits.
    pub home: Rect,
    /// What there is a map of; the camera never looks beyond where it can help it.
    pub world: Rect,
}

/// A view of the plane in a pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    frame: Frame,
    /// Size of the pane in CSS px.
    size: Size,
    /// The part of the pane into which `home` is fitted.
    inset: Rect,
    /// 1 = first view … [`MAX_ZOOM`].
    zoom: f64,
    /// What lies in the middle of the pane.
    center: Point,
}

impl Camera {
    /// The first view: `home` fitted into `inset`, a part of a pane of that size.
    pub fn fit(frame: Frame, size: Size, inset: Rect) -> Self {
        let camera = Self { frame, size, inset, zoom: 1.0, center: frame.home.center() };
        let scale = camera.scale();
        let (target, middle) = (inset.center(), Rect::of(size).center());
        let center =
            frame.home.center().by((middle.x - target.x) / scale, (middle.y - target.y) / scale);
        Self { center, ..camera }.clamped()
    }

    /// px per plane unit.
    pub fn scale(&self) -> f64 {
        let fit_w = self.inset.width().max(1.0) / self.frame.home.width().max(1e-9);
        let fit_h = self.inset.height().max(1.0) / self.frame.home.height().max(1e-9);
        fit_w.min(fit_h) * self.zoom
    }

    /// How much nearer than the first view.
    pub fn zoom(&self) -> f64 {
        self.zoom
    }

    /// Where a point of the plane stands in the pane.
    pub fn screen_from_plane(&self, p: Point) -> Point {
        let (scale, middle) = (self.scale(), Rect::of(self.size).center());
        pt(middle.x + (p.x - self.center.x) * scale, middle.y + (p.y - self.center.y) * scale)
    }

    /// The inverse.
    pub fn plane_from_screen(&self, p: Point) -> Point {
        let (scale, middle) = (self.scale(), Rect::of(self.size).center());
        pt(self.center.x + (p.x - middle.x) / scale, self.center.y + (p.y - middle.y) / scale)
    }

    /// `factor` times nearer, the point under `at` (pane px) kept in its place as far as
    /// the world's edge allows.
    pub fn zoom_at(&self, at: Point, factor: f64) -> Self {
        let zoom = (self.zoom * if factor > 0.0 { factor } else { 1.0 }).clamp(1.0, MAX_ZOOM);
        let held = self.plane_from_screen(at);
        let nearer = Self { zoom, ..*self };
        let moved = nearer.plane_from_screen(at);
        let center = nearer.center.by(held.x - moved.x, held.y - moved.y);
        Self { center, ..nearer }.clamped()
    }

    /// The ground moved by `(x, y)` px under the reader's hand.
    pub fn pan_by(&self, x: f64, y: f64) -> Self {
        let scale = self.scale();
        Self { center: self.center.by(-x / scale, -y / scale), ..*self }.clamped()
    }

    /// Moved as little as brings a point of the plane into `part` of the pane, as far as the
    /// world's edge allows; as it is where the point lies there already.
    pub fn reveal(&self, p: Point, part: Rect) -> Self {
        let at = self.screen_from_plane(p);
        let to = pt(within(at.x, part.x0, part.x1), within(at.y, part.y0, part.y1));
        if to == at { *self } else { self.pan_by(to.x - at.x, to.y - at.y) }
    }

    /// The same view in a pane of another size: the zoom and the middle stay.
    pub fn resized(&self, size: Size, inset: Rect) -> Self {
        if self.zoom > 1.0 {
            Self { size, inset, ..*self }.clamped()
        } else {
            Self::fit(self.frame, size, inset)
        }
    }

    fn clamped(self) -> Self {
        let scale = self.scale();
        let (w, h) = (self.size.w / scale / 2.0, self.size.h / scale / 2.0);
        let world = self.frame.world;
        Self {
            center: pt(
                within(self.center.x, world.x0 + w, world.x1 - w),
                within(self.center.y, world.y0 + h, world.y1 - h),
            ),
            ..self
        }
    }
}

/// `value` moved into `low..=high`; into the middle when the pane is larger than the world,
/// or when the value is no number.
fn within(value: f64, low: f64, high: f64) -> f64 {
    let fits = low <= high && !value.is_nan();
    if fits { between(value, low, high) } else { f64::midpoint(low, high) }
}
