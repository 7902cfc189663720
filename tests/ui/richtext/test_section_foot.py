"""The line under a section: figures of a long one are worked out a few paragraphs at a time."""

import pytest
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Paragraph, Text
from clerkwell.packs import SectionSpec
from clerkwell.packs.manifest import WordLimits
from clerkwell.proofing.text.readability import Readability, readability
from clerkwell.rules import SectionFigures
from clerkwell.ui.editors.section_foot import SectionFoot

LONG = tuple(
    Paragraph(id=f"b{index}", runs=(Text(text=f"The library on street {index} opens on every day of the week."),))
    for index in range(30)
)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that have been gone through, in order."""
    words: list[str] = []

    def noting(text: str) -> Readability:
        words.append(text)
        return readability(text)

    monkeypatch.setattr("clerkwell.rules.language.readable.readability", noting)
    return words


def test_a_long_section_is_gone_through_in_steps(qtbot: QtBot, read: list[str]) -> None:
    foot = SectionFoot()
    qtbot.addWidget(foot)
    foot.show()

    foot.ease(LONG)

    assert 0 < len(read) < len(LONG)
    assert foot.ease_text == ""
    qtbot.waitUntil(lambda: foot.ease_text.startswith("Reading ease"))
    assert len(read) == len(LONG)
    assert str(round(SectionFigures().of(LONG).ease)) in foot.ease_text


def test_thousands_of_words_are_told_as_everywhere(qtbot: QtBot) -> None:
    foot = SectionFoot()
    qtbot.addWidget(foot)
    limits = WordLimits(most=2500)
    foot.count(
        (Paragraph(id="b1", runs=(Text(text="word " * 3182),)),), SectionSpec(id="s", title="Summary", words=limits)
    )
    assert foot.count_text == "3,182 words · advice: up to 2,500"


def test_a_section_that_is_left_is_not_gone_through_any_more(qtbot: QtBot, read: list[str]) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    foot, other = SectionFoot(), QWidget()
    pages.addWidget(foot)
    pages.addWidget(other)
    pages.show()
    foot.ease(LONG)
    so_far = len(read)

    pages.setCurrentWidget(other)
    qtbot.wait(50)
    assert len(read) == so_far

    pages.setCurrentWidget(foot)
    foot.ease(LONG)
    qtbot.waitUntil(lambda: foot.ease_text != "")
    assert len(read) == len(LONG)


def test_how_easy_it_reads_is_never_drawn_cut(qtbot: QtBot) -> None:
    foot = SectionFoot()
    qtbot.addWidget(foot)
    foot.resize(600, 30)
    with qtbot.waitExposed(foot):
        foot.show()
    wide: list[tuple[int, int]] = []

    def look() -> None:
        for label in foot.findChildren(QLabel):
            if label.text().startswith("Reading ease"):
                wide.append((label.width(), label.sizeHint().width()))

    # What there is to see the moment after it is told, before anything is laid out by itself.
    foot.ease(LONG[:8])
    look()

    assert wide
    assert all(has >= needs for has, needs in wide)
