//! Commands without values: what menus, keys and the palette offer.

/// A key with its modifiers, as plain data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
    /// egui's name of the key.
    pub key: &'static str,
}

/// A command without values: one row gives its text and shortcut, for menus and keys alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Open,
    OpenPath,
    OpenSamples,
    CloseAll,
    Cancel,
    SaveAppeals,
    SaveCaseload,
    SaveWindow,
    Quit,
    New,
    Save,
    SaveAs,
    Undo,
    Redo,
    Find,
    Palette,
    Room,
    Happened,
    Compare,
    PageAppeals,
    PageCaseload,
    PageOther,
    Checks,
    Cases,
    Data,
    Back,
    HideSource,
    ZoomIn,
    ZoomOut,
    ZoomReset,
}

impl Action {
    pub const ALL: [Self; 30] = [
        Self::Open,
        Self::OpenPath,
        Self::OpenSamples,
        Self::CloseAll,
        Self::Cancel,
        Self::SaveAppeals,
        Self::SaveCaseload,
        Self::SaveWindow,
        Self::Quit,
        Self::New,
        Self::Save,
        Self::SaveAs,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::Palette,
        Self::Room,
        Self::Happened,
        Self::Compare,
        Self::PageAppeals,
        Self::PageCaseload,
        Self::PageOther,
        Self::Checks,
        Self::Cases,
        Self::Data,
        Self::Back,
        Self::HideSource,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// The key of its text in menus.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "menu-open",
            Self::OpenPath => "menu-open-path",
            Self::OpenSamples => "menu-open-samples",
            Self::CloseAll => "menu-close-all",
            Self::Cancel => "menu-cancel",
            Self::SaveAppeals => "menu-save-appeals",
            Self::SaveCaseload => "menu-save-caseload",
            Self::SaveWindow => "menu-save-window",
            Self::Quit => "menu-quit",
            Self::New => "menu-new",
            Self::Save => "menu-save",
            Self::SaveAs => "menu-save-as",
            Self::Undo => "menu-undo",
            Self::Redo => "menu-redo",
            Self::Find => "menu-find",
            Self::Palette => "menu-palette",
            Self::Room => "menu-room",
            Self::Happened => "menu-happened",
            Self::Compare => "app-page-compare",
            Self::PageAppeals => "app-page-appeals",
            Self::PageCaseload => "app-page-caseload",
            Self::PageOther => "app-page-other",
            Self::Checks => "app-page-checks",
            Self::Cases => "app-page-cases",
            Self::Data => "app-page-data",
            Self::Back => "source-back",
            Self::HideSource => "source-hide",
            Self::ZoomIn => "menu-zoom-in",
            Self::ZoomOut => "menu-zoom-out",
            Self::ZoomReset => "menu-zoom-reset",
        }
    }

    /// Its keys, where it has some.
    #[must_use]
    pub fn shortcut(self) -> Option<Shortcut> {
        let (ctrl, alt, key) = match self {
            Self::Open => (true, false, "O"),
            Self::OpenPath => (true, false, "L"),
            Self::OpenSamples | Self::CloseAll | Self::SaveCaseload | Self::Happened => return None,
            Self::Cancel => (false, false, "Escape"),
            Self::SaveAppeals => (true, false, "E"),
            Self::SaveWindow => (true, false, "P"),
            Self::Quit => (true, false, "Q"),
            Self::New => (true, false, "N"),
            Self::Save | Self::SaveAs => (true, false, "S"),
            Self::Undo => (true, false, "Z"),
            Self::Redo => (true, false, "Y"),
            Self::Find => (true, false, "F"),
            Self::Palette => (true, false, "K"),
            Self::Room => (false, false, "F11"),
            Self::Compare => (true, false, "1"),
            Self::PageAppeals => (true, false, "2"),
            Self::PageCaseload => (true, false, "3"),
            Self::PageOther => (true, false, "4"),
            Self::Checks => (true, false, "5"),
            Self::Cases => (true, false, "6"),
            Self::Data => (true, false, "7"),
            Self::Back => (false, true, "Left"),
            Self::HideSource => (true, false, "W"),
            Self::ZoomIn => (true, false, "Plus"),
            Self::ZoomOut => (true, false, "Minus"),
            Self::ZoomReset => (true, false, "0"),
        };
        let shift = self == Self::SaveAs;
        Some(Shortcut { ctrl, alt, shift, key })
    }
}
