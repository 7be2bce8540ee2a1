//! What the checks say, as sentences: a message's key in the catalogue, its numbers as each language writes them.

use super::{Lang, number, term};
use crate::model::finding::{Message, Rule};
use crate::model::period::Period;
use fluent_bundle::FluentValue;

/// The sentence of a finding or of a passed check.
#[must_use]
pub fn sentence(message: &Message, lang: Lang) -> String {
    let values: Vec<(&str, FluentValue<'_>)> =
        message.values.iter().map(|(name, value)| (*name, FluentValue::from(shown(name, value, lang)))).collect();
    // A unit may end in a full stop of its own.
    lang.text_with(message.key, &values).replace("pct..", "pct.")
}

/// The sentence of a message about files and work: its values are names, printed as they are.
#[must_use]
pub fn plain(message: &Message, lang: Lang) -> String {
    let values: Vec<_> =
        message.values.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
    lang.text_with(message.key, &values)
}

/// The canonical numbers of a text (decimal point, no thousands sign) as the language writes them. Whole numbers of
/// four digits stay as they are, for they may be years.
#[must_use]
pub fn numbers(text: &str, lang: Lang) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, tail) = rest.split_at(start);
        let end = tail.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(tail.len());
        let (number, after) = tail.split_at(end);
        let (number, dot) = number.strip_suffix('.').map_or((number, ""), |number| (number, "."));
        // A hyphen right before a number is its minus, unless it joins two numbers.
        // One that joins two numbers is a range; a code such as 2022-04 keeps its hyphen.
        let joins = before == "-" && !out.is_empty() && !number.starts_with('0');
        match before.strip_suffix('-').filter(|left| !left.is_empty() || out.is_empty()) {
            _ if joins => out.push('\u{2013}'),
            Some(left) if !left.ends_with(char::is_alphanumeric) => {
                out.push_str(left);
                out.push('\u{2212}');
            }
            _ => out.push_str(before),
        }
        // What may be a year stays as it is, and so does the month of a code, which has a nought before it.
        let as_is = !number.contains('.') && (number.len() == 4 || number.len() > 1 && number.starts_with('0'));
        out.push_str(&if as_is { number.to_owned() } else { localised(number, lang) });
        out.push_str(dot);
        rest = after;
    }
    out.push_str(rest);
    out.replace(" %", if lang == Lang::En { "%" } else { " pct." })
}

/// What the values of findings hold beside numbers: periods, names of measures and scopes, places in a document. Every
/// other value that is a number is the language's.
fn shown(name: &str, value: &str, lang: Lang) -> String {
    match name {
        "parts" => value.split(" + ").map(|part| localised(part, lang)).collect::<Vec<_>>().join(" + "),
        "others" | "groups" | "series" => numbers(value, lang),
        "year" => value.parse::<Period>().map_or_else(|_| value.to_owned(), |period| term::period(lang, period)),
        _ if name.ends_with("year") || name == "line" => value.to_owned(),
        "date" => value.parse().map_or_else(|_| value.to_owned(), |date| term::date(lang, date)),
        "area" if value == "all groups" => lang.text("check-all-groups"),
        "area" if value == "all" => lang.text("check-all"),
        "area" => term::scope(lang, value),
        "measure" | "measures" => {
            value.split(", ").map(|key| term::term(lang, "app-measure", key)).collect::<Vec<_>>().join(", ")
        }
        "unit_name" => spaced(&term::term(lang, "app-unit", value)),
        "at" => place(lang, value),
        "sources" => value.lines().map(|source| quoted(lang, source)).collect::<Vec<_>>().join("; "),
        _ => localised(value, lang),
    }
}

/// A unit as it follows its number; a count has none.
fn spaced(unit: &str) -> String {
    if unit.is_empty() { String::new() } else { format!(" {unit}") }
}

