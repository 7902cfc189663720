"""The looks: every pair of colours that carries words can be read."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTableWidget,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.folding_bar import menu_button
from clerkwell.ui.kit.palettes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, LOOKS, Colours
from clerkwell.ui.kit.sheet import sheet
from clerkwell.ui.kit.style import Theme, colours, dress, follow_system, palette_of
from clerkwell.ui.kit.widgets import button, title

EACH = pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "contrast-light", "contrast-dark"])
GROUNDS = ["window", "base", "raised"]
WORDS = ["text", "muted", "accent", "error", "warning", "info", "good"]
# What is drawn on a wash: by lists, by the strip of notices, by compared words, behind words that a note is pinned to.
ON_A_WASH = [
    *((words, "accent_wash") for words in WORDS),
    *((words, f"{kind}_wash") for kind in ("error", "warning", "good") for words in ("text", "muted", kind)),
]


@EACH
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_what_they_stand_on(look: Colours, words: str, ground: str) -> None:
    assert contrast(getattr(look, words), getattr(look, ground)) >= wanted(look)


@EACH
@pytest.mark.parametrize(("words", "ground"), [("on_accent", "accent"), *ON_A_WASH])
def test_words_on_a_wash_can_be_read_too(look: Colours, words: str, ground: str) -> None:
    assert contrast(getattr(look, words), getattr(look, ground)) >= wanted(look)


@EACH
@pytest.mark.parametrize("ground", GROUNDS)
def test_what_cannot_be_used_can_be_read_all_the_same_and_does_not_look_as_if_it_could(
    look: Colours, ground: str
) -> None:
    faint, text = (contrast(colour, getattr(look, ground)) for colour in (look.faint, look.text))
    assert 4.5 <= faint < text / 2


@EACH
@pytest.mark.parametrize("edge", ["line", "accent"])
@pytest.mark.parametrize("ground", [*GROUNDS, "accent_wash"])
def test_edges_of_controls_and_the_focus_ring_can_be_seen(look: Colours, edge: str, ground: str) -> None:
    assert contrast(getattr(look, edge), getattr(look, ground)) >= (4.5 if look.high else 3.0)


@EACH
def test_the_palette_that_qt_draws_with_has_these_contrasts_too(look: Colours) -> None:
    palette, role, group = palette_of(look), QPalette.ColorRole, QPalette.ColorGroup
    for words, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.LinkVisited, role.Window),
    ):
        for state, least in ((group.Active, wanted(look)), (group.Inactive, wanted(look)), (group.Disabled, 4.5)):
            pair = [palette.color(state, each).name() for each in (words, ground)]
            assert contrast(*pair) >= least, (words, ground, state)


@EACH
def test_in_high_contrast_the_edges_and_the_ring_are_thicker(look: Colours) -> None:
    drawn = sheet(look, "icons")
    assert (f"border: 3px solid {look.accent}" in drawn) == look.high
    assert (f"border: 2px solid {look.line}" in drawn) == look.high
    assert (look.edge(focused=False) == look.line) == look.high


def test_the_look_and_the_size_of_text_reach_a_window_that_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 11)
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    assert colours() == LIGHT
    dress(qapp, "dark", 14)
    assert colours() == DARK
    qtbot.waitUntil(lambda: label.font().pointSize() == 14)
    assert label.palette().window().color().name() == DARK.window
    dress(qapp, "light", 11)


def test_headings_and_icons_follow_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 11)
    page, menu = QWidget(), QMenu()
    column = QVBoxLayout(page)
    heading, opening, insert = (
        title("Clerkwell", 2.0),
        button("Open", print, picture="open"),
        menu_button("Insert", menu, "add"),
    )
    for each in (heading, opening, insert):
        column.addWidget(each)
    qtbot.addWidget(page)
    page.show()
    dress(qapp, "dark", 22)
    assert heading.font().pointSizeF() == 44
    assert ink(opening.icon()) == ink(insert.icon()) == DARK.text
    dress(qapp, "light", 11)
    assert heading.font().pointSizeF() == 22
    assert ink(opening.icon()) == ink(insert.icon()) == LIGHT.text


def ink(icon: QIcon) -> str:
    """The colour that most of an icon is drawn in."""
    image = icon.pixmap(48).toImage()
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(dot.name() for dot in dots if dot.alpha() == 255).most_common(1)[0][0]


@pytest.mark.parametrize(
    ("theme", "look"), [("high-contrast-light", CONTRAST_LIGHT), ("high-contrast-dark", CONTRAST_DARK)]
)
def test_high_contrast_can_be_chosen(qapp: QApplication, theme: Theme, look: Colours) -> None:
    dress(qapp, theme, 11)
    assert colours() == look
    assert qapp.palette().window().color().name() == look.window
    dress(qapp, "light", 11)
    assert colours() == LIGHT


class Desktop:
    """What a desktop may say of itself, where Qt's own word is not to be had."""

    def __init__(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scheme, self.contrast = Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference
        hints, wishes = qapp.styleHints(), qapp.styleHints().accessibility()
        monkeypatch.setattr(type(hints), "colorScheme", lambda _: self.scheme)
        monkeypatch.setattr(type(wishes), "contrastPreference", lambda _: self.contrast)


@pytest.mark.parametrize("contrast", Qt.ContrastPreference)
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_look_follows_the_desktop_in_its_colours_and_its_contrast(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference
) -> None:
    desktop = Desktop(qapp, monkeypatch)
    desktop.scheme, desktop.contrast = scheme, contrast
    dress(qapp, "system", 11)
    assert colours().dark == (scheme == Qt.ColorScheme.Dark)
    assert colours().high == (contrast == Qt.ContrastPreference.HighContrast)
    dress(qapp, "light", 11)


def test_a_contrast_theme_that_calls_itself_neither_light_nor_dark_is_told_by_its_own_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop(qapp, monkeypatch)
    dress(qapp, "dark", 11)
    desktop.scheme, desktop.contrast = Qt.ColorScheme.Unknown, Qt.ContrastPreference.HighContrast
    dress(qapp, "system", 11)
    # What stands behind the tests is light; the dark look that was on a moment ago has no say.
    assert colours() == CONTRAST_LIGHT
    dress(qapp, "light", 11)


def test_a_change_of_the_desktop_is_heard_until_nobody_listens(qapp: QApplication) -> None:
    heard: list[str] = []
    stop = follow_system(qapp, lambda: heard.append("changed"))
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert heard == ["changed", "changed"]
    stop()
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert len(heard) == 2


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
@pytest.mark.parametrize(("theme", "look"), [("light", LIGHT), ("dark", DARK), ("high-contrast-dark", CONTRAST_DARK)])
def test_what_an_empty_control_says_can_be_read(
    qtbot: QtBot, qapp: QApplication, theme: Theme, look: Colours, kind: type[QWidget]
) -> None:
    dress(qapp, theme, 11)
    control = kind()
    qtbot.addWidget(control)
    control.ensurePolished()
    assert control.palette().color(QPalette.ColorRole.PlaceholderText).name() == look.muted.lower()
    dress(qapp, "light", 11)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast-light", "high-contrast-dark"])
def test_a_main_button_that_cannot_be_used_does_not_look_as_if_it_could(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    dress(qapp, theme, 11)
    main = button("Set aside", lambda: None, primary=True)
    qtbot.addWidget(main)
    main.resize(120, 40)
    usable = main.grab().toImage().pixelColor(8, 20)
    main.setEnabled(False)
    assert main.grab().toImage().pixelColor(8, 20) != usable
    assert usable.name() == colours().accent
    dress(qapp, "light", 11)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast-light", "high-contrast-dark"])
def test_where_a_scroll_bar_stands_can_be_seen(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    bar.resize(14, 300)
    drawn = bar.grab().toImage()
    assert contrast(drawn.pixelColor(7, 60).name(), drawn.pixelColor(7, 280).name()) >= 3.0
    dress(qapp, "light", 11)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast-light", "high-contrast-dark"])
def test_the_lines_between_empty_cells_can_be_seen(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    table.resize(300, 200)
    cell = table.visualRect(table.model().index(0, 0))
    drawn = table.viewport().grab().toImage()
    line, inside = drawn.pixelColor(cell.right() + 1, 10).name(), drawn.pixelColor(cell.right() - 5, 10).name()
    assert contrast(line, inside) >= 3.0
    dress(qapp, "light", 11)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast-light", "high-contrast-dark"])
def test_the_box_that_is_ticked_can_be_seen_in_the_chosen_row(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme, 11)
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    item = QTreeWidgetItem(tree, [""])
    item.setCheckState(0, Qt.CheckState.Checked)
    tree.setCurrentItem(item)
    tree.resize(200, 100)
    row = tree.visualItemRect(item)
    drawn = tree.viewport().grab().toImage()
    # Through the box near its foot, where the tick is not.
    across = {drawn.pixelColor(x, row.center().y() + 6).name() for x in range(row.left(), row.left() + 30)}
    assert max(contrast(colours().accent, each) for each in across) >= 3.0
    dress(qapp, "light", 11)


def wanted(look: Colours) -> float:
    """How much contrast words need in this look: WCAG's level AAA in high contrast, AA else (1.4.6, 1.4.3)."""
    return 7.0 if look.high else 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 counts it (1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
