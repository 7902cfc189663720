"""From the document to blocks: what its lines say now, with every block that did not change the same object.

Qt's account of what changed is only a hint (its counts are wrong under input methods): it tells where to look
closely, and the lines elsewhere are still compared by length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextDocument

from clerkwell.model import Block, Blocks, Paragraph, Run, Text, canonical, is_nil, plain
from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.formats import CARD, ID, MARKS, RUN, SHAPE, Card, object_of, of_shape, text_run
from clerkwell.ui.editors.richtext.spots import lines_of, text_of

LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True)
class Touched:
    """Where a document may have changed: characters before it and characters after it that did not."""

    before: int
    after: int

    def with_(self, other: "Touched | None") -> "Touched":
        """This and another stretch, as one."""
        if other is None:
            return self
        return Touched(min(self.before, other.before), min(self.after, other.after))


@dataclass(frozen=True)
class Projected:
    """The blocks now, and the lines `first` up to `last` (not included) that were looked at."""

    blocks: Blocks
    first: int
    last: int


def project(document: QTextDocument, known: Blocks, touched: Touched | None = None) -> Projected:
    """The blocks that the document shows.

    `known` are the blocks it showed before. Of two lines with one id (Enter copies it) the one whose words are the
    known ones keeps it, else the first that has words; the other has "" until the session names it.
    """
    old = lines_of(known)
    first, kept_after = _unchanged(document, old, touched)
    count = document.blockCount()
    by_id = {block.id: block for block in old if block.id}
    middle: list[Block] = []
    line = document.findBlockByNumber(first)
    for _ in range(first, count - kept_after):
        middle.extend(_read(line, by_id))
        line = line.next()
    middle = _keeping_private(middle, old[first : len(old) - kept_after])
    head, tail = old[:first], old[len(old) - kept_after :] if kept_after else ()
    elsewhere = {block.id for block in (*head, *tail)}
    fresh = settled(tuple(_one_id_each(middle, elsewhere, by_id)), old)
    blocks = (*head, *fresh, *tail)
    if len(blocks) == 1 and not known and blocks[0] == Paragraph():
        return Projected((), 0, count)
    return Projected(blocks, first, count - kept_after)


def _unchanged(document: QTextDocument, old: Blocks, touched: Touched | None) -> tuple[int, int]:
    """How many lines at the start and at the end need no closer look."""
    if touched is None:
        return 0, 0
    count = document.blockCount()
    end = max(touched.before, document.characterCount() - 1 - touched.after)
    first = document.findBlock(touched.before).blockNumber()
    last = document.findBlock(min(end, document.characterCount() - 1)).blockNumber()
    after = count - 1 - last
    if first < 0 or last < 0 or first + after > len(old):
        return 0, 0
    line = document.firstBlock()
    for block in old[:first]:
        if line.length() != _units(block) + 1:
            return 0, 0
        line = line.next()
    line = document.lastBlock()
    for block in old[: -after - 1 : -1] if after else ():
        if line.length() != _units(block) + 1:
            return 0, 0
        line = line.previous()
    return first, after


def _units(block: Block) -> int:
    """The length of a block's line as Qt counts it."""
    text = text_of(block)
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _read(line: QTextBlock, by_id: dict[str, Block]) -> Iterator[Block]:
    """The block of a line; several where a card has got words round it."""
    form = line.blockFormat()
    block_id, shape = form.stringProperty(ID), form.stringProperty(SHAPE)
    runs: list[Run] = []
    cards = 0
    for piece in _pieces(line):
        if isinstance(piece, str):
            if plain(runs).strip():
                yield of_shape(shape, "", canonical(runs))
            runs = []
            card = by_id.get(piece)
            if card is not None and isinstance(card, Card):
                cards += 1
                yield card
        else:
            runs.append(piece)
    if not cards:
        old = by_id.get(block_id)
        yield of_shape(shape, "" if old is not None and isinstance(old, Card) else block_id, canonical(runs))
    elif plain(runs).strip():
        yield of_shape(shape, "", canonical(runs))


def _pieces(line: QTextBlock) -> Iterator[Run | str]:
    """The runs of a line, and the ids of the cards in it."""
    fragments = line.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        fragments += 1
        text, form = fragment.text(), fragment.charFormat()
        if OBJECT in text:
            payload, card = form.stringProperty(RUN), form.stringProperty(CARD)
            # Neighbouring objects of one format come as one fragment.
            for character in text:
                if character != OBJECT:
                    yield Text(text=character.replace(LINE_SEPARATOR, "\n"))
                elif card:
                    yield card
                elif payload:
                    yield object_of(payload)
            continue
        yield text_run(text.replace(LINE_SEPARATOR, "\n"), form.stringProperty(MARKS), form.anchorHref())


def _keeping_private(lines: list[Block], before: Blocks) -> list[Block]:
    """The lines, with those private that took in the end of one that was not for publication.

    Qt joins lines in more ways than we have commands for (a word deleted backwards, a selection typed over, an input
    method), and leaves the upper line's format on what they become.
    """
    there = {line.id for line in lines}
    gone = [line for line in before if line.id not in there and not isinstance(line, Card)]
    if not any(line.private for line in gone):
        return lines
    known = {line.id: text_of(line) for line in before}
    return [
        line.model_copy(update={"private": True})
        if not isinstance(line, Card) and text_of(line) != known.get(line.id) and _ends_privately(line, gone)
        else line
        for line in lines
    ]


def _ends_privately(line: Block, gone: Sequence[Block]) -> bool:
    """Whether the end of a line is that of a private one among those that are gone, as far as anyone can tell."""
    longest, private = max(
        ((_same_end(text_of(line), text_of(each)), each.private) for each in gone), default=(0, False)
    )
    return longest > 0 and private


def _same_end(one: str, other: str) -> int:
    """How many characters two texts have in common at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _one_id_each(blocks: list[Block], elsewhere: set[str], by_id: dict[str, Block]) -> list[Block]:
    """The blocks with no id twice."""
    keepers: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if not block.id or block.id in elsewhere:
            continue
        holder = keepers.get(block.id)
        if holder is None or _claim(block, by_id) > _claim(blocks[holder], by_id):
            keepers[block.id] = index
    return [
        block if not block.id or keepers.get(block.id) == index else block.model_copy(update={"id": ""})
        for index, block in enumerate(blocks)
    ]


def _claim(block: Block, by_id: dict[str, Block]) -> int:
    """How good a block's claim to its id is."""
    if isinstance(block, Card):
        return 3
    old = by_id.get(block.id)
    if old is not None and text_of(old) == text_of(block):
        return 2
    return 1 if text_of(block) else 0


def settled(blocks: Blocks, known: Blocks) -> Blocks:
    """These blocks, with the known ones where nothing changed; a changed paragraph that only says nil is flagged so."""
    by_id = {block.id: block for block in known if block.id}
    return tuple(_settled(block, by_id.get(block.id)) for block in blocks)


def _settled(block: Block, old: Block | None) -> Block:
    if old is not None and (old is block or old == block):
        return old
    if isinstance(block, Paragraph):
        nil = is_nil(plain(block.runs))
        if nil != block.nil:
            return block.model_copy(update={"nil": nil})
    return block
