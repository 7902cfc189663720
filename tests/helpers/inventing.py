"""Reports of any length, invented word by word: for benchmarks, and for tests that need bulk."""

import random
from collections.abc import Iterator, Sequence

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Blocks,
    Cell,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Report,
    Run,
    Runs,
    Section,
    SubHeading,
    Table,
    Text,
    give_ids,
)
from clerkwell.packs import Pack
from helpers.shipped import all_relevant, fitting

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


# What programs trip over, and what no XML document may hold.
HOSTILE = (
    *(
        "&",
        "<w:p/>",
        "]]>",
        "{{ x }}",
        "\"quoted'",
        "\x00\x0b\x1f\x85\ud800",
        "\ufffe\uffff",
        "\u202eשלום",
        "e\u0301",
        "😀",
    ),
    *("\u00ad", "\u200b\ufeff", "\t", "\n", "\u2028", "%1 \\h $1", "x" * 300, "W" * 40, "\u00a0", "议会"),
)
LINKS = (
    "https://example.org/?a=1&b=2",
    "mailto:name@example.org",
    "javascript:x",
    "file:///x",
    "#top",
    "https://[",
    "x",
)


def hostile_blocks(dice: random.Random, count: int, pictures: Sequence[str] = ()) -> tuple[Block, ...]:
    """So many blocks of every kind in any order, private ones too, in words that no careful author would write."""
    return tuple(_hostile(dice, pictures) for _ in range(count))


def _words(dice: random.Random) -> str:
    return " ".join(
        dice.choice((dice.choice(HOSTILE), dice.choice(WHAT), dice.choice(DID))) for _ in range(dice.randint(0, 6))
    )


def _runs(dice: random.Random) -> Runs:
    done: list[Run] = []
    for _ in range(dice.randint(0, 4)):
        kind = dice.random()
        if kind < 0.75:
            script = dice.choice(("normal", "normal", "super", "sub"))
            link = dice.choice(("", "", "", dice.choice(LINKS)))
            look = {"bold": dice.random() < 0.2, "italic": dice.random() < 0.2, "script": script, "link": link}
            done.append(Text.model_validate({"text": _words(dice), **look}))
        elif kind < 0.9:
            done.append(Footnote(runs=(Text(text=_words(dice), link=dice.choice(("", *LINKS))),)))
        else:
            to = dice.choice(("paragraph", "section", "table", "appendix"))
            target = dice.choice((f"b{dice.randint(1, 60)}", "summary", "legal", "a1"))
            done.append(Reference.model_validate({"to": to, "target": target}))
    return tuple(done)


def _hostile(dice: random.Random, pictures: Sequence[str], *, inside: bool = False) -> Block:
    private = dice.random() < 0.1
    kind = dice.random()
    if kind < 0.45:
        return Paragraph(runs=_runs(dice), private=private, plain=dice.random() < 0.1, nil=dice.random() < 0.05)
    if kind < 0.55:
        return SubHeading(runs=_runs(dice), private=private)
    if kind < 0.8:
        start = dice.choice((None, None, None, 0, 7))
        return ListItem(
            runs=_runs(dice), private=private, level=dice.randint(0, 2), ordered=dice.random() < 0.5, start=start
        )
    if kind < 0.88:
        return _hostile_table(dice, private)
    if kind < 0.93 and pictures:
        return Image(
            attachment=dice.choice(pictures),
            alt=_words(dice),
            caption=dice.choice(("", _words(dice))),
            decorative=dice.random() < 0.3,
            private=private,
        )
    if kind < 0.96 and not inside:
        inner = tuple(_hostile(dice, pictures, inside=True) for _ in range(dice.randint(0, 3)))
        kept = tuple(each for each in inner if not isinstance(each, Landscape | Quotation))
        return Landscape(blocks=kept, private=private)
    return Quotation(runs=_runs(dice), private=private)


def _hostile_table(dice: random.Random, private: bool) -> Table:
    columns = dice.choice((1, 2, 3, 5, 12))
    rows = tuple(
        tuple(
            Cell(paragraphs=tuple(_runs(dice) for _ in range(dice.randint(0, 2))))
            if dice.random() < 0.7
            else Cell(paragraphs=((Text(text=dice.choice(("Red", "Amber – soon", "green", "1,250", "(12.5)", ""))),),))
            for _ in range(columns)
        )
        for _ in range(dice.randint(0, 5))
    )
    rag = tuple(column for column in range(columns) if dice.random() < 0.3)
    caption = dice.choice(("", _words(dice)))
    return Table(rows=rows, caption=caption, header_rows=dice.randint(0, 2), rag_columns=rag, private=private)


def hostile_report(pack: Pack, blocks: int, seed: int, pictures: Sequence[str] = ()) -> Report:
    """A report of about so many blocks in any pack, hostile in every place that takes words."""
    dice = random.Random(seed)
    sections = [spec.id for spec in pack.manifest.section if spec.kind == "text" and spec.id != "other"]
    chosen = dice.sample(sections, dice.randint(1, len(sections)))
    share = max(blocks // len(chosen), 1)
    repeats = [spec.id for spec in pack.manifest.repeat if spec.id not in ("appendices", "background-papers")]
    fields = [spec.id for spec in pack.single_fields]
    return give_ids(
        Report(
            pack=pack.ref,
            fields={each: FieldValue(text=_words(dice)) for each in dice.sample(fields, len(fields) // 2)}
            | all_relevant(pack),
            repeats={
                each: tuple({key: FieldValue(text=_words(dice)) for key in ("name", "date", "purpose")} for _ in "ab")
                for each in repeats
            },
            sections=tuple(
                Section(
                    id=each,
                    heading=dice.choice(("", "", _words(dice))),
                    blocks=fitting(each, hostile_blocks(dice, share, pictures), pack),
                )
                for each in chosen
            ),
            appendices=(
                Appendix(id="a1", number="1", title=_words(dice), link=dice.choice(LINKS)),
                Appendix(id="a2", number="2", title=_words(dice), blocks=hostile_blocks(dice, 3, pictures)),
            ),
            background_papers=(BackgroundPaper(title=_words(dice), link=dice.choice(LINKS)),),
        )
    )


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
            }
            | all_relevant(pack),
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
