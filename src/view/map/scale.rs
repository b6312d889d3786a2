//! The bar in the lower right corner: a round number of kilometers.

use crate::map::projection::KM_PER_DEGREE;
use crate::state::State;
use crate::view::mark::{Align, Mark, line, text};
use crate::words::geom::{Point, Rect, pt};
use crate::words::metrics::Weight;
use crate::words::theme::size;

/// The numbers that a bar may stand for.
const ROUND_KM: [u32; 9] = [500, 200, 100, 50, 20, 10, 5, 2, 1];

/// A bar with its number.
pub struct ScaleBar {
    name: String,
    left: Point,
    right: Point,
    /// The room that both take.
    pub room: Rect,
}

impl ScaleBar {
    /// The longest bar that a view has room for; `None` where a kilometer is too long.
    pub fn of(state: &State) -> Option<Self> {
        let env = &state.env;
        let px_per_km = state.camera.scale() / KM_PER_DEGREE;
        let most = (env.map.w * 0.2).min(110.0);
        let km = ROUND_KM.into_iter().find(|km| f64::from(*km) * px_per_km <= most)?;
        let right = pt(env.map.w - 14.0, env.map.h - 12.0);
        let left = right.by(-f64::from(km) * px_per_km, 0.0);
        let name = format!("{km} km");
        let width = env.metrics.width(&name, size::SMALL, Weight::Regular);
        let room = Rect::around(left.towards(right, 0.5), width.max(right.x - left.x), 0.0);
        let room = Rect::new(room.x0 - 6.0, right.y - 22.0, room.x1 + 6.0, right.y + 4.0);
        Some(Self { name, left, right, room })
    }

    /// Bar and number.
    pub fn marks(self, state: &State) -> [Mark; 2] {
        let palette = &state.env.palette;
        let Self { name, left, right, .. } = self;
        let bar = vec![left.by(0.0, -5.0), left, right, right.by(0.0, -5.0)];
        let name = text(name, left.towards(right, 0.5).by(0.0, -12.0), size::SMALL, palette.muted);
        [line(bar, 1.25, palette.muted), name.align(Align::Center).halo(palette.neighbor)]
    }
}
