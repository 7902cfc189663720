"""Reports that number everything that can be numbered, and point at all of it: for tests of numbers and references."""

import random
from collections.abc import Iterator

from clerkwell.model import (
    Appendix,
    Block,
    Blocks,
    Cell,
    FieldValue,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Report,
    Section,
    SubHeading,
    Table,
    Text,
    all_blocks,
    give_ids,
)
from clerkwell.packs import Pack, numbers, outline
from helpers.inventing import sentence
from helpers.shipped import all_relevant, fitting


def numbered_report(pack: Pack, seed: int) -> Report:
    """A report with every section of text begun, in random blocks, and references to each thing with a number."""
    dice = random.Random(seed)
    sections = tuple(
        Section(id=spec.id, blocks=fitting(spec.id, _blocks(dice, spec.id), pack))
        for spec in pack.manifest.section
        if spec.kind == "text" and dice.random() < 0.9
    )
    appendices = tuple(
        Appendix(id=f"a{at}", number=number, title=f"Paper {number}", status="public")
        for at, number in enumerate("12B")
    )
    written = tuple(_blocks(dice, "appendix"))
    appendices = (*appendices, Appendix(id="aw", number="4", title="Written", status="public", blocks=written))
    fields = {
        spec.id: FieldValue(text=next(iter(spec.choices), sentence(dice)), value=next(iter(spec.choices), None))
        for spec in pack.single_fields
    }
    fields |= all_relevant(pack)
    report = give_ids(Report(pack=pack.ref, fields=fields, sections=sections, appendices=appendices))
    return give_ids(_pointing(report, pack, dice))


_KINDS = ("text", "text", "plain", "head", "list", "list", "bullets", "table", "wide", "quote")


def _blocks(dice: random.Random, name: str) -> Iterator[Block]:
    for at in range(dice.randint(1, 14)):
        words = f"{name} {at}. {sentence(dice)}"
        match dice.choice(
            ("text", "text", "text", "plain", "head", "list", "list", "bullets", "table", "wide", "quote")
        ):
            case "text":
                yield Paragraph(runs=_text(words))
            case "plain":
                yield Paragraph(runs=_text(words), plain=True)
            case "head":
                yield SubHeading(runs=_text(words))
            case "quote":
                yield Quotation(runs=_text(words))
            case "list":
                yield from _items(dice, words)
            case "bullets":
                for each in range(dice.randint(1, 3)):
                    yield ListItem(runs=_text(f"{words} {each}"), level=each)
            case "table":
                yield _table(dice, words)
            case "wide":
                # LibreOffice 7.4 cuts a letter off a bookmark in the paragraph that ends a page section.
                yield Quotation(runs=_text(words))
                yield Landscape(blocks=(_table(dice, words), *_items(dice, words), Paragraph(runs=_text(words))))


def _items(dice: random.Random, words: str) -> Iterator[ListItem]:
    for each in range(dice.randint(1, 6)):
        start = dice.choice((None, None, None, None, None, 1, 4))
        level = 0 if each == 0 and dice.random() < 0.8 else dice.randint(0, 2)
        yield ListItem(runs=_text(f"{words} item {each}"), level=level, ordered=dice.random() < 0.85, start=start)


def _table(dice: random.Random, words: str) -> Table:
    caption = words if dice.random() < 0.7 else ""
    row = tuple(Cell(paragraphs=(_text(f"{words} cell {each}"),)) for each in range(2))
    return Table(caption=caption, rows=(row, row))


def _pointing(report: Report, pack: Pack, dice: random.Random) -> Report:
    """The report with a paragraph and a table at the end of each section that point at things with numbers."""
    references = list(everything(report, pack))
    sections = []
    for section in report.sections:
        chosen = dice.sample(references, min(len(references), 12))
        row = tuple(Cell(paragraphs=(said(reference),)) for reference in chosen[6:])
        last: Blocks = (
            *(Paragraph(runs=said(each)) for each in chosen[:3]),
            *(ListItem(runs=said(each), ordered=True, level=at) for at, each in enumerate(chosen[3:6])),
            Table(rows=(row,), header_rows=0),
        )
        blocks = (*section.blocks, *fitting(section.id, last, pack))
        sections.append(section.model_copy(update={"blocks": blocks}))
    last_words = tuple(Paragraph(runs=said(each)) for each in dice.sample(references, min(len(references), 3)))
    appendices = tuple(
        each.model_copy(update={"blocks": (*each.blocks, *last_words)}) if each.blocks else each
        for each in report.appendices
    )
    return report.model_copy(update={"sections": tuple(sections), "appendices": appendices})


def said(reference: Reference) -> tuple[Text | Reference, ...]:
    """A sentence that points at something."""
    return (Text(text=f"To {reference.to} {reference.target}: see "), reference, Text(text="."))


def everything(report: Report, pack: Pack) -> Iterator[Reference]:
    """A reference to each thing that the document has a number or a name for."""
    parts = [part for part in outline(report, pack) if part.stands]
    standing = {part.id for part in parts}
    for part in parts:
        yield Reference(to="section", target=part.id)
    for block_id in numbers(report, pack).paragraphs:
        yield Reference(to="paragraph", target=block_id)
    for place, block in all_blocks(report):
        if place.section not in standing and not place.appendix:
            continue
        if isinstance(block, ListItem) and block.ordered:
            yield Reference(to="paragraph", target=block.id)
        elif isinstance(block, Table):
            yield Reference(to="table", target=block.id)
    for appendix in report.appendices:
        yield Reference(to="appendix", target=appendix.id)


def _text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)
