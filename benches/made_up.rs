//! Datasets of any size, to measure with.

use mali_bases::shell::bundled;
use mali_bases::words::day::Day;

/// The bundled data as text, its events replaced by made-up ones on days evenly strewn.
pub(crate) fn dataset(events: i32) -> String {
    let first = Day::from_civil(2012, 1, 1).unwrap_or_default().0;
    // A stride prime to the length of the axis comes by every day, in no order.
    let day = |number: i32| Day(first + number * 1_597 % 4_018);
    let categories = ["attack", "bases", "military", "politics"];
    let event = |number: i32| {
        let category = categories[number as usize % categories.len()];
        format!(
            r#"{{"id":"event-{number}","date":"{}","category":"{category}",
                "title":{{"en":"Event {number}","fr":"Événement {number}"}},
                "text":{{"en":"What happened.","fr":"Ce qui s’est passé."}},
                "sources":[{{"source":"afp-2022-02-17"}}]}}"#,
            day(number)
        )
    };
    let events = format!("[{}]", (0..events).map(event).collect::<Vec<_>>().join(","));
    let part = |(key, _, text): (&str, &str, &str)| {
        format!("\"{key}\":{}", if key == "events" { &events } else { text })
    };
    format!("{{{}}}", bundled::PARTS.map(part).join(","))
}
