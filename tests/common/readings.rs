//! Readings made by hand for tests: figures without a document's text.

use sidestil::model::figure::{Figure, Gap, GapKind, Hedge, HedgeKind, Measure, Origin, Place, Source, Topic, Unit};
use sidestil::model::finding::Report;
use sidestil::model::meeting::Meeting;
use sidestil::model::reading::{DocumentId, Extraction, Reading};
use sidestil::model::source::{Document, Format, Span};

/// A stated, certain figure; appeals, or caseload where the measure belongs there.
#[must_use]
pub fn figure(place: &str, period: &str, scope: &str, measure: Measure, value: f64, decimals: u8) -> Figure {
    use Measure::{CasesPerFte, Fte, RecommendedHigh, RecommendedLow, TotalCases};
    let (topic, unit) = match measure {
        CasesPerFte | RecommendedLow | RecommendedHigh => (Topic::Caseload, Unit::CasesPerFte),
        Fte => (Topic::Caseload, Unit::Fte),
        TotalCases => (Topic::Caseload, Unit::Count),
        _ if measure.key().ends_with("_rate") => (Topic::Appeals, Unit::Percent),
        _ => (Topic::Appeals, Unit::Count),
    };
    Figure {
        place: Some(Place::new(place.to_owned())),
        period: Some(period.parse().expect("a period that the test spells")),
        topic,
        scope: scope.to_owned(),
        measure,
        value,
        decimals,
        unit,
        hedge: None,
        origin: Origin::Stated(source()),
        doubts: Vec::new(),
        item: None,
    }
}

fn source() -> Source {
    let nowhere = Span { start: 0, end: 0 };
    Source { value: nowhere, passage: nowhere, heads: Vec::new() }
}

#[must_use]
pub fn hedged(figure: Figure, word: &str, kind: HedgeKind) -> Figure {
    Figure { hedge: Some(Hedge { word: word.to_owned(), kind }), ..figure }
}

/// Upheld, remanded, changed and, where told, dismissed.
#[must_use]
pub fn outcomes(place: &str, period: &str, scope: &str, counts: [u32; 3], dismissed: Option<u32>) -> Vec<Figure> {
    let measures = [Measure::Upheld, Measure::Remanded, Measure::Changed];
    let told = measures.into_iter().zip(counts).chain(dismissed.map(|n| (Measure::Dismissed, n)));
    told.map(|(measure, n)| figure(place, period, scope, measure, f64::from(n), 0)).collect()
}

#[must_use]
pub fn rate(place: &str, period: &str, scope: &str, value: f64, decimals: u8) -> Figure {
    figure(place, period, scope, Measure::ReversalRate, value, decimals)
}

/// An empty cell of a caseload table.
#[must_use]
pub fn blank(place: &str, period: &str, scope: &str) -> Gap {
    Gap {
        place: Some(Place::new(place.to_owned())),
        period: Some(period.parse().expect("a period that the test spells")),
        topic: Topic::Caseload,
        scope: scope.to_owned(),
        measure: Measure::CasesPerFte,
        kind: GapKind::Blank,
        source: source(),
    }
}

/// The reading of a document of this municipality.
#[must_use]
pub fn reading(municipality: &str, date: &str, figures: Vec<Figure>, gaps: Vec<Gap>) -> Reading {
    let meeting = Meeting {
        municipality: Some(municipality.to_owned()),
        committee: Some("Socialudvalget".to_owned()),
        date: date.parse().ok(),
        ..Meeting::default()
    };
    Reading {
        document: Document::new(format!("{municipality}-{date}.txt"), Format::Text, String::new()).into(),
        extraction: Extraction { meeting, figures, gaps },
        report: Report::default(),
    }
}

