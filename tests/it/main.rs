//! The native tests: everything that can be known of the graphic without a browser.

mod base;
mod basemap;
mod camera;
mod clip;
mod data;
mod dates;
mod doubt;
mod gesture;
mod golden;
mod labels;
mod messages;
mod pick;
mod print;
mod reader;
mod recorder;
mod render;
mod scenes;
mod stills;
mod store;
mod support;
mod telling;
mod theme;
mod timeline;
mod update;
mod wording;
mod words;
