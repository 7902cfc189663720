"""Putting other words in place of those that were found, as one edit."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from clerkwell.model import (
    Appendix,
    Block,
    Blocks,
    Edit,
    Landscape,
    ReplaceWords,
    Report,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetField,
    SetHeading,
    Several,
)
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.ui.find.patterns import what_is_wrong_with_words
from clerkwell.ui.find.search import Found, Options, PatternError, compiled
from clerkwell.ui.find.spots import rewritten, spliced

Change = tuple[Found, str]


def replacements(found: Sequence[Found], words: str, looked_for: str, options: Options) -> list[str]:
    """What is put in place of each of these finds: the words as typed, or with the groups of a pattern filled in.

    Raises `PatternError` where the words name a group that the pattern does not have.
    """
    if not options.pattern:
        return [words] * len(found)
    pattern = compiled(looked_for, options)
    done = []
    for text, group in groupby(found, lambda each: each.text):
        # Over the whole text again, for patterns that look at what stands round the find.
        matches = {match.span(): match for match in pattern.finditer(text)}
        for each in group:
            match = matches.get((each.start, each.end))
            try:
                done.append(match.expand(words) if match else words)
            except (re.error, IndexError) as error:
                raise PatternError(what_is_wrong_with_words(error, pattern.groups)) from error
    return done


def replacing(report: Report, pack: Pack, changes: Sequence[Change]) -> Edit:
    """The edit that puts words in place of finds: one step of undo for all of them.

    The finds of one text are changed from its end, so that the places before still count; and what stands in a block
    besides its words (captions, footnotes) before those, because it is put back with the whole of them.
    """
    changes = sorted(changes, key=lambda change: change[0].start, reverse=True)
    return Several(
        edits=(
            *_fields(report, pack, [each for each in changes if each[0].spot.place.field]),
            *_sections(report, [each for each in changes if each[0].spot.place.section]),
            *_appendices(report, [each for each in changes if each[0].spot.place.appendix]),
            # Those of one section together: they are made in one go.
            *(
                ReplaceWords(place=found.place, words=words)
                for found, words in sorted(changes, key=lambda change: change[0].spot.place.section)
                if not found.spot.slot and not found.spot.place.field
            ),
        )
    )


def _fields(report: Report, pack: Pack, changes: Iterable[Change]) -> list[Edit]:
    fields: dict[tuple[str, int | None], str] = {}
    for found, words in changes:
        key = (found.spot.place.field, found.spot.place.row)
        fields[key] = spliced(fields.get(key, report.field(*key).text), (found.start, found.end), words)
    # Replaced words are understood anew, as if they had been typed.
    return [
        SetField(
            field=field, row=row, value=understand(pack.field(field) or FieldSpec(id=field, title=field), text, pack)
        )
        for (field, row), text in fields.items()
    ]


def _sections(report: Report, changes: Sequence[Change]) -> list[Edit]:
    edits: list[Edit] = []
    papers = list(report.background_papers)
    for section in report.sections:
        here = [each for each in changes if each[0].spot.place.section == section.id]
        blocks = _besides(section.blocks, here)
        if blocks is not section.blocks:
            edits.append(SetBlocks(section=section.id, blocks=blocks))
        heading = section.heading
        for found, words in here:
            if found.spot.slot == "heading":
                heading = spliced(heading, (found.start, found.end), words)
        if heading != section.heading:
            edits.append(SetHeading(section=section.id, heading=heading))
    for found, words in changes:
        if found.spot.slot == "paper":
            paper = papers[found.spot.at]
            title = spliced(paper.title, (found.start, found.end), words)
            papers[found.spot.at] = paper.model_copy(update={"title": title})
    if tuple(papers) != report.background_papers:
        edits.append(SetBackgroundPapers(papers=tuple(papers)))
    return edits


def _appendices(report: Report, changes: Sequence[Change]) -> list[Edit]:
    fresh = tuple(
        _appendix(each, [change for change in changes if change[0].spot.place.appendix == each.id])
        for each in report.appendices
    )
    return [SetAppendices(appendices=fresh)] if fresh != report.appendices else []


def _appendix(appendix: Appendix, changes: Sequence[Change]) -> Appendix:
    title = appendix.title
    for found, words in changes:
        if found.spot.slot == "title":
            title = spliced(title, (found.start, found.end), words)
    return appendix.model_copy(update={"title": title, "blocks": _besides(appendix.blocks, changes)})


def _besides(blocks: Blocks, changes: Sequence[Change]) -> Blocks:
    """The blocks with what is not their own words replaced: captions, descriptions, footnotes."""
    by_block: dict[str, list[Change]] = {}
    for each in changes:
        if each[0].spot.slot in ("caption", "alt", "footnote"):
            by_block.setdefault(each[0].spot.place.block, []).append(each)
    return tuple(_rewritten(block, by_block) for block in blocks) if by_block else blocks


def _rewritten(block: Block, by_block: dict[str, list[Change]]) -> Block:
    if isinstance(block, Landscape):
        return block.model_copy(update={"blocks": tuple(_rewritten(inner, by_block) for inner in block.blocks)})
    for found, words in by_block.get(block.id, ()):
        block = rewritten(block, found.spot, (found.start, found.end), words)
    return block
