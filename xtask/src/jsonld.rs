//! Tells machines what the data is: a schema.org `Dataset` as JSON-LD in the demo page. Dates,
//! counts, places, files and sources are read from the data; only the sentences are written here.

use anyhow::{Context as _, Result};
use mali_bases::words::edtf::Span;
use serde_json::{Value, json};

use crate::export;

/// Who gives the data away, as `data/LICENSE.md` names them.
const CREATOR: &str = "the mali-bases contributors";

/// The page with the description at the end of its head. A data block is never run, so that the
/// page's policy has nothing to say to it.
///
/// # Errors
/// When the page has no head, or the data lacks what every sound dataset has.
pub(crate) fn described(page: &[u8], data: &Value) -> Result<Vec<u8>> {
    let page = std::str::from_utf8(page).context("the page is no UTF-8")?;
    let (head, body) = page.split_once("</head>").context("the page has no </head>")?;
    // A text of the data must not end the block.
    let description = dataset(data)?.to_string().replace('<', "\\u003c");
    let block = format!("  <script type=\"application/ld+json\">{description}</script>\n");
    Ok([head, &block, "</head>", body].concat().into_bytes())
}

/// The description.
fn dataset(data: &Value) -> Result<Value> {
    let (meta, count) = (&data["meta"], |key: &str| list(&data[key]).len());
    let bases = list(&data["bases"]["features"]);
    let (first, last) = span(meta)?;
    let description = format!(
        "French military bases in Mali from {first} to {last}: where the {} bases stood, when \
         each was taken up and handed over, {} events, {} figures of troop strength and {} \
         operations. Dates are EDTF and say how sure they are. Every claim names its sources, {} \
         in all, and tells where they differ. In English and French.",
        bases.len(),
        count("events"),
        count("strength"),
        count("operations"),
        count("sources"),
    );
    Ok(json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": meta["title"]["en"],
        "alternateName": { "@language": "fr", "@value": meta["title"]["fr"] },
        "description": description,
        "inLanguage": ["en", "fr"],
        "license": meta["license"]["URL"],
        "creator": { "@type": "Organization", "name": CREATOR },
        "creditText": both(&meta["credit"]),
        "isAccessibleForFree": true,
        "temporalCoverage": format!("{first}/{last}"),
        "spatialCoverage": {
            "@type": "Place",
            "name": "Mali",
            "geo": { "@type": "GeoShape", "box": extent(bases)? },
        },
        "variableMeasured": [
            measured("presence", "first and last day on which a base was French, as EDTF", None),
            measured("position", "longitude and latitude of a base, WGS 84", Some("degree")),
            measured("strength", "French soldiers, lowest and highest figure", Some("soldier")),
            measured("event", "what happened, when, where, of which category", None),
        ],
        "distribution": distributions()?,
        "citation": list(&data["sources"]).iter().map(citation).collect::<Vec<_>>(),
    }))
}

