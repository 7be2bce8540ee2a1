//! The files of a call, read one after another; what could not be read is told and the others go on.

use super::{Context, DONE, PARTLY};
use crate::lang::Lang;
use crate::model::finding::Message;
use crate::model::reading::Reading;
use crate::model::source::Caveat;
use crate::read::error::ReadError;
use crate::worker::reading;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// The variable that may hold the password of encrypted PDFs.
const PASSWORD: &str = "SIDESTIL_PASSWORD";

/// Reads each file (of a folder or archive: each readable file in it) and hands it on. Files that could not be read, or only in
/// part, get one line each on `err`. Returns the exit status.
///
/// # Errors
/// Where `out` or `err` cannot be written.
pub fn each(
    files: &[PathBuf],
    context: &mut Context<'_>,
    mut take: impl FnMut(Reading, &mut Context<'_>) -> io::Result<()>,
) -> io::Result<u8> {
    let mut status = DONE;
    let mut seen = BTreeSet::new();
    // Not an argument: those stand in the list of processes and in the history of calls.
    let password = std::env::var(PASSWORD).ok();
    let options = reading::Options { password: password.as_deref(), ..reading::Options::default() };
    for path in files {
        let found = if reading::is_collection(path) { reading::files_in(path) } else { Ok(vec![path.clone()]) };
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                status = PARTLY;
                context.complain(&unread(path, &error, context.lang))?;
                continue;
            }
        };
        for file in found {
            // A file named twice, say alone and with its folder, counts once.
            if !seen.insert(std::fs::canonicalize(&file).unwrap_or_else(|_| file.clone())) {
                continue;
            }
            match reading::read_file_with(&file, options) {
                Ok(reading) => {
                    let lost = caveats(&reading.document.caveats, context.lang);
                    take(reading, context)?;
                    if !lost.is_empty() {
                        status = PARTLY;
                        context.complain(&format!("{}: {}", file.display(), lost.join(" ")))?;
                    }
                }
                Err(error) => {
                    status = PARTLY;
                    context.complain(&unread(&file, &error, context.lang))?;
                }
            }
        }
    }
    Ok(status)
}

/// All readings at once, for commands that compare documents; with the exit status so far.
///
/// # Errors
/// Where `err` cannot be written.
pub fn all(files: &[PathBuf], context: &mut Context<'_>) -> io::Result<(Vec<Reading>, u8)> {
    let mut readings = Vec::new();
    let status = each(files, context, |reading, _| {
        readings.push(reading);
        Ok(())
    })?;
    Ok((readings, status))
}

/// The line about a file that was not read: the file, what is wrong with it, what to do.
fn unread(path: &Path, error: &ReadError, lang: Lang) -> String {
    format!("{}: {}", path.display(), say(&reading::message(error), lang))
}

/// A message of the catalogue in one language.
#[must_use]
pub fn say(message: &Message, lang: Lang) -> String {
    let values: Vec<_> = message.values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
    lang.text_with(message.key, &values)
}

/// What is missing of a document that was read only in part, a sentence each. Guessed letters are no loss: the
/// figures made of them say so themselves.
fn caveats(caveats: &[Caveat], lang: Lang) -> Vec<String> {
    let pages = |pages: &[u32]| pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let sentence = |caveat: &Caveat| match caveat {
        Caveat::PagesLost(lost) => Some(lang.text_with("cli-pages-lost", &[("pages", pages(lost).into())])),
        Caveat::PagesScanned(lost) => Some(lang.text_with("cli-pages-scanned", &[("pages", pages(lost).into())])),
        Caveat::Incomplete => Some(lang.text("cli-incomplete")),
        Caveat::Limit(what) => Some(lang.text_with("cli-limit", &[("limit", (*what).into())])),
        Caveat::LettersGuessed => None,
    };
    caveats.iter().filter_map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Start;
    use crate::cli::tests::run;

    #[test]
    fn unread_files_are_told_and_the_others_printed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        std::fs::write(at("a.txt"), "Referat af et møde uden tal.").unwrap();
        std::fs::write(at("b.txt"), "Referat af et andet.").unwrap();
        std::fs::create_dir(at("tom")).unwrap();
        let (started, out, err) = run(&["minutes", &at("a.txt"), &at("væk.txt"), &at("tom"), &at("b.txt")]);
        assert_eq!(started, Start::Done(PARTLY));
        assert_eq!(out.lines().filter(|line| line.starts_with('{')).count(), 2, "{out}");
        let lines: Vec<&str> = err.lines().collect();
        assert_eq!(lines.len(), 2, "{err}");
        assert!(lines[0].starts_with(&at("væk.txt")) && lines[1].starts_with(&at("tom")), "{err}");
    }

    #[test]
    fn a_folder_gives_its_files_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt"] {
            std::fs::write(folder.path().join(name), format!("Referat {name}")).unwrap();
        }
        let path = folder.path().to_string_lossy().into_owned();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut context = Context { lang: Lang::Da, out: &mut out, err: &mut err };
        let files = [PathBuf::from(&path), folder.path().join("a.txt")];
        let (readings, status) = all(&files, &mut context).unwrap();
        let names: Vec<&str> = readings.iter().map(|reading| reading.document.name.as_str()).collect();
        assert_eq!((names, status), (vec!["a.txt", "b.txt"], DONE));
    }

    #[test]
    fn what_is_lost_is_said() {
        let lost = caveats(&[Caveat::PagesLost(vec![2, 5]), Caveat::LettersGuessed, Caveat::Incomplete], Lang::Da);
        assert_eq!(lost.len(), 2);
        assert!(lost[0].contains("2, 5"), "{lost:?}");
    }
}