/// What three real committees were told, in figures: other years, scopes and bases in each.
#[must_use]
pub fn three_appeals() -> Vec<Reading> {
    let mut rodovre = outcomes("Rødovre", "2023", "Alle", [156, 48, 19], Some(26));
    rodovre.push(hedged(rate("Rødovre", "2023", "Alle", 27.0, 0), "knap", HedgeKind::JustBelow));
    rodovre.push(hedged(rate("Hele landet", "2023", "Alle", 27.0, 0), "knap", HedgeKind::JustBelow));
    rodovre.push(hedged(rate("Rødovre", "2022", "Alle", 26.0, 0), "knap", HedgeKind::JustBelow));
    let mut lejre = outcomes("Lejre", "2018", "Alle", [83, 24, 21], Some(10));
    lejre.extend(outcomes("Hele landet", "2018", "Alle", [18652, 4436, 3739], Some(2434)));
    lejre.push(rate("Lejre", "2018", "Alle", 35.0, 0));
    lejre.push(rate("Lejre", "2017", "Alle", 34.0, 0));
    lejre.push(rate("Hele landet", "2018", "Alle", 30.0, 0));
    lejre.push(rate("Hele landet", "2017", "Alle", 30.0, 0));
    lejre.push(rate("Roskilde", "2018", "SEL", 28.0, 0));
    lejre.push(figure("Roskilde", "2018", "SEL", Measure::Considered, 116.0, 0));
    let mut hvidovre = outcomes("Hvidovre", "2021", "SEL", [70, 13, 3], None);
    hvidovre.push(rate("Hvidovre", "2021", "SEL", 19.0, 0));
    hvidovre.push(rate("Hele landet", "2021", "SEL", 31.8, 1));
    hvidovre.push(rate("Hvidovre", "2020", "SEL", 34.0, 0));
    hvidovre.push(rate("Hele landet", "2020", "SEL", 36.2, 1));
    vec![
        reading("Rødovre", "2024-05-14", rodovre, Vec::new()),
        reading("Lejre", "2019-05-08", lejre, Vec::new()),
        reading("Hvidovre", "2022-09-05", hvidovre, Vec::new()),
    ]
}

/// Nine municipalities and seven target groups, three cells empty; totals, and four guidelines of which one is joint.
#[must_use]
pub fn caseload_table() -> Reading {
    const PLACES: [&str; 9] =
        ["Tårnby", "Hvidovre", "Furesø", "Rødovre", "Egedal", "Brøndby", "Glostrup", "Herlev", "Albertslund"];
    const NONE: f64 = -1.0;
    const GROUPS: [(&str, [f64; 9]); 7] = [
        ("Almindelige sygedagpenge", [55.0, 61.0, 68.0, 51.0, 67.0, 64.0, 68.0, 93.0, 49.0]),
        ("Jobafklaringsforløb", [52.0, 59.0, 83.0, 43.0, 44.0, 54.0, 78.0, 26.0, 30.0]),
        ("A-dagpenge", [97.0, 101.0, 88.0, 104.0, 97.0, 32.0, 133.0, 55.0, 79.0]),
        ("Jobparate, Integration", [66.0, 101.0, 51.0, 78.0, 63.0, 125.0, 48.0, NONE, 71.0]),
        ("Aktivitetsparate + Revalidender", [48.0, 54.0, 55.0, 52.0, 37.5, 19.0, 46.0, 51.0, 68.6]),
        ("Borgere i ressourceforløb", [37.0, 35.0, 45.0, 49.0, 46.0, 55.0, NONE, NONE, 28.0]),
        ("Fleksjobbere + LY", [192.0, 175.0, 187.0, 130.0, 128.0, 80.0, 213.0, 76.0, 200.0]),
    ];
    const CASES: [f64; 9] = [3603.0, 4164.0, 1807.0, 2755.0, 2006.0, 3505.0, 1742.0, 1984.0, 2140.0];
    const STAFF: [f64; 9] = [84.4, 85.9, 45.4, 73.5, 55.5, 106.72, 48.0, 52.0, 57.9];
    const AVERAGE: [f64; 9] = [42.7, 48.5, 39.8, 37.5, 36.1, 32.8, 36.3, 38.2, 36.9];
    const GUIDELINES: [(&str, f64, f64, f64); 4] = [
        ("Jobparate borgere over 30 år", 35.0, 55.0, 101.0),
        ("Aktivitetsparate borgere over 30 år", 30.0, 50.0, 54.0),
        ("Sygedagpengeområdet", 35.0, 50.0, 61.0),
        ("Ressourceforløb, fleksjob mm", 30.0, 45.0, 35.0),
    ];
    let decimals = |value: f64| {
        if value.fract() == 0.0 {
            0
        } else if (value * 10.0).fract().abs() < 1e-6 {
            1
        } else {
            2
        }
    };
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    for (group, values) in GROUPS {
        for (place, value) in PLACES.into_iter().zip(values) {
            if value == NONE {
                gaps.push(blank(place, "2022", group));
            } else {
                figures.push(figure(place, "2022", group, Measure::CasesPerFte, value, decimals(value)));
            }
        }
    }
    for (n, place) in PLACES.into_iter().enumerate() {
        figures.push(figure(place, "2022", "Alle", Measure::TotalCases, CASES[n], 0));
        figures.push(figure(place, "2022", "Alle", Measure::Fte, STAFF[n], decimals(STAFF[n])));
        figures.push(figure(place, "2022", "Alle", Measure::CasesPerFte, AVERAGE[n], 1));
    }
    for (label, low, high, own) in GUIDELINES {
        let issuer = "Dansk Socialrådgiverforening";
        figures.push(figure(issuer, "2022", label, Measure::RecommendedLow, low, 0));
        figures.push(figure(issuer, "2022", label, Measure::RecommendedHigh, high, 0));
        figures.push(figure("Hvidovre", "2022", label, Measure::CasesPerFte, own, 0));
    }
    figures.push(figure("Brøndby", "2022", "aktivitetsparate", Measure::CasesPerFte, 19.0, 0));
    reading("Hvidovre", "2022-09-05", figures, gaps)
}

