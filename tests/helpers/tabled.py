"""A council that sets its report in tables: outcomes, recommendations, implications, consultation log, appendices."""

from clerkwell.model import (
    Appendix,
    Blocks,
    Consultation,
    FieldValue,
    Footnote,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    Table,
    Text,
    give_ids,
)
from clerkwell.model.blocks import Cell
from clerkwell.packs import Pack, understand
from clerkwell.word.writer import write_document
from helpers.building import blocks
from helpers.docx_making import ROLES, body_of, p, pack_of, plain, png, sdt, section, tc, tr
from helpers.independent import paragraphs_of

MANIFEST = """
[pack]
id = "tabled-council"
series = "tabled-council"
version = "1.0.0"
effective_from = 2020-01-01
nation = "england"
council = "Tabled Council"
title = "Tabled report"
numbering = "paragraphs"

[[repeat]]
id = "committees"
title = "Committees"
singular = "committee"

[[field]]
id = "committees.name"
title = "Committee"

[[field]]
id = "subject"
title = "Subject"

[[field]]
id = "outcomes"
title = "Outcomes"
kind = "choices"
vocab = "outcomes"

[[field]]
id = "financial-sign-off"
title = "Signed off by"

[[field]]
id = "legal-sign-off"
title = "Signed off by"

[[field]]
id = "equalities-sign-off"
title = "Signed off by"

[[group]]
id = "implications"
title = "Implications"

[[section]]
id = "recommendations"
title = "Recommendations"

[[section]]
id = "background"
title = "Background"
numbered = true

[[section]]
id = "financial"
title = "Financial"
group = "implications"
heading = "run-in"

[[section]]
id = "legal"
title = "Legal"
group = "implications"

[[section]]
id = "equalities"
title = "Equalities"
group = "implications"

[[section]]
id = "appendices"
title = "Appendices"
kind = "appendices"

[vocab.outcomes]
entries = [{ name = "Safe streets", aliases = ["Outcome 1"] }, { name = "Clean air" }, { name = "Good homes" }]
""" + ROLES.replace("[roles]", '[roles]\nbullet = "List Bullet"')

IMPLICATIONS = ("financial", "legal", "equalities")
HEADER_ROW = "<w:trPr><w:tblHeader/></w:trPr>"


def header_row(*labels: str) -> str:
    """A row of labels that Word repeats on each page."""
    cells = "".join(tc(p(label)) for label in labels)
    return f"<w:tr>{HEADER_ROW}{cells}</w:tr>"


def table(columns: int, *rows: str) -> str:
    """A table of so many columns."""
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def inline(tag: str) -> str:
    """A paragraph with one control in it."""
    return p(sdt(tag, "x"))


def outcomes() -> str:
    """A bullet for each outcome, under a label that goes with them."""
    return sdt(
        "group:outcomes", p("Outcomes:") + sdt("repeat:outcomes", p(sdt("field:outcomes.name", "x"), "ListBullet"))
    )


def recommendations(*, numbered: bool = True, body: bool = True) -> str:
    """A row for each recommendation; without `numbered`, no column for its number; without `body`, no other place."""
    row = tr(
        *([tc(inline("field:recommendations.number"))] if numbered else []), tc(inline("field:recommendations.text"))
    )
    labels = ("No.", "Recommendation") if numbered else ("Recommendation",)
    grid = table(len(labels), header_row(*labels), sdt("repeat:recommendations", row))
    text = sdt("body:recommendations", p("x")) if body else ""
    return sdt(
        "section:recommendations", p(sdt("heading:recommendations", "Recommendations"), "heading2") + text + grid
    )


def implications(*, short: bool) -> str:
    """The table of Issue, Implications and Sign-off: a row for each section, or one for all of them."""
    if short:
        rows = [
            sdt(
                "repeat:implications",
                tr(
                    tc(inline("field:implications.issue")),
                    tc(inline("field:implications.text")),
                    tc(inline("field:implications.sign-off")),
                ),
            )
        ]
    else:
        rows = [
            sdt(
                f"section:{each}",
                tr(
                    sdt(f"heading:{each}", tc(p(each.capitalize()))),
                    sdt(f"body:{each}", tc(p("x"))) if each == "legal" else tc(sdt(f"body:{each}", p("x"))),
                    tc(inline(f"field:{each}-sign-off")),
                ),
            )
            for each in IMPLICATIONS
        ]
    grid = table(3, header_row("Issue", "Implications", "Sign-off"), *rows)
    return sdt("group:implications", p("Implications", "heading2") + grid)


def consultations() -> str:
    """The consultation log, with a heading that goes with it."""
    names = ("who", "part", "asked", "answered", "answer")
    row = sdt("repeat:consultations", tr(*[tc(inline(f"field:consultations.{each}")) for each in names]))
    return sdt(
        "group:consultations", p("Consultation", "heading2") + table(5, header_row(*map(str.capitalize, names)), row)
    )


