//! Points and boxes of the plane in f64 CSS pixels (or any other unit of the caller's).
//! Knows no domain, no screen.

/// A point, or the size of a step.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A size; both sides at least zero.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// An axis-parallel box, `x0 <= x1` and `y0 <= y1`.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left.
    pub x0: f64,
    /// Top.
    pub y0: f64,
    /// Right.
    pub x1: f64,
    /// Bottom.
    pub y1: f64,
}

/// Shorthand for a [`Point`].
pub const fn pt(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// A number moved into a range: `f64::clamp`, but for a panic that would bring the formatting of
/// floats into the module.
pub fn between(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

impl Point {
    /// Distance to another point. `sqrt` is exact by IEEE 754, so the same on every target.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// Moved by `(x, y)`.
    pub const fn by(self, x: f64, y: f64) -> Self {
        pt(self.x + x, self.y + y)
    }

    /// The point a share `t` (0–1) of the way to `other`.
    pub fn towards(self, other: Self, t: f64) -> Self {
        pt(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }

    /// Distance to the segment from `a` to `b`.
    pub fn distance_to_segment(self, a: Self, b: Self) -> f64 {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = dx * dx + dy * dy;
        if length == 0.0 {
            return self.distance(a);
        }
        let t = (((self.x - a.x) * dx + (self.y - a.y) * dy) / length).clamp(0.0, 1.0);
        self.distance(a.towards(b, t))
    }
}

impl Rect {
    /// From its corners.
    pub const fn new(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// The box of that size at the origin.
    pub const fn of(size: Size) -> Self {
        Self::new(0.0, 0.0, size.w, size.h)
    }

    /// The box of that size around a point.
    pub fn around(center: Point, w: f64, h: f64) -> Self {
        Self::new(center.x - w / 2.0, center.y - h / 2.0, center.x + w / 2.0, center.y + h / 2.0)
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.x1 - self.x0
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.y1 - self.y0
    }

    /// Middle.
    pub fn center(&self) -> Point {
        pt(f64::midpoint(self.x0, self.x1), f64::midpoint(self.y0, self.y1))
    }

    /// Larger by `by` on every side; smaller when negative.
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)
    }

    /// Whether the point lies in the box or on its edge.
    pub fn contains(&self, p: Point) -> bool {
        p.x >= self.x0 && p.x <= self.x1 && p.y >= self.y0 && p.y <= self.y1
    }

    /// Whether `other` lies in the box altogether.
    pub fn holds(&self, other: &Self) -> bool {
        other.x0 >= self.x0 && other.x1 <= self.x1 && other.y0 >= self.y0 && other.y1 <= self.y1
    }

    /// Whether the two share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// The smallest box around both.
    pub fn union(&self, other: &Self) -> Self {
        Self::new(
            self.x0.min(other.x0),
            self.y0.min(other.y0),
            self.x1.max(other.x1),
            self.y1.max(other.y1),
        )
    }

    /// The smallest box around all points, `None` for none.
    pub fn enclosing(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().map(|p| Self::new(p.x, p.y, p.x, p.y)).reduce(|all, one| all.union(&one))
    }

    /// How far a point lies outside the box; 0 inside.
    pub fn distance(&self, p: Point) -> f64 {
        pt(between(p.x, self.x0, self.x1), between(p.y, self.y0, self.y1)).distance(p)
    }

    /// Moved by `(x, y)`.
    pub fn by(&self, x: f64, y: f64) -> Self {
        Self::new(self.x0 + x, self.y0 + y, self.x1 + x, self.y1 + y)
    }
}