/// A text in both languages, as JSON-LD says which is which.
fn both(text: &Value) -> Vec<Value> {
    let tagged = |lang: &str| json!({ "@language": lang, "@value": text[lang] });
    ["en", "fr"].map(tagged).into()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The first and the last day of the axis, `YYYY-MM-DD`.
fn span(meta: &Value) -> Result<(String, String)> {
    let span = meta["span"].as_str().and_then(|text| Span::parse(text).ok());
    let (first, last) = span.context("meta.span is no span")?.bounds();
    Ok((first.to_string(), last.context("meta.span has no end")?.to_string()))
}

/// The box around the bases: south, west, north, east.
fn extent(bases: &[Value]) -> Result<String> {
    let places: Option<Vec<(f64, f64)>> = bases
        .iter()
        .map(|base| {
            let at = &base["geometry"]["coordinates"];
            Some((at[0].as_f64()?, at[1].as_f64()?))
        })
        .collect();
    let places = places.context("a base has no place")?;
    let ends = |all: Vec<f64>| {
        let low = all.iter().copied().reduce(f64::min);
        low.zip(all.into_iter().reduce(f64::max)).context("there is no base")
    };
    let (west, east) = ends(places.iter().map(|place| place.0).collect())?;
    let (south, north) = ends(places.iter().map(|place| place.1).collect())?;
    Ok(format!("{south} {west} {north} {east}"))
}

fn measured(name: &str, description: &str, unit: Option<&str>) -> Value {
    filled(json!({
        "@type": "PropertyValue",
        "name": name,
        "description": description,
        "unitText": unit,
    }))
}

fn distributions() -> Result<Vec<Value>> {
    let names = export::names()?;
    let files = names.iter().map(|name| export::path(name));
    let files = std::iter::once("dataset.json".to_owned()).chain(files);
    let download = |path: String| {
        let form = match path.rsplit('.').next() {
            Some("csv") => "text/csv",
            Some("geojson") => "application/geo+json",
            _ => "application/json",
        };
        json!({ "@type": "DataDownload", "name": path, "encodingFormat": form, "contentUrl": path })
    };
    Ok(files.map(download).collect())
}

/// A source as a work that is cited; what it does not say of itself is left out.
fn citation(source: &Value) -> Value {
    let parts = list(&source["issued"]["date-parts"][0]).iter().enumerate();
    let issued: Vec<_> = parts
        .map(|(place, part)| {
            let digits = if place == 0 { 4 } else { 2 };
            format!("{:0digits$}", part.as_u64().unwrap_or(0))
        })
        .collect();
    let name = source.get("title").unwrap_or(&source["publisher"]);
    filled(json!({
        "@type": "CreativeWork",
        "name": name,
        "publisher": { "@type": "Organization", "name": source["publisher"] },
        "datePublished": (!issued.is_empty()).then(|| issued.join("-")),
        "url": source["URL"],
        "inLanguage": source["language"],
    }))
}

/// Without the keys that have no value.
fn filled(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dist, files};

    fn ours() -> (Value, Value) {
        let data = dist::dataset().unwrap();
        (dataset(&data).unwrap(), data)
    }

    #[test]
    fn it_says_of_the_data_what_stands_there() {
        let (told, data) = ours();
        assert_eq!(told["temporalCoverage"], data["meta"]["span"]);
        assert_eq!(told["license"], "https://creativecommons.org/licenses/by/4.0/");
        let license = files::read(&files::at("data/LICENSE.md")).unwrap();
        let license = String::from_utf8(license).unwrap();
        assert!(license.contains(CREATOR) && license.contains(told["license"].as_str().unwrap()));
        let corners = told["spatialCoverage"]["geo"]["box"].as_str().unwrap();
        let corners: Vec<f64> = corners.split(' ').map(|part| part.parse().unwrap()).collect();
        for base in list(&data["bases"]["features"]) {
            let at = |axis: usize| base["geometry"]["coordinates"][axis].as_f64().unwrap();
            assert!((corners[0]..=corners[2]).contains(&at(1)), "{base}");
            assert!((corners[1]..=corners[3]).contains(&at(0)), "{base}");
        }
    }

    #[test]
    fn every_source_is_cited() {
        let (told, data) = ours();
        let (cited, sources) = (list(&told["citation"]), list(&data["sources"]));
        assert_eq!(cited.len(), sources.len());
        for (work, source) in cited.iter().zip(sources) {
            assert_eq!(work["publisher"]["name"], source["publisher"]);
            assert_eq!(work.get("url"), source.get("URL"));
            assert_eq!(work.get("inLanguage"), source.get("language"));
            assert!(work["name"].as_str().is_some_and(|name| !name.is_empty()));
        }
        let work = citation(&json!({
            "publisher": "P", "issued": { "date-parts": [[2022, 2]] }, "title": "T",
        }));
        assert_eq!((&work["datePublished"], &work["name"]), (&json!("2022-02"), &json!("T")));
    }

    #[test]
    fn a_text_of_the_data_cannot_end_the_block() {
        let mut data = dist::dataset().unwrap();
        data["meta"]["title"]["en"] = json!("</script><script>alert()");
        let page = described(b"<head></head><body></body>", &data).unwrap();
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("</script>").count(), 1, "{page}");
        let (_, rest) = page.split_once("json\">").unwrap();
        let (block, _) = rest.split_once("</script>").unwrap();
        let told: Value = serde_json::from_str(block).unwrap();
        assert_eq!(told["name"], data["meta"]["title"]["en"]);
        assert!(described(b"no head", &data).is_err());
    }
}
