"""One invented report, written from nothing through the window in the City's layout of 2023, and what it must become.

Both journeys (by keyboard, by mouse) write the same words; what they export is held against this page.
"""

from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from clerkwell.model import Report


@dataclass(frozen=True)
class Committee:
    """A committee, the letters that find it in the list, and the day of its meeting."""

    name: str
    found_by: str
    day: str


PACK = "Committee report (2023)"
COMMITTEES = (
    Committee("Planning and Transportation Committee", "planning", "14/03/2028"),
    Committee("Education Board", "education b", "21/03/2028"),
)
PURPOSE = "For Information"
SUBJECT = "Reading rooms in the Example Street libraries"
OUTCOME = "Flourishing Public Spaces"
REPORT_OF = "Alex Example, Executive Director of Example Services"
AUTHOR = "Sam Sample"
POST = "Head of Example Services"
TELEPHONE = "020 7946 0123"
EMAIL = "sam.sample@example.org"

# The slip is put right from the list of problems.
SUMMARY_TYPED = "The reading rooms are well used. This report gives the figures of their first year for both libaries."
SUMMARY = SUMMARY_TYPED.replace("libaries", "libraries")
RECOMMENDATION = "Note the report."
BACKGROUND = ("The reading rooms opened in May 2026. They are used by:", "- schools;", "- reading groups.")
POSITION = "Visits have grown since then, as Table 1 shows. The rooms are full on most Saturdays; see Appendix 1."
CAPTION = "Visits to the reading rooms"
CELLS = (("Room", "2026", "2027"), ("Example Street", "310", "420"), ("Sample Lane", "120", "180"))
WORDING = "These have been considered. There are none, because "
REASON = "the rooms are paid for from budgets already agreed."
NIL = "N/A"
ANSWERS = {
    "resource": "No more staff are needed: those of the libraries look after the rooms.",
    "risk": "There is a risk of damage to books, which is low and is borne by the libraries.",
    "equalities": "Both rooms can be reached without steps. A test of equality impact was made in May 2026.",
    "climate": "Heating and light follow the opening hours of the libraries.",
    "security": "The rooms are locked at closing time, and nobody is left alone in them.",
}
LEGAL_REASON = "nothing is changed that the law speaks of."
CONCLUSION = "The rooms do what they were opened for. A second report follows in a year."
APPENDIX = "Counts of visits"
SET_ASIDE = "Legal have seen it and are content."


def attachment(folder: Path) -> Path:
    """The file that is attached as the appendix."""
    path = folder / "visits.csv"
    path.write_text("Room,2026,2027\nExample Street,310,420\nSample Lane,120,180\n")
    return path


def hold_against(report: Report, document: Path) -> None:
    """Fail where the report, or the Word document made of it, is not what the officer meant to write."""
    _hold_report(report)
    word = Document(str(document))
    _hold_header(word)
    _hold_words(word)
    _hold_structure(word)
    beside = [path.name for path in document.parent.iterdir() if path.suffix == ".csv" and path.stem != "visits"]
    assert len(beside) == 1, f"the appendix lies beside the document: {beside}"
    assert APPENDIX in beside[0]


def _hold_report(report: Report) -> None:
    for row, each in enumerate(COMMITTEES):
        assert report.field("committees.name", row).value == each.name
        assert report.field("committees.purpose", row).value == PURPOSE
        day, month, year = each.day.split("/")
        assert report.field("committees.date", row).value == f"{year}-{month}-{day}"
    assert report.field("public-status").text == "Public"
    assert [waiver.reason for waiver in report.waivers] == [SET_ASIDE]
    assert [(each.number, each.title, each.attachment) for each in report.appendices] == [("1", APPENDIX, "visits.csv")]


def _hold_header(word: Word) -> None:
    header = " | ".join(" ".join(line.split()) for line in _lines(next(word.element.body.iter(qn("w:tbl")))))
    for wanted in (
        *(f"{each.name} – {PURPOSE}" for each in COMMITTEES),
        *(each.day for each in COMMITTEES),
        f"Subject: {SUBJECT}",
        "Public",
        OUTCOME,
        "capital spending? | No | If so, how much? | N/A | What is the source of Funding? | N/A",
        f"Report of: {REPORT_OF} | {PURPOSE}",
        f"Report author: {AUTHOR}, {POST}",
    ):
        assert wanted in header, f"{wanted!r} is not in {header!r}"


def _hold_words(word: Word) -> None:
    wanted = (
        "Summary", SUMMARY, "Recommendation", "Members are asked to:", RECOMMENDATION, "Main Report",
        "Background", *(line.removeprefix("- ") for line in BACKGROUND), "Current Position", POSITION,
        "Corporate & Strategic Implications", "Financial implications:", WORDING + REASON,
        "Resource implications:", ANSWERS["resource"], "Legal implications:", NIL,
        "Risk implications:", ANSWERS["risk"], "Equalities implications:", ANSWERS["equalities"],
        "Climate implications:", ANSWERS["climate"], "Security implications:", ANSWERS["security"],
        "Conclusion", CONCLUSION, "Appendices", f"Appendix 1 – {APPENDIX}", "Background Papers", "None.",
        AUTHOR, POST, f"T: {TELEPHONE}", f"E: {EMAIL}",
    )  # fmt: skip
    lines = [paragraph.text.strip() for paragraph in word.paragraphs]
    at = 0
    for each in wanted:
        assert each in lines[at:], f"{each!r} does not come in its place; the document says {lines}"
        at = lines.index(each, at) + 1
    assert not {"Options", "Proposals", "Key Data", "Strategic implications:"} & set(lines), "what nobody wrote is out"


def _hold_structure(word: Word) -> None:
    body = word.element.body
    assert not list(body.iter(qn("w:sdt"))), "a final has no content controls"
    assert len(word.tables) == 2
    assert tuple(tuple(cell.text for cell in row.cells) for row in word.tables[1].rows) == CELLS
    first = next(list(body.iter(qn("w:tbl")))[1].iter(qn("w:tr")))
    assert first.find(f".//{qn('w:tblHeader')}") is not None, "its first row is a heading row"
    styles = {paragraph.text.strip(): paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert [styles[line.removeprefix("- ")] for line in BACKGROUND] == ["Numbered Paragraph", *["List Bullet"] * 2]
    assert any(CAPTION in text and style == "Caption" for text, style in styles.items())


def _lines(table: BaseOxmlElement) -> list[str]:
    return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in table.iter(qn("w:p"))]
