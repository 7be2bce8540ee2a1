//! Files in folders and ZIP archives, within bounds on their number, depth and size.

use super::error::ReadError;
use super::{MAX_BYTES, sniff};
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// The most files that one folder or archive gives.
pub const FILES: usize = 5000;
/// How deep folders, or archives in archives, are gone into.
const DEPTH: usize = 8;
/// What all files of one archive may unpack to, in bytes.
const TOTAL: u64 = 1024 * 1024 * 1024;
/// Endings of the files that are looked for. What a file is, its content decides.
const ENDINGS: [&str; 12] = ["txt", "text", "md", "pdf", "docx", "odt", "ods", "html", "htm", "xlsx", "csv", "zip"];

/// The readable files of a folder and the folders in it, in order of their paths.
///
/// # Errors
/// [`ReadError::Folder`] where it holds none; [`ReadError::Denied`], [`ReadError::Missing`] or [`ReadError::Io`] where
/// the folder itself cannot be read.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    std::fs::read_dir(folder)?;
    let mut files = Vec::new();
    let mut open = vec![(folder.to_path_buf(), 0)];
    while let Some((folder, depth)) = open.pop() {
        // A folder that cannot be read costs only itself.
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            // Links are not followed into folders: they may lead round in a circle.
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && depth < DEPTH && !is_hidden(&path) {
                open.push((path, depth + 1));
            } else if !kind.is_dir() && path.is_file() && is_wanted(&path) {
                files.push(path);
            }
            if files.len() > FILES * 4 {
                break;
            }
        }
    }
    files.sort();
    files.truncate(FILES);
    if files.is_empty() { Err(ReadError::Folder) } else { Ok(files) }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '_', '~']))
}

fn is_wanted(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    !is_hidden(path) && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// True for a ZIP archive of files, as opposed to a document that is zipped inside.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    sniff::sniff(bytes, "") == Ok(sniff::Kind::Archive)
}

/// Hands each readable file of an archive, and of archives in it, to `take`: its path in the archive and its bytes, or
/// why it cannot be had. In the archive's order; `take` returns false to stop.
///
/// # Errors
/// [`ReadError::Damaged`] where the archive has no readable list of files, [`ReadError::Folder`] where it holds no file
/// that is looked for.
pub fn for_each_file(
    bytes: &[u8],
    take: &mut dyn FnMut(&str, Result<Vec<u8>, ReadError>) -> bool,
) -> Result<(), ReadError> {
    let mut seen = Seen { files: 0, bytes: 0, stopped: false };
    walk(bytes, "", 0, &mut seen, take)?;
    if seen.files == 0 { Err(ReadError::Folder) } else { Ok(()) }
}

struct Seen {
    files: usize,
    bytes: u64,
    stopped: bool,
}

fn walk(
    bytes: &[u8],
    folder: &str,
    depth: usize,
    seen: &mut Seen,
    take: &mut dyn FnMut(&str, Result<Vec<u8>, ReadError>) -> bool,
) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| ReadError::Damaged(error.to_string()))?;
    for index in 0..archive.len() {
        if seen.stopped {
            return Ok(());
        }
        let Some(Ok(name)) = archive.name_for_index(index) else { continue };
        if name.ends_with('/') || !is_wanted(Path::new(&*name)) {
            continue;
        }
        let name = format!("{folder}{name}");
        let content = match archive.by_index(index) {
            Ok(file) => {
                let mut content = Vec::new();
                // The declared size is a claim: what is unpacked is counted.
                let limit = MAX_BYTES.min(TOTAL - seen.bytes);
                let read = file.take(limit + 1).read_to_end(&mut content);
                seen.bytes = (seen.bytes + content.len() as u64).min(TOTAL);
                match read {
                    _ if content.len() as u64 > limit => Err(ReadError::TooLarge { limit }),
                    Err(error) => Err(ReadError::Damaged(error.to_string())),
                    Ok(_) => Ok(content),
                }
            }
            // Encrypted, or packed in a way that is not known.
            Err(zip::result::ZipError::UnsupportedArchive(_)) => Err(ReadError::Password),
            Err(error) => Err(ReadError::Damaged(error.to_string())),
        };
        if let Ok(inner) = &content
            && is_archive(inner)
        {
            if depth < DEPTH {
                // A damaged archive in an archive is one file that cannot be had.
                if let Err(error) = walk(inner, &format!("{name}/"), depth + 1, seen, take) {
                    seen.files += 1;
                    seen.stopped |= !take(&name, Err(error));
                }
                continue;
            }
            seen.files += 1;
            seen.stopped |= !take(&name, Err(ReadError::Limit("nesting")));
            continue;
        }
        seen.files += 1;
        seen.stopped |= !take(&name, content);
        if seen.files >= FILES || seen.bytes >= TOTAL {
            seen.stopped = true;
            take(folder, Err(ReadError::Limit("files")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for_each_file(bytes, &mut |name, content| {
            names.push(match content {
                Ok(content) => format!("{name} {}", content.len()),
                Err(error) => format!("{name} {}", error.key()),
            });
            true
        })
        .unwrap();
        names
    }

    #[test]
    fn archives_give_their_files_and_those_of_archives_in_them() {
        let inner = zipped(&[("c.txt", b"tre"), ("billede.png", b"x")]);
        let outer = zipped(&[("a/b.txt", b"to"), ("d.zip", &inner), ("__MACOSX", b"x"), ("e.txt", b"fem")]);
        assert_eq!(names(&outer), ["a/b.txt 2", "d.zip/c.txt 3", "e.txt 3"]);
        let mut none = |_: &str, _: Result<Vec<u8>, ReadError>| true;
        assert_eq!(for_each_file(&zipped(&[("x.png", b"x")]), &mut none), Err(ReadError::Folder));
    }

    #[test]
    fn archives_in_archives_end() {
        let mut bytes = zipped(&[("a.txt", b"x")]);
        for _ in 0..20 {
            bytes = zipped(&[("n.zip", &bytes)]);
        }
        let names = names(&bytes);
        assert!(names.len() == 1 && names[0].ends_with("read-limit"), "{names:?}");
    }

    #[test]
    fn folders_are_gone_into() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("2019/maj")).unwrap();
        for name in ["2019/maj/b.txt", "a.pdf", "x.exe", ".skjult.txt"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let files = files_in(folder.path()).unwrap();
        let expected = ["2019/maj/b.txt", "a.pdf"].map(|name| folder.path().join(name));
        assert_eq!(files, expected);
        assert_eq!(files_in(&folder.path().join("væk")), Err(ReadError::Missing));
    }
}
