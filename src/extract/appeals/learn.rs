//! What the next sentence may leave unsaid after this one.

use super::committee::{is_committee, names_unknown_committee};
use super::compared::is_compared;
use super::department::{is_of_unknown, note_last};
use super::label::{Label, LabelKind, count_of};
use super::list::{listed_scopes, match_run, value_runs};
use super::matter::{counts_of_unknown, goes_on_with_them, unnamed_matter};
use super::said::{gives_parts, wholes_of};
use super::scope::{ADULTS, CHILDREN, names_a_kind, names_half_of_unknown, names_map, names_unknown_area};
use super::setting::{ALL, Carried, Cues, Setting};
use super::told_matter::learn_matters;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::other::names_appeals;
use crate::extract::period::Mention;
use crate::model::figure::{Doubt, Figure, Measure, Place, Unit};
use crate::text::token::Token;

/// What the next paragraph of an article may leave unsaid.
fn carry(clause: &Clause<'_>, scopes: &[Hit<String>], map: bool, figures: &[Figure], setting: &mut Setting) {
    let (counted, settled) = (!figures.is_empty(), figures.iter().any(Figure::is_certain));
    // What a line of a list speaks of ends with the line.
    if !setting.foreign || setting.thread.listed {
        return;
    }
    let several = scopes.iter().any(|hit| hit.tag != scopes[0].tag);
    if several {
        setting.carried = Carried { scope: None, several, ..setting.carried.clone() };
    } else if !settled && names_unknown_area(clause, scopes) {
        // "Tallene på voksen- og arbejdsmarkedsområdet er faldet": what follows is of that, which is no law's.
        setting.carried = Carried { scope: None, several: true, ..setting.carried.clone() };
    } else if !scopes.is_empty() || map {
        // "skyldes en principafgørelse om § 100": a paragraph that nothing was counted of lasts for its own text.
        let spoken = setting.thread.scope.clone().filter(|scope| counted || !scope.contains('§'));
        let dropped = spoken.is_none() && setting.thread.scope.is_some();
        let scope = spoken.or_else(|| setting.carried.scope.take());
        let several = dropped && scope.is_none();
        setting.carried = Carried { scope, several, ..setting.carried.clone() };
    }
    if setting.thread.count.is_some() {
        setting.carried.count.clone_from(&setting.thread.count);
    }
    // "Året før" looks back once; what follows is of the year before that again.
    if clause.periods.iter().any(|m| !m.named.looks_back()) {
        // "I 2022 var procenten 44": rates of years before do not move what the text is about.
        let before = |f: &Figure| f.unit == Unit::Percent && f.period < setting.carried.period;
        if figures.is_empty() || !figures.iter().all(before) {
            setting.carried.period = setting.thread.period.or(setting.carried.period);
        }
    }
}

/// "På landsplan var procenten 33", "Køge Kommune har 40 sager": of somebody else than whom the text speaks of.
fn speaks_of_others(clause: &Clause<'_>, setting: &Setting, figures: &[Figure]) -> bool {
    let Some(own) = &setting.own else { return false };
    let opens = clause.places.first().is_some_and(|hit| hit.start <= 1) && clause.places.len() == 1;
    let named = opens && clause.places[0].tag != *own && !clause.has(|tag| *tag == Tag::Own);
    // "Landsgennemsnittet var 33. I 2020 var den 28": "den" is no mean.
    if clause.has_beginning(&["landsgennemsnit", "gennemsnit"]) {
        return false;
    }
    let stated = !figures.is_empty() && figures.iter().all(|f| f.place.as_ref().is_some_and(|place| place != own));
    stated || (named && figures.is_empty())
}

