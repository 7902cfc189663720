"""The looks in use: which of the palettes it is, the size of the text, and the spaces between things."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from clerkwell.system import Settings, resources_folder
from clerkwell.ui.kit.palettes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, LOOKS, Colours
from clerkwell.ui.kit.sheet import sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints

_DRESSED = "clerkwell-dressed"

_HIGH = "clerkwell-high-contrast"

Theme = Literal["system", "light", "dark", "high-contrast-light", "high-contrast-dark"]

# Pixels at 100 %; Qt scales them with the screen.
GAP_SMALL = 4
GAP = 8
GAP_LARGE = 16
MARGIN = 24
# Points of the ordinary size of the program's text.
ORDINARY = 11
# About seventy letters of that size: a measure that is easy to read.
MEASURE = 640


def colours(_shown_in: QWidget | None = None) -> Colours:
    """The colours of the look in use, told by the palette: a dark window means the dark ones."""
    # Not the widget's own palette: one that has not been shown yet still has that from before.
    palette = QApplication.palette()
    app = QApplication.instance()
    high = app is not None and bool(app.property(_HIGH))
    return _look(dark=_is_dark(palette), high=high)


def dress(app: QApplication, theme: Theme, points: int = ORDINARY) -> None:
    """Give the whole program a look. `theme` "system" follows the desktop; `points` is the size of its text."""
    if app.property(_DRESSED) is None:
        app.setStyle("fusion")
    look = _system_look(app) if theme == "system" else _CHOSEN[theme]
    palette, dressed = palette_of(look), f"{look.dark} {look.high} {points}"
    if app.property(_DRESSED) == dressed and app.palette() == palette:
        return
    app.setProperty(_DRESSED, dressed)
    # Before the palette: whoever hears that it has changed asks for the colours.
    app.setProperty(_HIGH, look.high)
    app.setPalette(palette)
    font = app.font()
    font.setPointSize(points)
    app.setFont(font)
    # Taking the one before off first would halve the second that this takes with a report open, and it crashed: Qt then
    # goes back to the bare style and forth again under every widget, those about to be deleted among them.
    app.setStyleSheet(sheet(look, (resources_folder() / "icons").as_posix(), times()))


def times() -> float:
    """How many times the ordinary size the program's text is; once where it is smaller."""
    return max(QApplication.font().pointSizeF() / ORDINARY, 1.0)


def scaled(pixels: int) -> int:
    """So many pixels beside text of the ordinary size, in the size that it is now: for icons and the like."""
    return round(pixels * times())


def try_on(settings: Settings) -> None:
    """Show the look and the size of text of these settings, and keep neither."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app, settings.theme, settings.text_size)


_CHOSEN = {
    "light": LIGHT,
    "dark": DARK,
    "high-contrast-light": CONTRAST_LIGHT,
    "high-contrast-dark": CONTRAST_DARK,
}


def follow_system(app: QApplication, changed: Callable[[], object]) -> Callable[[], None]:
    """Call `changed` whenever the desktop turns to another look; gives what ends that."""
    hints = app.styleHints()
    scheme = hints.colorSchemeChanged.connect(changed)
    wishes = _wishes(app)
    contrast = None if wishes is None else wishes.contrastPreferenceChanged.connect(changed)

    def stop() -> None:
        hints.colorSchemeChanged.disconnect(scheme)
        if wishes is not None and contrast is not None:
            wishes.contrastPreferenceChanged.disconnect(contrast)

    return stop


def _wishes(app: QApplication) -> "QAccessibilityHints | None":
    """What the desktop says of its user's needs; Qt before 6.10 cannot tell."""
    return app.styleHints().accessibility() if hasattr(QStyleHints, "accessibility") else None


def _system_look(app: QApplication) -> Colours:
    wishes, scheme = _wishes(app), app.styleHints().colorScheme()
    high = wishes is not None and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
    dark = scheme == Qt.ColorScheme.Dark
    if high and scheme == Qt.ColorScheme.Unknown:
        # A contrast theme of Windows says neither; its own colours do, once ours are put away.
        app.setPalette(QPalette())
        dark = _is_dark(app.palette())
    return _look(dark=dark, high=high)


def _look(*, dark: bool, high: bool) -> Colours:
    return next(look for look in LOOKS if (look.dark, look.high) == (dark, high))


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def palette_of(look: Colours) -> QPalette:
    """The palette that Fusion draws this look with."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.base),
        (role.AlternateBase, look.raised),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.Text, look.text),
        (role.PlaceholderText, look.muted),
        (role.Button, look.raised),
        (role.ButtonText, look.text),
        (role.BrightText, look.error),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Accent, look.accent),
        (role.Light, look.raised),
        (role.Midlight, look.hairline),
        (role.Mid, look.line),
        (role.Dark, look.line),
        (role.Shadow, look.line),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(look.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(look.accent_wash))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(look.muted))
    return palette
