//! From a chart to a scene: the frame of title, body, notes and sources that all figures share.

use crate::chart::scene::{Anchor, Ink, Scene, TextMeasure, Type};
use crate::chart::sketch::Sketch;
use crate::chart::{
    Body, Chart, View, appeals_columns, appeals_layout, bars_layout, by_hand, caseload_layout, dots_layout,
    points_layout, series_layout, sheet_layout,
};

/// Where a figure is shown, which decides what stands around it.
#[derive(Clone, Debug, PartialEq)]
pub enum Dress {
    /// In the window, which has its own heading and list of documents.
    Window,
    /// In a file, which must explain itself: sources and the line at the foot.
    Picture {
        /// "Sidestil · 14.5.2024".
        foot: String,
    },
}

/// The room that a figure has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The figure is as wide as this; wider where names and values need more, and at least [`LEAST_WIDTH`].
    pub width: f32,
    /// It is at least this high; higher where names and values need more.
    pub height: f32,
}

/// Below this a figure keeps its width and has to be scrolled.
pub const LEAST_WIDTH: f32 = 560.0;

/// The blank edge of a picture.
const MARGIN: f32 = 24.0;

/// Lays a chart out: as wide as asked, as high as its content needs.
#[must_use]
pub fn layout(chart: &Chart, room: Room, dress: &Dress, measure: &dyn TextMeasure) -> Scene {
    let margin = if matches!(dress, Dress::Window) { 4.0 } else { MARGIN };
    // A picture does not scroll: municipalities for which there is no room side by side stand one under the other.
    let turned = match &chart.body {
        Body::Sheet(sheet) if sheet.compact && matches!(dress, Dress::Picture { .. }) => {
            let inner = room.width - 2.0 * margin;
            let least = sheet_layout::least_width(&Sketch::new(0.0, measure), sheet, inner);
            (least > inner).then(|| Chart { body: Body::Sheet(sheet.turned()), ..chart.clone() })
        }
        _ => None,
    };
    let chart = turned.as_ref().unwrap_or(chart);
    let least = match &chart.body {
        Body::Appeals(appeals) => appeals_columns::least_width(&Sketch::new(0.0, measure), appeals, chart.lang),
        Body::Sheet(sheet) => sheet_layout::least_width(&Sketch::new(0.0, measure), sheet, room.width - 2.0 * margin),
        Body::Dots(dots) => dots_layout::least_width(&Sketch::new(0.0, measure), dots),
        Body::Bars(bars) => bars_layout::least_width(&Sketch::new(0.0, measure), bars),
        Body::Caseload(_) | Body::Series(_) | Body::Points(_) | Body::Empty(_) => LEAST_WIDTH,
    };
    let width = room.width.max(least.max(LEAST_WIDTH) + 2.0 * margin);
    // First as high as needed; if room is left, once more with the body spread over it.
    // Sentences keep to the room even where a table is wider and scrolls.
    let reading = room.width.clamp(LEAST_WIDTH, width);
    let size = (width, reading);
    let natural = draw(chart, size, margin, (0.0, 0.0), dress, measure);
    let spare = room.height - natural.height;
    if spare > 1.0 { draw(chart, size, margin, (spare, room.height), dress, measure) } else { natural }
}

fn draw(
    chart: &Chart,
    (width, reading): (f32, f32),
    margin: f32,
    (spare, height): (f32, f32),
    dress: &Dress,
    measure: &dyn TextMeasure,
) -> Scene {
    let mut pen = Sketch::new(width, measure);
    let inner = width - 2.0 * margin;
    let reading = reading - 2.0 * margin;
    let head = &chart.head;
    let mut y = margin;
    if matches!(dress, Dress::Picture { .. }) {
        y = pen.paragraph(margin, y, reading, &head.title, Type::Title, Ink::Text);
    }
    // In the window the charts under Overblik say what it would say, and its rows explain themselves when pointed at.
    let brief = chart.view == View::Overview && matches!(dress, Dress::Window);
    for line in head.subtitle.iter().filter(|_| !brief) {
        y = pen.paragraph(margin, y + 1.0, reading, line, Type::Body, Ink::TextWeak);
    }
    y += if brief { 0.0 } else { 10.0 };
    y = match &chart.body {
        Body::Appeals(appeals) => appeals_layout::draw(&mut pen, appeals, chart.lang, (margin, y, inner), spare),
        Body::Caseload(caseload) => caseload_layout::draw(&mut pen, caseload, chart.lang, (margin, y, inner), spare),
        Body::Series(series) => series_layout::draw(&mut pen, series, chart.lang, (margin, y, inner), spare),
        Body::Sheet(sheet) => sheet_layout::draw(&mut pen, sheet, chart.lang, (margin, y, inner), spare),
        Body::Dots(dots) => dots_layout::draw(&mut pen, dots, chart.lang, (margin, y, inner), spare),
        Body::Bars(bars) => bars_layout::draw(&mut pen, bars, (margin, y, inner)) + spare,
        Body::Points(points) => points_layout::draw(&mut pen, points, chart.lang, (margin, y, inner), spare),
        Body::Empty(text) => pen.paragraph(margin, y, inner, text, Type::Body, Ink::Text) + spare,
    };
    by_hand::corners(&mut pen.scene, &chart.head.by_hand);
    y = if brief { y } else { notes(&mut pen, chart, margin, y + 10.0, reading) };
    let before = pen.scene.items.len();
    if let Dress::Picture { foot } = dress {
        y = sources(&mut pen, chart, margin, y + 8.0, inner, foot);
    }
    // What the body does not use stays blank over the sources, which stand at the foot.
    let blank = (height - y - margin).max(0.0);
    pen.scene.items[before..].iter_mut().for_each(|item| item.lower(blank));
    pen.scene.height = y + margin + blank;
    pen.scene
}

