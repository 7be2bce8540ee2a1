//! Runs the program itself: what goes to standard output and standard error, and with which status it ends.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Status, standard output and standard error of a call.
fn sidestil(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sidestil"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    let done = command.args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples")
}

#[test]
fn the_samples_give_figures_that_a_reader_of_csv_understands() {
    let (status, out, err) = sidestil([OsStr::new("extract"), samples().as_os_str()]);
    assert_eq!((status, err.as_str()), (0, ""));
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header, sidestil::export::rows::HEADER);
    let column = |name: &str| header.iter().position(|head| head == name).unwrap();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        assert!(row[column("value")].parse::<f64>().is_ok(), "{row:?}");
        assert!(row[column("line")].parse::<u32>().is_ok(), "{row:?}");
        assert!(row.iter().all(|cell| !cell.contains('\n')), "{row:?}");
        assert!(!row[column("quote")].is_empty(), "{row:?}");
        let certain = match &row[column("certainty")] {
            "certain" => true,
            "uncertain" => false,
            other => panic!("{other}"),
        };
        assert_eq!(certain, row[column("reason")].is_empty(), "{row:?}");
        assert!(!certain || !row[column("place")].is_empty() && !row[column("period")].is_empty(), "{row:?}");
        assert_eq!(&row[column("origin")], "stated");
        rows += 1;
    }
    assert!(rows > 200, "{rows} rows");
    let again = sidestil([OsStr::new("extract"), samples().as_os_str()]);
    assert_eq!(again.1, out, "the same files give the same bytes");
}

#[test]
fn json_lines_are_json_and_have_all_rows_of_the_csv() {
    let (_, csv, _) = sidestil([OsStr::new("extract"), samples().as_os_str()]);
    let (status, out, _) =
        sidestil([OsStr::new("extract"), samples().as_os_str(), "--format".as_ref(), "jsonl".as_ref()]);
    assert_eq!(status, 0);
    let rows: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let values = rows.iter().filter(|row| row["state"] == "value").count();
    assert_eq!(values, csv.lines().count() - 1);
    assert!(rows.iter().all(|row| row["state"] != "value" || !row["text"].as_str().unwrap().is_empty()));
    assert!(rows.iter().any(|row| row["state"] != "value"), "the benchmark has three empty cells");
}

#[test]
fn each_file_that_cannot_be_read_has_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("tom.txt"), "").unwrap();
    std::fs::write(at("billede.txt"), [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0, 1, 2, 3])
        .unwrap();
    std::fs::write(at("uden.txt"), "Husk mælk og brød.").unwrap();
    std::fs::create_dir(at("mappe")).unwrap();
    std::fs::File::create(at("stor.txt")).unwrap().set_len(sidestil::read::MAX_BYTES + 1).unwrap();
    let good = samples().join("rodovre-klager-2023.txt");
    let bad = [at("tom.txt"), at("billede.txt"), at("væk.txt"), at("mappe"), at("stor.txt")];
    let mut args = vec!["extract".into()];
    args.extend(bad.iter().map(|path| path.clone().into_os_string()));
    args.extend([at("uden.txt").into_os_string(), good.into_os_string()]);
    let (status, out, err) = sidestil(&args);
    assert_eq!(status, 1, "{err}");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), bad.len(), "{err}");
    for (line, path) in lines.iter().zip(&bad) {
        let rest = line.strip_prefix(&format!("{}: ", path.display())).unwrap_or_else(|| panic!("{line}"));
        assert!(rest.ends_with('.') && rest.len() > 20, "{line}");
    }
    assert!(lines[4].contains("256"), "the limit is told: {}", lines[4]);
    assert!(out.contains("rodovre-klager-2023.txt,Rødovre,2023,appeals,Alle,decided,249,"), "{out}");
}

#[test]
fn a_file_without_figures_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uden.txt");
    std::fs::write(&path, "Husk mælk og brød.").unwrap();
    let (status, out, err) = sidestil([OsStr::new("extract"), path.as_os_str()]);
    assert_eq!((status, out.lines().count(), err.as_str()), (0, 1, ""));
}

#[test]
fn without_a_display_it_says_so_in_one_line() {
    let (status, out, err) = sidestil([samples().as_os_str()]);
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains("sidestil extract") && !err.contains("panicked"), "{err}");
}

#[test]
fn every_command_answers_on_the_samples() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("klageudfald.svg");
    for (command, least) in [("minutes", 5), ("check", 1)] {
        let (status, out, err) = sidestil([OsStr::new(command), samples().as_os_str()]);
        assert_eq!((status, err.as_str()), (0, ""), "{command}");
        assert!(out.lines().count() >= least, "{command}: {out}");
    }
    let (status, _, err) = sidestil([OsStr::new("chart"), samples().as_os_str(), "-o".as_ref(), picture.as_os_str()]);
    assert_eq!(status, 0, "{err}");
    let drawn = std::fs::read_to_string(&picture).unwrap();
    assert!(drawn.contains("<svg") && drawn.contains("Rødovre"), "{}", &drawn[..200.min(drawn.len())]);
}
