//! Thin straight lines as boxes on the grid of the device: of whole pixels, none of them gray.

use super::mark::{Mark, block};
use crate::state::env::Env;
use crate::words::geom::Rect;
use crate::words::theme::Color;

/// An upright line about `x`, as near to `width` px as whole device pixels come.
pub fn upright(x: f64, (y0, y1): (f64, f64), width: f64, color: Color, env: &Env) -> Mark {
    let (x0, x1) = across(x, width, env);
    block(Rect::new(x0, env.snap(y0), x1, env.snap(y1)), color)
}

/// A level line about `y`.
pub fn level((x0, x1): (f64, f64), y: f64, width: f64, color: Color, env: &Env) -> Mark {
    let (y0, y1) = across(y, width, env);
    block(Rect::new(env.snap(x0), y0, env.snap(x1), y1), color)
}

/// The sides of a line about a middle.
fn across(middle: f64, width: f64, env: &Env) -> (f64, f64) {
    let width = env.snap(width).max(env.pixel());
    let near = env.snap(middle - width / 2.0);
    (near, near + width)
}
