//! The program: hands the command line to the library, and opens the window where that is what is wanted.

// A release for Windows opens no console beside its window; commands print where they are redirected to.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use sidestil::app::{draw, run};
use sidestil::cli::{self, Start};
use sidestil::read::{guarded, picture};
use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

/// Words and lines are many small pieces of memory: with this one a hundred files take up to a tenth less time than
/// with the system's. Elsewhere it was not tried.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match std::env::args_os().nth(1) {
        Some(flag) if flag == guarded::FLAG => return guarded::serve(),
        Some(flag) if flag == picture::FLAG => return picture::serve(),
        _ => {}
    }
    if let Ok(program) = std::env::current_exe() {
        guarded::set_program(program);
    }
    if let Some(start) = run::Start::for_tests(std::env::args_os().skip(1)) {
        return run::run(start);
    }
    let args = std::env::args_os().skip(1);
    match cli::start(args, &mut BufWriter::new(stdout()), &mut stderr(), &draw::OffScreen) {
        Start::Done(status) => ExitCode::from(status),
        Start::Window { files, lang } => run::run(run::Start { files, lang, ..run::Start::default() }),
    }
}
