//! Makes the two levels of the basemap from Natural Earth, and tells whether they are what would
//! be made.

use anyhow::{Result, bail};

use crate::process::{node, output};
use crate::step::timed;
use crate::{files, install};

/// Each level of detail: its name for the script that makes it, and where it is kept.
const LEVELS: [(&str, &str); 2] =
    [("first", "data/basemap.json"), ("near", "data/basemap-near.json")];

/// Makes the files again.
pub(crate) fn make() -> Result<()> {
    LEVELS
        .iter()
        .try_for_each(|(level, file)| timed(file, || files::write(&files::at(file), made(level)?)))
}

/// Fails unless the files are, byte for byte, what would be made.
pub(crate) fn check() -> Result<()> {
    for (level, file) in LEVELS {
        if made(level)? != files::read(&files::at(file))? {
            bail!("{file} is not what `cargo xtask basemap` makes: run it, and commit the result");
        }
    }
    Ok(())
}

fn made(level: &str) -> Result<Vec<u8>> {
    install::npm()?;
    output(node("basemap.mjs").arg(level))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    type Line = Vec<(f64, f64)>;

    fn topologies() -> [Value; 2] {
        use mali_bases::shell::bundled::{BASEMAP, BASEMAP_NEAR};
        [BASEMAP, BASEMAP_NEAR].map(|text| serde_json::from_str(text).unwrap())
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
        topologies().iter().for_each(follow_the_niger);
    }

    fn follow_the_niger(topology: &Value) {
        let course = geometry(topology, "rivers", "niger")["arcs"][0].as_array().unwrap();
        let arcs = course.iter().map(|index| arc(topology, index.as_i64().unwrap()));
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
        topologies().iter().for_each(look_at_borders);
    }

    fn look_at_borders(topology: &Value) {
        let arcs = |id| {
            let rings = geometry(topology, "countries", id)["arcs"].to_string();
            let digits = rings.split(|c: char| c != '-' && !c.is_ascii_digit());
            digits.filter_map(|n| n.parse::<i64>().ok()).collect::<Vec<_>>()
        };
        for neighbor in ["DZ", "NE", "BF", "CI", "GN", "SN", "MR"] {
            let theirs = arcs(neighbor);
            assert!(arcs("ML").iter().any(|arc| theirs.contains(&!arc)), "{neighbor}");
        }
    }
}
