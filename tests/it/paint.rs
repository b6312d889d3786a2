//! Whatever colors a page asks for, the picture can be read; those it leaves alone stay.

use mali_bases::words::paint::Paint;
use mali_bases::words::theme::{Color, DARK, LIGHT, Palette, hex};
use proptest::prelude::*;

use crate::support::legible::{pale_marks, pale_texts, texts_below};

#[test]
fn the_designed_grounds_have_the_designed_colors() {
    for designed in [LIGHT, DARK] {
        let ground = Paint::on(designed.ground);
        assert_eq!(ground.palette(), designed);
        let [ink, open, land] = [designed.ink, designed.open, designed.land].map(Some);
        assert_eq!(Paint { ink, open, land, ..ground }.palette(), designed);
    }
}

#[test]
fn colors_that_can_be_read_are_kept() {
    let [ground, ink, open, land] = [0xff_f1e5, 0x33_302e, 0x0f_5499, 0xfa_e5d3].map(hex);
    let [some_ink, some_open, some_land] = [ink, open, land].map(Some);
    let paint = Paint { ink: some_ink, open: some_open, land: some_land, ..Paint::on(ground) };
    let palette = paint.palette();
    assert_eq!(
        [palette.ground, palette.ink, palette.open, palette.land],
        [ground, ink, open, land]
    );
    assert_ne!(palette.rule, LIGHT.rule);
    assert_ne!(palette.muted, LIGHT.muted);
}

#[test]
fn forced_colors_are_taken_as_they_are() {
    let [ink, open, land, closed] =
        [0xff_ffff, 0xff_ff00, 0x00_0000, 0x3f_f23f].map(|color| Some(hex(color)));
    let paint = Paint { ground: hex(0), ink, open, land, closed, system: true, more: false };
    let palette = paint.palette();
    let known = [0, 0xff_ffff, 0xff_ff00, 0x3f_f23f].map(hex);
    let Palette { muted, faint, attack, neighbor, water_text, .. } = palette;
    for color in [muted, faint, attack, neighbor, water_text] {
        assert!(known.contains(&color), "{color:?}");
    }
    assert_eq!([palette.open, palette.closed].map(Some), [open, closed]);
}

#[test]
fn who_asks_for_more_contrast_has_it() {
    for ground in [0x00ff_ffff, 0x0015_181b].map(hex) {
        let palette = Paint { more: true, ..Paint::on(ground) }.palette();
        assert_eq!(texts_below(7.0, &palette), Vec::<String>::new());
        assert!(!texts_below(7.0, &Paint::on(ground).palette()).is_empty());
    }
}

fn color() -> impl Strategy<Value = Color> {
    (0_u32..0x100_0000).prop_map(hex)
}

proptest! {
    #[test]
    fn any_colors_make_a_picture_that_can_be_read(
        ground in color(),
        ink in proptest::option::of(color()),
        open in proptest::option::of(color()),
        land in proptest::option::of(color()),
    ) {
        let p = Paint { ink, open, land, ..Paint::on(ground) }.palette();
        prop_assert_eq!(p.ground, ground);
        prop_assert_eq!([pale_texts(&p), pale_marks(&p)].concat(), Vec::<String>::new());
    }
}
