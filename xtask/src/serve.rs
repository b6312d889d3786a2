//! A server for one folder on this machine only, as strict as a careful newsroom's.

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::dist::{self, Profile};
use crate::files;

/// Where `serve` starts looking for a free port.
pub(crate) const PORT: u16 = 8080;

/// The policy under which the graphic promises to work.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

/// Requests answered at a time: a browser asks for several files at once.
const WORKERS: usize = 4;

type Answer = Response<Cursor<Vec<u8>>>;

/// Builds the site and serves it until interrupted.
pub(crate) fn serve(port: u16, profile: Profile) -> Result<()> {
    let site = dist::build(profile)?;
    let workers =
        (port..=port.saturating_add(99)).find_map(|port| start(&site.folder, port, POLICY).ok());
    let Some((address, workers)) = workers else { bail!("no port is free from {port} on") };
    println!("\n{address}\n(Ctrl-C ends it)");
    for worker in workers {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

/// Serves the folder from threads of this process, on a port that is free when `port` is 0.
/// Every answer carries the content security policy. Returns the address to open.
pub(crate) fn start(
    folder: &Path,
    port: u16,
    policy: &'static str,
) -> Result<(String, Vec<thread::JoinHandle<()>>)> {
    let folder = folder.canonicalize().with_context(|| files::shown(folder))?;
    let server = Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;
    let address = format!("http://{}/", server.server_addr());
    let (server, folder) = (Arc::new(server), Arc::new(folder));
    let worker = |_| {
        let (server, folder) = (Arc::clone(&server), Arc::clone(&folder));
        thread::spawn(move || {
            for request in server.incoming_requests() {
                reply(request, &folder, policy);
            }
        })
    };
    Ok((address, (0..WORKERS).map(worker).collect()))
}

fn reply(request: Request, folder: &Path, policy: &str) {
    let answer = match request.method() {
        Method::Get | Method::Head => {
            match find(folder, request.url())
                .and_then(|file| Some((files::read(&file).ok()?, file)))
            {
                Some((bytes, file)) => answer(200, bytes, mime(&file), policy),
                None => answer(404, "not found\n", "text/plain; charset=utf-8", policy),
            }
        }
        _ => answer(405, "only GET and HEAD\n", "text/plain; charset=utf-8", policy),
    };
    // A reader that went away before the answer is no fault of ours.
    let _ = request.respond(answer);
}

fn answer(status: u16, body: impl Into<Vec<u8>>, mime: &str, policy: &str) -> Answer {
    let headers = [
        ("Content-Type", mime),
        ("Cache-Control", "no-cache"),
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        // For other pages, and for frames in a sandbox, which have no origin.
        ("Access-Control-Allow-Origin", "*"),
    ];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    let body = body.into();
    let length = body.len();
    Response::new(StatusCode(status), headers.collect(), Cursor::new(body), Some(length), None)
        .with_chunked_threshold(usize::MAX)
}

/// The file that an address means, if it lies in the folder.
fn find(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = decoded(url.split(['?', '#']).next()?)?;
    let mut file = folder.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// Undoes the percent-encoding of an address.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first == b'%' {
            let (digits, tail) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = tail;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("geojson") => "application/geo+json",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_in_the_folder() {
        let folder = files::at("data").canonicalize().unwrap();
        let found = |url| find(&folder, url).map(|file| files::name(&file).to_owned());
        assert_eq!(found("/basemap.json?x=/../y").as_deref(), Some("basemap.json"));
        assert_eq!(found("/%62asemap.json").as_deref(), Some("basemap.json"));
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/%5c..%5cx",
            "/",
            "/no",
            "/%",
            "/%+1",
        ] {
            assert_eq!(found(url), None, "{url}");
        }
    }

    #[test]
    fn an_answer_carries_the_policy() {
        let (address, _) = start(&files::at("data"), 0, POLICY).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        let request =
            format!("GET /basemap.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
        let text = std::io::read_to_string(stream).unwrap();
        assert!(text.starts_with("HTTP/1.1 200"), "{text:.80}");
        for line in
            [&format!("Content-Security-Policy: {POLICY}"), "Content-Type: application/json"]
        {
            assert!(text.contains(line), "{line}");
        }
    }
}
