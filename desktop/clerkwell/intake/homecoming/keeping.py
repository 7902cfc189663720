"""Blocks of three reports brought together: those kept here, those that the draft had, those that it has now.

What a draft does not carry comes from here: which blocks are not for publication, empty ones, where a wide page begins
that a heading was pulled onto, what kind of item a row of a table was made of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from clerkwell.comparing.sequences import in_order, put
from clerkwell.intake.homecoming.wordings import runs_home, table_home
from clerkwell.model import Block, Blocks, Image, Landscape, Paragraph, Quotation, Table

# The wide page of a block that stood on none here.
_NEW: Final = "new"


class Keeper:
    """Brings blocks together; `base` and `sent` are all the blocks of those two reports, `pictures` the names that
    pictures are kept under here by the names that the reading gave them."""

    def __init__(self, base: Iterable[Block], sent: Iterable[Block], pictures: Mapping[str, str]) -> None:
        base, sent = list(base), list(sent)
        self._base = {block.id: block for block, _ in _flat(base)}
        self._on = {block.id: page for block, page in _flat(base)}
        self._pages = {block.id: block for block in base if isinstance(block, Landscape)}
        self._sent = {block.id: block for block, _ in _flat(sent)}
        self._sent_wide = {block.id for block, page in _flat(sent) if page}
        self._pictures = pictures

    def blocks(self, base: Blocks, came: Blocks) -> Blocks:
        """The blocks of a section: those that came, each with what is known of it here, in the order they have now."""
        if not came and all(block.id not in self._sent for block, _ in _flat(base)):
            return base
        now = {
            block.id: (self._home(block), self._page(block, page))
            for block, page in _flat(came)
            # Printed of something that is kept here in another form, and as it was.
            if block.id in self._base or block != self._sent.get(block.id)
        }
        here = {block.id: (block, page) for block, page in _flat(base)}
        before = [name for name in here if name in now or name not in self._sent]
        stayed = in_order([name for name in here if name in self._sent], list(now))
        order = [name for name in before if name in stayed or name not in self._sent]
        order = put(order, list(now), [name for name in now if name not in stayed], stayed)
        done = [now[name] if name in now else here[name] for name in order]
        kept = self._gathered(done)
        return base if len(kept) == len(base) and all(a is b for a, b in zip(kept, base, strict=True)) else kept

    def _page(self, block: Block, page: str) -> str:
        """The wide page that a block is on, by its id; "" for an upright one."""
        if block.id in self._on and (block.id in self._sent_wide) == bool(page):
            return self._on[block.id]
        return _NEW if page else ""

    def _home(self, came: Block) -> Block:
        base, sent = self._base.get(came.id), self._sent.get(came.id)
        if isinstance(came, Image):
            came = came.model_copy(update={"attachment": self._pictures.get(came.attachment, came.attachment)})
        if isinstance(sent, Image):
            sent = sent.model_copy(update={"attachment": self._pictures.get(sent.attachment, sent.attachment)})
            if isinstance(came, Image) and sent.decorative and not came.alt:
                # LibreOffice 7.4 drops the mark; a picture that now says nothing is decorative as it was.
                came = came.model_copy(update={"decorative": True})
        if base is None or sent is None:
            return came
        if came == sent:
            return base
        if type(came) is not type(sent):
            made = came
            if hasattr(came, "runs") and hasattr(sent, "runs") and hasattr(base, "runs"):
                made = came.model_copy(update={"runs": runs_home(base.runs, sent.runs, came.runs)})
        elif isinstance(came, Table) and isinstance(sent, Table) and isinstance(base, Table):
            made = table_home(base, sent, came)
        else:
            made = _by_part(base, sent, came)
        return made.model_copy(update={"id": base.id, "private": base.private})

    def _gathered(self, blocks: Sequence[tuple[Block, str]]) -> Blocks:
        """The blocks with those of one wide page together on it."""
        done: list[Block] = []
        inner: list[Block] = []
        at = ""
        for block, page in (*blocks, (None, "")):
            # What is new on a wide page goes with what stands before it there.
            name = at if page == _NEW and at else page
            if inner and name != at and at == _NEW and name:
                at = name
            if inner and name != at:
                done.append(self._wide(at, inner))
                inner = []
            at = name
            if block is None:
                break
            if name and not isinstance(block, Landscape):
                if isinstance(block, Quotation):
                    block = Paragraph(id=block.id, private=block.private, runs=block.runs)
                inner.append(block)
            else:
                done.append(block)
        return tuple(done)

    def _wide(self, page: str, inner: Sequence[Block]) -> Landscape:
        base = self._pages.get(page)
        if base is None:
            return Landscape.model_validate({"blocks": tuple(inner)})
        same = len(base.blocks) == len(inner) and all(a is b for a, b in zip(base.blocks, inner, strict=True))
        return base if same else base.model_copy(update={"blocks": tuple(inner)})


def _by_part(base: Block, sent: Block, came: Block) -> Block:
    """The block kept here with what is otherwise in what came than in what was sent."""
    update: dict[str, object] = {}
    for name in type(came).model_fields:
        if name in ("id", "kind", "private") or name not in type(base).model_fields:
            continue
        one, other = getattr(sent, name), getattr(came, name)
        if one != other:
            update[name] = runs_home(getattr(base, name), one, other) if name == "runs" else other
    return base.model_copy(update=update)


def _flat(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """The blocks with the wide page that each is on; a page with nothing on it is a block itself."""
    for block in blocks:
        if isinstance(block, Landscape) and block.blocks:
            yield from ((inner, block.id) for inner in block.blocks)
        else:
            yield block, ""
