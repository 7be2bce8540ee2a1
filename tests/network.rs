//! Nothing leaves the machine: the program's own crates hold no HTTP client and nothing that resolves names or
//! speaks TLS, and its own source opens no connection.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Crates (by the beginning of their names) whose only purpose is to speak over a network.
const CLIENTS: [&str; 28] = [
    "reqwest",
    "hyper",
    "ureq",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "curl",
    "http-client",
    "awc",
    "actix",
    "tungstenite",
    "quinn",
    "h2",
    "h3",
    "rustls",
    "native-tls",
    "openssl",
    "schannel",
    "security-framework-tls",
    "webpki",
    "trust-dns",
    "hickory",
    "socket2",
    "tokio",
    "async-std",
    "webbrowser",
    "ehttp",
];

/// What remains that can speak to other processes of the same machine, and why it is there.
const LOCAL: [(&str, &str); 2] = [
    ("zbus", "the desktop's own dialog for files, over the D-Bus socket of the same user"),
    ("accesskit_unix", "screen readers, over the accessibility bus"),
];

/// Only for a program in a browser, which this one is not: never built for a desktop.
const BROWSER: [&str; 4] = ["wasm-bindgen", "wasm-bindgen-futures", "js-sys", "web-sys"];

struct Package {
    dependencies: Vec<String>,
}

/// The packages of `Cargo.lock` by name; several versions of one count together.
fn packages() -> BTreeMap<String, Package> {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let mut packages: BTreeMap<String, Package> = BTreeMap::new();
    for block in lock.split("[[package]]").skip(1) {
        let field = |key: &str| block.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        let name = field("name").unwrap().trim_end_matches('"').to_owned();
        let listed = block.split_once("dependencies = [").map_or("", |(_, rest)| rest);
        let listed = listed.split(']').next().unwrap_or_default();
        let names = listed.lines().filter_map(|line| line.trim().strip_prefix('"')?.split([' ', '"']).next());
        let dependencies: Vec<String> = names.map(str::to_owned).collect();
        packages.entry(name).or_insert(Package { dependencies: Vec::new() }).dependencies.extend(dependencies);
    }
    packages
}

/// All that a package needs, for any system and any feature that is switched on: more than what is built.
fn needed(packages: &BTreeMap<String, Package>, root: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![root.to_owned()];
    while let Some(name) = open.pop() {
        if let Some(package) = packages.get(&name).filter(|_| !BROWSER.contains(&name.as_str()))
            && found.insert(name)
        {
            open.extend(package.dependencies.iter().cloned());
        }
    }
    found
}

#[test]
fn no_crate_speaks_over_a_network() {
    let packages = packages();
    let needed = needed(&packages, "sidestil");
    assert!(needed.contains("eframe") && needed.len() > 200, "{}", needed.len());
    let client = |name: &String| CLIENTS.iter().any(|client| name == client || name.starts_with(&format!("{client}-")));
    let clients: Vec<&String> = needed.iter().filter(|name| client(name)).collect();
    assert!(clients.is_empty(), "{clients:?}");
}

#[test]
fn what_speaks_to_other_processes_is_named() {
    let needed = needed(&packages(), "sidestil");
    for (name, why) in LOCAL {
        assert!(needed.contains(name), "{name} is gone; its reason ({why}) can go too");
    }
}

#[test]
fn the_program_itself_opens_no_connection() {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        for word in ["std::net", "TcpStream", "UdpSocket", "ToSocketAddrs", "UnixStream"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
    assert!(files > 100, "{files}");
}
