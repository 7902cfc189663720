"""The looks in use: which of the palettes it is, how Fusion draws it, and the spaces between things."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from clerkwell.system import Settings, resources_folder
from clerkwell.ui.kit.palettes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, LOOKS, Colours

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
        app.setProperty(_DRESSED, True)
    look = _system_look(app) if theme == "system" else _CHOSEN[theme]
    # Before the palette: whoever hears that it has changed asks for the colours.
    app.setProperty(_HIGH, look.high)
    app.setPalette(palette_of(look))
    font = app.font()
    font.setPointSize(points)
    app.setFont(font)
    app.setStyleSheet(sheet(look, (resources_folder() / "icons").as_posix()))


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


def sheet(look: Colours, icons: str) -> str:
    """What Fusion leaves to be wished for: clear edges, a focus ring that is always seen, room round the words.

    `icons` is the folder of the drawings, with forward slashes, as style sheets want it.
    """
    # A list that opens over its box is cut off, with arrows to turn it by: "combobox-popup: 0" hangs it below, whole.
    kind = "dark" if look.dark else "light"
    # Pixels of an edge and of the ring round what has the keyboard; the room within makes up for them.
    edge, ring = (2, 3) if look.high else (1, 2)
    return f"""
    QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {{
        background: {look.base}; color: {look.text}; border: {edge}px solid {look.line};
        border-radius: 4px; padding: {5 - edge}px {7 - edge}px;
        selection-background-color: {look.accent}; selection-color: {look.on_accent};
        placeholder-text-color: {look.muted};
    }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
        border: {ring}px solid {look.accent}; padding: {5 - ring}px {7 - ring}px;
    }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{icons}/arrow-down-{kind}.svg"); width: 14px; height: 14px; }}
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ border: 1px solid {look.line}; padding: 0; }}
    QSpinBox::up-button, QDateEdit::up-button {{ border: 0; width: 20px; }}
    QSpinBox::down-button, QDateEdit::down-button {{ border: 0; width: 20px; }}
    QSpinBox::up-arrow, QDateEdit::up-arrow {{
        image: url("{icons}/arrow-up-{kind}.svg"); width: 10px; height: 10px;
    }}
    QSpinBox::down-arrow, QDateEdit::down-arrow {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: 10px; height: 10px;
    }}
    QPushButton {{
        background: {look.raised}; color: {look.text}; border: {edge}px solid {look.line};
        border-radius: 4px; padding: {6 - edge}px {15 - edge}px;
    }}
    QPushButton:hover {{ background: {look.accent_wash}; }}
    QPushButton:focus {{ border: {ring}px solid {look.accent}; padding: {6 - ring}px {15 - ring}px; }}
    QPushButton:disabled {{ color: {look.faint}; border-color: {look.hairline}; }}
    QPushButton[primary="true"] {{
        background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; font-weight: 600;
    }}
    QPushButton[primary="true"]:focus {{ border: {ring}px solid {look.text}; }}
    QPushButton[primary="true"]:disabled {{
        background: {look.raised}; color: {look.faint}; border-color: {look.hairline};
    }}
    QCheckBox, QRadioButton {{ border: {ring}px solid transparent; border-radius: 4px; padding: 2px; spacing: 8px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {look.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator {{
        width: 15px; height: 15px; border: {edge}px solid {look.line}; background: {look.base};
    }}
    QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked,
    QTreeView::indicator:checked {{
        background: {look.accent}; border-color: {look.accent};
    }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
        image: url("{icons}/tick-{kind}.svg");
    }}
    QRadioButton::indicator:checked {{ image: url("{icons}/dot-{kind}.svg"); }}
    QTreeView::indicator:indeterminate {{
        background: {look.accent}; border-color: {look.accent}; image: url("{icons}/dot-{kind}.svg");
    }}
    QTreeView::indicator:checked:selected, QTreeView::indicator:indeterminate:selected {{
        border-color: {look.on_accent};
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QListView::indicator:disabled,
    QTreeView::indicator:disabled {{
        background: {look.window}; border-color: {look.hairline};
    }}
    QToolButton {{ border: {edge}px solid transparent; border-radius: 4px; padding: {5 - edge}px; }}
    QToolButton:hover, QToolButton:checked {{ background: {look.accent_wash}; border-color: {look.line}; }}
    QToolButton:focus {{ border: {ring}px solid {look.accent}; padding: {5 - ring}px; }}
    QToolButton[popupMode="2"] {{ padding-right: 20px; }}
    QToolButton[popupMode="2"]:focus {{ padding-right: 19px; }}
    QToolButton::menu-indicator {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: 12px; height: 12px;
        subcontrol-origin: padding; subcontrol-position: center right; right: 4px;
    }}
    QFrame[role="edge"] {{ color: {look.hairline}; }}
    QListView, QTreeView, QTableView {{
        background: {look.base}; border: 1px solid {look.line if look.high else look.hairline};
        border-radius: 4px; outline: 0;
    }}
    QTableView {{ gridline-color: {look.line}; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: {ring}px solid {look.accent}; }}
    QTreeWidget::item, QTableWidget::item {{ padding: 3px 6px; }}
    QHeaderView::section {{
        background: {look.raised}; color: {look.text}; border: 0; border-bottom: 1px solid {look.line};
        padding: 4px 6px; font-weight: 600;
    }}
    QListView[role="plain"]::item {{ padding: 6px 8px; border: 1px solid transparent; border-radius: 4px; }}
    QListView[role="plain"]::item:selected {{
        background: {look.accent_wash}; color: {look.text}; border-color: {look.edge(focused=False)};
    }}
    QListView[role="plain"]::item:selected:active {{ border-color: {look.accent}; }}
    QTabBar::tab {{
        padding: 6px 14px; color: {look.text}; background: transparent; border: 0; border-bottom: 3px solid transparent;
    }}
    QTabBar::tab:selected {{ border-bottom-color: {look.accent}; font-weight: 600; }}
    QTabBar::tab:selected:focus {{ background: {look.accent_wash}; }}
    QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {look.accent}; color: {look.on_accent}; }}
    QLabel[role="muted"] {{ color: {look.muted}; }}
    QLabel[role="error"] {{ color: {look.error}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {look.raised}; color: {look.text}; border: 1px solid {look.line}; padding: 4px; }}
    QSplitter::handle {{ background: {look.hairline}; }}
    QScrollBar {{ background: {look.window}; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 14px; }}
    QScrollBar:horizontal {{ height: 14px; }}
    QScrollBar::handle {{ background: {look.line}; border-radius: 4px; margin: 3px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {look.muted}; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
