"""Live references: choosing what to point at, going there, and making typed pointers live."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from clerkwell.model import Paragraph, Reference, Text
from clerkwell.model.runs import plain
from clerkwell.session.referring import Pointable, Typed, leading, place_of, pointables, typed_at
from clerkwell.ui.editors.richtext.beside import object_beside
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of, worded
from clerkwell.ui.editors.richtext.wording import put_runs
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.kit import Offer
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.search_list import SearchDialog
from clerkwell.ui.kit.widgets import words

LABEL = "Reference"
MAKE_LIVE = "Make the reference live"


class ReferenceDialog(SearchDialog):
    """Everything in the report that can be pointed at, in its order."""

    def __init__(self, known: Sequence[Pointable], parent: QWidget | None = None) -> None:
        super().__init__(
            "Reference to another part",
            "&Insert",
            [_item(at, each) for at, each in enumerate(known)],
            "There is nothing in the report yet that a reference could point at.",
            parent,
        )
        self._known = tuple(known)
        self.line.setPlaceholderText("A number, or words of the paragraph")
        hint = "It follows when paragraphs are numbered anew, and the check tells you when what it points at is gone."
        self.beside.addWidget(words(hint, muted=True))
        self.fit_to(84, 32)

    @property
    def chosen(self) -> Pointable | None:
        """What was chosen to point at."""
        return self._known[int(self.picked)] if self.picked else None


def _item(at: int, each: Pointable) -> Item:
    return Item(str(at), each.name, each.about, each.part)


def ask_reference(known: Sequence[Pointable], parent: QWidget) -> Pointable | None:
    """Put the dialog and wait."""
    dialog = ReferenceDialog(known, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen


def insert_reference(tools: Tools) -> None:
    """Ask what to point at, and put a reference to it in place of what is selected."""
    editor, session = tools.editor, tools.bridge.session
    if editor.isReadOnly():
        return
    selection = editor.selection()
    chosen = ask_reference(pointables(session.report, session.pack), tools.page)
    editor.setFocus()
    if chosen is None:
        return
    own = worded(lines_of(editor.blocks)[selection.start.line])
    before = plain(own.runs)[: selection.start.offset] if own is not None else ""
    editor.select(selection)
    lead = leading(before, chosen)
    runs = (Text(text=lead), chosen.reference) if lead else (chosen.reference,)
    editor.insert_piece((Paragraph(runs=runs),), LABEL)
    editor.notice.emit(f"Points at {_said(chosen)}.")


def reference_here(tools: Tools) -> Reference | None:
    """The reference at the caret."""
    found = object_beside(tools.editor.blocks, tools.editor.selection())
    return found.run if found is not None and isinstance(found.run, Reference) else None


def go_to_target(tools: Tools, reference: Reference) -> None:
    """Go to what a reference points at, with a way back."""
    place = place_of(tools.bridge.session.report, reference)
    if place is None:
        tools.editor.notice.emit("What this reference points at is no longer in the report.")
        return
    back = tools.editor.place()
    tools.go_to(place)
    said = tools.editor.reference_words(reference)
    tools.bridge.messages.notice(
        f"You followed a reference to {_named(reference, said)}.",
        "plain",
        (Offer("&Back to where you were", lambda: tools.go_to(back)),),
    )


def target_named(tools: Tools, reference: Reference) -> str:
    """What a reference points at, in words for a menu: "paragraph 9"."""
    return _named(reference, tools.editor.reference_words(reference))


def _named(reference: Reference, said: str) -> str:
    if reference.to == "section":
        return f"section {said}" if said.isdigit() else f"“{said}”"
    return f"paragraph {said}" if reference.to == "paragraph" else said.replace("\u00a0", " ")


def _said(chosen: Pointable) -> str:
    name = f"“{chosen.name}”" if chosen.name == chosen.part else f"{chosen.name[:1].lower()}{chosen.name[1:]}"
    return f"{name}: {chosen.about}" if chosen.about and chosen.name != chosen.part else name


def typed_here(tools: Tools) -> Typed | None:
    """The pointer typed by hand at the caret that could be live."""
    editor, session = tools.editor, tools.bridge.session
    caret = editor.selection().caret
    own = worded(lines_of(editor.blocks)[caret.line])
    if own is None or editor.isReadOnly() or not any(letter.isdigit() for letter in plain(own.runs)):
        return None
    return typed_at(plain(own.runs), caret.offset, pointables(session.report, session.pack))


def make_live(tools: Tools, typed: Typed) -> None:
    """Put a live reference in place of a pointer that was typed by hand: one step of undo."""
    editor = tools.editor
    line = editor.selection().caret.line
    editor.select(Selection(Spot(line, typed.start), Spot(line, typed.end)))
    editor.run(put_runs((typed.to.reference,)), MAKE_LIVE)
    editor.notice.emit(f"It follows {_said(typed.to)} from now on.")
