//! The command line: extract, minutes, check, chart, export and note, and what each prints.
//!
//! Results go to `out`, one line for each file that was not read to `err`. Exit status: 0 when every file was read,
//! 1 when some were not (the others are still printed), 2 for a wrong call.

pub mod args;
pub mod chart;
pub mod check;
pub mod export;
pub mod extract;
pub mod input;
pub mod minutes;
pub mod note;
pub mod output;
pub mod wrong;

use crate::lang::Lang;
use args::{Call, Command};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

/// All files were read, and all was printed.
pub const DONE: u8 = 0;
/// Some files were not read, or not wholly; or what was found could not be written.
pub const PARTLY: u8 = 1;
/// The call itself was wrong.
pub const WRONG_CALL: u8 = 2;

/// Where a command speaks, and in which language.
pub struct Context<'a> {
    pub lang: Lang,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
}

impl Context<'_> {
    /// One line for people on `err`.
    ///
    /// # Errors
    /// Where `err` cannot be written.
    pub fn complain(&mut self, sentence: &str) -> io::Result<()> {
        writeln!(self.err, "{sentence}")
    }
}

/// What the binary has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// Open the window with these files. The language is `None` where the call does not name one.
    Window { files: Vec<PathBuf>, lang: Option<Lang> },
    /// All is done; end with this exit status.
    Done(u8),
}

/// Does what the arguments (without the program's own name) ask for, or says that the window is wanted. `draw` makes
/// the pictures of `sidestil chart`: they are painted by the window's painter, which stands above this layer.
pub fn start(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    draw: &dyn chart::Draw,
) -> Start {
    let args: Vec<OsString> = args.into_iter().collect();
    let call = match args::parse(&args) {
        Ok(call) => call,
        Err(wrong) => {
            // Nothing is left to be told where even this line cannot be written.
            let _ = writeln!(err, "sidestil: {}", wrong.sentence(args::language(&args).unwrap_or_default()));
            return Start::Done(WRONG_CALL);
        }
    };
    let Call { lang, command } = call;
    let mut context = Context { lang: lang.unwrap_or_default(), out, err };
    let result = match command {
        Command::Window { files } => return Start::Window { files, lang },
        Command::Help => writeln!(context.out, "{}", context.lang.text("cli-help")).map(|()| DONE),
        Command::Version => writeln!(context.out, "sidestil {}", env!("CARGO_PKG_VERSION")).map(|()| DONE),
        Command::Extract(options) => extract::run(&options, &mut context),
        Command::Minutes(options) => minutes::run(&options, &mut context),
        Command::Check(options) => check::run(&options, &mut context),
        Command::Chart(options) => chart::run(&options, &mut context, draw),
        Command::Export(options) => export::run(&options, &mut context),
        Command::Note(options) => note::run(&options, &mut context, draw),
    };
    let result = result.and_then(|status| context.out.flush().map(|()| status));
    Start::Done(result.unwrap_or_else(|error| unwritten(&error, &mut context)))
}

/// The exit status where the output could not be written.
fn unwritten(error: &io::Error, context: &mut Context<'_>) -> u8 {
    // `sidestil extract ... | head` closes the pipe when it has enough: nobody is waiting for more.
    if error.kind() == io::ErrorKind::BrokenPipe {
        return DONE;
    }
    let sentence = context.lang.text_with("cli-unwritten", &[("detail", error.to_string().into())]);
    // Nothing is left to be told where even this line cannot be written.
    let _ = context.complain(&format!("sidestil: {sentence}"));
    PARTLY
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::chart::Chart;
    use crate::chart::drawing::{Colour, Drawing};
    use crate::chart::picture::Picture;
    use crate::export::note::make::Artist;

    /// Draws nothing, and says so.
    struct Sketcher;

    impl Artist for Sketcher {
        fn drawing(&self, _: &Chart, width: f32) -> Drawing {
            Drawing { width, height: width / 3.0, ground: Colour([255; 4]), items: Vec::new() }
        }

        fn png(&self, _: &Chart, _: f32) -> Result<Vec<u8>, String> {
            Ok(b"picture".to_vec())
        }
    }

    impl chart::Draw for Sketcher {
        fn picture(&self, _: &Chart, _: &Picture) -> Result<Vec<u8>, String> {
            Ok(b"picture".to_vec())
        }

        fn artist(&self) -> &dyn Artist {
            self
        }
    }

    /// Runs a call; returns what to do, what was printed and what was complained about.
    pub(crate) fn run(args: &[&str]) -> (Start, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let started = start(args.iter().map(OsString::from), &mut out, &mut err, &Sketcher);
        (started, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    #[test]
    fn files_alone_open_the_window() {
        let (started, out, err) = run(&["a.txt", "b.pdf"]);
        assert_eq!(started, Start::Window { files: vec!["a.txt".into(), "b.pdf".into()], lang: None });
        assert_eq!((out.as_str(), err.as_str()), ("", ""));
        assert_eq!(run(&[]).0, Start::Window { files: vec![], lang: None });
        assert_eq!(run(&["--lang", "en"]).0, Start::Window { files: vec![], lang: Some(Lang::En) });
        assert_eq!(run(&["--", "extract"]).0, Start::Window { files: vec!["extract".into()], lang: None });
    }

    #[test]
    fn help_and_version_are_printed() {
        let (started, danish, _) = run(&["--help"]);
        assert_eq!(started, Start::Done(DONE));
        let (_, english, _) = run(&["extract", "--help", "--lang", "en"]);
        assert!(danish.contains("Brug:") && english.contains("Usage:"));
        for command in [
            "extract",
            "minutes",
            "check",
            "chart",
            "export",
            "note",
            "--keep",
            "--replace",
            "--computed",
            "--all",
            "--lang",
            "--version",
        ] {
            assert!(danish.contains(command) && english.contains(command), "{command}");
        }
        assert_eq!(run(&["--version"]).1, format!("sidestil {}\n", env!("CARGO_PKG_VERSION")));
    }

    #[test]
    fn a_wrong_call_is_one_sentence_and_status_2() {
        for (args, danish) in [
            (&["extract"][..], "filer"),
            (&["extract", "a.txt", "--format", "xml"], "csv, jsonl"),
            (&["check", "a.txt", "--format", "csv"], "text, jsonl"),
            (&["extract", "a.txt", "--colour"], "--colour"),
            (&["minutes", "a.txt", "--computed"], "--computed"),
            (&["--lang", "sv"], "da, en"),
            (&["extract", "a.txt", "--format"], "--format"),
            (&["chart", "a.txt", "--view", "appeals"], "-o"),
        ] {
            let (started, out, err) = run(args);
            assert_eq!(started, Start::Done(WRONG_CALL), "{args:?}");
            assert_eq!(out, "", "{args:?}");
            assert_eq!(err.lines().count(), 1, "{err}");
            assert!(err.contains(danish), "{args:?}: {err}");
        }
        let (_, _, english) = run(&["extract", "--lang", "en"]);
        assert!(english.contains("file"), "{english}");
    }

    /// An output that takes nothing.
    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error_and_a_full_disk_is() {
        for (kind, status) in [(io::ErrorKind::BrokenPipe, DONE), (io::ErrorKind::StorageFull, PARTLY)] {
            let mut err = Vec::new();
            let started = start(["--version".into()], &mut Closed(kind), &mut err, &Sketcher);
            assert_eq!(started, Start::Done(status));
            assert_eq!(err.is_empty(), status == DONE);
        }
    }
}
