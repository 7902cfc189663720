"""Where a report sends its reader to an appendix: by number in its words, or by a live reference."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.model import Block, Footnote, Place, Reference, Report, Runs, plain, walk, words
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline
from clerkwell.proofing.sense.citations import citations

# Every citation has one of these in it: other words need not be looked at twice.
_NAMES: Final = re.compile("append|annex", re.IGNORECASE)
_ENTRY: Final = re.compile(r"\W*(?:exempt |confidential )?(?:appendix|appendices|annex)", re.IGNORECASE)
# What the list itself says sends nobody to an appendix.
_LIST: Final = "appendices"
# A place, its texts, and the appendices that live references there point at.
_Said = tuple[Place, tuple[str, ...], tuple[str, ...]]


def cited_at(report: Report, pack: Pack) -> Mapping[str, tuple[Place, ...]]:
    """The places that mention each appendix, by its id and in the order of the document; none for one that is never.

    What the appendices say of each other, and their list itself, sends nobody to them. "See the appendix" is enough
    where there is one.
    """
    by_number = {each.number: each.id for each in report.appendices if each.number}
    if len(report.appendices) == 1:
        by_number.setdefault("", report.appendices[0].id)
    done: dict[str, dict[Place, None]] = {}
    for place, texts, live in (*_answers(report), *_sections(report, pack)):
        found = [each for text in texts for each in citations(text) if not each.elsewhere]
        for cited in (*(by_number.get(each.number, "") for each in found), *live):
            if cited:
                done.setdefault(cited, {})[place] = None
    return {each: tuple(places) for each, places in done.items()}


def is_beside_list(said: str) -> bool:
    """Whether words of the part that lists the appendices are a sentence that says of them what one elsewhere does:
    "The figures are in Appendix A." """
    return said.endswith(".") and _ENTRY.match(said) is None


def _sections(report: Report, pack: Pack) -> Iterator[_Said]:
    for part in outline(report, pack):
        if part.section is None or not part.stands:
            continue
        if part.id == _LIST:
            beside = ((each, words(each)) for each in walk(part.section.blocks))
            yield from (
                (Place(section=part.id, block=each.id), (said,), tuple(_live(each)))
                for each, said in beside
                if _NAMES.search(said) and is_beside_list(said)
            )
            continue
        if _NAMES.search(part.section.heading):
            yield Place(section=part.id), (part.section.heading,), ()
        for block in walk(part.section.blocks):
            said = "" if block.kind == "landscape" else words(block)
            if OBJECT in said or _NAMES.search(said):
                yield Place(section=part.id, block=block.id), tuple(_texts(block, said)), tuple(_live(block))


def _answers(report: Report) -> Iterator[_Said]:
    for name, value in report.fields.items():
        yield Place(field=name), (value.text,), ()
    for repeat, rows in report.repeats.items():
        for index, row in enumerate(rows):
            for name, value in row.items():
                yield Place(field=f"{repeat}.{name}", row=index), (value.text,), ()


def _texts(block: Block, said: str) -> Iterator[str]:
    """The words of a block, cell by cell, and those of its footnotes."""
    yield from said.replace("\t", "\n").split("\n") if block.kind == "table" else (said,)
    for run in _runs(block):
        if isinstance(run, Footnote):
            yield plain(run.runs)


def _live(block: Block) -> Iterator[str]:
    for run in _runs(block):
        if isinstance(run, Reference) and run.to == "appendix":
            yield run.target


def _runs(block: Block) -> Runs:
    if block.kind == "table":
        return tuple(run for row in block.rows for cell in row for runs in cell.paragraphs for run in runs)
    return getattr(block, "runs", ())
