"""The six layouts, as each council prints them: what stands where, in which style."""

from collections.abc import Callable

from controls import Controls
from elements import Element, el, paragraph, run
from styles import Look
from tabled import implications, timetable

from clerkwell.packs import Manifest

# The City's header table, in twentieths of a point: what the report is, and beside it date, status and purpose.
_WIDE, _NARROW = 6226, 2800


def _cell(width: int, *content: Element) -> Element:
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *content)


def _row(left: list[Element], right: list[Element], heading: bool = False) -> Element:
    properties = el("trPr", el("cantSplit"), el("tblHeader") if heading else None)
    return el("tr", properties, _cell(_WIDE, *left), _cell(_NARROW, *right))


def _details(*rows: Element) -> Element:
    properties = el(
        "tblPr",
        el("tblStyle", val="ReportDetails"),
        el("tblW", w=_WIDE + _NARROW, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=0),
        el("tblCaption", val="Report details"),
        el("tblDescription", val="The committees and dates, the subject, and the questions that every report answers."),
    )
    grid = el("tblGrid", el("gridCol", w=_WIDE), el("gridCol", w=_NARROW))
    return el("tbl", properties, grid, *rows)


def _text(*content: Element) -> list[Element]:
    return [paragraph("CellText", *content)]


def _subject(controls: Controls) -> list[Element]:
    """The subject is the document's title, and so its one Heading 1. It stands in the table, as the City has it."""
    return [paragraph("Heading1", controls.label("subject"), run(" "), controls.value("subject"))]


def _labelled(controls: Controls, field_id: str) -> list[Element]:
    return _text(controls.label(field_id), run(" "), controls.value(field_id))


def _question(controls: Controls, field_id: str) -> Element:
    return _row(_text(controls.label(field_id)), _text(controls.value(field_id)))


def _committee_rows(controls: Controls) -> list[Element]:
    """A heading row, and a row for each committee with its date."""
    names = _text(controls.value("committees.name"), controls.value("committees.purpose"))
    row = _row(names, _text(controls.value("committees.date")))
    return [
        _row(_text(controls.label("committees.name")), _text(controls.label("committees.date")), heading=True),
        controls.repeat("committees", row),
    ]


def _committees_in_one_row(controls: Controls) -> list[Element]:
    """All committees under one label, and all dates under the other."""
    name = paragraph("CellText", controls.value("committees.name"), controls.value("committees.purpose"))
    left = [*_text(controls.label("committees.name")), controls.repeat("committees", name)]
    right = [*_text(controls.label("committees.date")), controls.values("committees.date", "CellText")]
    return [_row(left, right, heading=True)]


def _city_details(controls: Controls, committees: list[Element], questions: list[str]) -> Element:
    return _details(
        *committees,
        _row(_subject(controls), _text(controls.value("public-status"))),
        *[_question(controls, each) for each in questions],
        _row(_labelled(controls, "report-of"), _text(controls.value("purpose"))),
        _row(_labelled(controls, "report-author"), _text()),
    )


def _recommendations(controls: Controls) -> Element:
    stem = paragraph("BodyText", controls.value("recommendation-stem"), keep_next=True)
    return controls.section("recommendations", "Heading2", "Recommendation", stem)


def _city_end(controls: Controls) -> list[Element]:
    return [
        controls.appendices("Heading2", "ListEntry", "BodyText"),
        controls.background_papers("Heading2", "ListEntry", "BodyText"),
        controls.authors("name", "post", "department", "telephone", "email"),
    ]


def city_2017(controls: Controls) -> list[Element]:
    """City of London Corporation, 2017: one main report, no numbers."""
    return [
        _city_details(controls, _committee_rows(controls), []),
        controls.section("summary", "Heading2", "BodyText"),
        _recommendations(controls),
        controls.section("main-report", "Heading2", "BodyText"),
        *_city_end(controls),
    ]


_QUESTIONS = ["outcomes", "spending", "spending-amount", "funding-source", "funding-agreed"]
_IMPLICATIONS = ("strategic", "financial", "resource", "legal", "risk", "equalities", "climate", "security")


def _city_numbered(controls: Controls, details: Element, implication: str | None) -> list[Element]:
    return [
        details,
        controls.section("summary", "Heading2", "BodyText"),
        _recommendations(controls),
        controls.group("main-report", "Heading2"),
        *[
            controls.section(each, "Heading3", "NumberedParagraph")
            for each in ("background", "current-position", "options", "proposals", "key-data")
        ],
        controls.group("implications", "Heading3"),
        *[controls.section(each, implication, "NumberedParagraph") for each in _IMPLICATIONS],
        controls.section("conclusion", "Heading3", "NumberedParagraph"),
        *_city_end(controls),
    ]


def city_2022(controls: Controls) -> list[Element]:
    """City of London Corporation, 2022: each implication runs on from its heading."""
    details = _city_details(controls, _committee_rows(controls), _QUESTIONS)
    return _city_numbered(controls, details, None)


