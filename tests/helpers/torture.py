"""A report of everything that is hard to set: for looking at pages, and for what every document must stand."""

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
from helpers.docx_making import png
from helpers.shipped import all_relevant, in_cells

# Characters that Word accepts and programs trip over, and those that no XML document may hold.
CHARACTERS = (
    "a & b < c > d ]]> {{ e }} <w:p/> \"f\" 'g' %h \\i $j; e\u0301 \u05e9\u05dc\u05d5\u05dd \u0645\u0631 😀👩‍🚒 "
    "\u200b\u200d\ufeff\u00ad-\u00a0–\u2011\u2028\u2029 \u202ex\u202c \U0010fffd"
)
REFUSED = "".join(map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)))
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ADDRESS = "https://example.org/" + "committees-and-meetings/" * 8 + "?a=1&b=2#top"
PICTURES = {
    "map.png": png(96, 48),
    "tiny.png": png(1, 1),
    "tall.png": png(60, 3000),
    "wide.png": png(4000, 40),
    "twin.png": png(96, 48),
}


def t(text: str, **look: object) -> Runs:
    """Words in one look."""
    return (Text.model_validate({"text": text, **look}),)


def note(text: str) -> Footnote:
    """A footnote with a link in it."""
    return Footnote(runs=(Text(text=text + " See "), Text(text="the page", italic=True, link="https://example.org/n")))


def grid(*rows: tuple[str, ...], **more: object) -> Table:
    """A table of plain words; a line feed parts paragraphs."""
    cells = tuple(tuple(Cell(paragraphs=tuple(t(line) for line in text.split("\n"))) for text in row) for row in rows)
    return Table.model_validate({"rows": cells, **more})


def tables() -> Blocks:
    """Tables of every trying shape."""
    costs = grid(
        ("Scheme", "2026/27 (£)", "2027/28 (£)", "Status"),
        ("Footbridge at Mill Lane", "1,250,000.00", "(12,500)", "Red – late by a season"),
        ("Play area, with a name that is long enough to need two lines or even three", "0.5", "1", "Amber"),
        ("Total", "1,250,000.50", "-12,499", "Green"),
        caption="Costs & <savings>",
        rag_columns=(3,),
    )
    narrow = grid(("Term", "What it means"), ("Key decision", "One that is significant. " * 12), header_rows=1)
    many = grid(
        *((tuple(f"Q{c}" for c in range(30))), *(tuple(str(r * c) for c in range(30)) for r in range(4))),
        caption="Thirty columns",
    )
    long_word = grid(("What", "Where"), (WORD, "short"), ("The notice", ADDRESS), caption="Long words")
    high = grid(("A", "B"), ("x", "\n".join(f"Line {n} of a cell that no page can hold." for n in range(90))))
    several = grid(
        ("", "Revenue", "Revenue", "Capital"),
        ("Year", "Budget", "Actual", "Budget"),
        *((f"20{n}/{n + 1}", f"{n * 1000:,}", f"{n * 990:,}", "") for n in range(20, 70)),
        header_rows=2,
        caption="Two header rows over two pages",
    )
    empty = grid(("", ""), ("", ""))
    only_header = grid(("Only", "headers"), header_rows=2)
    bare = grid(("no", "header"), ("row", "here"), header_rows=0, rag_columns=(0, 9))
    rich = Table(
        caption="Links, notes and looks",
        rows=(
            (Cell(paragraphs=((Text(text="Head"), note("In a header cell.")),)), Cell(paragraphs=(t("Other"),))),
            (
                Cell(paragraphs=((Text(text="x", link="https://example.org/"), note("In a cell.")), (), t("after"))),
                Cell(paragraphs=((Text(text="CO"), Text(text="2", script="sub"), Text(text="\tE=mc\n"), *t("²")),)),
            ),
        ),
    )
    return (costs, narrow, several, many, long_word, rich, high, empty, only_header, bare, costs, costs)


