//! The program: hands the command line to the library, and opens the window where that is what is wanted.

use sidestil::cli::{self, Start};
use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let draw = |_: &cli::chart::Request, _: &[sidestil::model::reading::Reading]| Err(String::new());
    let started = cli::start(std::env::args_os().skip(1), &mut BufWriter::new(stdout()), &mut stderr(), &draw);
    match started {
        Start::Done(status) => ExitCode::from(status),
        Start::Window { .. } => ExitCode::from(cli::WRONG_CALL),
    }
}