/// What the next sentence may leave unsaid.
pub(super) fn learn(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &mut Setting,
    figures: &[Figure],
) {
    note_last(clause, setting);
    learn_matters(clause, scopes, setting);
    // "Sygedagpengesagerne alene steg med 40 procent": what follows is of all again.
    // "Kortet viser procenten på socialområdet alene": what follows is of that.
    let word = |at: usize| clause.tokens.get(at).and_then(Token::word);
    let alone = |hit: &Hit<String>| word(hit.end) == Some("alene") && word(hit.end + 1).is_some();
    // "De fleste sager handler om aktivloven", "Flest afgørelser er der på serviceloven": the rest is of other laws.
    let most = |hit: &Hit<String>| clause.tokens[..hit.start].iter().any(|t| WORDS.lists.most.has(t));
    let aside = |hit: &Hit<String>| alone(hit) || most(hit);
    let kept: Vec<Hit<String>>;
    let all_scopes = scopes;
    let scopes = if figures.is_empty() && scopes.iter().any(aside) {
        kept = scopes.iter().filter(|hit| !aside(hit)).cloned().collect();
        &kept[..]
    } else {
        scopes
    };
    let first_value = clause.values().first().map_or(clause.tokens.len(), |v| v.start);
    // "Det er en stigning fra 15,9 uger i 2010", "Andelen var lavere i 2008-2010": beside the matter.
    let strange = clause.strange().first().filter(|_| figures.is_empty()).copied();
    let compared = if figures.is_empty() { clause.find_any(&WORDS.lists.comparatives) } else { None };
    let first_value = [strange, compared].into_iter().flatten().fold(first_value, usize::min);
    // "I juli 2020 offentliggjorde ministeriet tallene for 2019": the year of the figures comes last.
    let published = clause.find_beginning(&["offentlig", "udgiv", "udsend", "udkom"]);
    // "har siden 2016 arbejdet med det": where a time begins, not the year of the figures.
    let since = |m: &Mention| m.start > 0 && clause.tokens[m.start - 1].is("siden");
    // "Tal i parentes er for 2019": not those without.
    let aside = figures.is_empty() && clause.has_beginning(&["parentes"]);
    let spoken = |m: &&Mention| published.is_none_or(|verb| m.start > verb) && !since(m) && !aside;
    let leading =
        clause.periods.iter().filter(spoken).find(|m| m.start < first_value && !is_compared(&clause.tokens, m));
    // "Antallet er steget fra 2020 til 2021": what follows is of the time to which.
    let to = |m: &Mention| clause.tokens.get(m.end).is_some_and(|t| t.is("til"));
    let leading = leading.map(|m| clause.periods.iter().find(|n| to(m) && n.start == m.end + 1).unwrap_or(m));
    let leading = leading.and_then(|m| setting.resolve(m.named, setting.period()));
    // The nation's figures are beside the matter, unless it is what the text speaks of.
    let nation = setting.own == Some(Place::NATION);
    let beside = |figure: &&Figure| figure.is_nation() && !nation;
    let own = figures.iter().filter(|f| !beside(f)).filter_map(|f| f.period).max();
    // "Sammenlignet med 2020 er antallet uændret": it is not 2020 that is spoken of.
    let own = own.filter(|_| clause.periods.iter().any(|m| !is_compared(&clause.tokens, m)));
    // "I 2014 var den 33. Landsgennemsnittet var 29 i 2015": which of them is spoken of now, the item must say.
    let latest = figures.iter().filter(beside).filter_map(|f| f.period).max();
    if leading.or(own).is_none()
        && !clause.periods.is_empty()
        && latest.is_some_and(|latest| setting.thread.period.is_some_and(|spoken| spoken < latest))
    {
        setting.thread.period = None;
        setting.thread.steady = None;
    }
    // "Procenten var året før 40. Landsgennemsnittet er faldet fra 36 til 32": to now, not to the year before.
    let back = clause.periods.iter().any(|m| m.named.looks_back());
    if !clause.periods.is_empty() {
        setting.thread.looked_back_from = setting.period().filter(|_| back && clause.periods.len() == 1);
    }
    if let Some(period) = leading.or(own) {
        // "I 2021 var det 52 procent": what is, is of the time before that sentence.
        let earlier = setting.thread.period.is_some_and(|spoken| period.last_year() < spoken.last_year());
        let back = clause.periods.iter().all(|m| m.named.looks_back()) || earlier && clause.has_word(&["var", "lå"]);
        if !(back && leading.is_some()) {
            // "I 2020 var andelen 35, og i 2021 faldt den til 31": what is, is of the time to which it came.
            let now = own.filter(|last| *last > period && figures.last().and_then(|f| f.period) == Some(*last));
            setting.thread.steady = now.or(Some(period));
        } else if setting.thread.steady.is_none() {
            setting.thread.steady = setting.period();
        }
        setting.thread.period = Some(period);
    }
    // "Ankestyrelsen skriver blandt andet:"
    let quoted = clause.tokens.last().is_some_and(|t| t.is_symbol(':'));
    if quoted && clause.tokens.iter().any(|t| WORDS.lists.board_names.has(t)) {
        setting.board_speaks |= clause.tokens.iter().any(|t| WORDS.lists.reported.has(t));
    }
    let act = labels.iter().find(|l| l.kind == LabelKind::Act).map(|l| l.measure.clone());
    setting.thread.act = act.filter(|_| clause.values().is_empty());
    let only = figures.first().map(|f| &f.scope).filter(|scope| figures.iter().all(|f| f.scope == **scope));
    let map = names_map(clause);
    // "Kortet handler om § 95, § 96 og § 100": of none of them alone.
    let paragraphs = clause.values().is_empty()
        && figures.is_empty()
        && scopes.iter().all(|hit| hit.tag.contains('§'))
        && scopes.iter().any(|hit| hit.tag != scopes[0].tag);
    // "40 sager hører til på Børneudvalgets område og 28 på Socialudvalgets": of neither alone.
    let committees = figures.is_empty()
        && scopes.iter().all(|hit| hit.tag.ends_with("udvalget"))
        && scopes.iter().any(|hit| hit.tag != scopes[0].tag);
    // "A har færrest fejl på socialområdet, B på børnehandicapområdet. Her ...", in an article: of which of them?
    let areas = setting.foreign && figures.is_empty() && scopes.iter().any(|hit| hit.tag != scopes[0].tag);
    // "Kommunen traf 1.200 afgørelser på aktivloven og 2.200 på serviceloven": of neither alone.
    let number = |at: usize| clause.tokens[at].number().is_some() && !clause.is_of_period(at);
    let apart = |pair: &[Hit<String>]| pair[0].tag != pair[1].tag && (pair[0].end..pair[1].start).any(number);
    let parts = figures.is_empty() && scopes.windows(2).any(apart);
    setting.thread.parts_unread = parts;
    let paragraphs = paragraphs || committees || areas || parts;
    if areas {
        setting.thread.scope = None;
    }
    // "Der er ingen afgørelser efter § 95": no rate is of them.
    let counted = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let none = |f: &Figure| f.value == 0.0 && counted(f) && f.scope.contains('§');
    let none = !figures.is_empty() && figures.iter().all(none);
    setting.thread.before_none = none.then(|| setting.thread.scope.clone());
    setting.thread.none_of =
        figures.first().filter(|_| none && figures.len() == 1).map(|f| (f.scope.clone(), f.period));
    // "Af de 30 afgørelser efter serviceloven vedrører 12 Center Unge": what follows is of the centre.
    let counted = setting.departments.is_some() && figures.is_empty();
    if let Some(department) = scopes.iter().rfind(|hit| counted && hit.tag.contains(" · ")) {
        setting.thread.scope = Some(department.tag.clone());
    } else if is_none_of_all(figures) {
        // "Der er ingen afgørelser efter § 95. Omgørelsesprocenten er 25": not of what there is none of.
    } else if let Some(scope) = scopes.iter().find(|h| !paragraphs && (h.start < first_value || figures.is_empty())) {
        setting.thread.scope = Some(scope.tag.clone());
    } else if let Some(scope) = only.filter(|_| !scopes.is_empty()) {
        setting.thread.scope = Some(scope.clone());
    } else if map && setting.scope() == ALL {
        setting.thread.scope = Some("SEL".to_owned());
        // What the map shows is told on in the paragraphs behind.
        if setting.service_only && scopes.is_empty() {
            setting.heading_scope = Some("SEL".to_owned());
        }
    }
    setting.told_of_map |= scopes.iter().any(|hit| hit.tag == CHILDREN || hit.tag == ADULTS);
    let rates: Vec<&Figure> = figures.iter().filter(|f| f.unit == Unit::Percent).collect();
    let named = labels.iter().find(|l| l.kind == LabelKind::Rate).map(|l| l.measure.clone());
    if let Some(rate) = rates.first().map(|f| f.measure.clone()).or(named) {
        setting.thread.rate = Some(rate);
        setting.thread.age = 0;
    }
    setting.thread.told_of_nation =
        !figures.is_empty() && figures.iter().all(|f| f.is_nation() && f.unit == Unit::Percent);
    let unsettled = |f: &Figure| f.doubts.contains(&Doubt::Scope) && f.scope != ALL;
    setting.thread.laws_unsettled = matches!(figures, [only] if unsettled(only)) && scopes.len() > 1;
    setting.thread.in_doubt = figures.iter().any(|f| f.unit == Unit::Count && !f.is_certain());
    setting.thread.count = figures.iter().find(|f| f.unit == Unit::Count).map(|f| f.measure.clone());
    let first = clause.values().first().map(|value| value.span);
    let counted = figures.iter().find(|f| f.unit == Unit::Count).and_then(Figure::source).map(|source| source.value);
    setting.thread.count_leads = counted.is_some() && counted == first;
    let own_rate = |f: &Figure| f.measure == Measure::ReversalRate && f.place == setting.own && f.is_certain();
    setting.thread.own_rate = figures.iter().any(own_rate);
    setting.thread.own_rated |= setting.thread.own_rate;
    let own_count = |f: &Figure| f.unit == Unit::Count && f.place == setting.own && f.is_certain();
    setting.thread.own_counted |= figures.iter().any(own_count);
    if !figures.is_empty() || clause.names_board() {
        setting.thread.silence = 0;
    }
    let whole =
        figures.iter().rfind(|f| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received));
    let kept = setting.thread.counted_of.take().filter(|_| gives_parts(clause));
    if figures.iter().any(|f| f.unit == Unit::Count) {
        setting.thread.wholes = wholes_of(figures, setting.thread.scope.as_deref());
    }
    setting.thread.counted_of = whole.and_then(|figure| figure.place.clone()).or(kept);
    setting.thread.after_rate =
        rates.last().is_some_and(|f| f.measure == Measure::ReversalRate && (nation || !f.is_nation()));
    let mut outcomes = labels.iter().filter(|l| l.kind == LabelKind::Outcome).map(|l| &l.measure);
    let outcome = outcomes.next().cloned();
    setting.thread.outcome = outcome.filter(|first| outcomes.all(|other| other == first));
    let acts = labels.iter().any(|l| l.kind == LabelKind::Act);
    setting.thread.bare_total = figures.len() == 1 && figures[0].measure == Measure::Decided && !acts;
    let opens = clause.terms.first().is_some_and(|hit| hit.tag == Tag::Nation && hit.start == 0);
    setting.thread.nation = opens && clause.values().is_empty() && clause.places.is_empty();
    setting.thread.elsewhere = speaks_of_others(clause, setting, figures);
    // "Antallet af klager på voksensocial- og jobområdet er faldet. I 2016 var der 159": of that area.
    let doubtful = figures.iter().all(|f| f.scope == ALL && f.doubts.contains(&Doubt::Scope));
    let unknown = names_unknown_area(clause, all_scopes) || names_half_of_unknown(clause);
    let unit = || clause.values().iter().any(|value| is_of_unknown(clause, value, scopes));
    let unknown = doubtful && (unknown || names_unknown_committee(clause, scopes) || unit());
    setting.thread.unknown_area = scopes.is_empty() && (unknown || setting.thread.unknown_area);
    if !figures.is_empty() || !scopes.is_empty() {
        setting.parts_unknown = setting.thread.unknown_area || doubtful && setting.parts_unknown;
    }
    let last = figures.last().and_then(|f| f.period).filter(|_| figures[0].period != figures[figures.len() - 1].period);
    setting.thread.ended_in = last.filter(|last| figures.iter().all(|f| f.period.is_some_and(|p| p <= *last)));
    let mut named = scopes.iter().filter(|hit| hit.tag.contains('§'));
    setting.thread.pointed = named.next().filter(|_| named.next().is_none()).map(|hit| hit.tag.clone());
    // "Udvalgets område er især berørt af sager efter serviceloven. Her er procenten 40": of the law, and not of all that is
    // the committee's.
    if let [committee, law] = scopes
        && figures.is_empty()
        && is_committee(&committee.tag)
        && law.tag.chars().all(char::is_uppercase)
    {
        setting.thread.pointed = Some(law.tag.clone());
    }
    // "Flest klager ligger på serviceloven. Her har Ankestyrelsen afgjort 61": that much alone is of the law.
    if setting.thread.pointed.is_none() && figures.is_empty() {
        let set_aside: Vec<&String> =
            all_scopes.iter().filter(|hit| most(hit) && hit.tag != ALL).map(|hit| &hit.tag).collect();
        let mut paragraphs = set_aside.iter().filter(|tag| tag.contains('§'));
        setting.thread.pointed = match (&set_aside[..], paragraphs.next(), paragraphs.next()) {
            ([only], ..) => Some((*only).clone()),
            (_, Some(paragraph), None) => Some((*paragraph).clone()),
            _ => None,
        };
    }
    // What goes on with other things goes on with them in the next sentence too.
    let other = !clause.strange().is_empty() || setting.thread.counted_other && !clause.values().is_empty();
    setting.thread.counted_other =
        other && figures.is_empty() && !clause.has(|tag| *tag == Tag::Cases) && !names_appeals(&clause.tokens);
    let matter = || unnamed_matter(clause, labels, scopes).is_some();
    let counted = || doubtful && counts_of_unknown(clause, all_scopes);
    let still = setting.thread.of_a_kind && goes_on_with_them(clause);
    setting.thread.of_a_kind =
        scopes.is_empty() && (still || clause.tokens.first().is_some_and(names_a_kind) || matter() || counted());
    let stated = |f: &Figure| f.measure != Measure::ReversalRate && f.place == figures[0].place;
    let told = figures.len() > 1 && figures.iter().all(stated) && figures[0].place != setting.own;
    setting.thread.told_of = figures.first().filter(|_| told).and_then(|f| f.place.clone());
    carry(clause, scopes, map, figures, setting);
    if setting.foreign
        && let Some(rate) = figures.iter().rfind(|f| f.measure == Measure::ReversalRate)
    {
        setting.carried.rate = Some(rate.value);
    }
    // "31 pct. mod 36 pct. på landsplan. I 2017 var tallene henholdsvis 28 og 35": the same two places again.
    if let [first, second] = figures
        && first.measure == second.measure
        && first.place != second.place
    {
        let cue = |figure: &Figure| Cues { place: figure.place.clone(), ..Cues::default() };
        setting.thread.list = vec![cue(first), cue(second)];
    }
    // "Der blev spurgt til 2014 og 2015. Her var procenten henholdsvis 33 og 38"
    if clause.values().is_empty() {
        let named: Vec<Cues> = clause
            .periods
            .windows(2)
            .filter(|pair| clause.tokens[pair[0].end..pair[1].start].iter().all(|t| t.is_any(&["og", "i"])))
            .flat_map(|pair| pair.iter())
            .filter_map(|m| setting.resolve(m.named, setting.period()))
            .map(|period| Cues { period: Some(period), ..Cues::default() })
            .collect();
        if named.len() == 2 {
            setting.thread.list = named;
        }
        // "Kortene viser omgørelsesprocenten på socialområdet, børnehandicapområdet og voksenhandicapområdet. For Greve er
        // den 33, 40 og 25"
        if labels.iter().any(|l| l.kind == LabelKind::Rate) && setting.thread.list.is_empty() {
            setting.thread.list = listed_scopes(clause, scopes);
        }
    }
    let told = told_apart(figures);
    if !told.is_empty() || clause.values().len() > 1 {
        setting.thread.told = told;
    }
    // "Omgørelsesprocenten er 28. Landsgennemsnittet er 32. I 2020 var de tilsvarende procenter 31 og 36"
    if let [mean] = figures
        && mean.is_nation()
        && setting.thread.own_rated
    {
        let same = |f: &&Figure| (&f.measure, &f.scope, f.period) == (&mean.measure, &mean.scope, mean.period);
        let own = setting.said.iter().rev().take(4).find(|f| f.place == setting.own && same(f));
        let cue = |figure: &Figure| Cues { place: figure.place.clone(), ..Cues::default() };
        setting.thread.told = own.map(|own| vec![cue(own), cue(mean)]).unwrap_or_default();
    }
    for run in value_runs(clause) {
        let cues = match_run(clause, labels, scopes, setting, run.len());
        if !cues.is_empty() {
            // The next sentence's place is its own.
            setting.thread.list = cues.into_iter().map(|cue| Cues { place: None, ..cue }).collect();
        }
    }
}

