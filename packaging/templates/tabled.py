"""Tables that a layout has in its text: the timetable of meetings, and the implications with who signed each off."""

from controls import Controls
from elements import Element, el, paragraph, run

_WIDTH = 9026
_ISSUE, _SIGN_OFF = 2100, 2100


def _cell(width: int, *content: Element) -> Element:
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *content)


def _table(caption: str, about: str, widths: tuple[int, ...], labels: tuple[Element, ...], *rows: Element) -> Element:
    """A table with a row of labels that Word repeats on every page, and what stands below it."""
    properties = el(
        "tblPr",
        el("tblStyle", val="ReportTable"),
        el("tblW", w=_WIDTH, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        el("tblCaption", val=caption),
        el("tblDescription", val=about),
    )
    cells = [_cell(width, paragraph("TableHeading", label)) for width, label in zip(widths, labels, strict=True)]
    header = el("tr", el("trPr", el("cantSplit"), el("tblHeader")), *cells)
    return el("tbl", properties, el("tblGrid", *[el("gridCol", w=width) for width in widths]), header, *rows)


def timetable(controls: Controls) -> Element:
    """A row for each meeting that takes the report, with its day."""
    widths = (_WIDTH - 3000, 3000)
    fields = ("committees.name", "committees.date")
    cells = [
        _cell(width, paragraph("TableText", controls.value(each))) for width, each in zip(widths, fields, strict=True)
    ]
    row = controls.repeat("committees", el("tr", el("trPr", el("cantSplit")), *cells))
    labels = tuple(controls.label(each) for each in fields)
    return _table("Timetable", "The meetings that take this report, and their days.", widths, labels, row)


def implications(controls: Controls) -> Element:
    """The heading, and under it a row for each issue: what it comes to, and who signed it off.

    Each section has a row of its own, so that whoever opens the template in Word sees the table as it will be.
    """
    manifest = controls.manifest
    group = next(spec for spec in manifest.group if spec.id == "implications")
    widths = (_ISSUE, _WIDTH - _ISSUE - _SIGN_OFF, _SIGN_OFF)
    rows = [_issue(controls, spec.id, widths) for spec in manifest.section if spec.group == group.id]
    labels = tuple(run(each) for each in ("Issue", "Implications", "Sign-off"))
    about = "For each issue, what the proposal means for it, and who signed that off."
    table = _table(group.title, about, widths, labels, *rows)
    return controls.around_group(group.id, paragraph("Heading2", run(group.title)), table)


def _issue(controls: Controls, section_id: str, widths: tuple[int, int, int]) -> Element:
    """A row: the issue is bold by a character style, as a paragraph that is kept with the next would hold the table on
    one page."""
    issue, text = controls.heading_and_text(section_id, "FieldLabel", "TableText")
    row = el(
        "tr",
        el("trPr", el("cantSplit")),
        _cell(widths[0], paragraph("TableText", issue)),
        _cell(widths[1], text),
        _cell(widths[2], paragraph("TableText", controls.value(f"{section_id}-sign-off"))),
    )
    return controls.around_section(section_id, row)
