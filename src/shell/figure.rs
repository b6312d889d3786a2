//! The static picture as a piece of a page, for where no script runs: a feed reader, an app, a mail. An
//! image in two sharpnesses, and in words what it shows. Does no IO.

use super::svg::escaped;
use crate::app::App;
use crate::out::speech;
use crate::words::geom::Size;

/// The markup of a picture that lies in two files beside it, at 1 and at 2 pixels to the CSS px.
pub fn html(app: &App, size: Size, [once, twice]: [&str; 2]) -> String {
    let (meta, lang) = (&app.atlas().data().meta, app.state().env.lang);
    let (w, h) = (size.w, size.h);
    let (once, twice) = (address(once), address(twice));
    let told = escaped(&speech::picture(app.atlas(), app.state(), app.text()));
    let spoken = escaped(&app.text().picture_of(&lang.day(app.state().day), &app.count()));
    let [title, credit] = [&meta.title, &meta.credit].map(|words| escaped(words.get(lang)));
    format!(
        "<figure lang=\"{}\">\n  <img src=\"{once}\" srcset=\"{once} 1x, {twice} 2x\" \
         width=\"{w}\" height=\"{h}\" alt=\"{spoken}\">\n  <figcaption>\n    \
         <p><strong>{title}</strong></p>\n    <p>{told}</p>\n    <p><small>{credit}</small></p>\n  \
         </figcaption>\n</figure>\n",
        lang.code()
    )
}

/// A file's name as a relative address that `srcset` takes, too (RFC 3986, 2.1).
fn address(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte);
    let letter =
        |byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    name.bytes().map(letter).collect()
}
