//! Checked data as the bytes that a page fetches: made by the build, or by the strict reader from
//! a newsroom's own file. What opens has been checked before it was sealed, so it is only held
//! against its checksum. Knows no file and no network.
//!
//! A seal is a byte for the form, one for what is in it, and FNV-1a of the rest; the rest is
//! postcard (<https://postcard.jamesmunns.com/wire-format>).

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::chronicle::Chronicle;
use super::dataset::{Claim, Dataset, Event};
use crate::words::lang::{Lang, Localized};

/// To be raised with every change of what is packed: a cache may hand out older files.
const FORM: u8 = 2;

/// Length of a seal, bytes.
const SEAL: usize = 6;

/// What can be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Content {
    /// A [`Dataset`].
    Dataset = b'D',
    /// A `map::basemap::Topology`.
    Land = b'L',
}

/// Bytes that are not what they should be: cut short, changed on the way, or of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the packed data is damaged, or of another version than the module")
    }
}

impl std::error::Error for Unreadable {}

/// Packs a value.
///
/// # Errors
/// When the value is none that postcard can write; none of ours is.
pub fn seal<T: Serialize>(content: Content, value: &T) -> Result<Vec<u8>, Unreadable> {
    let bytes = postcard::to_allocvec(value).map_err(|_| Unreadable)?;
    let mut sealed = vec![FORM, content as u8];
    sealed.extend(checksum(&bytes).to_le_bytes());
    sealed.extend(bytes);
    Ok(sealed)
}

/// Opens what was packed.
///
/// # Errors
/// When the bytes are not those that were sealed, or of another kind or version.
pub fn open<T: DeserializeOwned>(content: Content, sealed: &[u8]) -> Result<T, Unreadable> {
    let (seal, bytes) = sealed.split_at_checked(SEAL).ok_or(Unreadable)?;
    let sum = checksum(bytes).to_le_bytes();
    if seal != [FORM, content as u8, sum[0], sum[1], sum[2], sum[3]] {
        return Err(Unreadable);
    }
    postcard::from_bytes(bytes).map_err(|_| Unreadable)
}

/// FNV-1a, 32 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): it need not withstand malice.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The same data without the other languages.
///
/// # Errors
/// As of [`seal`].
pub fn in_one(mut data: Dataset, lang: Lang) -> Result<Dataset, Unreadable> {
    each_text(&mut data, &mut |text| *text = text.only(lang))?;
    Ok(data)
}

/// The same data for the first picture: without sources, and without what only the panel
/// tells, but for the event it opens with.
///
/// # Errors
/// As of [`seal`].
pub fn opening(mut data: Dataset) -> Result<Dataset, Unreadable> {
    let opens = data.meta.opens;
    let told = Chronicle::new(data.clone()).leading_event(opens);
    let mut place = 0;
    each_own_claim(&mut data, &mut |claim| *claim = Claim::default());
    data.events = data.events.changed(|event| {
        let is_told = told == Some(place);
        place += 1;
        let text = if is_told { event.claim.text } else { Localized::default() };
        let differs = event.claim.differs.filter(|_| is_told);
        Event { claim: Claim { text, citations: Vec::new(), differs }, ..event }
    })?;
    data.sources.clear();
    Ok(data)
}

/// Of everything but the events.
fn each_own_claim(data: &mut Dataset, each: &mut dyn FnMut(&mut Claim)) {
    for base in &mut data.bases {
        each(&mut base.role);
        each(&mut base.position);
        base.formal.iter_mut().for_each(&mut *each);
        base.garrison.iter_mut().for_each(&mut *each);
        each(&mut base.arrived.claim);
        base.handed_over.iter_mut().for_each(|end| each(&mut end.claim));
    }
    data.operations.iter_mut().for_each(|operation| each(&mut operation.claim));
    data.strength.iter_mut().for_each(|figure| each(&mut figure.claim));
}

fn texts_of(claim: &mut Claim, each: &mut dyn FnMut(&mut Localized)) {
    each(&mut claim.text);
    claim.differs.iter_mut().for_each(&mut *each);
    for citation in &mut claim.citations {
        citation.locator.iter_mut().chain(&mut citation.says).for_each(&mut *each);
    }
}

fn each_text(data: &mut Dataset, each: &mut dyn FnMut(&mut Localized)) -> Result<(), Unreadable> {
    each_own_claim(data, &mut |claim| texts_of(claim, each));
    let meta = &mut data.meta;
    [&mut meta.title, &mut meta.standfirst, &mut meta.credit].into_iter().for_each(&mut *each);
    for base in &mut data.bases {
        each(&mut base.name);
        let ends = std::iter::once(&mut base.arrived).chain(&mut base.handed_over);
        ends.filter_map(|end| end.to.as_mut()).for_each(&mut *each);
    }
    data.places.iter_mut().for_each(|place| each(&mut place.name));
    data.operations.iter_mut().for_each(|operation| each(&mut operation.name));
    data.strength.iter_mut().filter_map(|figure| figure.callout.as_mut()).for_each(&mut *each);
    data.events = data.events.changed(|mut event| {
        texts_of(&mut event.claim, each);
        each(&mut event.title);
        event.place.iter_mut().for_each(&mut *each);
        event
    })?;
    Ok(())
}
