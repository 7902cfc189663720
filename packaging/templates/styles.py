"""The styles of a template: everything a report can hold has one, so that a council changes a look in one place.

Sizes are in half-points and distances in twentieths of a point, as Word keeps them. Body text is sans serif, 12
points and left aligned (GOV.UK, "Publishing accessible documents").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from elements import Element, el
from numbering import BULLETS, HEADINGS, NUMBERS, PARAGRAPHS

FONT = "Arial"


@dataclass(frozen=True)
class Look:
    """What a layout decides for itself; the rest is the same in all."""

    # Whether main paragraphs are numbered: lists stand further in, under the numbered text.
    numbered_paragraphs: bool = False
    numbered_headings: bool = False
    # Half-points of Heading 1, which is the document's title and stands once, to Heading 5.
    headings: tuple[int, int, int, int, int] = (24, 30, 26, 24, 24)
    # Where the title is a line of the table at the head, it looks like the others there.
    title_in_table: bool = False
    # Where the value of a header line begins.
    value_at: int = 3600
    bulleted_entries: bool = False

    @property
    def text_at(self) -> int:
        """Where the text of a main paragraph begins."""
        return 680 if self.numbered_paragraphs else 0


def _spacing(before: int, after: int, line: int | None = None) -> Element:
    return el("spacing", before=before, after=after, line=line, lineRule="auto" if line else None)


def _style(
    kind: str,
    style_id: str,
    shown: str,
    *,
    based_on: str | None = None,
    following: str | None = None,
    link: str | None = None,
    priority: int = 1,
    quick: bool = True,
    default: bool = False,
    custom: bool = False,
    paragraph: Sequence[Element] = (),
    run: Sequence[Element] = (),
    table: Sequence[Element] = (),
) -> Element:
    return el(
        "style",
        el("name", val=shown),
        el("basedOn", val=based_on) if based_on else None,
        el("next", val=following) if following else None,
        el("link", val=link) if link else None,
        el("uiPriority", val=priority),
        el("qFormat") if quick else None,
        el("pPr", *paragraph) if paragraph else None,
        el("rPr", *run) if run else None,
        *table,
        type=kind,
        default=1 if default else None,
        customStyle=1 if custom else None,
        styleId=style_id,
    )


def _numbered(number: int, level: int = 0) -> Element:
    return el("numPr", el("ilvl", val=level) if level else None, el("numId", val=number))


def _fonts() -> Element:
    return el("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _headings(look: Look) -> list[Element]:
    made = []
    for level, size in enumerate(look.headings, 1):
        numbers = [_numbered(HEADINGS)] if look.numbered_headings and level == 2 else []
        plain = level == 1 and look.title_in_table
        # What somebody types in Word behind the heading of a numbered section has a number too.
        following = "NumberedParagraph" if look.numbered_paragraphs and level >= 3 else "BodyText"
        before, after = {1: (60, 60) if plain else (0, 200), 2: (320, 120)}.get(level, (240, 120))
        made.append(
            _style(
                "paragraph", f"Heading{level}", f"heading {level}", based_on="Normal", following=following, priority=9,
                paragraph=[
                    el("keepNext"), el("keepLines"), *numbers, _spacing(before, after),
                    el("outlineLvl", val=level - 1),
                ],
                run=[*([] if plain else [el("b"), el("bCs")]), *([el("i"), el("iCs")] if level == 5 else []),
                     el("sz", val=size), el("szCs", val=size)],
            )
        )  # fmt: skip
    if look.numbered_headings:
        made.append(
            _style(
                "paragraph", "Heading2Unnumbered", "Heading 2 Unnumbered", based_on="Heading2", following="BodyText",
                priority=9, custom=True, paragraph=[_numbered(0), el("ind", left=0, firstLine=0)],
            )
        )  # fmt: skip
    return made


def _lists(look: Look) -> list[Element]:
    made = []
    for stem, shown, number in (("ListBullet", "List Bullet", BULLETS), ("ListNumber", "List Number", NUMBERS)):
        for level in range(3):
            ending = str(level + 1) if level else ""
            made.append(
                _style(
                    "paragraph", stem + ending, f"{shown} {ending}".strip(), based_on="Normal", priority=10,
                    paragraph=[_numbered(number, level), _spacing(40, 60, 264)],
                )
            )  # fmt: skip
    if look.numbered_paragraphs:
        made.append(
            _style(
                "paragraph", "NumberedParagraph", "Numbered Paragraph", based_on="Normal", priority=2, custom=True,
                paragraph=[_numbered(PARAGRAPHS), _spacing(100, 60, 264)],
            )
        )  # fmt: skip
        made.append(
            _style(
                "paragraph", "UnnumberedParagraph", "Unnumbered Paragraph", based_on="BodyText", priority=2,
                custom=True, paragraph=[el("ind", left=look.text_at)],
            )
        )  # fmt: skip
    entry = [_numbered(BULLETS)] if look.bulleted_entries else []
    # In line with the margin, also where the lists of the text stand under numbered paragraphs.
    indent = [el("ind", left=425, hanging=425)] if look.bulleted_entries else []
    made.append(
        _style(
            "paragraph", "ListEntry", "List Entry", based_on="Normal", priority=12, custom=True,
            paragraph=[*entry, _spacing(0, 100, 264), *indent],
        )
    )  # fmt: skip
    return made


def _text(look: Look) -> list[Element]:
    at = look.text_at
    grey = el("color", val="595959")
    return [
        _style(
            "paragraph", "Organisation", "Organisation", based_on="Normal", following="Heading1", priority=8,
            custom=True,
            paragraph=[el("keepNext"), _spacing(0, 60)],
            run=[el("b"), el("bCs"), el("sz", val=28), el("szCs", val=28)],
        ),
        # Half of the space stands before, so that text keeps its distance from a table above it.
        _style("paragraph", "BodyText", "Body Text", based_on="Normal", priority=1,
               paragraph=[_spacing(100, 60, 264)]),
        _style("paragraph", "Recommendation", "Recommendation", based_on="Normal", priority=3, custom=True,
               paragraph=[_spacing(60, 60, 264)]),
        _style("paragraph", "Quote", "Quote", based_on="Normal", following="BodyText", priority=11,
               paragraph=[el("pBdr", el("left", val="single", sz=18, space=10, color="808080")),
                          _spacing(120, 160, 264), el("ind", left=at + 425, right=425)]),
        _style("paragraph", "FieldText", "Field Text", based_on="Normal", priority=20, custom=True,
               paragraph=[el("tabs", el("tab", val="left", pos=look.value_at)), _spacing(40, 80),
                          el("ind", left=look.value_at, hanging=look.value_at)]),
        _style("paragraph", "AuthorLine", "Author Line", based_on="Normal", priority=21, custom=True,
               paragraph=[_spacing(400, 160)]),
        _style("paragraph", "CellText", "Cell Text", based_on="Normal", priority=20, custom=True,
               paragraph=[_spacing(60, 60)]),
        _style("paragraph", "SignOffName", "Sign-off Name", based_on="SignOff", following="SignOff", priority=21,
               custom=True, paragraph=[el("keepNext"), _spacing(400, 20)], run=[el("b"), el("bCs")]),
        _style("paragraph", "SignOff", "Sign-off", based_on="Normal", priority=21, custom=True,
               paragraph=[el("keepLines"), _spacing(0, 20)]),
        _style("paragraph", "TableHeading", "Table Heading", based_on="TableText", priority=15, custom=True,
               paragraph=[el("keepNext")], run=[el("b"), el("bCs")]),
        _style("paragraph", "TableText", "Table Text", based_on="Normal", priority=15, custom=True,
               paragraph=[_spacing(40, 40)]),
        # A table's caption stands above it, a picture's below; both begin at the margin, as what they name does.
        _style("paragraph", "Caption", "caption", based_on="Normal", following="BodyText", priority=14,
               paragraph=[_spacing(160, 80)], run=[el("b"), el("bCs")]),
        _style("paragraph", "Picture", "Picture", based_on="Normal", following="BodyText", priority=14, custom=True,
               paragraph=[_spacing(160, 80)]),
        _style("paragraph", "DraftMark", "Draft Mark", based_on="Header", priority=30, custom=True,
               paragraph=[_spacing(0, 60)],
               run=[el("b"), el("bCs"), el("color", val="A80000"), el("sz", val=28), el("szCs", val=28)]),
        _style("paragraph", "Header", "header", based_on="Normal", priority=99, quick=False,
               paragraph=[el("tabs", el("tab", val="center", pos=4513), el("tab", val="right", pos=9026))]),
        _style("paragraph", "Footer", "footer", based_on="Normal", priority=99, quick=False,
               paragraph=[el("tabs", el("tab", val="center", pos=4513), el("tab", val="right", pos=9026))]),
        _style("paragraph", "Logo", "Logo", based_on="Header", priority=30, custom=True,
               paragraph=[_spacing(0, 120)]),
        _style("paragraph", "FootnoteText", "footnote text", based_on="Normal", link="FootnoteTextChar", priority=99,
               quick=False, paragraph=[_spacing(0, 40)]),
        _style("character", "FootnoteTextChar", "Footnote Text Char", based_on="DefaultParagraphFont",
               link="FootnoteText", priority=99, quick=False, custom=True),
        _style("character", "FootnoteReference", "footnote reference", based_on="DefaultParagraphFont", priority=99,
               quick=False, run=[el("vertAlign", val="superscript")]),
        _style("character", "FieldLabel", "Field Label", based_on="DefaultParagraphFont", priority=20, custom=True,
               run=[el("b"), el("bCs")]),
        _style("character", "PlaceholderText", "Placeholder Text", based_on="DefaultParagraphFont", priority=99,
               quick=False, run=[grey]),
        # Blue and underlined: 8.6 to 1 on white, and not known by its colour alone.
        _style("character", "Hyperlink", "Hyperlink", based_on="DefaultParagraphFont", priority=99, quick=False,
               run=[el("color", val="0B4A9E"), el("u", val="single")]),
        _style("character", "FollowedHyperlink", "FollowedHyperlink", based_on="DefaultParagraphFont", priority=99,
               quick=False, run=[el("color", val="5B2A86"), el("u", val="single")]),
    ]  # fmt: skip


def _borders(tag: str, colour: str, *sides: str) -> Element:
    return el(tag, *[el(side, val="single", sz=4, space=0, color=colour) for side in sides])


_ALL = ("top", "left", "bottom", "right", "insideH", "insideV")


def _margins() -> Element:
    return el(
        "tblCellMar",
        *[el(side, w=width, type="dxa") for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))],
    )


def _tables() -> list[Element]:
    heading = el(
        "tblStylePr",
        el("rPr", el("b"), el("bCs")),
        el("tcPr", el("shd", val="clear", color="auto", fill="E2E2E2")),
        type="firstRow",
    )
    return [
        _style("table", "TableNormal", "Normal Table", priority=99, quick=False, default=True,
               table=[el("tblPr", el("tblInd", w=0, type="dxa"), _margins())]),
        _style("table", "ReportDetails", "Report Details", based_on="TableNormal", priority=40, custom=True,
               table=[el("tblPr", _borders("tblBorders", "000000", *_ALL), _margins())]),
        _style("table", "ReportTable", "Report Table", based_on="TableNormal", priority=40, custom=True,
               table=[el("tblPr", _borders("tblBorders", "7F7F7F", *_ALL), _margins()), heading]),
    ]  # fmt: skip


def styles(look: Look, language: str) -> Element:
    """The part `word/styles.xml`."""
    defaults = el(
        "docDefaults",
        el(
            "rPrDefault",
            el(
                "rPr",
                _fonts(),
                el("sz", val=24),
                el("szCs", val=24),
                el("lang", val=language, eastAsia=language, bidi="ar-SA"),
            ),
        ),
        el("pPrDefault"),
    )
    return el(
        "styles",
        defaults,
        _style("paragraph", "Normal", "Normal", priority=0, default=True, paragraph=[el("jc", val="left")]),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", priority=1, quick=False, default=True),
        *_headings(look),
        *_text(look),
        *_lists(look),
        *_tables(),
        _style("numbering", "NoList", "No List", priority=99, quick=False, default=True),
    )
