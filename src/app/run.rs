//! Starts the real window, and says in one sentence why there is none where there is none.

use super::smoke::{self, Smoke};
use super::window::Window;
use crate::command::Page;
use crate::lang::Lang;
use crate::model::finding::Message;
use crate::project::settings::{Settings, Theme};
use crate::ui::theme;
use crate::worker::Threads;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// How the window is started.
#[derive(Debug, Default)]
pub struct Start {
    pub files: Vec<PathBuf>,
    /// The language of this run; `None` for the one that is remembered.
    pub lang: Option<Lang>,
    /// For tests: save a picture of the window here when all is read, and close. Settings are left alone.
    pub smoke: Option<PathBuf>,
    /// For tests: the size of the window in points.
    pub size: Option<[f32; 2]>,
    /// For tests: dark colours.
    pub dark: bool,
    /// For tests: the page that is shown.
    pub page: Option<Page>,
}

impl Start {
    /// The start that `--smoke PICTURE.png` asks for, with `--size WxH`, `--dark`, `--page WORD`, `--lang en` and files
    /// after it in any order, which only tests of the running window use; `None` for any other call.
    #[must_use]
    pub fn for_tests(arguments: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let mut arguments = arguments.into_iter();
        arguments.next().filter(|first| first == "--smoke")?;
        let mut start = Self { smoke: Some(arguments.next()?.into()), ..Self::default() };
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--size") => {
                    let size = arguments.next()?.into_string().ok()?;
                    let (width, height) = size.split_once('x')?;
                    start.size = Some([width.parse().ok()?, height.parse().ok()?]);
                }
                Some("--dark") => start.dark = true,
                Some("--page") => start.page = Some(Page::from_word(arguments.next()?.to_str()?)?),
                Some("--lang") => start.lang = Some(if arguments.next()? == "en" { Lang::En } else { Lang::Da }),
                _ => start.files.push(argument.into()),
            }
        }
        Some(start)
    }
}

/// Opens the window and stays until it is closed. Status 2 where no window can be opened.
#[must_use]
pub fn run(start: Start) -> ExitCode {
    let outcome = Arc::new(AtomicU8::new(smoke::PENDING));
    let (is_smoke, lang) = (start.smoke.is_some(), start.lang);
    let kept = Arc::clone(&outcome);
    // A missing system library is a panic inside the window toolkit, not an error.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let ran = catch_unwind(AssertUnwindSafe(|| window(start, kept, hook)));
    let detail = match ran {
        Ok(Ok(())) if is_smoke && outcome.load(Ordering::SeqCst) != smoke::DONE => return ExitCode::FAILURE,
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(error)) => error.to_string(),
        Err(panic) => words(&*panic),
    };
    complain(&detail, lang);
    ExitCode::from(2)
}

