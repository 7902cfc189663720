"""The looks: every pair of colours that carries words can be read."""

from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.style import DARK, LIGHT, Colours, colours, dress
from clerkwell.ui.kit.widgets import button

BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("words", ["text", "muted", "accent", "error", "warning", "info", "good"])
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_words_stand_out_from_what_they_stand_on(look: Colours, words: str, ground: str) -> None:
    assert contrast(getattr(look, words), getattr(look, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("on_accent", "accent"),
        ("text", "accent_wash"),
        ("muted", "accent_wash"),
        ("text", "error_wash"),
        ("text", "warning_wash"),
        ("text", "good_wash"),
        ("warning", "accent_wash"),
    ],
)
def test_words_on_a_wash_can_be_read_too(look: Colours, words: str, ground: str) -> None:
    assert contrast(getattr(look, words), getattr(look, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["window", "base"])
def test_edges_of_controls_can_be_seen(look: Colours, ground: str) -> None:
    assert contrast(look.line, getattr(look, ground)) >= 3.0


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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_main_button_that_cannot_be_used_does_not_look_as_if_it_could(
    qtbot: QtBot, qapp: QApplication, theme: Literal["light", "dark"]
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


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 counts it (1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