fn notes(pen: &mut Sketch, chart: &Chart, x: f32, top: f32, width: f32) -> f32 {
    const INDENT: f32 = 14.0;
    let mut y = top;
    if chart.head.notes.is_empty() {
        return y;
    }
    pen.text(x, y, Anchor::Left, chart.lang.text("chart-notes"), Type::SmallStrong, Ink::Text);
    y += Type::SmallStrong.line() + 1.0;
    for note in &chart.head.notes {
        pen.text(x + 3.0, y, Anchor::Left, "\u{2022}", Type::Small, Ink::Text);
        y = pen.paragraph(x + INDENT, y, width - INDENT, note, Type::Small, Ink::Text) + 1.0;
    }
    y
}

fn sources(pen: &mut Sketch, chart: &Chart, x: f32, top: f32, width: f32, foot: &str) -> f32 {
    let lang = chart.lang;
    let mut y = top;
    pen.line((x, y), (x + width, y), Ink::Grid, 1.0);
    y += 6.0;
    let foot_width = pen.width_of(foot, Type::Small) + 24.0;
    pen.text(x + width, y, Anchor::Right, foot, Type::Small, Ink::TextWeak);
    let text = lang.text_with("chart-sources", &[("list", chart.head.sources.join("; ").into())]);
    pen.paragraph(x, y, width - foot_width, &text, Type::Small, Ink::TextWeak).max(y + Type::Small.line())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, many, numbered, split, three_appeals};
    use crate::chart::scene::{Area, Item};
    use crate::chart::sketch::tests::Even;
    use crate::chart::{Choice, build};
    use crate::lang::Lang;
    use crate::model::reading::Reading;

    /// The boxes of all texts of a scene.
    fn texts(scene: &Scene) -> Vec<(Area, &str)> {
        let boxes = scene.items.iter().filter_map(|item| {
            let Item::Text { at, anchor, text, style, .. } = item else { return None };
            let wide = Even.width(text, *style);
            let left = match anchor {
                Anchor::Left => at.x,
                Anchor::Center => at.x - wide / 2.0,
                Anchor::Right => at.x - wide,
            };
            // Line boxes may touch: letters do not fill them.
            Some((Area::new(left, at.y + 1.5, wide, style.line() - 3.0), text.as_str()))
        });
        boxes.collect()
    }

    /// No text is cut off or lies over another, no mark lies outside.
    fn assert_readable(scene: &Scene, told: &str) {
        let mut texts = texts(scene);
        // From above to below, so that each is held only against those that begin before it ends.
        texts.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
        for (n, (area, text)) in texts.iter().enumerate() {
            let inside = area.left >= 0.0 && area.right <= scene.width + 0.5 && area.bottom <= scene.height + 0.5;
            assert!(inside, "{told}: {text:?} at {area:?} leaves {} x {}", scene.width, scene.height);
            for (other, over) in texts[n + 1..].iter().take_while(|(other, _)| other.top < area.bottom) {
                assert!(!area.overlaps(*other), "{told}: {text:?} {area:?} lies over {over:?} {other:?}");
            }
        }
        for mark in &scene.marks {
            assert!(mark.area.width() > 0.0 && mark.area.height() > 0.0 && !mark.name.is_empty(), "{told}: {mark:?}");
        }
    }

    fn sets() -> Vec<(&'static str, Vec<Reading>)> {
        let mut three = three_appeals();
        three.push(caseload_table());
        let one = three_appeals().into_iter().take(1).collect();
        vec![
            ("one", one),
            ("three", three),
            ("98", many(98, 1)),
            ("one with one scope", split(1, 1)),
            ("one with 40 scopes", split(1, 40)),
            ("three with one scope", split(3, 1)),
            ("three with 40 scopes", split(3, 40)),
        ]
    }

    #[test]
    fn texts_are_neither_cut_nor_on_top_of_each_other() {
        for (told, readings) in sets() {
            for view in View::ALL {
                for lang in [Lang::Da, Lang::En] {
                    let chart = build(&numbered(&readings), &Choice { view, ..Choice::default() }, lang);
                    for width in [LEAST_WIDTH, 760.0, 1010.0, 1200.0, 1600.0] {
                        for dress in [Dress::Window, Dress::Picture { foot: "Sidestil".to_owned() }] {
                            let scene = layout(&chart, Room { width, height: 600.0 }, &dress, &Even);
                            assert!(scene.width >= width && scene.height >= 599.0);
                            assert_readable(&scene, &format!("{told} {view:?} {lang:?} {width}"));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn texts_stay_readable_with_98_municipalities_and_40_scopes() {
        let readings = split(98, 40);
        for view in View::ALL {
            let chart = build(&numbered(&readings), &Choice { view, ..Choice::default() }, Lang::Da);
            assert!(!matches!(chart.body, Body::Empty(_)) || !VIEWS_OF_SPLIT.contains(&view), "{view:?} is empty");
            let scene = layout(&chart, Room { width: 1010.0, height: 600.0 }, &Dress::Window, &Even);
            assert_readable(&scene, &format!("98 with 40 scopes {view:?}"));
        }
    }

    /// The views for which that set has figures.
    const VIEWS_OF_SPLIT: [View; 8] = [
        View::Overview,
        View::Appeals,
        View::Distance,
        View::Funnel,
        View::Areas,
        View::Committees,
        View::Caseload,
        View::Heat,
    ];

    #[test]
    fn a_picture_of_all_municipalities_becomes_higher_and_not_wider() {
        let readings = many(98, 1);
        let chart = build(&numbered(&readings), &Choice { view: View::Overview, ..Choice::default() }, Lang::Da);
        let room = Room { width: 1200.0, height: 675.0 };
        let picture = layout(&chart, room, &Dress::Picture { foot: "Sidestil".to_owned() }, &Even);
        assert!(picture.width <= 1200.5 && picture.height > 2000.0, "{} x {}", picture.width, picture.height);
        let window = layout(&chart, room, &Dress::Window, &Even);
        assert!(window.width > 5000.0 && window.height < 1000.0, "the window scrolls: {}", window.width);
        assert_eq!(picture.marks.iter().filter(|mark| mark.figure().is_some()).count(), {
            window.marks.iter().filter(|mark| mark.figure().is_some()).count()
        });
    }

    #[test]
    fn the_names_of_lines_stand_where_the_lines_end() {
        let chart =
            build(&numbered(&[caseload_table()]), &Choice { view: View::Staffing, ..Choice::default() }, Lang::Da);
        let scene = layout(&chart, Room { width: 1200.0, height: 0.0 }, &Dress::Window, &Even);
        let place = |name: &str| {
            let texts = scene.items.iter().find_map(|item| match item {
                Item::Text { at, text, .. } if text == name => Some(*at),
                _ => None,
            });
            texts.unwrap_or_else(|| panic!("{name}"))
        };
        let [steep, flat] = [place("50 pr. årsværk"), place("30 pr. årsværk")];
        // The steep line leaves at the top, well before the right edge; the flat one at the right, under the top.
        assert!(steep.x < flat.x - 150.0 && steep.y < flat.y - 30.0, "{steep:?} {flat:?}");
        let highest = place("4.500");
        assert!(steep.y + Type::Small.line() <= highest.y + Type::Small.line() / 2.0, "{steep:?} {highest:?}");
    }

    #[test]
    fn spare_room_is_used_up() {
        let readings = three_appeals();
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        for height in [800.0, 1400.0] {
            let scene = layout(&chart, Room { width: 1200.0, height }, &Dress::Window, &Even);
            assert!((scene.height - height).abs() < 1.0, "{}", scene.height);
        }
    }

    #[test]
    fn every_value_has_a_name_and_leads_to_its_figure() {
        let readings = [caseload_table()];
        let chart = build(&numbered(&readings), &Choice { view: View::Caseload, ..Choice::default() }, Lang::Da);
        let scene = layout(&chart, Room { width: 1200.0, height: 0.0 }, &Dress::Window, &Even);
        let mark = |name: &str| scene.marks.iter().find(|mark| mark.name == name).unwrap_or_else(|| panic!("{name}"));
        let sickness = mark("Hvidovre 2022, Almindelige sygedagpenge: 61").figure().unwrap();
        assert_eq!(readings[0].extraction.figures[sickness.index as usize].value, 61.0);
        assert_eq!(mark("Herlev 2022, Jobparate, Integration: ikke oplyst").figure(), None);
    }
}
