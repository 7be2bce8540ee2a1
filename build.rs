//! What the program's file needs beyond its code: the icon and the name on Windows, a fixed address on Linux; elsewhere
//! there is nothing to do before building.
//!
//! Untried: no Windows machine was at hand. Without a resource compiler the build goes on without the icon.

// Cargo listens on standard output.
#![allow(clippy::print_stdout)]

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=packaging/sidestil.ico");
    fixed_address();
    icon();
}

/// Links for a fixed address. A file that may stand anywhere has the addresses in its tables (1.3 MB of them, of the
/// window's libraries for the most part) written by the loader before it begins, and every PDF starts the program
/// once more. `ARCHITECTURE.md` says what that costs and what is given up for it.
fn fixed_address() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}

#[cfg(windows)]
fn icon() {
    let mut resource = winresource::WindowsResource::new();
    resource.set_icon("packaging/sidestil.ico").set("ProductName", "Sidestil");
    if let Err(error) = resource.compile() {
        println!("cargo:warning=the program gets no icon: {error}");
    }
}

#[cfg(not(windows))]
fn icon() {}