def city_2023(controls: Controls) -> list[Element]:
    """City of London Corporation, 2023: each implication under a heading of its own."""
    details = _city_details(controls, _committees_in_one_row(controls), _QUESTIONS)
    return _city_numbered(controls, details, "Heading4")


def north_somerset(controls: Controls) -> list[Element]:
    """North Somerset Council, report to the Executive: header lines, recommendations first, numbered headings."""
    lines = ("meeting-date", "subject", "town-or-parish", "presenting", "key-decision", "key-decision-reason")
    numbered = (
        "summary", "policy", "details", "consultation", "financial", "legal", "climate", "risk", "equalities",
        "corporate", "options",
    )  # fmt: skip
    return [
        paragraph("Organisation", run(controls.manifest.pack.council)),
        paragraph("Heading1", run("Report to the "), controls.value("committee")),
        *[controls.line(each) for each in lines],
        controls.section("recommendations", "Heading2Unnumbered", "Recommendation"),
        *[controls.section(each, "Heading2", "BodyText") for each in numbered],
        paragraph("AuthorLine", controls.label("author"), run(" "), controls.value("author")),
        controls.appendices("Heading2Unnumbered", "ListEntry", "BodyText"),
        controls.background_papers("Heading2Unnumbered", "ListEntry", "BodyText"),
    ]


def generic(controls: Controls) -> list[Element]:
    """Any English council: lines for what the report says of itself, and the sections in the report's own order."""
    lines = (
        "purpose", "public-status", "exempt-information", "exempt-paragraphs", "report-of", "cabinet-member",
        "report-author", "wards", "key-decision", "key-decision-reason", "reference",
    )  # fmt: skip
    label, text = controls.value("other-details.label", "FieldLabel"), controls.value("other-details.text")
    others = paragraph("FieldText", label, text)
    stem = paragraph("BodyText", controls.value("recommendation-stem"), keep_next=True)
    sections: list[Element] = []
    for spec in controls.manifest.section:
        if spec.id == "recommendations":
            sections.append(controls.section(spec.id, "Heading2", "Recommendation", stem))
        elif spec.id == "appendices":
            sections.append(controls.appendices("Heading2", "ListEntry", "BodyText"))
        elif spec.id == "background-papers":
            sections.append(controls.background_papers("Heading2", "ListEntry", "BodyText"))
        else:
            sections.append(controls.section(spec.id, "Heading2", "BodyText"))
    return [
        paragraph("Organisation", controls.value("council")),
        paragraph("Heading1", controls.value("subject")),
        controls.repeat("committees", controls.line("committees.name"), controls.line("committees.date")),
        *[controls.line(each) for each in lines],
        controls.repeat("other-details", others),
        *sections,
        controls.authors("name", "post", "department", "telephone", "email"),
    ]


def _apart(line: Element) -> Element:
    """A line with room above it, as a table has none below."""
    line[0].append(el("spacing", before=200, after=80))
    return line


def maidstone(controls: Controls) -> list[Element]:
    """Maidstone Borough Council: header lines, and the implications in a table with who signed each off."""
    lines = (
        "purpose", "final-decision-maker", "key-decision", "key-decision-reason", "lead-member", "report-of",
        "report-author", "public-status", "exempt-paragraphs", "wards",
    )  # fmt: skip
    stem = paragraph("BodyText", controls.value("recommendation-stem"), keep_next=True)
    texts = ("background", "options", "reasons", "consultation", "next-steps")
    return [
        paragraph("Organisation", run(controls.manifest.pack.council)),
        paragraph("Heading1", controls.value("subject")),
        timetable(controls),
        _apart(controls.line(lines[0])),
        *[controls.line(each) for each in lines[1:]],
        controls.section("summary", "Heading2", "BodyText"),
        controls.section("recommendations", "Heading2", "Recommendation", stem),
        implications(controls),
        *[controls.section(each, "Heading2", "BodyText") for each in texts],
        controls.appendices("Heading2", "ListEntry", "BodyText"),
        controls.background_papers("Heading2", "ListEntry", "BodyText"),
    ]


Layout = Callable[[Controls], list[Element]]


def layouts() -> dict[str, tuple[Layout, Look]]:
    """Every layout by the id of its pack, with its look."""
    return {
        "city-of-london-2017": (city_2017, Look(title_in_table=True)),
        "city-of-london-2022": (city_2022, Look(numbered_paragraphs=True, title_in_table=True)),
        "city-of-london-2023": (city_2023, Look(numbered_paragraphs=True, bulleted_entries=True, title_in_table=True)),
        "north-somerset-executive-2022": (north_somerset, Look(numbered_headings=True, headings=(36, 26, 24, 24, 24))),
        "maidstone-2022": (maidstone, Look(headings=(36, 28, 24, 24, 24), value_at=4200)),
        "generic-english-council": (generic, Look(headings=(40, 30, 26, 24, 24))),
    }


def logo_stands_right(manifest: Manifest) -> bool:
    """Whether the logo's place is at the right of the first page."""
    return manifest.pack.series == "north-somerset-executive"
