"""From the blocks of a section to the middle form: roles, lists, captions, turned pages. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from clerkwell.model import (
    Block,
    Blocks,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    SubHeading,
    Table,
    Text,
)
from clerkwell.model.lists import ordinals
from clerkwell.packs import Pack, Part
from clerkwell.word.writer.laid import Break, Grid, Laid, Para, Picture, Turn, ending
from clerkwell.word.writer.lists import ListPlanner


@dataclass(frozen=True)
class Ways:
    """How one section is set: the roles of its paragraphs and items, and a heading run in to its first paragraph.

    `wide` is the role of paragraphs on a page on its side, which take no paragraph number, and `plain` that of others
    without one.
    `named` are the ids of blocks that a live reference points at.
    `sub_heading` is the level of sub-headings, from 1 (0: as their style says).
    """

    paragraph: str = "paragraph"
    wide: str = "paragraph"
    plain: str = "paragraph"
    item: str = ""
    heading: str = ""
    separator: str = ""
    section: str = ""
    named: frozenset[str] = frozenset()
    sub_heading: int = 0


def ways(part: Part, pack: Pack, named: frozenset[str]) -> Ways:
    """How a section is set, by what the pack says of it."""
    spec = part.spec
    numbered = spec.numbered and pack.manifest.pack.numbering != "headings"
    run_in = spec.heading == "run-in"
    return Ways(
        paragraph=spec.paragraph or ("numbered-paragraph" if numbered else "paragraph"),
        wide="paragraph" if numbered else spec.paragraph or "paragraph",
        plain="unnumbered-paragraph" if numbered and not spec.paragraph else "paragraph",
        item=spec.item,
        heading=part.heading if run_in else "",
        separator=spec.separator if run_in else "",
        section=part.id,
        named=named,
    )


def lay_out(blocks: Blocks, way: Ways, lists: ListPlanner) -> tuple[Laid, ...]:
    """The blocks as the document has them. An empty block is left out, as it takes no number either."""
    lists.leave()
    laid: list[Laid] = []
    for block in _lines(blocks, way, lists, wide=False):
        if isinstance(block, Landscape):
            _turn(laid, block, way, lists)
        else:
            laid.append(block)
    if way.heading:
        _run_in(laid, way)
    return tuple(laid)


def _lines(blocks: Iterable[Block], way: Ways, lists: ListPlanner, *, wide: bool) -> Iterable[Laid | Landscape]:
    kept = written(blocks)
    counted = ordinals(kept)
    for index, block in enumerate(kept):
        match block:
            case Paragraph():
                role = way.wide if wide else way.paragraph
                yield Para(way.plain if block.plain else role, block.runs, block.id)
            case ListItem(ordered=True):
                place = lists.place(block.level, counted[index])
                yield Para(way.item or "number", block.runs, block.id, block.level, item=True, place=place)
            case ListItem():
                yield Para(way.item or "bullet", block.runs, block.id, block.level, item=True)
            case SubHeading():
                yield Para("sub-heading", block.runs, block.id, way.sub_heading)
            case Quotation():
                yield Para("quotation", block.runs, block.id)
            case Table():
                yield from _table(block, way, wide)
            case Image():
                yield from _image(block, wide)
            case Landscape():
                yield block


def _table(block: Table, way: Ways, wide: bool) -> Iterable[Laid]:
    if block.caption.strip() or block.id in way.named:
        yield Para("caption", _words(block.caption), block.id, label="Table")
    if any(block.rows):
        yield Grid(block, wide)


def _image(block: Image, wide: bool) -> Iterable[Laid]:
    caption = block.caption.strip()
    if block.attachment:
        yield Picture(
            block.attachment, block.alt, block.decorative, bool(caption), wide, id=block.id, width=block.width
        )
    if caption:
        yield Para("caption", _words(block.caption), block.id, label="Figure")


def _turn(laid: list[Laid], stretch: Landscape, way: Ways, lists: ListPlanner) -> None:
    """Put a stretch on pages of its own: a page section ends before it and with it (part 1, 17.6.18).

    A section ends with a paragraph; a table has to be followed by one made for it. Nothing upright stands between two
    stretches that follow one another.
    """
    lists.leave()
    inner = [block for block in _lines(stretch.blocks, way, lists, wide=True) if not isinstance(block, Landscape)]
    lists.leave()
    if not inner:
        return
    if not laid or not getattr(laid[-1], "ends", ""):
        _end(laid, "portrait")
    _end(inner, "landscape")
    laid += inner


def _end(laid: list[Laid], turn: Turn) -> None:
    last = ending(laid[-1], turn) if laid else None
    if last is None:
        laid.append(Break(turn))
    else:
        laid[-1] = last


def _run_in(laid: list[Laid], way: Ways) -> None:
    """Put the heading before the first paragraph's words, on the same line; a line of its own where there is none."""
    first = laid[0] if laid else None
    if isinstance(first, Para) and first.role in (way.paragraph, way.plain) and not first.item and first.runs:
        laid[0] = first._replace(lead=(way.heading, way.separator), lead_of=way.section)
    else:
        laid.insert(0, Para("paragraph", lead=(way.heading, ""), lead_of=way.section))


def written(blocks: Iterable[Block]) -> Blocks:
    """The blocks that the document has: an empty one is left out, and takes no number."""
    return tuple(block for block in blocks if _has_something(block))


def _has_something(block: Block) -> bool:
    # A caption may stand alone: what the public version has of a table or picture that is not for publication.
    if isinstance(block, Image):
        return bool(block.attachment or block.caption.strip())
    if isinstance(block, Table):
        return bool(any(block.rows) or block.caption.strip())
    if isinstance(block, Landscape):
        return any(_has_something(inner) for inner in block.blocks)
    return any(not isinstance(piece, Text) or piece.text.strip() for piece in block.runs)


def _words(caption: str) -> tuple[Text, ...]:
    return (Text(text=caption.strip()),) if caption.strip() else ()
