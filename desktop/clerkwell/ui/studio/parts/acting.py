"""What can be done with a part: add one beside it, move it, remove it after saying what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from clerkwell.packs import OTHER, Pack, PackError, SectionSpec
from clerkwell.packs.repeating import is_typed
from clerkwell.ui.kit.messages import Choice, Question
from clerkwell.ui.kit.widgets import announce
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.parts.adding import Adding, ask_part
from clerkwell.ui.studio.parts.adding_rows import ask_rows
from clerkwell.ui.studio.parts.tree import Kind, PartOf, PartsTree
from clerkwell.workshop.draft.fields import SUBJECT, move_field, neighbour, new_field, remove_field
from clerkwell.workshop.draft.groups import may_be_printed, move_group, new_group, next_place, remove_group
from clerkwell.workshop.draft.moving import move_section, next_spot
from clerkwell.workshop.draft.naming import field_id, repeat_id, section_id
from clerkwell.workshop.draft.removing import field_goes, group_goes, repeat_goes, section_goes
from clerkwell.workshop.draft.rows import NewRows, new_repeat, remove_repeat, standing_by, standings
from clerkwell.workshop.draft.sections import Spot, new_section, remove_section

_REMOVE: Final[Mapping[Kind, Callable[[Pack, str], Pack]]] = {
    "section": remove_section,
    "field": remove_field,
    "group": remove_group,
    "repeat": remove_repeat,
}


class Acting:
    """Changes the pack's parts for the tree of them."""

    def __init__(self, bridge: PackBridge, page: QWidget, tree: PartsTree) -> None:
        self._bridge = bridge
        self._page = page
        self._tree = tree

    def add_section(self) -> None:
        """Add a section after the one that is chosen, or under the heading that is."""
        pack, part = self._bridge.pack, self._tree.part()
        spot, where = _where(pack, part)
        adding = Adding("section", "&Heading, as it is printed", where, lambda title: _section_fault(pack, title))
        given = ask_part(adding, self._page)
        if given is not None:
            new = PartOf("section", section_id(pack.manifest, given[0]))
            self._add(lambda now: new_section(now, given[0], spot), new, f"Add the section “{given[0]}”")

    def add_field(self) -> None:
        """Add a question after the one that is chosen, or to the rows that are."""
        pack, part = self._bridge.pack, self._tree.part()
        after, repeat, where = _asked_where(pack, part)
        adding = Adding("question", "&Question", where, _fine, "Print it in the document")
        given = ask_part(adding, self._page)
        if given is not None:
            title, printed = given
            new = PartOf("field", field_id(pack.manifest, title, repeat))
            self._add(
                lambda now: new_field(now, title, after, repeat, printed=printed), new, f"Add the question “{title}”"
            )

    def add_rows(self) -> None:
        """Add a part that repeats: on the form after the question or the rows that are chosen."""
        pack, part = self._bridge.pack, self._tree.part()
        after, where = _rows_where(pack, part)
        try:
            spots = standings(pack)
            best = standing_by(pack, f"{part.kind}:{part.id}" if part is not None else "")
        except PackError as error:
            self._bridge.messages.notice(str(error), "bad")
            return
        given = ask_rows(where, spots, best, lambda rows: _rows_fault(pack, rows), self._page)
        if given is not None:
            rows, spot = given
            new = PartOf("repeat", repeat_id(pack.manifest, rows.title))
            self._add(lambda now: new_repeat(now, rows, after, spot), new, f"Add “{rows.title}”, which repeats")

    def add_group(self) -> None:
        """Put a heading over the section that is chosen."""
        pack, part = self._bridge.pack, self._tree.part()
        spec = pack.section(part.id) if part is not None and part.kind == "section" else None
        if spec is None:
            self._bridge.messages.notice("Choose the section that the new heading is to stand over first.")
            return
        where = f"It comes over “{spec.title.rstrip(':')}”. Other sections go under it with Up and Down."
        if not may_be_printed(pack):
            where += (
                " It orders the list of parts for the author and is not printed, as reports of this template have "
                "their sections in an order of their own."
            )
        given = ask_part(Adding("heading", "&Heading, as it is printed", where, _fine), self._page)
        if given is not None:
            new = PartOf("group", section_id(pack.manifest, given[0]))
            self._add(lambda now: new_group(now, given[0], spec.id), new, f"Add the heading “{given[0]}”")

    def move(self, step: int) -> None:
        """Move the part that is chosen up (-1) or down (1)."""
        part, pack = self._tree.part(), self._bridge.pack
        if part is None:
            return
        label = f"Move “{title_of(pack, part)}”"
        done = False
        if part.kind == "section" and (spot := next_spot(pack, part.id, step)) is not None:
            done = self._bridge.apply(lambda now: move_section(now, part.id, spot), label)
        elif part.kind == "group" and (place := next_place(pack.manifest, part.id, step)) is not None:
            done = self._bridge.apply(lambda now: move_group(now, part.id, place), label)
        elif part.kind in ("field", "repeat") and neighbour(pack.manifest, part.id, step):
            done = self._bridge.apply(lambda now: move_field(now, part.id, step), label)
            if done and self._bridge.pack.template == pack.template:
                self._bridge.messages.say("Moved on the form. The Word document keeps its order here: move it in Word.")
        if not done:
            announce(self._tree, "It cannot go further.")

    def remove(self) -> None:
        """Say what goes with the part that is chosen, and remove it."""
        part, pack = self._tree.part(), self._bridge.pack
        if part is None:
            return
        title = title_of(pack, part)
        try:
            goes = {"section": section_goes, "field": field_goes, "group": group_goes, "repeat": repeat_goes}[part.kind]
            more = "\n\n".join(goes(pack, part.id))
        except PackError as error:
            self._bridge.messages.notice(str(error), "bad")
            return
        question = Question(
            "Remove a part",
            f"Remove “{title}”?",
            (Choice("remove", "&Remove"), Choice("keep", "&Keep it")),
            "keep",
            f"{more}\n\nUndo brings it back.",
        )
        if self._bridge.messages.ask(question) == "remove":
            self._bridge.apply(lambda now: _REMOVE[part.kind](now, part.id), f"Remove “{title}”")
        self._tree.setFocus()

    def tell_what_can_be_done(self, buttons: Sequence[QPushButton]) -> None:
        """Let the buttons up, down and remove be pressed only where they do something."""
        part, pack = self._tree.part(), self._bridge.pack
        up, down, out = buttons
        for each, step in ((up, -1), (down, 1)):
            each.setEnabled(part is not None and _can_move(pack, part, step))
        out.setEnabled(part is not None and part.id not in (SUBJECT, OTHER))

    def _add(self, edit: Callable[[Pack], Pack], new: PartOf, label: str) -> None:
        if self._bridge.apply(edit, label):
            self._tree.choose(new)
            self._tree.setFocus()


