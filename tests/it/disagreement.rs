//! Where a source says something else than the graphic, the graphic says so itself: a `says` that
//! contradicts stands beside a `differs`, and one without is known to be only less precise.

use std::collections::BTreeSet;

use mali_bases::model::base::Base;
use mali_bases::model::dataset::{Claim, Dataset};

use crate::support::{events, real};

/// Claims and those of their sources whose `says`, without a `differs`, was read and found to be
/// less precise, silent on a part or ahead of what is shown, but never against it.
const LESS_PRECISE: [(&str, &str); 28] = [
    ("kidal.garrison", "hans-lucas-kidal"),
    ("gossi.handed_over", "afp-2022-05-05"),
    ("serval", "afp-2022-02-17"),
    ("2020-01-01 sahel", "ap-2022-02-03"),
    ("mali-asks-for-help", "afp-2022-02-17"),
    ("bamako-restaurant", "afp-2022-02-17"),
    ("peace-deal-first", "afp-2022-02-17"),
    ("peace-deal-rebels", "jeune-afrique-233914"),
    ("peace-deal-rebels", "afp-2022-02-17"),
    ("bamako-hotel", "afp-2022-02-17"),
    ("interim-government", "afp-2022-02-17"),
    ("elections-set-for-2022", "almayadeen-2022-02"),
    ("elections-set-for-2022", "ap-2022-02-03"),
    ("elections-set-for-2022", "dw-2022-02-17"),
    ("macron-on-ecowas", "ap-2022-02-03"),
    ("maiga-at-the-un", "ap-2022-02-03"),
    ("ecowas-sanctions", "ap-2022-02-03"),
    ("parly-not-at-any-price", "ap-2022-02-03"),
    ("le-drian-on-wagner", "ap-2022-02-03"),
    ("ambassador-expelled", "afp-2022-05-05"),
    ("ambassador-expelled", "ap-2022-02-03"),
    ("norway-drops-takuba", "ap-2022-02-03"),
    ("le-drian-wider-dispute", "ap-2022-02-03"),
    ("eu-weighs-sanctions", "ap-2022-02-03"),
    ("elysee-dinner", "almayadeen-2022-02"),
    ("gossi-handed-over", "afp-2022-05-05"),
    ("mali-accuses-france-of-spying", "afp-2022-05-05"),
    ("military-accords-ended", "afp-2022-05-05"),
];

fn data() -> &'static Dataset {
    real().data()
}

/// Every claim with a name: `gossi.formal`, `bamako-hotel`, `2020-01-01 sahel`.
fn claims() -> Vec<(String, &'static Claim)> {
    let data = data();
    let bases = data.bases.iter().flat_map(of_base);
    let operations = data.operations.iter().map(|one| (one.id.clone(), &one.claim));
    let strength = data
        .strength
        .iter()
        .map(|one| (format!("{} {:?}", one.date.earliest, one.scope).to_lowercase(), &one.claim));
    let events = events().iter().map(|one| (one.id.clone(), &one.claim));
    bases.chain(operations).chain(strength).chain(events).collect()
}

fn of_base(base: &'static Base) -> impl Iterator<Item = (String, &'static Claim)> {
    let parts = [
        ("formal", base.formal.as_ref()),
        ("role", Some(&base.role)),
        ("garrison", base.garrison.as_ref()),
        ("position", Some(&base.position)),
        ("arrived", Some(&base.arrived.claim)),
        ("handed_over", base.handed_over.as_ref().map(|end| &end.claim)),
    ];
    let named = |(part, claim): (&str, Option<&'static Claim>)| {
        Some((format!("{}.{part}", base.id), claim?))
    };
    parts.into_iter().filter_map(named)
}

/// Those sources of a claim that say something else than what is shown.
fn dissenters(claim: &'static Claim) -> impl Iterator<Item = &'static str> {
    let said = claim.citations.iter().filter(|citation| citation.says.is_some());
    said.map(|citation| data().sources[citation.source].id.as_str())
}

#[test]
fn every_claim_has_a_name_of_its_own() {
    let names: BTreeSet<String> = claims().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), data().claims().count());
}

#[test]
fn who_says_otherwise_is_answered_or_known_to_be_only_less_precise() {
    let unanswered: BTreeSet<(String, &str)> = claims()
        .into_iter()
        .filter(|(_, claim)| claim.differs.is_none())
        .flat_map(|(name, claim)| dissenters(claim).map(move |source| (name.clone(), source)))
        .collect();
    let reviewed = LESS_PRECISE.map(|(claim, source)| (claim.to_owned(), source)).into();
    let new: Vec<_> = unanswered.difference(&reviewed).collect();
    assert!(new.is_empty(), "neither told in `differs` nor reviewed: {new:?}");
    let stale: Vec<_> = reviewed.difference(&unanswered).collect();
    assert!(stale.is_empty(), "reviewed, and no longer there: {stale:?}");
}

#[test]
fn where_sources_differ_one_that_does_is_cited() {
    for (name, claim) in claims() {
        let named = claim.differs.is_none() || dissenters(claim).next().is_some();
        assert!(named, "{name} tells a difference and cites nobody who differs");
    }
}

#[test]
fn a_difference_is_told_in_few_words() {
    for (name, claim) in claims() {
        let Some(differs) = &claim.differs else { continue };
        assert!(differs.en.chars().count() < 400, "{name}: {}", differs.en);
        assert!(differs.fr.chars().count() < 450, "{name}: {}", differs.fr);
    }
}