/// Does a sentence say of which paragraphs nothing was decided, and no more?
fn is_none_of_all(figures: &[Figure]) -> bool {
    let total = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let none = |f: &Figure| f.value == 0.0 && total(f) && f.scope.contains('§');
    !figures.is_empty() && figures.iter().all(none)
}

/// "28 procent i 2021 mod 34 procent i 2020. De tilsvarende landstal er 31 og 32": the same times again. "63 procent endte
/// med stadfæstelse og 37 procent med hjemvisning. I hele landet er andelene 64 og 36": the same outcomes.
fn told_apart(figures: &[Figure]) -> Vec<Cues> {
    // "54 (26 sager) på børneområdet og 36 (11 sager) på voksenområdet. I hele landet er tallene ...": the rates alone.
    let rates: Vec<Figure>;
    let base = |f: &Figure| f.measure == Measure::Considered;
    let figures = if figures.len() > 2 && figures.chunks(2).all(|pair| !base(&pair[0]) && pair.get(1).is_some_and(base))
    {
        rates = figures.iter().filter(|f| !base(f)).cloned().collect();
        &rates[..]
    } else {
        figures
    };
    let of = |f: &Figure| (f.place.clone(), f.scope.clone());
    let Some(first) = figures.first().filter(|_| (2..=6).contains(&figures.len())) else { return Vec::new() };
    // "9 om aflastning, 4 om ledsagelse (§ 97)": not told apart, where one is of nobody knows what.
    if figures.iter().any(|f| f.doubts.contains(&Doubt::Scope)) {
        return Vec::new();
    }
    if figures.iter().all(|f| f.measure == first.measure && f.place == first.place) {
        let apart = |same: &dyn Fn(&Figure, &Figure) -> bool| {
            figures.iter().enumerate().all(|(n, f)| figures[..n].iter().all(|before| !same(before, f)))
        };
        let one_scope = figures.iter().all(|f| f.scope == first.scope);
        let one_period = figures.iter().all(|f| f.period == first.period);
        if one_scope && apart(&|a, b| a.period == b.period) {
            return figures.iter().map(|f| Cues { period: f.period, ..Cues::default() }).collect();
        }
        if one_period && apart(&|a, b| a.scope == b.scope) {
            return figures.iter().map(|f| Cues { scope: Some(f.scope.clone()), ..Cues::default() }).collect();
        }
    }
    let mut outcomes: Vec<&Figure> = figures.iter().filter(|f| count_of(&f.measure).is_some()).collect();
    // "Ankestyrelsen modtog 187 klager og afgjorde 173. I 2020 var tallene henholdsvis 203 og 211"
    if outcomes.is_empty() {
        outcomes = figures.iter().filter(|f| f.unit == Unit::Count).collect();
    }
    let same = |f: &&Figure| of(f) == of(outcomes[0]) && f.period == outcomes[0].period && f.unit == outcomes[0].unit;
    let once = |(n, f): (usize, &&Figure)| outcomes[..n].iter().all(|before| before.measure != f.measure);
    if outcomes.len() < 2 || !outcomes.iter().all(same) || !outcomes.iter().enumerate().all(once) {
        return Vec::new();
    }
    outcomes.iter().map(|f| Cues { measure: Some(f.measure.clone()), ..Cues::default() }).collect()
}