def title_of(pack: Pack, part: PartOf) -> str:
    """What a part is called."""
    found = {"section": pack.section, "group": pack.group, "field": pack.field, "repeat": pack.repeat}[part.kind](
        part.id
    )
    return found.title.rstrip(":") if found is not None else ""


def _can_move(pack: Pack, part: PartOf, step: int) -> bool:
    try:
        if part.kind == "section":
            return next_spot(pack, part.id, step) is not None
        if part.kind == "group":
            return next_place(pack.manifest, part.id, step) is not None
        return bool(neighbour(pack.manifest, part.id, step))
    except PackError:
        # The document cannot be read just now: that is told when something is done.
        return False


def _where(pack: Pack, part: PartOf | None) -> tuple[Spot, str]:
    """Where a new section comes, and that in words."""
    specs = pack.manifest.section
    if part is not None and part.kind == "group":
        last = [each for each in specs if each.group == part.id]
        if last:
            return Spot(last[-1].id, part.id), f"It comes last under “{title_of(pack, part)}”."
    spec: SectionSpec | None = pack.section(part.id) if part is not None and part.kind == "section" else None
    if spec is None:
        spec = [each for each in specs if each.id != OTHER][-1]
    if spec.id == OTHER:
        spec = specs[-2]
    return Spot(spec.id, spec.group), f"It comes after “{spec.title.rstrip(':')}”, and looks like the sections there."


def _asked_where(pack: Pack, part: PartOf | None) -> tuple[str, str, str]:
    """After which question a new one comes, in which rows, and that in words."""
    if part is not None and part.kind == "repeat":
        rows = pack.fields_of(part.id)
        return (rows[-1].id if rows else ""), part.id, f"It is asked for each of the rows “{title_of(pack, part)}”."
    spec = pack.field(part.id) if part is not None and part.kind == "field" else None
    if spec is None:
        spec = pack.single_fields[-1] if pack.single_fields else None
    if spec is None:
        return "", "", "It is the first question."
    owner = spec.id.partition(".")[0] if "." in spec.id else ""
    rows_of = owner if owner and is_typed(owner, pack) else ""
    return spec.id, rows_of, f"It comes after “{spec.title.rstrip(':')}”."


def _rows_where(pack: Pack, part: PartOf | None) -> tuple[str, str]:
    """After which question, or the rows of which id, a part that repeats comes on the form, and that in words."""
    if part is not None and part.kind in ("field", "repeat"):
        owner = part.id.partition(".")[0]
        found = pack.repeat(owner) or pack.field(owner)
        if found is not None:
            return owner, f"after “{found.title.rstrip(':')}”"
    last = pack.single_fields[-1] if pack.single_fields else None
    return ("", "first") if last is None else (last.id, "last")


def _rows_fault(pack: Pack, rows: NewRows) -> str:
    same = any(each.title.casefold() == rows.title.casefold() for each in pack.manifest.repeat)
    if same:
        return f"There is a part “{rows.title}” already."
    try:
        new_repeat(pack, rows)
    except PackError as error:
        return str(error)
    return ""


def _fine(_: str) -> str:
    return ""


def _section_fault(pack: Pack, title: str) -> str:
    same = any(each.title.casefold() == title.casefold() for each in pack.manifest.section)
    return f"There is a section “{title}” already." if same else ""
