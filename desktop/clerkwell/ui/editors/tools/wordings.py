"""Standard wordings, the pack's and the author's own: put in, kept, renamed, taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clerkwell.model import Block, Blocks
from clerkwell.model.runs import plain
from clerkwell.packs import Pack, SectionSpec
from clerkwell.session.own_inserts import OwnWording, keepable
from clerkwell.system import FileError
from clerkwell.ui.editors.richtext import wording as commands
from clerkwell.ui.editors.richtext.inserting import wording_blocks
from clerkwell.ui.editors.richtext.outcome import Outcome
from clerkwell.ui.editors.richtext.spots import Selection, Spot, length, lines_of, worded
from clerkwell.ui.editors.richtext.structure import split
from clerkwell.ui.editors.richtext.wording import splice
from clerkwell.ui.editors.tools.context import Tools
from clerkwell.ui.editors.tools.gaps import gap_after, gaps, next_gap
from clerkwell.ui.editors.tools.wordings_dialog import ask_name, ask_wording

HERE, MINE, ELSEWHERE = "For this section", "My wordings", "For other sections"


@dataclass(frozen=True)
class Offered:
    """A wording to put in: what it is called, its blocks, where it comes from, and whether it is the author's own."""

    title: str
    blocks: Blocks
    group: str
    own: bool = False

    @property
    def words(self) -> str:
        """All its words in one line."""
        return " ".join(" ".join(_words(block).split()) for block in self.blocks)


def _words(block: Block) -> str:
    return plain(own.runs) if (own := worded(block)) is not None else f"[{block.kind}]"


def offered(spec: SectionSpec, pack: Pack, own: Sequence[OwnWording]) -> tuple[Offered, ...]:
    """The pack's wordings for this section, then the author's own, then the pack's for other sections."""
    return tuple(_offered(spec, pack, own))


def _offered(spec: SectionSpec, pack: Pack, own: Sequence[OwnWording]) -> Iterator[Offered]:
    every = pack.manifest.wording
    for name in spec.wordings:
        yield Offered(every[name].title, wording_blocks(every[name].text), HERE)
    for mine in own:
        yield Offered(mine.name, mine.blocks, MINE, own=True)
    for name, wording in every.items():
        if name not in spec.wordings:
            yield Offered(wording.title, wording_blocks(wording.text), ELSEWHERE)


def insert_wording(tools: Tools, spec: SectionSpec) -> None:
    """Ask for a wording and put it in."""
    editor, bridge = tools.editor, tools.bridge
    if editor.isReadOnly():
        return
    chosen = ask_wording(
        lambda: offered(spec, bridge.session.pack, bridge.inserts.wordings), bridge.inserts, tools.page
    )
    editor.setFocus()
    if chosen is not None:
        put_in(tools, chosen)


def put_in(tools: Tools, chosen: Offered) -> None:
    """Put a wording in, one step of undo, with its first gap selected."""
    editor = tools.editor
    chosen_now = editor.selection()
    first = chosen_now.start
    if chosen_now in gaps(editor.blocks):
        # The gap of the wording before is still selected: it is to be filled, not to make way for another wording.
        editor.run(lambda blocks, at: _below(blocks, at, chosen.blocks), chosen.title)
        first = Spot(first.line + 1, 0)
    else:
        editor.insert_piece(chosen.blocks, chosen.title)
    gap = gap_after(editor.blocks, first, editor.selection().caret)
    if gap is not None:
        editor.select(gap)
        editor.notice.emit("The first gap is selected: type what goes there. Ctrl+J goes on to the next one.")
    editor.setFocus()


def _below(blocks: Blocks, selection: Selection, piece: Blocks) -> Outcome | None:
    """Put a piece in as a line of its own, of the same kind, below the one that the selection ends in."""
    line = selection.end.line
    begun = split(blocks, Selection.at(line, length(lines_of(blocks)[line])))
    return splice(begun.blocks, begun.selection, piece) if begun is not None else None


def save_wording(tools: Tools) -> None:
    """Keep what is selected as a wording of the author's own."""
    editor, inserts = tools.editor, tools.bridge.inserts
    chosen = editor.selection()
    if chosen.empty:
        # The paragraph that the caret is in, whole.
        line = chosen.caret.line
        own = worded(lines_of(editor.blocks)[line])
        if own is None or not own.runs:
            editor.notice.emit("Select the words that are to be kept as a wording of yours.")
            return
        piece: Blocks = (own,)
    else:
        piece = commands.copied(editor.blocks, Selection(chosen.start, chosen.end))
    kept = keepable(piece, editor.reference_words)
    if not kept:
        editor.notice.emit("A picture cannot be kept as a wording: select words or a table.")
        return
    name = ask_name(inserts, "", any(block.private for block in kept), tools.page)
    editor.setFocus()
    if not name:
        return
    try:
        inserts.add(name, kept)
    except FileError as error:
        tools.bridge.messages.notice(f"The wording could not be kept. {error}", "bad")
        return
    editor.notice.emit(f"“{name}” is among your wordings now, in every report.")


def go_to_gap(tools: Tools) -> None:
    """Select the next gap to fill in this section."""
    editor = tools.editor
    found, left = next_gap(editor.blocks, editor.selection())
    if found is None:
        editor.notice.emit("There is no gap left to fill in this section.")
        return
    editor.select(found)
    editor.notice.emit(f"{left} gap{'' if left == 1 else 's'} to fill in this section.")