def appendices() -> str:
    """The list of appendices."""
    line = p(
        "<w:r><w:t>Appendix </w:t></w:r>" + sdt("field:appendices.number", "1") + sdt("field:appendices.title", "x")
    )
    return sdt(
        "section:appendices",
        p(sdt("heading:appendices", "Appendices"), "heading2")
        + sdt("repeat:appendices", line)
        + sdt("body:appendices", p("x")),
    )


def template(*, short: bool = False, log: bool = True) -> str:
    """The body of the whole template."""
    return (
        p(sdt("field:subject", "x"), "heading1")
        + sdt("repeat:committees", inline("field:committees.name"))
        + outcomes()
        + recommendations()
        + section("background")
        + implications(short=short)
        + (consultations() if log else "")
        + appendices()
        + p("Sign-off")
    )


def tabled_pack(body: str = "", **how: bool) -> Pack:
    """The pack, with this body or the whole template."""
    return pack_of(body or template(**how), MANIFEST)


def text(*words: str | Text | Reference | Footnote) -> tuple[Text | Reference | Footnote, ...]:
    """Runs; a plain string is a run without a look."""
    return tuple(Text(text=each) if isinstance(each, str) else each for each in words)


def tabled_report(pack: Pack) -> Report:
    """A report that fills every place."""
    outcome = pack.field("outcomes")
    assert outcome is not None
    return give_ids(
        Report(
            pack=pack.ref,
            fields={
                "subject": FieldValue(text="Renewing the play area"),
                "outcomes": understand(outcome, "Outcome 1\nGood homes", pack),
                "financial-sign-off": FieldValue(text="Sam Sample, Finance"),
                "legal-sign-off": FieldValue(text="Alex Example, Legal"),
            },
            repeats={"committees": ({"name": FieldValue(text="Parks")}, {"name": FieldValue(text="Finance")})},
            sections=(
                Section(
                    id="recommendations",
                    blocks=(
                        Paragraph(runs=text("Members are asked to:")),
                        ListItem(
                            id="approve",
                            ordered=True,
                            runs=text(
                                "approve the ",
                                Text(text="design", bold=True),
                                " in ",
                                Reference(to="appendix", target="plan"),
                                Footnote(runs=(Text(text="Drawn in spring."),)),
                                " and:",
                            ),
                        ),
                        ListItem(ordered=True, level=1, runs=text("its cost")),
                        ListItem(ordered=True, level=1, runs=text("its dates")),
                        ListItem(
                            ordered=True,
                            runs=text("note the ", Text(text="survey", link="https://example.org/survey"), "; and"),
                        ),
                        ListItem(ordered=True, runs=text("thank the volunteers.")),
                        Paragraph(runs=text("Each can be taken alone.")),
                    ),
                ),
                Section(
                    id="background",
                    blocks=(
                        Paragraph(runs=text("See ", Reference(to="paragraph", target="approve"), " above.")),
                        Paragraph(runs=text("The costs are in ", Reference(to="table", target="costs"), ".")),
                    ),
                ),
                Section(
                    id="financial",
                    blocks=(
                        Paragraph(runs=text("It costs £40,000.")),
                        ListItem(runs=text("£30,000 this year")),
                        ListItem(runs=text("£10,000 next year")),
                    ),
                ),
                Section(id="legal", blocks=(Paragraph(runs=text("The council may do so.")),)),
                Section(id="equalities", blocks=(Paragraph(runs=text("Considered: paths without steps.")),)),
            ),
            appendices=(
                Appendix(
                    id="plan",
                    number="1",
                    title="The design",
                    blocks=(
                        Paragraph(runs=text("What is built, for ", Reference(to="paragraph", target="approve"), ".")),
                        costs(),
                    ),
                ),
                Appendix(id="survey", number="2", title="The survey", link="https://example.org/survey"),
            ),
            consultations=(
                Consultation(
                    who="Friends of the park", part="financial", asked="1 May", answered="8 May", answer="Content."
                ),
                Consultation(who="Schools", part="the whole report", asked="2 May"),
            ),
        )
    )


def costs() -> Table:
    """A small table that is pointed at."""
    rows = (("Item", "Cost"), ("Swings", "£9,000"))
    return Table(
        id="costs",
        caption="Costs",
        rows=tuple(tuple(Cell(paragraphs=(text(each),)) for each in row) for row in rows),
    )


def written(pack: Pack, report: Report, *, draft: bool = False) -> str:
    """The body of the document."""
    return plain(body_of(write_document(report, pack, draft=draft)))


def lines(pack: Pack, report: Report) -> list[str]:
    """The paragraphs of the final document, without the one that the body has to end with behind a table."""
    found = paragraphs_of(write_document(report, pack, draft=False, attachments={"plan.png": png()}))
    return found[:-1] if found[-1] == "" else found


def told(pack: Pack, **sections: str | Blocks) -> Report:
    """A report with these sections, written as `blocks` takes them or as blocks."""
    made = [
        Section(id=name, blocks=blocks(content) if isinstance(content, str) else content)
        for name, content in sections.items()
    ]
    return give_ids(Report(pack=pack.ref, sections=tuple(made)))
