"""What there is to decide in a document that came back, in the order of its parts, each in words of its own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from clerkwell.comparing import Difference, Piece
from clerkwell.intake.homecoming.tags import tags_of
from clerkwell.model import Place, Report
from clerkwell.packs import Pack
from clerkwell.rules import part_title
from clerkwell.session.coming_home.locating import Locator, Sought
from clerkwell.session.coming_home.results import ItemKind, ReviewItem
from clerkwell.session.coming_home.review_words import looks_before, stands_between
from clerkwell.word.reader.document import Span, WordBlock, WordDocument, WordParagraph, WordTable
from clerkwell.word.reader.tracked import Tracked, tracked

_COMING: Final = frozenset({"insertion", "move-to"})
_GOING: Final = frozenset({"deletion", "move-from"})
_PLAIN: Final = frozenset({"insertion", "deletion"})
_MOVES: Final = frozenset({"move-to", "move-from"})
# The innermost of these that words stand in says which part they are of.
_PARTS: Final = ("section", "body", "heading")


def review_items(
    document: WordDocument, before: Report, untracked: Sequence[Difference], report: Report, pack: Pack
) -> tuple[ReviewItem, ...]:
    """The tracked changes of a document, side by side ones as one, and the differences that nobody tracked.

    `before` is what the document says with every tracked change rejected, `report` the report as it is now.
    """
    order, now = Locator(before, pack), Locator(report, pack)
    tags = tags_of(document, pack)
    listed: list[tuple[tuple[int, ...], ReviewItem]] = []
    last: dict[str, tuple[int, ...]] = {}
    formers = looks_before(document)
    for group in _groups(document):
        part = _part_of(group[0], tags)
        old = _said_before(group)
        there = order.find(part, old)
        # What comes in as a paragraph of its own is nowhere yet: it follows what was last decided in its part.
        key = order.key(there) if there.block or there.field else max(order.key(there), last.get(there.section, ()))
        last[there.section] = key
        listed.append((key, _item(group, now.find(part, old), report, pack, document, formers)))
    listed += [(order.key(each.place), _of_difference(each, now)) for each in untracked]
    listed.sort(key=lambda each: each[0])
    return tuple(item for _, item in listed)


def _item(
    group: Sequence[Tracked],
    place: Place,
    report: Report,
    pack: Pack,
    document: WordDocument,
    formers: Mapping[str, str],
) -> ReviewItem:
    first = group[0].change
    removed, added = _words(group, _GOING), _words(group, _COMING)
    kind = _kind(group)
    words = removed or added
    after = added if words or kind == "formatting" else _unworded(group)
    if kind == "formatting":
        looks = formers.get(first.id, "")
        after = f"“{first.words}” {looks}" if looks else f"how “{first.words}” looks"
        after = after if first.words else "how this paragraph looks"
    return ReviewItem(
        id=first.id,
        part=_title(place, group[0], report, pack),
        place=place,
        kind=kind,
        pieces=_pieces(group, stands_between(document, _ids(group)) if kind == "moved" else ("", "")),
        before=removed,
        after=after,
        worded=bool(words) and kind != "formatting",
        author=first.author,
        when=max((each.change.when for each in group if each.change.when), default=None),
        tracked=True,
        changes=tuple(dict.fromkeys(name for each in group for name in each.ids)),
    )


def _pieces(group: Sequence[Tracked], between: tuple[str, str]) -> tuple[Piece, ...]:
    """The words that change among those beside them; `between` are the paragraphs above and below."""
    above, below = between
    chosen = [each for each in group if each.change.words]
    pieces = [Piece(f"{above}\n" if above else ""), Piece(group[0].before)]
    for last, each in zip((None, *chosen), chosen, strict=False):
        going, same = each.change.kind in _GOING, each.change.kind == "formatting"
        words = _line_feed(last, each) + each.change.words
        pieces.append(Piece(words, "same" if same else "removed" if going else "added"))
    pieces += [Piece(group[-1].after), Piece(f"\n{below}" if below else "")]
    return tuple(piece for piece in pieces if piece.text)


def _ids(group: Sequence[Tracked]) -> frozenset[str]:
    return frozenset(name for each in group for name in each.ids)


def _words(group: Sequence[Tracked], kinds: frozenset[str]) -> str:
    """The words of the changes of these kinds, each paragraph of them on a line."""
    chosen = [each for each in group if each.change.kind in kinds and each.change.words]
    return "".join(
        _line_feed(last, each) + each.change.words for last, each in zip((None, *chosen), chosen, strict=False)
    )


def _line_feed(last: Tracked | None, each: Tracked) -> str:
    return "\n" if last is not None and last.paragraph != each.paragraph else ""


def _kind(group: Sequence[Tracked]) -> ItemKind:
    kinds = {each.change.kind for each in group}
    if kinds == {"formatting"}:
        return "formatting"
    if kinds & {"move-to", "move-from"}:
        return "moved"
    if kinds & _COMING and kinds & _GOING:
        return "changed"
    return "added" if kinds & _COMING else "removed"


def _unworded(group: Sequence[Tracked]) -> str:
    """What a change does that has no words: the end of a paragraph, a row that says nothing."""
    coming = group[0].change.kind in _COMING
    if group[0].where == "table" and group[0].whole:
        return "a new row or cell of a table" if coming else "a row or cell of a table taken out"
    return "a new paragraph begins here" if coming else "two paragraphs become one here"


def _of_difference(difference: Difference, now: Locator) -> ReviewItem:
    return ReviewItem(
        id=f"u-{difference.id}",
        part=difference.part,
        place=now.standing(difference.place),
        kind=difference.kind,
        pieces=difference.pieces,
        before=difference.before,
        after=difference.after,
        worded=difference.worded,
    )


def _title(place: Place, first: Tracked, report: Report, pack: Pack) -> str:
    if place.field:
        spec = pack.field(place.field)
        return spec.title if spec else place.field
    if place.section:
        return part_title(report, pack, place.section)
    if place.appendix:
        appendix = report.appendix(place.appendix)
        return f"Appendix {appendix.number}" if appendix else "Appendices"
    return {"header": "Page header", "footer": "Page footer"}.get(first.where, "The document")


def _part_of(found: Tracked, tags: Mapping[int, str]) -> Place:
    """The part that a change stands in, as far as the controls round it say."""
    for number in reversed(found.controls):
        kind, _, name = tags.get(number, "").partition(":")
        if kind == "field" and name:
            return Place(field=name)
        if kind in _PARTS and name:
            return Place(section=name)
    return Place()


def _said_before(group: Sequence[Tracked]) -> tuple[Sought, ...]:
    """What to look for in the report to find where a change stands, the surest first."""
    removed = "".join(each.change.words for each in group if each.change.kind in _GOING)
    old = removed or "".join(each.change.words for each in group if each.change.kind == "formatting")
    before, after, length = group[0].before, group[-1].after, len(old)
    return (
        Sought(before + old + after, len(before), length),
        Sought(before + old, len(before), length),
        Sought(old + after, 0, length),
        Sought(old, 0, length),
        Sought(before, len(before)),
        Sought(after),
    )


def _groups(document: WordDocument) -> Iterator[list[Tracked]]:
    """Tracked changes that one person made side by side, as one; and all that one move brought and took."""
    side_by_side = set(_neighbours(document))
    groups: list[list[Tracked]] = []
    for each in tracked(document):
        if groups and _goes_with(groups[-1][-1], each, side_by_side):
            groups[-1].append(each)
        else:
            groups.append([each])
    while groups:
        group = groups.pop(0)
        # Only the halves of a move can stand apart: documents with thousands of other changes are not searched.
        is_move = group[0].change.kind in _MOVES
        while is_move and (more := next((each for each in groups if _is_one_move(group, each)), None)) is not None:
            groups.remove(more)
            group = [*group, *more]
        yield group


def _goes_with(last: Tracked, each: Tracked, side_by_side: set[tuple[str, str]]) -> bool:
    kinds = {last.change.kind, each.change.kind}
    return (
        (kinds <= _PLAIN or kinds <= _MOVES)
        and last.change.author == each.change.author
        and last.where == each.where
        and ((last.change.id, each.change.id) in side_by_side or (each.change.id, last.change.id) in side_by_side)
    )


def _is_one_move(group: Sequence[Tracked], other: Sequence[Tracked]) -> bool:
    ids = {name for each in group for name in each.ids}
    return group[0].change.kind in _MOVES and any(not ids.isdisjoint(each.ids) for each in other)


def _neighbours(document: WordDocument) -> Iterator[tuple[str, str]]:
    """Pairs of changes with nothing between them, whole paragraphs one after another too."""
    for story in (document.headers, document.blocks, document.footers):
        yield from _pairs(story)


def _pairs(blocks: Sequence[WordBlock]) -> Iterator[tuple[str, str]]:
    last: tuple[str, ...] = ()
    for block in blocks:
        if isinstance(block, WordTable):
            yield from _pairs_in_table(block)
            last = ()
            continue
        for changes in (*(span.changes for span in block.spans if _says(span)), block.mark_changes):
            yield from ((one, other) for one in last for other in changes if one != other)
            last = changes
        for span in block.spans:
            yield from _pairs(span.note or ())


def _pairs_in_table(table: WordTable) -> Iterator[tuple[str, str]]:
    """Rows that came or went together, with what is in all of their cells."""
    last = ""
    for row in table.rows:
        inside = [name for cell in row.cells for name in (*cell.changes, *_all(cell.blocks))]
        whole = list(dict.fromkeys((*row.changes, *inside))) if row.changes else []
        yield from pairwise([last, *whole] if last else whole)
        last = whole[-1] if whole else ""
        for cell in row.cells:
            yield from _pairs(cell.blocks)


def _says(span: Span) -> bool:
    return bool(span.text or span.picture or span.note)


def _all(blocks: Sequence[WordBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, WordParagraph):
            for span in block.spans:
                yield from span.changes
            yield from block.mark_changes
