"""Live references of a Word document made the report's own, where what they point at came in and is called the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clerkwell.intake.known import REFERENCE
from clerkwell.intake.settled import Anchors
from clerkwell.model import Blocks, Landscape, Reference, Report, Run, Runs, Table, Text, all_blocks, canonical
from clerkwell.packs import Pack, numbers, outline
from clerkwell.word.writer.references import Targets, targets

_Change = Callable[[Runs], Runs]


@dataclass(frozen=True)
class Linked:
    """The report with its references, and how many others of the source stay the words that they showed."""

    report: Report
    left: int


def with_references(report: Report, pack: Pack, anchors: Anchors, *, ours: bool) -> Linked:
    """The report with live references for those whose target is in it; the others are plain words.

    A reference says what its target is called now, so only one that shows these very words can be live. In a document
    of `ours` the word "section" before a section's number is the reference's own.
    """
    if not any(_is_waiting(run) for runs in _all_runs(report) for run in runs):
        return Linked(report, 0)
    tried = _changed(report, lambda runs: _tried(runs, anchors))
    parts = [part for part in outline(tried, pack) if part.stands]
    said = targets(tried, parts, numbers(tried, pack), 1, tried.appendices)
    left = [0]
    done = _changed(report, lambda runs: _settled(runs, anchors, said, left, ours))
    return Linked(done, left[0])


def _is_waiting(run: Run) -> bool:
    return isinstance(run, Text) and run.link.startswith(REFERENCE)


def _references(run: Run, anchors: Anchors) -> Sequence[Reference]:
    """What a run that waits for its target may point at."""
    if not isinstance(run, Text) or not _is_waiting(run):
        return []
    found = anchors.get(run.link.removeprefix(REFERENCE), ())
    return [Reference.model_validate({"to": to, "target": target}) for to, target in found]


def _tried(runs: Runs, anchors: Anchors) -> Runs:
    done: list[Run] = []
    for run in runs:
        done += _references(run, anchors) or [run]
    return tuple(done)


def _settled(runs: Runs, anchors: Anchors, said: Targets, left: list[int], ours: bool) -> Runs:
    done: list[Run] = []
    shown = ""
    for run in runs:
        words = run.text if isinstance(run, Text) else ""
        known = [(made, each) for made in _references(run, anchors) if (each := said.get(made.to, made.target))]
        whole = next((made for made, each in known if _same(words, each.words)), None)
        going_on = next((made for made, each in known if shown and _same(shown + words, each.words)), None)
        if whole is not None:
            if ours and whole.to == "section" and done:
                done[-1] = _without_word(done[-1], words)
            # White space that stood in the field's result is the text's.
            done.append(Text(text=words[: len(words) - len(words.lstrip())]))
            done.append(whole)
            done.append(Text(text=words[len(words.rstrip()) :]))
            done = [each for each in done if not isinstance(each, Text) or each.text]
            shown = words
        elif going_on is not None and isinstance(done[-1], Reference):
            # An item inside another is cited by both their numbers: "2" and "(a)" are one reference.
            done[-1] = going_on
            shown += words
        else:
            left[0] += _is_waiting(run)
            done.append(_plain(run))
            shown = ""
    return canonical(done)


def _without_word(run: Run, number: str) -> Run:
    if not isinstance(run, Text) or not number.strip(".").isdigit():
        return run
    return run.model_copy(update={"text": re.sub(r"(?i:section)[ \u00a0]$", "", run.text)})


def _plain(run: Run) -> Run:
    return run.model_copy(update={"link": ""}) if isinstance(run, Text) and _is_waiting(run) else run


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(words: str) -> str:
    return re.sub(r"[\s.]+", " ", words).strip().casefold()


def _all_runs(report: Report) -> Iterator[Runs]:
    for _, block in all_blocks(report):
        if isinstance(block, Table):
            yield from (runs for row in block.rows for cell in row for runs in cell.paragraphs)
        else:
            yield getattr(block, "runs", ())


def _changed(report: Report, change: _Change) -> Report:
    return report.model_copy(
        update={
            "sections": tuple(
                section.model_copy(update={"blocks": _blocks(section.blocks, change)}) for section in report.sections
            ),
            "appendices": tuple(
                appendix.model_copy(update={"blocks": _blocks(appendix.blocks, change)})
                for appendix in report.appendices
            ),
        }
    )


def _blocks(blocks: Blocks, change: _Change) -> Blocks:
    done = []
    for block in blocks:
        if isinstance(block, Landscape):
            block = block.model_copy(update={"blocks": _blocks(block.blocks, change)})
        elif isinstance(block, Table):
            # Most tables have many cells and no reference: those stay the same objects.
            if any(_may_change(runs) for row in block.rows for cell in row for runs in cell.paragraphs):
                rows = tuple(
                    tuple(cell.model_copy(update={"paragraphs": tuple(map(change, cell.paragraphs))}) for cell in row)
                    for row in block.rows
                )
                block = block.model_copy(update={"rows": rows})
        elif hasattr(block, "runs") and _may_change(block.runs):
            block = block.model_copy(update={"runs": change(block.runs)})
        done.append(block)
    return tuple(done)


def _may_change(runs: Runs) -> bool:
    return any(isinstance(run, Reference) or _is_waiting(run) for run in runs)


def with_own_ids(report: Report) -> Report:
    """The report with ids from its own counter in place of those that blocks had while it was made."""
    names = {block.id: f"b{number}" for number, (_, block) in enumerate(all_blocks(report), 1)}

    def renamed(blocks: Blocks) -> Blocks:
        done = []
        for block in blocks:
            if isinstance(block, Landscape):
                block = block.model_copy(update={"blocks": renamed(block.blocks)})
            done.append(block.model_copy(update={"id": names[block.id]}))
        return tuple(done)

    def pointed(runs: Runs) -> Runs:
        return tuple(
            run.model_copy(update={"target": names.get(run.target, run.target)}) if isinstance(run, Reference) else run
            for run in runs
        )

    done = _changed(report, pointed)
    return done.model_copy(
        update={
            "sections": tuple(each.model_copy(update={"blocks": renamed(each.blocks)}) for each in done.sections),
            "appendices": tuple(each.model_copy(update={"blocks": renamed(each.blocks)}) for each in done.appendices),
            "next_id": len(names) + 1,
        }
    )
