//! Files in folders and ZIP archives, within bounds on their number, depth and size.

use super::error::ReadError;
use super::{MAX_BYTES, sniff};
use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most files that one folder or archive gives.
pub const FILES: usize = 5000;
/// How deep folders, or archives in archives, are gone into.
const DEPTH: usize = 8;
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

/// True for a path that is a ZIP archive of files, as opposed to a document that is zipped inside.
#[must_use]
pub fn is_archive(path: &Path) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let mut start = [0; 4];
    file.read_exact(&mut start).is_ok() && start == *b"PK\x03\x04" && sniff::zip_kind(file) == Ok(sniff::Kind::Archive)
}

/// The readable files of an archive and of archives in it, as paths below the archive's own:
/// `bilag.zip/2019/maj.pdf`. [`read_member`] reads them.
///
/// # Errors
/// [`ReadError::Damaged`] without a readable list of files, [`ReadError::Folder`] where none is looked for, others
/// where the archive itself cannot be opened.
pub fn members(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut names = Vec::new();
    list(&mut open(File::open(path)?)?, "", 0, &mut names);
    names.sort();
    if names.is_empty() { Err(ReadError::Folder) } else { Ok(names.iter().map(|name| path.join(name)).collect()) }
}

/// The bytes of a file in an archive, by its path as [`members`] gives it; `None` where no part of the path is an
/// archive.
#[must_use]
pub fn read_member(path: &Path) -> Option<Result<Vec<u8>, ReadError>> {
    let archive = path.ancestors().skip(1).find(|ancestor| ancestor.is_file()).filter(|file| is_archive(file))?;
    let name: Vec<_> = path.strip_prefix(archive).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    Some(File::open(archive).map_err(ReadError::from).and_then(|file| member(&mut open(file)?, &name.join("/"), 0)))
}

fn open<R: Read + Seek>(file: R) -> Result<ZipArchive<R>, ReadError> {
    ZipArchive::new(file).map_err(|error| ReadError::Damaged(error.to_string()))
}

fn list<R: Read + Seek>(archive: &mut ZipArchive<R>, folder: &str, depth: usize, names: &mut Vec<String>) {
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else { continue };
        // A name may climb out of the archive; such a file is none of it.
        if name.ends_with('/') || name.split('/').any(|part| part == "..") || !is_wanted(Path::new(&*name)) {
            continue;
        }
        if names.len() >= FILES {
            return;
        }
        let whole = format!("{folder}{name}");
        if !is_nested(&name) {
            names.push(whole);
        } else if depth < DEPTH
            && let Ok(mut inner) = unpack(archive, index).and_then(|bytes| open(Cursor::new(bytes)))
        {
            list(&mut inner, &format!("{whole}/"), depth + 1, names);
        }
    }
}

fn is_nested(name: &str) -> bool {
    name.len() > 4 && name.as_bytes()[name.len() - 4..].eq_ignore_ascii_case(b".zip")
}

fn member<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str, depth: usize) -> Result<Vec<u8>, ReadError> {
    if let Some(index) = archive.index_for_name(name) {
        return unpack(archive, index);
    }
    let nested = name.match_indices('/').map(|(at, _)| name.split_at(at)).find(|(outer, _)| is_nested(outer));
    let Some((outer, inner)) = nested.filter(|_| depth < DEPTH) else { return Err(ReadError::Missing) };
    let index = archive.index_for_name(outer).ok_or(ReadError::Missing)?;
    member(&mut open(Cursor::new(unpack(archive, index)?))?, &inner[1..], depth + 1)
}

/// The bytes of a file. The declared size is a claim: what is unpacked is counted.
fn unpack<R: Read + Seek>(archive: &mut ZipArchive<R>, index: usize) -> Result<Vec<u8>, ReadError> {
    let file = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => ReadError::Locked,
        error => ReadError::Damaged(error.to_string()),
    })?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| ReadError::Damaged(error.to_string()))?;
    if bytes.len() as u64 > MAX_BYTES { Err(ReadError::TooLarge { limit: MAX_BYTES }) } else { Ok(bytes) }
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

    #[test]
    fn archives_give_their_files_and_those_of_archives_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let inner = zipped(&[("c.txt", b"tre"), ("billede.png", b"x")]);
        let files: [(&str, &[u8]); 5] =
            [("a/b.txt", b"to"), ("d.zip", &inner), ("__MACOSX", b"x"), ("../ud.txt", b"x"), ("e.txt", b"fem")];
        std::fs::write(at("alt.zip"), zipped(&files)).unwrap();
        std::fs::write(at("tom.zip"), zipped(&[("x.png", b"x")])).unwrap();
        std::fs::write(at("f.txt"), "x").unwrap();
        assert!(is_archive(&at("alt.zip")) && !is_archive(&at("f.txt")) && !is_archive(folder.path()));
        let members = members(&at("alt.zip")).unwrap();
        assert_eq!(members, ["alt.zip/a/b.txt", "alt.zip/d.zip/c.txt", "alt.zip/e.txt"].map(at));
        let texts: Vec<Vec<u8>> = members.iter().map(|member| read_member(member).unwrap().unwrap()).collect();
        assert_eq!(texts, [b"to".to_vec(), b"tre".to_vec(), b"fem".to_vec()]);
        assert_eq!(super::members(&at("tom.zip")), Err(ReadError::Folder));
        assert_eq!(read_member(&at("alt.zip/x.txt")), Some(Err(ReadError::Missing)));
        assert_eq!(read_member(&at("f.txt/x.txt")), None);
    }

    #[test]
    fn archives_in_archives_end() {
        let folder = tempfile::tempdir().unwrap();
        let mut bytes = zipped(&[("a.txt", b"x")]);
        for _ in 0..20 {
            bytes = zipped(&[("n.zip", &bytes)]);
        }
        let path = folder.path().join("dyb.zip");
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(members(&path), Err(ReadError::Folder));
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
