"""Reports of any length, invented word by word: for benchmarks, and for tests that need bulk."""

import random
from collections.abc import Iterator

from clerkwell.model import (
    Blocks,
    Cell,
    FieldValue,
    ListItem,
    Paragraph,
    Report,
    Section,
    SubHeading,
    Table,
    Text,
    give_ids,
)
from clerkwell.packs import Pack

WHO = ("The council", "The service", "The project team", "The board", "Officers", "The working group", "Residents")
DID = ("reviewed", "considered", "agreed", "published", "measured", "compared", "set out", "returned to", "welcomed")
WHAT = (
    *("the plan for the library", "the cost of the new paths", "the survey of parks", "the timetable for repairs"),
    *("the list of bridges", "the lease of the hall", "the rota for gritting", "the map of allotments"),
)
WHEN = (
    *("in the spring", "before the end of the year", "at its last meeting", "within the budget", "over six weeks"),
    *("after two public meetings", "with the help of volunteers", "without any further delay", "as it had promised"),
)
WHY = ("because the roof needed mending", "so that the work could begin", "to keep the cost down", "as the law asks")


def sentence(dice: random.Random) -> str:
    """One invented sentence of ten to twenty words."""
    words = [dice.choice(part) for part in (WHO, DID, WHAT, WHEN)]
    if dice.random() < 0.5:
        words.append(dice.choice(WHY))
    return " ".join(words) + "."


def paragraph(dice: random.Random, least: int = 60) -> str:
    """An invented paragraph of at least so many words."""
    text = sentence(dice)
    while len(text.split()) < least:
        text += " " + sentence(dice)
    return text


def invented_blocks(words: int, seed: int = 0) -> Blocks:
    """Blocks of about so many words: paragraphs, sub-headings, bullets, some words bold."""
    dice = random.Random(seed)
    made: list[Paragraph | SubHeading | ListItem] = []
    count = 0
    while count < words:
        for block in _stretch(dice):
            made.append(block)
            count += sum(len(run.text.split()) for run in block.runs if isinstance(run, Text))
            if count >= words:
                break
    return tuple(made)


def _stretch(dice: random.Random) -> Iterator[Paragraph | SubHeading | ListItem]:
    yield SubHeading(runs=(Text(text=dice.choice(WHAT).removeprefix("the ").capitalize()),))
    for _ in range(3):
        yield Paragraph(
            runs=(
                Text(text=paragraph(dice) + " "),
                Text(text=sentence(dice), bold=True),
                Text(text=" " + paragraph(dice, 20)),
            )
        )
    for level in (0, 0, 1):
        yield ListItem(runs=(Text(text=sentence(dice)),), level=level)


def invented_table(rows: int, columns: int, seed: int = 0) -> Table:
    """A data table of short cells under one row of headers."""
    dice = random.Random(seed)
    head = tuple(Cell(paragraphs=((Text(text=f"Column {column + 1}"),),)) for column in range(columns))
    body = tuple(
        tuple(Cell(paragraphs=((Text(text=f"{dice.choice(WHAT)} {row}"),),)) for _ in range(columns))
        for row in range(rows - 1)
    )
    return Table(caption="Work by place", rows=(head, *body))


def invented_report(pack: Pack, words: int, seed: int = 0) -> Report:
    """A report in this pack of about so many words, shared out evenly among its sections of text."""
    dice = random.Random(seed)
    sections = [spec for spec in pack.manifest.section if spec.kind == "text"]
    share = max(1, words // len(sections))
    return give_ids(
        Report(
            pack=pack.ref,
            fields={
                spec.id: FieldValue(text=spec.choices[0] if spec.choices else sentence(dice).removesuffix("."))
                for spec in pack.single_fields
                if spec.kind in ("text", "choice")
            },
            repeats={
                "committees": (
                    {
                        "name": FieldValue(text="Parks and Libraries Committee"),
                        "date": FieldValue(text="9 March 2027", value="2027-03-09"),
                    },
                )
            },
            sections=tuple(
                Section(id=spec.id, blocks=invented_blocks(share, seed + number))
                for number, spec in enumerate(sections)
            ),
        )
    )
