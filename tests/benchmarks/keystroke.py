"""Keystroke to repaint: our section editor with a whole report behind it, beside a bare QTextEdit with a highlighter.

A keystroke is timed from the key event to the end of the paint that shows it.
"""

import os
import re
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.measuring import Row
from benchmarks.sizes import FULL, Sizes
from clerkwell.model import Blocks, Paragraph, Section, SetSections, Text
from clerkwell.model import apply as applied
from clerkwell.packs import Pack
from clerkwell.rules import check
from clerkwell.ui.editors.section_page import SectionPage
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

# The budget of the design, in milliseconds at the 99th percentile of a 50,000-word report.
BUDGET = 8.0
KEYS = (Qt.Key.Key_E, Qt.Key.Key_T, Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_I, Qt.Key.Key_R)
KEYS_IN_ROUND = 120
WORDS_IN_SECTION = 500
BARE = "bare"


def run(sizes: Sizes = FULL) -> list[Row]:
    """The median and the 99th percentile of each case, against the bare editor's."""
    # The clipboard and the screen of whoever runs this are left alone.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert application is not None
    made = {name: make() for name, make in _cases(sizes).items()}
    times: dict[str, list[list[Key]]] = {name: [] for name in made}
    # By turns, so that a busy moment hits all; of each the best round, as what else the machine does only adds to it.
    for _ in range(sizes.rounds + 1):
        for name, (editor, _) in made.items():
            times[name].append(_typed(editor))
    for _, put_away in made.values():
        put_away()
    best = {name: _best(rounds[1:]) for name, rounds in times.items()}
    bare = best.pop(BARE)
    return [
        Row(
            f"keystroke to repaint, {what}",
            name,
            took,
            against="bare QTextEdit",
            base=base,
            most=BUDGET if what != "p50" and "one section" not in name else None,
        )
        for name, figures in best.items()
        for what, took, base in zip(("p50", "p99", "p99 of the processor"), figures, bare, strict=True)
    ]


class Key(NamedTuple):
    """Milliseconds from a key to its paint: on the clock, and of the processor, which other programs do not touch."""

    took: float
    worked: float


# What makes an editor, and what puts it away again.
Case = Callable[[], tuple[QTextEdit, Callable[[], None]]]


def _cases(sizes: Sizes) -> dict[str, Case]:
    return {
        BARE: _bare(_words(WORDS_IN_SECTION)),
        "500 words": _section(1),
        f"{sizes.large:,} words": _section(max(sizes.large // WORDS_IN_SECTION, 1)),
        "one section of 300 paragraphs": _long_section(300),
    }


def _typed(editor: QTextEdit) -> list[Key]:
    """The time from key to paint, for a hundred and twenty keys in the middle of the text."""
    window = editor.window()
    window.activateWindow()
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    QApplication.processEvents()
    times = []
    for index in range(KEYS_IN_ROUND):
        key = Qt.Key.Key_Space if index % 6 == 5 else KEYS[index % len(KEYS)]
        began, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(editor, key)
        QApplication.processEvents()
        times.append(Key((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000))
    return times


def _best(rounds: list[list[Key]]) -> tuple[float, ...]:
    return (
        min(statistics.median(key.took for key in keys) for keys in rounds),
        min(_p99([key.took for key in keys]) for keys in rounds),
        min(_p99([key.worked for key in keys]) for keys in rounds),
    )


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _words(count: int) -> list[str]:
    """Paragraphs of about forty words."""
    words = [f"word{index % 97}" for index in range(count)]
    return [" ".join(words[index : index + 40]) + "." for index in range(0, count, 40)]


def _blocks(paragraphs: list[str]) -> Blocks:
    return tuple(Paragraph(runs=(Text(text=text),)) for text in paragraphs)


class _Highlighter(QSyntaxHighlighter):
    """What a simple spelling mark costs: a pattern over the line."""

    def highlightBlock(self, text: str) -> None:
        form = QTextCharFormat()
        form.setUnderlineColor(QColor("red"))
        for found in re.finditer(r"\bword1\b", text):
            self.setFormat(found.start(), found.end() - found.start(), form)


def _bare(paragraphs: list[str]) -> Case:
    def make() -> tuple[QTextEdit, Callable[[], None]]:
        editor = QTextEdit()
        editor.resize(800, 600)
        editor.setPlainText("\n".join(paragraphs))
        editor.show()
        highlighter = _Highlighter(editor.document())

        def put_away() -> None:
            highlighter.setParent(None)
            editor.close()
            editor.deleteLater()

        return editor, put_away

    return make


def _section(count: int) -> Case:
    sections = tuple(
        Section(id=f"own-{index}", heading=f"Part {index}", blocks=_blocks(_words(WORDS_IN_SECTION)))
        for index in range(count)
    )
    return _page(sections, f"own-{count // 2}")


def _long_section(paragraphs: int) -> Case:
    return _page((Section(id="own-0", heading="Part", blocks=_blocks(_words(paragraphs * 40))),), "own-0")


def _page(sections: tuple[Section, ...], shown: str) -> Case:
    def make() -> tuple[QTextEdit, Callable[[], None]]:
        pack = _pack()
        report = applied(SetSections(sections=sections), make_report({}, pack=pack))
        desk = open_desk(report, pack, check)
        page = SectionPage(desk.bridge, shown)
        page.resize(800, 640)
        page.show()

        def put_away() -> None:
            page.close()
            page.deleteLater()
            desk.bridge.let_go()
            desk.session.close()

        return page.editor, put_away

    return make


def _pack() -> Pack:
    """The test council's pack, with a place for sections of the report's own, numbered through."""
    pack = make_pack()
    numbering = 'numbering = "paragraphs"'
    text = pack.files["pack.toml"].decode().replace(numbering, numbering + '\norder = "report"')
    return make_pack(text + '\n[[section]]\nid = "other"\ntitle = "Other"\nnumbered = true\n')