type Hook = Box<dyn Fn(&std::panic::PanicHookInfo<'_>) + Sync + Send + 'static>;

fn window(start: Start, outcome: Arc<AtomicU8>, hook: Hook) -> eframe::Result {
    let path = Settings::default_path().filter(|_| start.smoke.is_none());
    let (mut settings, unread) = settings(path.as_deref());
    let place = settings.window.filter(|_| start.size.is_none());
    let size = start.size.unwrap_or(place.map_or([1280.0, 800.0], |place| place.size.into()));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Sidestil")
        .with_app_id("sidestil")
        .with_inner_size(size)
        .with_maximized(place.is_some_and(|place| place.maximized))
        .with_min_inner_size([760.0, 480.0])
        .with_drag_and_drop(true);
    if let Some(corner) = place.and_then(|place| place.corner) {
        viewport = viewport.with_position([corner.0, corner.1]);
    }
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    eframe::run_native(
        "Sidestil",
        options,
        Box::new(move |cc| {
            // The window is there: from now on a panic is a fault of ours and is told as one.
            std::panic::set_hook(hook);
            let ctx = cc.egui_ctx.clone();
            theme::install(&ctx);
            settings.lang = start.lang.unwrap_or(settings.lang);
            if start.smoke.is_some() {
                settings.theme = if start.dark { Theme::Dark } else { Theme::Light };
            }
            let folder = path.as_ref().and_then(|path| path.parent().map(PathBuf::from));
            let kept = path.filter(|_| unread.is_none());
            ctx.set_zoom_factor(settings.zoom.clamp(0.5, 3.0));
            let wake = {
                let ctx = ctx.clone();
                move || ctx.request_repaint()
            };
            let worker = Threads::start(kept.clone(), wake)?;
            let mut window = Window::new(settings, Box::new(worker));
            if let Some(message) = unread {
                window.state.notice(message, true);
            }
            window.state.page = start.page.unwrap_or_default();
            window.smoke = start.smoke.map(|picture| Smoke::new(picture, outcome));
            window.look_for_copy(kept, folder.as_deref());
            window.open(&ctx, start.files);
            Ok(Box::new(window))
        }),
    )
}

/// The settings, and what to say where they could not be read; the file is then left alone.
fn settings(path: Option<&std::path::Path>) -> (Settings, Option<Message>) {
    match path.map(Settings::load) {
        None => (Settings::default(), None),
        Some(Ok(settings)) => (settings, None),
        Some(Err(error)) => {
            let message = Message { key: "app-settings-unread", values: vec![("detail", error.to_string())] };
            (Settings::default(), Some(message))
        }
    }
}

/// Why there is no window, as the key of a sentence and the name that belongs into it: what toolkits and drivers say is
/// for programmers, and may be pages long.
fn reason(detail: &str) -> (&'static str, String) {
    let small = detail.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let library = detail.split_whitespace().find(|word| word.starts_with("lib") && word.contains(".so"));
    if let Some(library) = library.filter(|_| says(&["could not be loaded", "cannot open shared object"])) {
        return ("app-no-display-library", library.trim_matches(['"', '\'', '.', ',']).to_owned());
    }
    if says(&["glutin", "opengl", "egl", "glx", "glow", "gl context"]) {
        ("app-no-display-graphics", String::new())
    } else if says(&["display", "x server", "wayland", "x11", "xcb"]) {
        ("app-no-display-screen", String::new())
    } else {
        ("app-no-display-other", String::new())
    }
}

/// What a panic said.
fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("?").to_owned()
}

/// A sentence for people: why there is no window, and what works without one.
fn complain(detail: &str, lang: Option<Lang>) {
    let kept = || Settings::default_path().and_then(|path| Settings::load(&path).ok()).map(|kept| kept.lang);
    let lang = lang.or_else(kept).unwrap_or_default();
    let (key, name) = reason(detail);
    let text = lang.text_with(key, &[("name", name.into())]);
    let text = format!("{text} {}", lang.text("app-no-display"));
    use std::io::Write as _;
    // Where even this cannot be written, there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_given_without_the_toolkits_words() {
        for (detail, key, name) in [
            ("os error at a/b/mod.rs:765: neither WAYLAND_DISPLAY nor DISPLAY is set", "app-no-display-screen", ""),
            ("Failed to open connection to X server", "app-no-display-screen", ""),
            ("glutin error: [a7] GLXBadFBConfig, display 0x55", "app-no-display-graphics", ""),
            (
                "Library libxkbcommon-x11.so could not be loaded.\nadvice",
                "app-no-display-library",
                "libxkbcommon-x11.so",
            ),
            ("?", "app-no-display-other", ""),
        ] {
            assert_eq!(reason(detail), (key, name.to_owned()));
            assert_ne!(Lang::Da.text(key), key);
        }
    }

    #[test]
    fn a_call_for_tests_is_told_from_any_other() {
        let call = |words: &[&str]| Start::for_tests(words.iter().map(OsString::from));
        assert!(call(&["a.txt"]).is_none() && call(&[]).is_none());
        let start = call(&["--smoke", "p.png", "--size", "800x600", "--dark", "a.txt"]).unwrap();
        assert_eq!((start.size, start.dark, start.files), (Some([800.0, 600.0]), true, vec![PathBuf::from("a.txt")]));
        for words in [
            ["--smoke", "p.png", "--page", "appeals", "--lang", "en", "a.txt"],
            ["--smoke", "p.png", "--lang", "en", "--page", "appeals", "a.txt"],
            ["--smoke", "p.png", "a.txt", "--lang", "en", "--page", "appeals"],
        ] {
            let start = call(&words).unwrap();
            assert_eq!((start.page, start.lang), (Some(Page::Appeals), Some(Lang::En)), "{words:?}");
            assert_eq!(start.files, [PathBuf::from("a.txt")], "{words:?}");
        }
    }
}
