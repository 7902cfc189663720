"""Section editors on an open report, for tests: keys, input methods, and what must hold after each of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clerkwell.model import Blocks, Report, all_blocks
from clerkwell.packs import Pack, numbers
from clerkwell.ui.editors.richtext import SectionEditor
from clerkwell.ui.editors.richtext.formats import Looks, Setting
from clerkwell.ui.editors.richtext.projection import project
from clerkwell.ui.editors.richtext.rendering import write
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.kit.style import colours
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk


@dataclass
class Editing:
    """A report open with a page for some of its sections."""

    desk: Desk
    pages: dict[str, SectionPage]

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self.desk.report

    def editor(self, section: str = "background") -> SectionEditor:
        """The editor of a section."""
        return self.pages[section].editor

    def blocks(self, section: str = "background") -> Blocks:
        """The blocks of a section."""
        return self.report.blocks(section)

    def close(self) -> None:
        """Put the pages away."""
        for page in self.pages.values():
            page.close()
            page.deleteLater()
        self.desk.bridge.let_go()
        self.desk.session.close()


def open_editing(sections: dict[str, str | Blocks], pack: Pack | None = None, *, read_only: bool = False) -> Editing:
    """Open a report of these sections, with a page for each of them, shown."""
    pack = pack or make_pack()
    desk = open_desk(make_report(sections, pack=pack), pack, read_only=read_only)
    pages = {}
    for section in sections:
        page = SectionPage(desk.bridge, section)
        page.resize(640, 400)
        page.show()
        pages[section] = page
    return Editing(desk, pages)


def bring_up(editing: Editing, section: str = "background") -> None:
    """Give a section's editor the focus, in the active window."""
    page = editing.pages[section]
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.editor.setFocus()
    assert page.editor.hasFocus()


def keys(editor: SectionEditor, text: str) -> None:
    """Type text, a key at a time; what a keyboard cannot type comes as an input method would commit it."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(editor, character)
        else:
            commit(editor, character)


def press(editor: SectionEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(editor, key, modifiers)


def compose(editor: SectionEditor, text: str) -> None:
    """Show text that an input method is still putting together."""
    QApplication.sendEvent(editor, QInputMethodEvent(text, []))


def commit(editor: SectionEditor, text: str) -> None:
    """Commit text from an input method."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def must_hold(editing: Editing) -> None:
    """What is true after every single thing that can happen to an editor."""
    report = editing.report
    ids = [block.id for _, block in all_blocks(report)]
    assert all(ids), "every block has an id"
    assert len(ids) == len(set(ids)), "no two blocks have one id"
    counted = numbers(report, editing.desk.session.pack)
    for section, page in editing.pages.items():
        editor, blocks = page.editor, report.blocks(section)
        seen = project(editor.document(), blocks).blocks
        assert seen == blocks, "the document says what the report says"
        assert [block.id for block in seen] == [block.id for block in blocks], "with the same ids"
        assert editor.blocks is blocks, "the editor holds the report's own blocks"
        _looks_hold(editor, blocks)
        shown = [label for block, label in zip(blocks, editor.labels, strict=True) if block.kind == "paragraph"]
        wanted = [
            f"{counted.paragraphs[block.id]}." if block.id in counted.paragraphs else ""
            for block in blocks
            if block.kind == "paragraph"
        ]
        assert shown == wanted, "the margin shows the report's numbers"


def _looks_hold(editor: SectionEditor, blocks: Blocks) -> None:
    """Every line looks as it would if the section were written anew."""
    fresh = QTextDocument()
    fresh.setDefaultFont(editor.document().defaultFont())
    look = colours(editor)
    setting = Setting(Looks.of(fresh.defaultFont(), look.accent, look.muted), editor.reference_words)
    write(fresh, blocks, setting)
    assert fresh.blockCount() == editor.document().blockCount()
    mine, other = editor.document().firstBlock(), fresh.firstBlock()
    while mine.isValid():
        assert mine.blockFormat() == other.blockFormat(), mine.text()
        assert _formats(mine) == _formats(other), mine.text()
        mine, other = mine.next(), other.next()


def _formats(line: QTextBlock) -> list[tuple[str, dict[int, object]]]:
    """The pieces of a line with their looks; neighbours of one look as one."""
    pieces: list[tuple[str, dict[int, object]]] = []
    fragments = line.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        fragments += 1
        form = dict(fragment.charFormat().properties())
        if pieces and pieces[-1][1] == form:
            pieces[-1] = (pieces[-1][0] + fragment.text(), form)
        else:
            pieces.append((fragment.text(), form))
    return pieces
