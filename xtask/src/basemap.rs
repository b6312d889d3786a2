//! Makes `data/basemap.json` from Natural Earth, and tells whether it is what would be made.

use anyhow::{Result, bail};

use crate::process::{node, output};
use crate::step::timed;
use crate::{files, install};

const FILE: &str = "data/basemap.json";

/// Makes the file again.
pub(crate) fn make() -> Result<()> {
    timed("basemap", || files::write(&files::at(FILE), made()?))
}

/// Fails unless the file is, byte for byte, what would be made.
pub(crate) fn check() -> Result<()> {
    if made()? != files::read(&files::at(FILE))? {
        bail!("{FILE} is not what `cargo xtask basemap` makes: run it, and commit the result");
    }
    Ok(())
}

fn made() -> Result<Vec<u8>> {
    install::npm()?;
    output(&mut node("basemap.mjs"))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    type Line = Vec<(f64, f64)>;

    fn topology() -> Value {
        serde_json::from_str(mali_bases::shell::bundled::BASEMAP).unwrap()
    }

    fn geometry<'a>(topology: &'a Value, layer: &str, id: &str) -> &'a Value {
        let geometries = topology["objects"][layer]["geometries"].as_array().unwrap();
        geometries.iter().find(|geometry| geometry["id"] == id).unwrap()
    }

    fn numbers(list: &Value) -> Vec<f64> {
        list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    }

    /// An arc in degrees.
    fn arc(topology: &Value, index: i64) -> Line {
        let [scale, shift] = ["scale", "translate"].map(|key| numbers(&topology["transform"][key]));
        let forward = usize::try_from(if index < 0 { !index } else { index }).unwrap();
        let (mut x, mut y) = (0.0, 0.0);
        let step = |delta: &Value| {
            let delta = numbers(delta);
            (x, y) = (x + delta[0], y + delta[1]);
            (x * scale[0] + shift[0], y * scale[1] + shift[1])
        };
        let mut points: Line =
            topology["arcs"][forward].as_array().unwrap().iter().map(step).collect();
        if index < 0 {
            points.reverse();
        }
        points
    }

    #[test]
    fn the_niger_is_one_line_past_its_towns() {
        let topology = topology();
        let course = geometry(&topology, "rivers", "niger")["arcs"][0].as_array().unwrap();
        let arcs = course.iter().map(|index| arc(&topology, index.as_i64().unwrap()));
        let course: Line = arcs.flatten().collect();
        let towns = [
            ("Bamako", -8.0, 12.64),
            ("Ségou", -6.26, 13.44),
            ("Mopti", -4.2, 14.5),
            ("Timbuktu", -3.01, 16.77),
            ("Gao", -0.04, 16.27),
            ("Niamey", 2.11, 13.51),
        ];
        let mut passed = 0;
        for (town, lon, lat) in towns {
            let away = |&(x, y): &(f64, f64)| (x - lon).hypot(y - lat);
            let near = course.iter().skip(passed).position(|point| away(point) < 0.2);
            passed += near.unwrap_or_else(|| panic!("the Niger misses {town}"));
        }
        let longest = course.windows(2).map(|w| (w[1].0 - w[0].0).hypot(w[1].1 - w[0].1));
        assert!(longest.fold(0.0, f64::max) < 1.0, "a gap in the Niger");
    }

    #[test]
    fn mali_and_its_neighbors_share_their_borders() {
        let topology = topology();
        let arcs = |id| {
            let rings = geometry(&topology, "countries", id)["arcs"].to_string();
            let digits = rings.split(|c: char| c != '-' && !c.is_ascii_digit());
            digits.filter_map(|n| n.parse::<i64>().ok()).collect::<Vec<_>>()
        };
        for neighbor in ["DZ", "NE", "BF", "CI", "GN", "SN", "MR"] {
            let theirs = arcs(neighbor);
            assert!(arcs("ML").iter().any(|arc| theirs.contains(&!arc)), "{neighbor}");
        }
    }
}
