"""The words of a report in the order in which its document has them, to be found again on the pages made of it."""

from collections.abc import Iterator

from clerkwell.model import Place, Report, is_empty, walk, words
from clerkwell.model.blocks import Block
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline
from clerkwell.printing.page_map import Key, PageMap, Sought, Spot

# Fewer letters than this are found in many places of a page.
_FEWEST = 4


def sought(report: Report, pack: Pack) -> tuple[Sought, ...]:
    """Every stretch of words that a place of the report can be at."""
    return tuple(_sought(report, pack))


def spot_of(place: Place, report: Report, pages: PageMap) -> Spot | None:
    """Where a place of the report is on its pages: the line with the caret, its paragraph, or at least its part.

    What no page shows, as an empty paragraph, is where the words before it are.
    """
    if place.block:
        before, after = _round(place, report)
        found = pages.spot(("block", place.block), before, after)
        for name in () if found else _before(place, report):
            found = pages.spot(("block", name))
            if found:
                break
        return found or pages.spot(("section", place.section))
    if place.section:
        return pages.spot(("section", place.section))
    if place.appendix:
        return pages.spot(("appendix", place.appendix)) or pages.spot(("section", "appendices"))
    if place.field:
        return pages.spot(("field", place.field, str(place.row or 0)))
    return None


def _sought(report: Report, pack: Pack) -> Iterator[Sought]:
    for spec in pack.manifest.field:
        repeat, dot, _ = spec.id.partition(".")
        rows = range(len(report.repeats.get(repeat, ()))) if dot else range(1)
        for row in rows:
            text = report.field(spec.id, row if dot else None).text
            if len(text) >= _FEWEST:
                yield Sought(("field", spec.id, str(row)), (text,), apart=True)
    for part in outline(report, pack):
        if not part.stands:
            continue
        yield Sought(("section", part.id), (part.heading,), leads=True)
        if part.spec.kind == "appendices":
            for appendix in report.appendices:
                yield Sought(("appendix", appendix.id), (appendix.title,))
        blocks = part.section.blocks if part.section else ()
        for block in walk(blocks):
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Sought]:
    key: Key = ("block", block.id)
    if block.kind == "landscape":
        return
    if block.kind == "table":
        if block.caption:
            yield Sought(key, (block.caption,))
        for row in block.rows:
            for cell in row:
                for runs in cell.paragraphs:
                    told = tuple(run.text if run.kind == "text" else "" for run in runs)
                    yield Sought(key, ("".join(told),))
        return
    yield Sought(key, tuple(words(block).split(OBJECT)), leads=block.kind == "subheading")


def _block(place: Place, report: Report) -> Block | None:
    return next((block for block in walk(report.blocks(place.section)) if block.id == place.block), None)


def _round(place: Place, report: Report) -> tuple[str, str]:
    """The words of its block before a place and after it."""
    block = _block(place, report)
    if block is None or place.path or not place.start or block.kind in ("table", "image", "landscape"):
        return "", ""
    text = words(block)
    return text[: place.start], text[place.start :].partition(OBJECT)[0]


def _before(place: Place, report: Report) -> tuple[str, ...]:
    """The blocks above a block that have words, the nearest first."""
    names: list[str] = []
    for block in walk(report.blocks(place.section)):
        if block.id == place.block:
            break
        if not is_empty((block,)):
            names.append(block.id)
    return tuple(reversed(names))
