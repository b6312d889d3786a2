//! What a wasm module is made of: the bytes of its functions by the Rust module they come from. What was
//! inlined counts where it ended up.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use wasmparser::{CustomSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::files;

/// As many parts are printed.
const LONGEST: usize = 24;

/// Prints the largest parts of a module that has the names of its functions.
pub(crate) fn report(module: &Path) -> Result<()> {
    let mut parts: Vec<_> = parts(&files::read(module)?)?.into_iter().collect();
    parts.sort_by_key(|(name, bytes)| (std::cmp::Reverse(*bytes), name.clone()));
    println!("\n{:>11}  of the module, by part", "bytes");
    for (name, bytes) in parts.iter().take(LONGEST) {
        println!("{bytes:>11}  {name}");
    }
    let rest: usize = parts.iter().skip(LONGEST).map(|(_, bytes)| bytes).sum();
    println!("{rest:>11}  the rest");
    Ok(())
}

fn parts(module: &[u8]) -> Result<HashMap<String, usize>> {
    let (mut bodies, mut names, mut imported) = (Vec::new(), HashMap::new(), 0);
    let mut parts = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(data) => {
                parts.insert("(texts and tables)".to_owned(), data.range().len());
            }
            Payload::CustomSection(section) => names.extend(functions(&section)?),
            _ => {}
        }
    }
    for (place, bytes) in bodies.into_iter().enumerate() {
        let name = names.get(&(imported + place)).copied().unwrap_or_default();
        *parts.entry(part(name)).or_default() += bytes;
    }
    Ok(parts)
}

/// The names of functions by their index, if that is what a section holds.
fn functions<'a>(section: &CustomSectionReader<'a>) -> Result<HashMap<usize, &'a str>> {
    let mut names = HashMap::new();
    let KnownCustom::Name(subsections) = section.as_known() else { return Ok(names) };
    for subsection in subsections {
        let Name::Function(functions) = subsection? else { continue };
        for function in functions {
            let function = function?;
            names.insert(function.index as usize, function.name);
        }
    }
    Ok(names)
}

/// `mali_bases::view::map` of a function in it; of others' functions the crate.
fn part(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    // `<a::B as c::D>::e` is a's.
    let path = name.trim_start_matches(['<', '&', '[', '(']);
    let path = path.strip_prefix("mut ").unwrap_or(path);
    let mut words: Vec<&str> = path.split("::").collect();
    // `<char as core[0f]::fmt::Debug>::fmt` is core's.
    let first = words[0].rsplit(" as ").next().unwrap_or_default();
    words[0] = first.split('[').next().unwrap_or_default();
    for word in &mut words {
        *word = word.trim_end_matches('>'); // `<a::B>::e` is a's.
    }
    let depth = if words[0] == "mali_bases" { 3 } else { 1 };
    if words.len() < 2 {
        "(glue)".to_owned()
    } else {
        words[..depth.min(words.len() - 1)].join("::")
    }
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_function_belongs_to_its_module_or_to_its_crate() {
        let cases = [
            ("_ZN10mali_bases4view3map5bases5marks17hd32bc48a1c2797beE", "mali_bases::view::map"),
            ("_ZN10mali_bases3app3App4send17h2f69a36370f8d962E", "mali_bases::app::App"),
            ("_ZN4core5slice4sort6stable9quicksort9quicksort17hcb24a7d6a557fc42E", "core"),
            ("_RNvXsj_NtCsgXGp5Oqx2Ny_4core3fmtcNtB5_5Debug3fmt", "core"),
            ("_RNvMNtCs1_10mali_bases3appNtB2_3App4send", "mali_bases::app::App"),
            ("view_panel_4549d6e7826c3cab", "(glue)"),
        ];
        for (symbol, expected) in cases {
            assert_eq!(part(symbol), expected);
        }
    }
}
