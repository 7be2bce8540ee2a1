//! A workspace is saved whole or not at all: a program that is killed while it saves loses nothing, 200 times.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::model::correction::{About, Correction, Facts};
use sidestil::model::figure::{Measure, Place, Topic, Unit};
use sidestil::project::workspace::{self, Workspace};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Tells this program to be the one that is killed, and where it saves.
const TARGET: &str = "SIDESTIL_TEST_SAVES_TO";
const KILLS: u32 = 200;

/// The work after this many decisions: large enough that a kill falls into the middle of a write.
fn work(decisions: u32) -> Workspace {
    let correction = |n: u32| Correction {
        document: "abc".to_owned(),
        about: About::Added(Facts {
            place: Place::new("Vejby"),
            period: "2023".parse().unwrap(),
            topic: Topic::Appeals,
            scope: "Alle".to_owned(),
            measure: Measure::Considered,
            value: f64::from(n),
            decimals: 0,
            unit: Unit::Count,
        }),
        reason: "Oplyst af forvaltningen, efterset i bilag og referat. ".repeat(4),
        time: jiff::Timestamp::UNIX_EPOCH,
    };
    let first = decisions.saturating_sub(150);
    Workspace { corrections: (first..=decisions).map(correction).collect(), ..Workspace::default() }
}

/// The last decision in a workspace.
fn last(workspace: &Workspace) -> u32 {
    match &workspace.corrections.last().unwrap().about {
        About::Added(facts) => facts.value as u32,
        other => panic!("{other:?}"),
    }
}

/// Saves more and more work, and says after each save how much is safe. It ends only by being killed.
fn save_until_killed(path: &Path) {
    let (before, mut seen) = workspace::load(path).unwrap();
    let mut decisions = last(&before);
    loop {
        decisions += 1;
        seen = workspace::save(&work(decisions), path, Some(&seen), false, jiff::Timestamp::UNIX_EPOCH).unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "safe {decisions}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_program_killed_while_it_saves_loses_nothing() {
    if let Some(path) = std::env::var_os(TARGET) {
        save_until_killed(Path::new(&path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("møde.sidestil.ron");
    workspace::save(&work(0), &path, None, false, jiff::Timestamp::UNIX_EPOCH).unwrap();
    let (mut safe, mut saves, begun) = (0, 0, Instant::now());
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_program_killed_while_it_saves_loses_nothing", "--nocapture", "--test-threads=1"])
            .env(TARGET, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told = |line: Option<std::io::Result<String>>| -> Option<u32> {
            let line = line?.ok()?;
            line.rsplit_once("safe ")?.1.trim().parse().ok()
        };
        // Once it saves, at another moment each time: before, in and after a write.
        let mut first = None;
        while first.is_none() {
            let line = lines.next();
            assert!(line.is_some(), "the saving program ended by itself");
            first = told(line);
        }
        safe = safe.max(first.unwrap());
        std::thread::sleep(Duration::from_micros(u64::from(kill) * 97 % 9000));
        child.kill().unwrap();
        child.wait().unwrap();
        let rest: Vec<u32> = lines.map_while(|line| told(Some(line))).collect();
        safe = rest.into_iter().fold(safe, u32::max);
        let (kept, _) = workspace::load(&path).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        let found = last(&kept);
        assert!(found >= safe, "kill {kill}: {safe} decisions were safe, {found} are there");
        assert_eq!(kept, work(found), "kill {kill}: half a file");
        saves += 1;
    }
    assert_eq!(saves, KILLS);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