def pictures() -> Blocks:
    """Pictures of every trying size."""
    return (
        Image(attachment="map.png", alt='A "map" of <Mill Lane> & the mill', caption="The mill & <lane>"),
        Image(attachment="twin.png", alt="The same map"),
        Image(attachment="tiny.png", decorative=True),
        Image(attachment="tall.png", alt="A tall tower", caption="Tall"),
        Image(attachment="wide.png", alt="A wide wall"),
    )


def wide(*inner: Block) -> Landscape:
    """A stretch of pages on their side."""
    return Landscape.model_validate({"blocks": inner or (tables()[3],)})


def lines(target: str) -> Blocks:
    """Paragraphs, items and quotations with every kind of run; `target` is a section to refer to."""
    runs: tuple[Run, ...] = (
        Text(text="Plain, "),
        Text(text="bold, ", bold=True),
        Text(text="both ", bold=True, italic=True),
        Text(text="a link", link="https://example.org/?a=1&b=2"),
        Text(text=" a bold link", bold=True, link="mailto:name@example.org?subject=A%20b"),
        Text(text=" no link", link="javascript:alert(1)"),
        Text(text=" far", link=ADDRESS),
        Text(text="m", script="normal"),
        Text(text="2", script="super"),
        note("In a paragraph."),
        Text(text=" see paragraph "),
        Reference(to="paragraph", target="last"),
        Text(text=" and "),
        Reference(to="section", target=target),
        Text(text=", "),
        Reference(to="appendix", target="a1"),
        Text(text=".\tAfter a tab\nand a break"),
    )
    return (
        Paragraph(runs=runs),
        SubHeading(runs=(Text(text="A heading with a note"), note("In a heading."))),
        ListItem(runs=(Text(text="An item with a note"), note("In an item."))),
        ListItem(runs=t("Deeper " * 30), level=1),
        ListItem(runs=t("Deepest"), level=2),
        ListItem(runs=t("One"), ordered=True),
        ListItem(runs=t("Two"), ordered=True),
        Paragraph(runs=t(CHARACTERS + REFUSED)),
        Quotation(runs=(Text(text="Somebody’s words & more. " * 8), note("In a quotation."))),
        Paragraph(runs=t(WORD * 4 + " " + ADDRESS)),
        Paragraph(id="last", runs=t("The last one.")),
    )


def torture(pack: Pack) -> Report:
    """The report, in any pack: turned pages come first, last, and next to one another."""
    apart = {"other", *in_cells(pack)}
    ids = [spec.id for spec in pack.manifest.section if spec.kind == "text" and spec.id not in apart]
    text = [Section(id=each, blocks=(Paragraph(runs=t("In between.")),)) for each in ids]
    middle = len(text) // 2
    bodies: dict[int, Blocks] = {
        0: (wide(), Paragraph(runs=t("After the first.")), wide(*tables()[:1]), wide(Paragraph(runs=t("Wide words.")))),
        1: lines(ids[-1]),
        middle: (*tables(), Paragraph(runs=t("After the tables.")), *pictures()),
        len(text) - 1: (Paragraph(runs=t("Before the last.")), wide(tables()[0], *pictures()[:1]), wide(tables()[4])),
    }
    for at, body in bodies.items():
        text[at] = text[at].model_copy(update={"blocks": (*body, *(text[at].blocks if at != len(text) - 1 else ()))})
    return give_ids(
        Report(
            pack=pack.ref,
            fields={
                spec.id: FieldValue.model_validate({"text": f"{spec.title} {CHARACTERS}"})
                for spec in pack.single_fields
                if spec.kind == "text"
            }
            | all_relevant(pack),
            repeats={
                repeat.id: tuple(
                    {field: FieldValue.model_validate({"text": f"{field} {CHARACTERS}"}) for field in ("name", "date")}
                    for _ in range(2)
                )
                for repeat in pack.manifest.repeat
                if repeat.id not in ("appendices", "background-papers")
            },
            sections=tuple(text),
            appendices=(Appendix(id="a1", number="1", title=f"Plan {CHARACTERS}", link="https://example.org/?a&b"),),
            background_papers=(BackgroundPaper.model_validate({"title": CHARACTERS}),),
        )
    )
