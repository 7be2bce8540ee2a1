//! Gives the program its icon and its name on Windows; elsewhere there is nothing to do before building.
//!
//! Untried: no Windows machine was at hand. Without a resource compiler the build goes on without the icon.

// Cargo listens on standard output.
#![allow(clippy::print_stdout)]

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=packaging/sidestil.ico");
    icon();
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
