"""What a clearance seals: the words of the parts of a report, a line a block, and which of them are others by now.

Only words count. Numbers of paragraphs and what live references say follow the rest of the report, and looks say
nothing that anybody clears; a footnote, a picture's words and a file that is named do.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from clerkwell.model import (
    Appendix,
    Blocks,
    Footnote,
    Image,
    Landscape,
    Place,
    Reference,
    Report,
    Runs,
    Seal,
    SealedPart,
    Table,
    Text,
    plain,
    walk,
)
from clerkwell.packs.conditions import relevant
from clerkwell.packs.outlining import OTHER, Part, outline
from clerkwell.packs.pack import Pack

# Parts that are no sections: the answers at the head, and the mark of a seal on the whole report.
HEADER: Final = "header"
WHOLE: Final = "report"
# The rule that says that words are others than those that were cleared.
CHANGED_SINCE: Final = "changed-since-cleared"
_HEADER_TITLE: Final = "Report details"
# Who wrote it is nobody's to clear.
_AUTHORS: Final = "authors."


class Changed(NamedTuple):
    """A part that is worded otherwise than when it was cleared: as it was, and as it is."""

    then: SealedPart
    now: SealedPart


def sealable(report: Report, pack: Pack) -> tuple[tuple[str, str], ...]:
    """The parts that can be cleared, in the order of the document: their ids and titles."""
    parts = (part for part in outline(report, pack) if part.relevant and (part.section or part.spec.id != OTHER))
    return ((HEADER, _HEADER_TITLE), *((part.id, _title(part)) for part in parts))


def seal(report: Report, pack: Pack, parts: tuple[str, ...], when: datetime) -> Seal:
    """A seal on these parts as they are worded now; on the whole report where `WHOLE` is among them."""
    by_id = {part.id: part for part in outline(report, pack)}
    if WHOLE not in parts:
        return Seal(when=when, parts=tuple(_sealed(report, pack, each, by_id) for each in parts))
    every = tuple(_sealed(report, pack, each, by_id) for each, _ in sealable(report, pack))
    return Seal(when=when, parts=(SealedPart(part=WHOLE, title="The whole report"), *every))


def is_whole(sealed: Seal) -> bool:
    """Whether it was the whole report that was cleared."""
    return any(each.part == WHOLE for each in sealed.parts)


def sealed_ids(sealed: Seal) -> tuple[str, ...]:
    """The parts that were cleared; `WHOLE` alone for the whole report."""
    return (WHOLE,) if is_whole(sealed) else tuple(each.part for each in sealed.parts)


def changed_since(report: Report, pack: Pack, sealed: Seal, only: str = "") -> tuple[Changed, ...]:
    """The parts that are worded otherwise than when they were cleared, in the order of the seal; `only` this one.

    Where the whole report was cleared, also those that have been begun since.
    """
    by_id = {part.id: part for part in outline(report, pack)}
    found = [
        Changed(then, _sealed(report, pack, then.part, by_id, then.title))
        for then in sealed.parts
        if then.part != WHOLE and only in ("", then.part)
    ]
    if is_whole(sealed):
        known = {each.part for each in sealed.parts}
        fresh = [SealedPart(part=each, title=title) for each, title in sealable(report, pack) if each not in known]
        fresh = [each for each in fresh if only in ("", each.part)]
        found += [Changed(each, _sealed(report, pack, each.part, by_id)) for each in fresh]
    return tuple(each for each in found if each.then.lines != each.now.lines)


def place_of(part: str, report: Report, pack: Pack) -> Place | None:
    """Where one goes to see a part; None for one that the report has no more."""
    if part == HEADER:
        first = next((spec.id for spec in pack.manifest.field if "." not in spec.id), "")
        return Place(field=first) if first else None
    there = any(each.id == part for each in outline(report, pack))
    return Place(section=part) if there else None


def _sealed(report: Report, pack: Pack, part_id: str, by_id: dict[str, Part], title: str = "") -> SealedPart:
    if part_id == HEADER:
        return SealedPart(part=HEADER, title=_HEADER_TITLE, lines=tuple(_answers(report, pack)))
    part = by_id.get(part_id)
    if part is None:
        return SealedPart(part=part_id, title=title)
    lines = tuple(_part(part, report)) if part.relevant else ()
    return SealedPart(part=part_id, title=_title(part), lines=lines)


def _title(part: Part) -> str:
    return part.heading.rstrip(": ") or "Untitled section"


def _answers(report: Report, pack: Pack) -> Iterator[str]:
    for spec in pack.manifest.field:
        if spec.id.startswith(_AUTHORS) or not relevant(spec, report):
            continue
        repeat, dot, _ = spec.id.partition(".")
        for row in range(len(report.repeats.get(repeat, ()))) if dot else (None,):
            text = " ".join(report.field(spec.id, row).text.split())
            if text:
                yield f"{spec.title.rstrip(':? ')}: {text}"


def _part(part: Part, report: Report) -> Iterator[str]:
    if part.section is not None and part.section.heading:
        yield part.section.heading
    if part.spec.kind == "appendices":
        for appendix in report.appendices:
            yield from _appendix(appendix)
    if part.spec.kind == "background-papers":
        for paper in report.background_papers:
            yield f"{paper.title} ({paper.link})" if paper.link else paper.title
    if part.section is not None:
        yield from _lines(part.section.blocks)


def _appendix(appendix: Appendix) -> Iterator[str]:
    paragraphs = "".join(f", paragraph {each}" for each in appendix.exempt_paragraphs)
    status = f" ({appendix.status}{paragraphs})" if appendix.status else ""
    yield f"Appendix {appendix.number} – {appendix.title}{status}"
    for what, text in (
        ("Public interest", appendix.public_interest),
        ("File", appendix.attachment),
        ("Address", appendix.link),
    ):
        if text.strip():
            yield f"{what}: {text.strip()}"
    yield from _lines(appendix.blocks)


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case Landscape():
                continue
            case Table():
                rows = [" | ".join(" ".join(map(_said, cell.paragraphs)) for cell in row) for row in block.rows]
                texts = [block.caption, *rows]
            case Image():
                texts = [f"[picture: {block.caption or block.alt or block.attachment}]"]
            case _:
                texts = [_said(block.runs)]
        yield from (text.strip() for text in texts if text.strip(" |\n"))


def _said(runs: Runs) -> str:
    if len(runs) == 1 and isinstance(runs[0], Text):
        # As most are.
        return runs[0].text
    return "".join(map(_run, runs))


def _run(run: Text | Reference | Footnote) -> str:
    match run:
        case Reference():
            return f"[{run.to}]"
        case Footnote():
            return f" [footnote: {plain(run.runs)}]"
        case _:
            return run.text
