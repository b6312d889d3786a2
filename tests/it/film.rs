//! The film: what a feed's reader sees of it, frame by frame.

use gif::{ColorOutput, DecodeOptions, DisposalMethod};
use mali_bases::app::App;
use mali_bases::shell::{bitmap, film};
use mali_bases::state::env::Env;
use mali_bases::words::geom::Size;

use crate::support::{metrics, real, svg};

const SIZE: Size = Size { w: 320.0, h: 760.0 };

fn app() -> App {
    App::new(real().clone(), Env { lettered: true, metrics: metrics().clone(), ..Env::default() })
}

/// What stands at the end, as red, green and blue, and how long all of it took, in hundredths of a second.
fn played(film: &[u8]) -> (Vec<u8>, usize, u32) {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut reader = options.read_info(film).expect("a GIF");
    let w = usize::from(reader.width());
    let mut canvas = vec![0; 3 * w * usize::from(reader.height())];
    let (mut frames, mut time) = (0, 0);
    while let Some(frame) = reader.read_next_frame().expect("a frame") {
        assert_eq!(frame.dispose, DisposalMethod::Keep);
        let width = usize::from(frame.width);
        for (at, pixel) in frame.buffer.chunks(4).enumerate().filter(|(_, pixel)| pixel[3] > 0) {
            let (x, y) =
                (at % width + usize::from(frame.left), at / width + usize::from(frame.top));
            canvas[3 * (y * w + x)..][..3].copy_from_slice(&pixel[..3]);
        }
        (frames, time) = (frames + 1, time + u32::from(frame.delay));
    }
    (canvas, frames, time)
}

#[test]
fn it_ends_in_the_picture_of_the_last_day_and_lasts_as_long_as_asked() {
    let film = film::gif(&mut app(), SIZE, 1.0, 2.0).unwrap();
    let (shown, frames, time) = played(&film);
    assert_eq!(frames, 17, "eight a second, and the first");
    assert_eq!(time, 16 * 12 + 300, "and a rest at the end");
    let mut last = app();
    last.set_day(last.atlas().data().meta.last);
    let expected = bitmap::pixels(&svg(&mut last, SIZE), 1.0).unwrap();
    let apart = expected.pixels().iter().zip(shown.chunks(3)).filter(|(pixel, rgb)| {
        let far = [pixel.red(), pixel.green(), pixel.blue()];
        far.iter().zip(*rgb).any(|(a, b)| a.abs_diff(*b) > 24)
    });
    let share = apart.count() as f64 / expected.pixels().len() as f64;
    assert!(share < 0.005, "{share} of it has another color");
}

#[test]
fn a_frame_holds_only_what_differs() {
    let short = film::gif(&mut app(), SIZE, 1.0, 1.0).unwrap().len();
    let long = film::gif(&mut app(), SIZE, 1.0, 2.0).unwrap().len();
    let still = film::gif(&mut app(), SIZE, 1.0, 0.1).unwrap().len();
    assert!(long - short < 3 * still, "{still}, {short}, {long} bytes");
}