/// Invented documents of so many municipalities, each with so many years of appeals, and one caseload table of all.
#[must_use]
pub fn many(municipalities: u32, years: u32) -> Vec<Reading> {
    let all = sidestil::data::municipalities::all();
    let mut table = Vec::new();
    let mut readings: Vec<Reading> = Vec::new();
    for n in 0..municipalities {
        let place = all[n as usize % all.len()].name.clone();
        let mut figures = Vec::new();
        for year in 0..years {
            let period = (2023 - year).to_string();
            let counts = [20 + n * 7 % 300, 3 + (n + year) * 5 % 90, (n + year) * 3 % 40];
            figures.extend(outcomes(&place, &period, "Alle", counts, Some(n * 11 % 60)));
            figures.push(rate("Hele landet", &period, "Alle", 28.0 + f64::from(year), 1));
        }
        for (group, spread) in [("Sygedagpenge", 40), ("Jobparate", 60), ("Aktivitetsparate", 50), ("Fleksjob", 200)] {
            let value = 20 + n * 13 % spread;
            table.push(figure(&place, "2022", group, Measure::CasesPerFte, f64::from(value), 0));
        }
        table.push(figure(&place, "2022", "Alle", Measure::TotalCases, f64::from(900 + n * 37), 0));
        readings.push(reading(&place, "2024-05-14", figures, Vec::new()));
    }
    readings.push(reading("Lejre", "2022-09-05", table, Vec::new()));
    readings
}

/// Municipalities with long names whose appeals and caseloads are split into so many scopes: laws, paragraphs, committees.
#[must_use]
pub fn split(municipalities: u32, scopes: u32) -> Vec<Reading> {
    let mut all: Vec<&str> = sidestil::data::municipalities::all().iter().map(|one| one.name.as_str()).collect();
    all.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let place = |n: u32| all[n as usize % all.len()];
    let part = |n: u32| match n % 4 {
        0 => format!("SEL § {}", 41 + n),
        1 => format!("Lov om en aktiv beskæftigelsesindsats kapitel {n}"),
        2 => format!("SEL · Center for Børn, Unge og Familier, afdeling {n}"),
        _ => format!("Beskæftigelses-, Integrations- og {n}. udvalget"),
    };
    let readings = (0..municipalities).map(|n| {
        let mut figures = outcomes(place(n), "2023", "Alle", [20 + n, 8, 5 + n % 9], Some(n % 7));
        figures.extend(outcomes("Hele landet", "2023", "Alle", [17000, 4400, 3600], Some(2400)));
        for scope in 0..scopes {
            let counts = [(n * 7 + scope) % 40, (n + scope) % 13, (n * scope) % 9];
            figures.extend(outcomes(place(n), "2023", &part(scope), counts, None));
            let load = f64::from(20 + (n * 13 + scope * 5) % 180);
            figures.push(figure(
                place(n),
                "2022",
                &format!("Målgruppe {}", part(scope)),
                Measure::CasesPerFte,
                load,
                0,
            ));
        }
        reading(place(n), "2024-05-14", figures, Vec::new())
    });
    readings.collect()
}

/// The readings numbered as a window would.
#[must_use]
pub fn numbered(readings: &[Reading]) -> Vec<(DocumentId, &Reading)> {
    readings.iter().enumerate().map(|(n, reading)| (DocumentId(n as u32), reading)).collect()
}
