//! The files of a call, read two at a time and handed on in their order; what could not be read is told and the
//! others go on.

use super::{Context, DONE, PARTLY};
use crate::hands::{Hands, stay_on};
use crate::lang::{Lang, message};
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::Caveat;
use crate::read::error::ReadError;
use crate::worker::reading;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// The variable that may hold the password of encrypted PDFs.
const PASSWORD: &str = "SIDESTIL_PASSWORD";
/// How many files are read at the same time.
const THREADS: usize = 2;
/// So many readings wait at most on each thread to be taken: what bounds the memory of a call with many files.
const AHEAD: usize = 4;

/// Reads each file (of a folder or archive: each readable file in it) and hands it on. Files that could not be read, or only in
/// part, get one line each on `err`. Returns the exit status. The documents' hashes are left out: rows do not show them.
///
/// # Errors
/// Where `out` or `err` cannot be written.
pub fn each(
    files: &[PathBuf],
    context: &mut Context<'_>,
    take: impl FnMut(Reading, &mut Context<'_>) -> io::Result<()>,
) -> io::Result<u8> {
    read_each(files, context, true, take)
}

fn read_each(
    files: &[PathBuf],
    context: &mut Context<'_>,
    unhashed: bool,
    mut take: impl FnMut(Reading, &mut Context<'_>) -> io::Result<()>,
) -> io::Result<u8> {
    let mut status = DONE;
    // Not an argument: those stand in the list of processes and in the history of calls.
    let password = std::env::var(PASSWORD).ok();
    read_in_order(&listed(files), password.as_deref(), unhashed, |file, read| match read {
        Ok(reading) => {
            let lost = caveats(&reading.document.caveats, context.lang);
            take(reading, context)?;
            if !lost.is_empty() {
                status = PARTLY;
                context.complain(&format!("{}: {}", file.display(), lost.join(" ")))?;
            }
            Ok(())
        }
        Err(error) => {
            status = PARTLY;
            context.complain(&unread(file, &error, context.lang))
        }
    })?;
    Ok(status)
}

/// A file, or a folder or archive that could not be looked into.
type Listed = (PathBuf, Result<(), ReadError>);

/// The files of a call, those of folders and archives in their place. A file named twice, say alone and with its
/// folder, counts once.
fn listed(files: &[PathBuf]) -> Vec<Listed> {
    let mut listed = Vec::new();
    let mut seen = BTreeSet::new();
    for path in files {
        let found = if reading::is_collection(path) { reading::files_in(path) } else { Ok(vec![path.clone()]) };
        match found {
            Ok(found) => {
                for file in found {
                    if seen.insert(std::fs::canonicalize(&file).unwrap_or_else(|_| file.clone())) {
                        listed.push((file, Ok(())));
                    }
                }
            }
            Err(error) => listed.push((path.clone(), Err(error))),
        }
    }
    listed
}

/// Reads files, a few at the same time, and hands them on in their order.
fn read_in_order(
    files: &[Listed],
    password: Option<&str>,
    unhashed: bool,
    mut take: impl FnMut(&Path, Result<Reading, ReadError>) -> io::Result<()>,
) -> io::Result<()> {
    let possible = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let threads = possible.min(files.len());
    // A file that is alone has all of them.
    let hands = if threads < possible { Hands::Two } else { Hands::One };
    let read = |(path, listed): &Listed| {
        let side_by_side = threads > 1;
        let options = reading::Options { password, side_by_side, hands, unhashed, ..reading::Options::default() };
        listed.clone().and_then(|()| reading::read_file_with(path, options))
    };
    if threads < 2 {
        return files.iter().try_for_each(|file| take(&file.0, read(file)));
    }
    std::thread::scope(|scope| {
        let mut lanes = Vec::new();
        for lane in 0..threads {
            let (send, lane_of) = sync_channel(AHEAD);
            lanes.push(lane_of);
            scope.spawn(move || {
                stay_on(lane, threads);
                // Where nobody takes a reading any more, no further file is read.
                files.iter().skip(lane).step_by(threads).all(|file| send.send(read(file)).is_ok())
            });
        }
        for (index, file) in files.iter().enumerate() {
            take(&file.0, lanes[index % threads].recv().unwrap_or(Err(ReadError::Crashed)))?;
        }
        Ok(())
    })
}

/// All readings at once, for commands that compare documents; with the exit status so far.
///
/// # Errors
/// Where `err` cannot be written.
pub fn all(files: &[PathBuf], context: &mut Context<'_>) -> io::Result<(Vec<Reading>, u8)> {
    let mut readings = Vec::new();
    let status = read_each(files, context, false, |reading, _| {
        readings.push(reading);
        Ok(())
    })?;
    Ok((readings, status))
}

/// Readings with their numbers, in the order of the call.
#[must_use]
pub fn numbered(readings: &[Reading]) -> Vec<(DocumentId, &Reading)> {
    readings.iter().enumerate().map(|(n, reading)| (DocumentId(n as u32), reading)).collect()
}

/// The line about a file that was not read: the file, what is wrong with it, what to do.
fn unread(path: &Path, error: &ReadError, lang: Lang) -> String {
    format!("{}: {}", path.display(), message::plain(&reading::message(error), lang))
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
    fn many_files_come_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let name = |n: usize| format!("{n:02}.txt");
        let files: Vec<PathBuf> = (0..24).map(|n| folder.path().join(name(n))).collect();
        for (n, file) in files.iter().enumerate().filter(|(n, _)| n % 8 != 3) {
            std::fs::write(file, format!("Referat nummer {n}. ").repeat(1 + 40 * (n % 5))).unwrap();
        }
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut context = Context { lang: Lang::Da, out: &mut out, err: &mut err };
        let (readings, status) = all(&files, &mut context).unwrap();
        let names: Vec<String> = readings.iter().map(|reading| reading.document.name.clone()).collect();
        assert_eq!(names, (0..24).filter(|n| n % 8 != 3).map(name).collect::<Vec<_>>());
        assert_eq!((status, String::from_utf8(err).unwrap().lines().count()), (PARTLY, 3));
    }

    #[test]
    fn what_is_lost_is_said() {
        let lost = caveats(&[Caveat::PagesLost(vec![2, 5]), Caveat::LettersGuessed, Caveat::Incomplete], Lang::Da);
        assert_eq!(lost.len(), 2);
        assert!(lost[0].contains("2, 5"), "{lost:?}");
    }
}
