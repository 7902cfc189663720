"""The looks: two palettes of our own, the colours that have a meaning, and the spaces between things."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from clerkwell.system import resources_folder

_DRESSED = "clerkwell-dressed"

Theme = Literal["system", "light", "dark"]

# Pixels at 100 %; Qt scales them with the screen.
GAP_SMALL = 4
GAP = 8
GAP_LARGE = 16
MARGIN = 24
# About seventy letters of the ordinary size: a measure that is easy to read.
MEASURE = 640


@dataclass(frozen=True)
class Colours:
    """The colours of a look. Each is at least 4.5:1 on `window` and `base`, except the two lines (3:1 for `line`)."""

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    hairline: str
    line: str
    accent: str
    on_accent: str
    accent_wash: str
    error: str
    error_wash: str
    warning: str
    warning_wash: str
    info: str
    good: str
    good_wash: str


LIGHT = Colours(
    dark=False,
    window="#f4f5f6",
    base="#ffffff",
    raised="#fbfbfc",
    text="#1a1d21",
    muted="#545b63",
    hairline="#d9dcdf",
    line="#858c93",
    accent="#1d5c99",
    on_accent="#ffffff",
    accent_wash="#dfebf7",
    error="#b3261e",
    error_wash="#fbeae9",
    warning="#855200",
    warning_wash="#fcf1dd",
    info="#2a5f93",
    good="#1e6b39",
    good_wash="#e4f3e9",
)
DARK = Colours(
    dark=True,
    window="#1d2023",
    base="#25292d",
    raised="#2c3035",
    text="#eceef0",
    muted="#b3bac1",
    hairline="#3b4147",
    line="#838b93",
    accent="#83bbf2",
    on_accent="#0e1d2b",
    accent_wash="#2a3d50",
    error="#ff9c94",
    error_wash="#432a29",
    warning="#f2b75f",
    warning_wash="#41341f",
    info="#8fc2f3",
    good="#82d39e",
    good_wash="#24392c",
)


def colours(_shown_in: QWidget | None = None) -> Colours:
    """The colours of the look in use, told by the palette: a dark window means the dark ones."""
    # Not the widget's own palette: one that has not been shown yet still has that from before.
    palette = QApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def dress(app: QApplication, theme: Theme, points: int = 11) -> None:
    """Give the whole program a look. `theme` "system" follows the desktop; `points` is the size of its text."""
    if app.property(_DRESSED) is None:
        app.setStyle("fusion")
        app.setProperty(_DRESSED, True)
    scheme = app.styleHints().colorScheme()
    dark = theme == "dark" or (theme == "system" and scheme == Qt.ColorScheme.Dark)
    look = DARK if dark else LIGHT
    app.setPalette(palette_of(look))
    font = app.font()
    font.setPointSize(points)
    app.setFont(font)
    app.setStyleSheet(sheet(look, (resources_folder() / "icons").as_posix()))


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
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(look.line))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(look.hairline))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(look.muted))
    return palette


def sheet(look: Colours, icons: str) -> str:
    """What Fusion leaves to be wished for: clear edges, a focus ring that is always seen, room round the words.

    `icons` is the folder of the drawings, with forward slashes, as style sheets want it.
    """
    kind = "dark" if look.dark else "light"
    return f"""
    QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {{
        background: {look.base}; color: {look.text}; border: 1px solid {look.line};
        border-radius: 4px; padding: 4px 6px;
        selection-background-color: {look.accent}; selection-color: {look.on_accent};
    }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
        border: 2px solid {look.accent}; padding: 3px 5px;
    }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{icons}/arrow-down-{kind}.svg"); width: 14px; height: 14px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {look.line}; padding: 0; }}
    QSpinBox::up-button, QDateEdit::up-button {{ border: 0; width: 20px; }}
    QSpinBox::down-button, QDateEdit::down-button {{ border: 0; width: 20px; }}
    QSpinBox::up-arrow, QDateEdit::up-arrow {{
        image: url("{icons}/arrow-up-{kind}.svg"); width: 10px; height: 10px;
    }}
    QSpinBox::down-arrow, QDateEdit::down-arrow {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: 10px; height: 10px;
    }}
    QPushButton {{
        background: {look.raised}; color: {look.text}; border: 1px solid {look.line}; border-radius: 4px;
        padding: 5px 14px;
    }}
    QPushButton:hover {{ background: {look.accent_wash}; }}
    QPushButton:focus {{ border: 2px solid {look.accent}; padding: 4px 13px; }}
    QPushButton:disabled {{ color: {look.line}; border-color: {look.hairline}; }}
    QPushButton[primary="true"] {{
        background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; font-weight: 600;
    }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {look.text}; }}
    QPushButton[primary="true"]:disabled {{
        background: {look.raised}; color: {look.line}; border-color: {look.hairline};
    }}
    QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 4px; padding: 2px; spacing: 8px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {look.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: 15px; height: 15px; border: 1px solid {look.line}; background: {look.base};
    }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked {{
        background: {look.accent}; border-color: {look.accent};
    }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ image: url("{icons}/tick-{kind}.svg"); }}
    QRadioButton::indicator:checked {{ image: url("{icons}/dot-{kind}.svg"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
        background: {look.window}; border-color: {look.hairline};
    }}
    QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px; }}
    QToolButton:hover, QToolButton:checked {{ background: {look.accent_wash}; border-color: {look.line}; }}
    QToolButton:focus {{ border: 2px solid {look.accent}; padding: 3px; }}
    QToolButton[popupMode="2"] {{ padding-right: 20px; }}
    QToolButton[popupMode="2"]:focus {{ padding-right: 19px; }}
    QToolButton::menu-indicator {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: 12px; height: 12px;
        subcontrol-origin: padding; subcontrol-position: center right; right: 4px;
    }}
    QFrame[role="edge"] {{ color: {look.hairline}; }}
    QListView, QTreeView, QTableView {{
        background: {look.base}; border: 1px solid {look.hairline}; border-radius: 4px; outline: 0;
    }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: 2px solid {look.accent}; }}
    QTreeWidget::item, QTableWidget::item {{ padding: 3px 6px; }}
    QHeaderView::section {{
        background: {look.raised}; color: {look.text}; border: 0; border-bottom: 1px solid {look.line};
        padding: 4px 6px; font-weight: 600;
    }}
    QListView[role="plain"]::item {{ padding: 6px 8px; border: 1px solid transparent; border-radius: 4px; }}
    QListView[role="plain"]::item:selected {{ background: {look.accent_wash}; color: {look.text}; }}
    QListView[role="plain"]::item:selected:active {{ border-color: {look.accent}; }}
    QTabBar::tab {{
        padding: 6px 14px; color: {look.text}; background: transparent; border: 0; border-bottom: 3px solid transparent;
    }}
    QTabBar::tab:selected {{ border-bottom-color: {look.accent}; font-weight: 600; }}
    QTabBar::tab:selected:focus {{ background: {look.accent_wash}; }}
    QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {look.accent}; color: {look.on_accent}; }}
    QLabel[role="muted"] {{ color: {look.muted}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {look.raised}; color: {look.text}; border: 1px solid {look.line}; padding: 4px; }}
    QSplitter::handle {{ background: {look.hairline}; }}
    """
