//! Paragraphs that order how a council and its offices work: no complaint is of them.

use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::text::token::Token;

/// "spørgsmål efter § 20", "Spørgsmål i henhold til § 9, stk. 1", "§ 17, stk. 4-udvalg", "Svar på § 20-spørgsmål": what the
/// paragraph orders stands beside it, and no law does.
pub(super) fn is_of_procedure(clause: &Clause<'_>, section: &Hit<String>) -> bool {
    let tokens = &clause.tokens;
    let orders = |t: &Token<'_>| WORDS.lists.procedures.has(t);
    if WORDS.lists.procedural_paragraphs.contains(&section.tag) {
        return true;
    }
    let at = |back: usize| tokens.get(section.end + back);
    let parted = usize::from(at(0).is_some_and(|t| t.is_symbol(',')) && at(1).is_some_and(|t| t.is("stk")));
    let part = |t: &Token<'_>| t.is_any(&["stk", "nr"]) || t.number().is_some() || t.is_symbol('.') || t.is_symbol('-');
    let behind = tokens[section.end + parted..].iter().take(5).find(|t| !part(t));
    if behind.is_some_and(orders) {
        return true;
    }
    let by = |t: &&Token<'_>| {
        t.is_any(&["efter", "i", "medfør", "henhold", "til", "af", "jf", "under", "stillet", "rejst", "fremsat", "nr"])
            || t.is_symbol('.')
            || t.is_symbol('(')
            || t.is_symbol(',')
            || t.number().is_some()
    };
    let between = tokens[..section.start].iter().rev().take(6).take_while(by).count();
    let within = tokens[..section.start].last().is_some_and(|t| t.is("i"));
    between > 0 && !within && tokens[..section.start - between].last().is_some_and(orders)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn paragraphs_of_procedure_are_no_part_of_the_decisions() {
        const FIRST: &str = "I 2021 afgjorde Ankestyrelsen 40 sager, og omgørelsesprocenten var 30.";
        for heading in [
            "Besvarelse af spørgsmål efter § 20 om klager til Ankestyrelsen",
            "Svar på § 20-spørgsmål om Ankestyrelsens afgørelser",
            "Spørgsmål i henhold til § 9, stk. 1, om klagesager",
            "§ 12-forespørgsel om klager til Ankestyrelsen",
            "Spørgsmål i medfør af § 20 i Byrådets forretningsorden om klager",
            "Forslag efter styrelseslovens § 11 om klagesager i Ankestyrelsen",
            "§ 17, stk. 4-udvalg om klagesager",
            "Aktindsigt efter § 7 i klagesager til Ankestyrelsen",
            "Spørgsmål nr. 14, stillet i medfør af § 8, stk. 3, om klagesager",
            "Skriftligt spørgsmål (§ 20) om klager til Ankestyrelsen",
            "§ 3-forslag om klagesager i Ankestyrelsen",
            "Borgerrådgiverens beretning efter § 65 e om klager til Ankestyrelsen",
        ] {
            let expected = ["Greve 2021 Alle decided 40", "Greve 2021 Alle reversal_rate 30"];
            assert_eq!(stated(&format!("{heading}\n\n{FIRST}")), expected, "{heading}");
        }
        let found = stated(&format!("Afgørelser efter § 112 om hjælpemidler\n\n{FIRST}"));
        assert_eq!(found, ["Greve 2021 SEL § 112 decided 40", "Greve 2021 SEL § 112 reversal_rate 30"]);
    }
}
