//! The program: hands the command line to the library, and opens the window where that is what is wanted.

use sidestil::cli::{self, Start};
use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = std::env::args_os().skip(1);
    let started = cli::start(args, &mut BufWriter::new(stdout()), &mut stderr(), &sidestil::app::draw::picture);
    match started {
        Start::Done(status) => ExitCode::from(status),
        Start::Window { .. } => ExitCode::from(cli::WRONG_CALL),
    }
}