/// "line 30" or "page 4": where in a document something stands.
fn place(lang: Lang, at: &str) -> String {
    match at.split_once(' ') {
        Some(("page", n)) => lang.text_with("check-at-page", &[("n", n.into())]),
        Some((_, n)) => lang.text_with("check-at-line", &[("n", n.into())]),
        None => at.to_owned(),
    }
}

/// A value, its unit, its document and its place there, parted by tabulators.
fn quoted(lang: Lang, source: &str) -> String {
    let [value, unit, document, at] = source.split('\t').collect::<Vec<_>>()[..] else { return source.to_owned() };
    let number = localised(value, lang) + &spaced(&term::term(lang, "app-unit", unit));
    let values = [("value", number), ("document", document.to_owned()), ("at", place(lang, at))];
    let values: Vec<_> = values.into_iter().map(|(name, value)| (name, FluentValue::from(value))).collect();
    lang.text_with("check-source", &values)
}

fn localised(value: &str, lang: Lang) -> String {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let plain =
        digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.starts_with(|c: char| c.is_ascii_digit());
    match value.parse::<f64>() {
        Ok(parsed) if plain => {
            let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            number::format(lang, parsed, decimals)
        }
        _ => value.to_owned(),
    }
}

/// The words over what stands beside the statement: what the rule gives, or what is said elsewhere.
#[must_use]
pub fn beside_key(rule: Rule) -> &'static str {
    if rule == Rule::R9 { "check-elsewhere" } else { "check-recomputed" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let values = vec![("from", "763".to_owned()), ("to", "628".to_owned()), ("real", "-17.7".to_owned())];
        let message = Message { key: "check-change-passed", values };
        assert!(sentence(&message, Lang::Da).contains("\u{2212}17,7"), "{}", sentence(&message, Lang::Da));
        assert!(sentence(&message, Lang::En).contains("\u{2212}17.7"));
        for (text, danish) in [
            ("30.04 % (67/223)", "30,04 pct. (67/223)"),
            ("388742 kr.", "388.742 kr."),
            ("2018: 3645", "2018: 3645"),
            ("212-215.", "212–215."),
            ("2022-04", "2022-04"),
            ("-17.7 %", "\u{2212}17,7 pct."),
            ("(27.4-43.8 %)", "(27,4–43,8 pct.)"),
        ] {
            assert_eq!(numbers(text, Lang::Da), danish);
        }
        assert_eq!(numbers("30.0 % (67/223)", Lang::En), "30.0% (67/223)");
    }

    #[test]
    fn what_is_no_number_is_named() {
        for (name, value, danish, english) in [
            ("year", "2016-H1", "1. halvår 2016", "half-year 1 of 2016"),
            ("date", "2019-09-10", "10. september 2019", "10 September 2019"),
            ("measure", "remanded, dismissed", "hjemvist, afvist", "remanded, dismissed"),
            ("at", "line 1030", "linje 1030", "line 1030"),
            ("at", "page 4", "side 4", "page 4"),
            (
                "sources",
                "38.2\tpercent\ta.txt\tline 4",
                "38,2 pct. i a.txt (linje 4)",
                "38.2 per cent in a.txt (line 4)",
            ),
            ("sources", "30\tcount\ta.pdf\tpage 2", "30 i a.pdf (side 2)", "30 in a.pdf (page 2)"),
        ] {
            assert_eq!(
                (shown(name, value, Lang::Da).as_str(), shown(name, value, Lang::En).as_str()),
                (danish, english)
            );
        }
    }

    #[test]
    fn years_and_names_stay() {
        assert_eq!(shown("year", "2018", Lang::Da), "2018");
        assert_eq!(shown("cases", "4164", Lang::Da), "4.164");
        assert_eq!(shown("place", "Mors", Lang::Da), "Mors");
        assert_eq!(shown("scope", "1.2.3", Lang::Da), "1.2.3");
        assert_eq!(shown("area", "Alle", Lang::Da), "alle afgørelser");
        assert_eq!(shown("area", "all groups", Lang::Da), "alle grupper under ét");
    }
}
