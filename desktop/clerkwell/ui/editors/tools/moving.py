"""Moving the chosen paragraphs to another section."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from clerkwell.model import Place
from clerkwell.packs import Part
from clerkwell.session.moving import moving, sections_to_move_to
from clerkwell.ui.editors.richtext.spots import lines_of, text_of
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.kit import Offer
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.search_list import SearchDialog
from clerkwell.ui.kit.widgets import in_order, words

_SHOWN = 60


class MoveDialog(SearchDialog):
    """The sections that paragraphs can be moved to; `first` says that they go to its beginning."""

    def __init__(self, parts: Sequence[Part], moved: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Move to another section",
            "&Move",
            [_item(part) for part in parts],
            "This report has no other section of text.",
            parent,
        )
        self.line.setPlaceholderText("Words of the heading")
        self.first = QCheckBox("&Before what is there already")
        self.beside.addWidget(self.first)
        in_order(self.list, self.first, self.ok)
        self.beside.addWidget(words(f"{moved} Notes on the words and references to them go along.", muted=True))
        self.fit_to(64, 28)


def _item(part: Part) -> Item:
    begun = part.section is not None and any(text_of(block).strip() for block in part.section.blocks)
    return Item(part.id, part.heading.rstrip(": "), "" if begun else "Nothing in it yet")


def ask_section(parts: Sequence[Part], moved: str, parent: QWidget) -> tuple[str, bool]:
    """Put the dialog and wait: the section, "" for none, and whether they go to its beginning."""
    dialog = MoveDialog(parts, moved, parent)
    dialog.exec()
    answer = (dialog.picked, dialog.first.isChecked())
    dialog.deleteLater()
    return answer


def move_to_section(tools: Tools) -> None:
    """Ask for a section, and move the lines that are selected, or the caret's, to it: one step of undo."""
    editor, session = tools.editor, tools.bridge.session
    if editor.isReadOnly():
        return
    if session.report.section(tools.section_id) is None and editor.blocks:
        editor.notice.emit("The words of an appendix stay in it: cut them, and paste them where they belong.")
        return
    selection = editor.selection()
    chosen = lines_of(editor.blocks)[selection.start.line : selection.end.line + 1]
    ids = [block.id for block in chosen if block.id]
    if not ids or not any(text_of(block).strip() for block in chosen):
        editor.notice.emit("Put the caret in the paragraph that is to be moved, or select several.")
        return
    parts = sections_to_move_to(session.report, session.pack, tools.section_id)
    to, first = ask_section(parts, _told(len(ids), text_of(chosen[0])), tools.page)
    editor.setFocus()
    heading = next((part.heading.rstrip(": ") for part in parts if part.id == to), "")
    # The report may have gone on while the dialog was open.
    there = {block.id for block in session.report.blocks(tools.section_id)}
    still = frozenset(ids) & there
    if not to or not still:
        return
    edit = moving(session.report, session.pack, tools.section_id, still, to, first=first)
    session.close_step()
    session.apply(edit, f"Move to {heading}", caret=editor.place())
    moved = "The paragraph is" if len(still) == 1 else f"{len(still)} paragraphs are"
    go = Offer("&Go there", lambda: tools.go_to(Place(section=to, block=ids[0])))
    back = "it" if len(still) == 1 else "them"
    tools.bridge.messages.notice(f"{moved} in “{heading}” now. Undo takes {back} back.", "good", (go,))


def _told(count: int, first: str) -> str:
    line = " ".join(first.replace("\ufffc", " ").split())
    short = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"
    return f"{count} paragraphs, from “{short}”." if count > 1 else f"“{short}”."
