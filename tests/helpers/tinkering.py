"""Small edits of any report, as people make them between two versions of it: for the tests of comparing and merging."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Cell,
    FieldValue,
    ListItem,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    Worded,
    canonical,
    give_ids,
)
from clerkwell.model.report import answered, answered_rows
from helpers.strategies import reports

_WORDS = ("the", "park", "costs", "more", "than", "it", "did", "and", "nobody", "of", "the committee", "asked", "why")


def some_words(random: Random, least: int = 1, most: int = 12) -> str:
    """Words that may well stand in the report already."""
    return " ".join(random.choices(_WORDS, k=random.randint(least, most)))


@st.composite
def families(draw: st.DrawFn, members: int = 3) -> tuple[Report, ...]:
    """A report, and others that people have made of it."""
    random = draw(st.randoms(use_true_random=False))
    base = draw(reports)
    base = furnished(base, random) if draw(st.booleans()) else base
    return base, *(tinkered(base, random, draw(st.integers(0, 5))) for _ in range(members - 1))


def furnished(report: Report, random: Random) -> Report:
    """The report with ordinary text in it, as random characters are seldom alike."""
    bodies = [
        tuple(
            random.choice(
                [
                    Paragraph(runs=(Text(text=some_words(random)),)),
                    ListItem(runs=(Text(text=some_words(random)),)),
                    _table(random),
                ]
            )
            for _ in range(random.randint(1, 6))
        )
        for _ in range(2)
    ]
    held = {section.id: section for section in report.sections}
    for name, blocks in zip(("summary", "background"), bodies, strict=True):
        held[name] = Section(id=name, blocks=blocks)
    return give_ids(report.model_copy(update={"sections": tuple(held.values())}))


def tinkered(report: Report, random: Random, times: int) -> Report:
    """The report after so many small edits."""
    for _ in range(times):
        report = random.choice(_EDITS)(report, random)
    return give_ids(report)


def content(report: Report) -> Any:  # noqa: ANN401 - only ever held against another
    """What a report says, without what does not show: ids of blocks, the order that the pack gives, what is done."""
    sections = sorted(report.sections, key=lambda section: section.id)
    return (
        answered(report.fields),
        answered_rows(report.repeats),
        [(section.id, section.heading, section.blocks) for section in sections],
        report.appendices,
        report.background_papers,
        report.consultations,
    )


def _in_section(report: Report, random: Random, change: Callable[[list[Block]], Sequence[Block]]) -> Report:
    if not report.sections:
        return report
    at = random.randrange(len(report.sections))
    section = report.sections[at]
    fresh = section.model_copy(update={"blocks": tuple(change(list(section.blocks)))})
    return report.model_copy(update={"sections": (*report.sections[:at], fresh, *report.sections[at + 1 :])})


def _reword(report: Report, random: Random) -> Report:
    def change(blocks: list[Block]) -> list[Block]:
        at = [at for at, block in enumerate(blocks) if hasattr(block, "runs")]
        if at:
            where = random.choice(at)
            blocks[where] = _other_words(blocks[where], random)  # type: ignore[arg-type]  # has runs
        return blocks

    return _in_section(report, random, change)


def _other_words(block: Worded, random: Random) -> Worded:
    runs = list(block.runs)
    at = random.randint(0, len(runs))
    kind = random.randrange(3)
    if kind == 0 or not runs:
        runs.insert(at, Text(text=f" {some_words(random, 1, 3)} ", bold=random.random() < 0.2))
    elif kind == 1:
        runs.pop(min(at, len(runs) - 1))
    else:
        at = min(at, len(runs) - 1)
        run = runs[at]
        if isinstance(run, Text):
            parts = run.text.split(" ")
            parts[random.randrange(len(parts))] = some_words(random, 1, 2)
            runs[at] = run.model_copy(update={"text": " ".join(parts), "italic": random.random() < 0.2})
    return block.model_copy(update={"runs": canonical(runs)})


def _embolden(report: Report, random: Random) -> Report:
    def change(blocks: list[Block]) -> list[Block]:
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph) and block.runs and random.random() < 0.5:
                runs = [run.model_copy(update={"bold": True}) if isinstance(run, Text) else run for run in block.runs]
                blocks[at] = block.model_copy(update={"runs": canonical(runs)})
        return blocks

    return _in_section(report, random, change)


def _remove(report: Report, random: Random) -> Report:
    return _in_section(
        report, random, lambda blocks: [each for each in blocks if each is not random.choice(blocks)] if blocks else []
    )


def _add(report: Report, random: Random) -> Report:
    def change(blocks: list[Block]) -> list[Block]:
        blocks.insert(random.randint(0, len(blocks)), Paragraph(runs=(Text(text=some_words(random)),)))
        return blocks

    return give_ids(_in_section(report, random, change))


def _move(report: Report, random: Random) -> Report:
    """A block moved, maybe to another section."""
    taken: list[Block] = []

    def take(blocks: list[Block]) -> list[Block]:
        if blocks:
            taken.append(blocks.pop(random.randrange(len(blocks))))
        return blocks

    def put(blocks: list[Block]) -> list[Block]:
        for block in taken:
            blocks.insert(random.randint(0, len(blocks)), block)
        return blocks

    return _in_section(_in_section(report, random, take), random, put)


def _reform(report: Report, random: Random) -> Report:
    def change(blocks: list[Block]) -> list[Block]:
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph) and random.random() < 0.5:
                blocks[at] = ListItem(id=block.id, runs=block.runs, level=random.randrange(2), private=block.private)
            elif random.random() < 0.3:
                blocks[at] = block.model_copy(update={"private": not block.private})
        return blocks

    return _in_section(report, random, change)


def _table(random: Random) -> Table:
    width = random.randint(1, 4)
    rows = tuple(
        tuple(Cell(paragraphs=((Text(text=some_words(random, 1, 2)),),)) for _ in range(width))
        for _ in range(random.randint(1, 5))
    )
    return Table(rows=rows)


def _retable(report: Report, random: Random) -> Report:
    def change(blocks: list[Block]) -> list[Block]:
        return [_other_table(block, random) if isinstance(block, Table) else block for block in blocks]

    return _in_section(report, random, change)


def _other_table(table: Table, random: Random) -> Table:
    rows = [list(row) for row in table.rows]
    width = len(rows[0]) if rows else 0
    kind = random.randrange(6)
    if kind == 0:
        rows.insert(
            random.randint(0, len(rows)), [Cell(paragraphs=((Text(text=some_words(random)),),)) for _ in range(width)]
        )
    elif kind == 1 and rows:
        rows.pop(random.randrange(len(rows)))
    elif kind == 2 and rows:
        at = random.randint(0, width)
        for row in rows:
            row.insert(at, Cell(paragraphs=((Text(text=some_words(random, 1, 2)),),)))
    elif kind == 3 and width:
        at = random.randrange(width)
        for row in rows:
            row.pop(at)
    elif kind == 4 and rows:
        rows.insert(random.randrange(len(rows)), rows.pop(random.randrange(len(rows))))
    elif rows and width:
        rows[random.randrange(len(rows))][random.randrange(width)] = Cell(
            paragraphs=((Text(text=some_words(random, 1, 3)),),)
        )
    return table.model_copy(update={"rows": tuple(tuple(row) for row in rows)})


def _answer(report: Report, random: Random) -> Report:
    text = random.choice(["", "Yes", some_words(random)])
    value = FieldValue(text=text, value=text or None)
    return report.model_copy(update={"fields": {**report.fields, random.choice(["subject", "purpose"]): value}})


def _row(report: Report, random: Random) -> Report:
    rows = list(report.repeats.get("committees", ()))
    kind = random.randrange(3)
    if kind == 0 or not rows:
        rows.insert(random.randint(0, len(rows)), {"name": FieldValue(text=some_words(random))})
    elif kind == 1:
        rows.pop(random.randrange(len(rows)))
    else:
        at = random.randrange(len(rows))
        rows[at] = {**rows[at], "date": FieldValue(text=some_words(random, 1, 2))}
    return report.model_copy(update={"repeats": answered_rows({**report.repeats, "committees": tuple(rows)})})


def _section(report: Report, random: Random) -> Report:
    sections = list(report.sections)
    known = {section.id for section in sections}
    fresh = [name for name in ("summary", "background", "options", "financial") if name not in known]
    if fresh and (random.random() < 0.5 or not sections):
        blocks = (Paragraph(runs=(Text(text=some_words(random)),)),)
        sections.append(Section(id=random.choice(fresh), blocks=blocks))
    elif sections:
        sections.pop(random.randrange(len(sections)))
    return give_ids(report.model_copy(update={"sections": tuple(sections)}))


def _heading(report: Report, random: Random) -> Report:
    if not report.sections:
        return report
    at = random.randrange(len(report.sections))
    fresh = report.sections[at].model_copy(update={"heading": random.choice(["", some_words(random, 1, 3)])})
    return report.model_copy(update={"sections": (*report.sections[:at], fresh, *report.sections[at + 1 :])})


def _appendix(report: Report, random: Random) -> Report:
    appendices = list(report.appendices)
    free = next(f"a{number}" for number in range(1, 99) if all(each.id != f"a{number}" for each in appendices))
    kind = random.randrange(3)
    if kind == 0 or not appendices:
        fresh = Appendix(id=free, number=free[1:], title=some_words(random), status="public")
        appendices.insert(random.randint(0, len(appendices)), fresh)
    elif kind == 1:
        appendices.pop(random.randrange(len(appendices)))
    else:
        at = random.randrange(len(appendices))
        appendices[at] = appendices[at].model_copy(update={"title": some_words(random), "link": "https://example.org"})
    return report.model_copy(update={"appendices": tuple(appendices)})


def _paper(report: Report, random: Random) -> Report:
    papers = list(report.background_papers)
    if papers and random.random() < 0.5:
        papers.pop(random.randrange(len(papers)))
    else:
        papers.insert(random.randint(0, len(papers)), BackgroundPaper(title=some_words(random)))
    return report.model_copy(update={"background_papers": tuple(papers)})


_EDITS: tuple[Callable[[Report, Random], Report], ...] = (
    _reword, _reword, _reword, _embolden, _remove, _add, _add, _move, _move, _reform, _retable, _retable, _answer, _row,
    _section, _heading, _appendix, _paper,
)  # fmt: skip
