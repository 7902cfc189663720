"""Reports as councils set them in Word, each with something that an import has to understand. All of them invented."""

from collections.abc import Mapping

from helpers.docx_making import STYLES, R, docx, p, parts_of, png, sdt, tbl, tc, tr, zipped

_LONG = (
    "The footbridge at Mill Lane has been closed since the flood of last winter, and people who live on the far side "
    "walk for twenty minutes to reach the school, the surgery and the shops."
)
_COST = "The repair would cost £48,000, which the bridges budget can meet in full during the present year."
_LAW = "The council is the highway authority and has a duty to maintain the footbridge for all who use it on foot."


_CONTENTS_STYLE = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'


def _r(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _bold(words: str) -> str:
    return p(_r(words, "<w:b/>"))


def _heading(words: str) -> str:
    return p(words, "heading2")


def _numbered(words: str, number: int, level: int = 0) -> str:
    return p(words, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def _span(columns: int, *content: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{"".join(content)}</w:tc>'


def _down(first: bool, *content: str) -> str:
    mark = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{mark}</w:tcPr>{''.join(content) or '<w:p/>'}</w:tc>"


def _labelled(*pairs: tuple[str, str]) -> str:
    return tbl(*(tr(tc(_bold(label)), tc(p(value))) for label, value in pairs))


_HEAD = _labelled(
    ("Report to:", "Highways Committee"),
    ("Date of meeting:", "14 May 2024"),
    ("Title:", "Reopening the Mill Lane footbridge"),
    ("Report author:", "Morgan Sample, Bridges Engineer"),
)
_BODY = (
    _heading("Summary")
    + p(_LONG)
    + _heading("Recommendations")
    + p("That the repair is approved.")
    + _heading("Financial implications")
    + p(_COST)
)


def _control_head() -> str:
    """A header in controls of the four shapes, with titles for labels."""
    block = sdt("Title", p("Reopening the Mill Lane footbridge"))
    committee = p('<w:r><w:t xml:space="preserve">Report to: </w:t></w:r>' + sdt("Committee", "Highways Committee"))
    row = sdt("DateRow", tr(tc(p("Date of meeting:")), tc(p("14 May 2024"))))
    cell = tr(tc(p("Report author:")), sdt("Author", tc(p("Morgan Sample"))))
    return block + committee + tbl(row, cell, columns=2)


def _box(*paragraphs: str) -> str:
    shape = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice'
        ' Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing>'
        '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0"'
        ' distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1"'
        ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionV><wp:extent cx="2000000" cy="800000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="9"'
        ' name="Box"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    )
    return p(f"<w:r>{shape.format(''.join(paragraphs))}</w:r>")


def _picture(alt: str) -> str:
    return p(
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:extent cx="90000" cy="90000"/><wp:docPr id="7" name="Map" descr="{alt}"/><a:graphic'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdMap"/></pic:blipFill><pic:spPr><a:xfrm><a:off'
        ' x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _with_map(document: bytes) -> bytes:
    files = parts_of(document)
    related = f'<Relationship Id="rIdMap" Type="{R}/image" Target="media/map.png"/></Relationships>'
    rels = files["word/_rels/document.xml.rels"].decode().replace("</Relationships>", related)
    types = (
        files["[Content_Types].xml"]
        .decode()
        .replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    )
    return zipped(
        {
            **files,
            "word/_rels/document.xml.rels": rels.encode(),
            "[Content_Types].xml": types.encode(),
            "word/media/map.png": png(),
        }
    )


def _noted(words: str, kind: str) -> str:
    return p(_r(words) + f'<w:r><w:{kind}Reference w:id="2"/></w:r>' + _r(" and so on."))


_NOTE = '<w:{0} w:id="2"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>'


def _changed() -> str:
    who = 'w:author="Alex Example" w:date="2024-04-02T09:00:00Z"'
    return p(
        _r("The repair costs ")
        + f'<w:del w:id="50" {who}><w:r><w:delText xml:space="preserve">fifty </w:delText></w:r></w:del>'
        + f'<w:ins w:id="51" {who}>{_r("forty-eight")}</w:ins>'
        + _r(" thousand pounds.")
    )


def _ticked() -> str:
    return tr(tc(p("Key decision:")), tc(p("☒ Yes ☐ No")))


def _prompting() -> str:
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="Wards"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        + p("Click or tap here to enter wards.")
        + "</w:sdtContent></w:sdt>"
    )


def _landscape() -> str:
    page = '<w:pPr><w:sectPr><w:pgSz w:w="{}" w:h="{}"{}/></w:sectPr></w:pPr>'
    upright, turned = page.format(11906, 16838, ""), page.format(16838, 11906, ' w:orient="landscape"')
    table = tbl(tr(tc(p("Year")), tc(p("Crossings"))), tr(tc(p("2022")), tc(p("41,000"))))
    return f"<w:p>{upright}</w:p>{table}<w:p>{turned}</w:p>"


def layouts() -> Mapping[str, bytes]:
    """The documents by what is special in each."""
    data = tbl(
        tr(tc(_bold("Year")), tc(_bold("Crossings")), tc(_bold("Condition"))),
        tr(tc(p("2022")), tc(p("41,000")), tc(p("Amber"))),
        tr(tc(p("2023")), tc(p("39,500")), tc(p("Red"))),
    )
    merged = tbl(
        tr(tc(p("Place")), _span(2, p("Crossings by year"))),
        tr(_down(True, p("Mill Lane")), tc(p("2022")), tc(p("41,000"))),
        tr(_down(False), tc(p("2023")), tc(p("39,500"))),
        columns=3,
    )
    typed = "".join(
        [
            _bold("1. Purpose of report"),
            p(f"1.1 {_LONG}"),
            p("1.2 It asks for a decision."),
            _bold("2. Recommendations"),
            p("2.1 That the repair is approved."),
            _bold("3. Legal implications"),
            p(f"3.1 {_LAW}"),
        ]
    )
    counted = "".join(
        [
            _heading("Background"),
            _numbered(_LONG, 3),
            _numbered("It was built for two reasons:", 3),
            _numbered("to reach the school", 2),
            _numbered("to reach the shops:", 2),
            _numbered("the baker", 2, 1),
            _numbered("It is still needed.", 3),
            _heading("Legal implications"),
            _numbered(_LAW, 3),
            _numbered("The steps would be these:", 3),
            _numbered("ask for tenders", 3, 1),
            _numbered("choose a builder", 3, 1),
        ]
    )
    return {
        "header table": docx(_HEAD + _BODY),
        "merged header": docx(
            tbl(
                tr(_down(True, _bold("Report to:")), tc(p("Highways Committee")), tc(p("14 May 2024"))),
                tr(_down(False), tc(p("Cabinet")), tc(p("21 May 2024"))),
                tr(tc(_bold("Title:")), _span(2, p("Reopening the Mill Lane footbridge"))),
                columns=3,
            )
            + _BODY
        ),
        "header in a table's cell": docx(tbl(tr(tc(p("Example Borough Council"), _HEAD + "<w:p/>"))) + _BODY),
        "header lines": docx(
            p("Example Borough Council")
            + p(_r("Report to:") + "<w:r><w:tab/></w:r>" + _r("Highways Committee"))
            + p(_r("Date of meeting:") + "<w:r><w:tab/></w:r>" + _r("14 May 2024"))
            + p("Title: Reopening the Mill Lane footbridge")
            + _BODY
        ),
        "header lines in one paragraph": docx(
            p(
                "<w:r><w:t>Report to: Highways Committee</w:t><w:br/><w:t>Date of meeting: 14 May 2024</w:t><w:br/>"
                "<w:t>Title: Reopening the Mill Lane footbridge</w:t></w:r>"
            )
            + _BODY
        ),
        "headings in bold": docx(
            _HEAD
            + _bold("Summary")
            + p(_LONG)
            + _bold("Recommendations")
            + p("That the repair is approved.")
            + _bold("Repairs so far")
            + p(_LAW)
            + _bold("Financial implications")
            + p(_COST)
        ),
        "typed numbers": docx(_HEAD + typed),
        "counted by Word": docx(_HEAD + _BODY + counted),
        "tables": docx(_HEAD + _BODY + _heading("Background") + p("Table 1: Crossings") + data + p("After.") + merged),
        "boxes of text": docx(_HEAD + _BODY + _heading("Background") + p(_LONG) + _box(p("Did you know?"), p(_LAW))),
        "a box round recommendations": docx(
            _HEAD
            + _heading("Summary")
            + p(_LONG)
            + tbl(tr(tc(_heading("Recommendations"), p("That the repair is approved."), p("That work begins in May."))))
            + _heading("Financial implications")
            + p(_COST)
        ),
        "numbers in a column": docx(
            _HEAD
            + _heading("Summary")
            + p(_LONG)
            + _heading("Background")
            + tbl(
                *(tr(tc(p(number)), tc(p(words))) for number, words in (("4.1", _LONG), ("4.2", _LAW), ("4.3", _COST)))
            )
        ),
        "implications in a table": docx(
            _HEAD
            + _BODY.replace("Financial implications", "Background")
            + tbl(
                *(
                    tr(tc(_bold(name)), tc(p(words)))
                    for name, words in (
                        ("Financial implications", _COST),
                        ("Legal implications", _LAW),
                        ("Risk management", _LONG),
                    )
                )
            )
        ),
        "controls": docx(_control_head() + _BODY),
        "prompts and boxes to tick": docx(_HEAD + tbl(_ticked(), columns=2) + _prompting() + _BODY),
        "footnotes": docx(
            _HEAD + _BODY + _heading("Background") + _noted("The bridge was built in 1911 ", "footnote"),
            {"footnotes.xml": _NOTE.format("footnote", "By the parish.")},
        ),
        "endnotes": docx(
            _HEAD + _BODY + _heading("Background") + _noted("The bridge was built in 1911 ", "endnote"),
            {"endnotes.xml": _NOTE.format("endnote", "By the parish.")},
        ),
        "pictures": _with_map(
            docx(
                _HEAD
                + _BODY
                + _heading("Background")
                + p(_LONG)
                + _picture("Map of Mill Lane")
                + p("Figure 1: The lane")
            )
        ),
        "tracked changes": docx(_HEAD + _BODY + _heading("Background") + _changed()),
        "a list of contents": docx(
            _HEAD
            + "".join(
                p(f"{_r(name)}<w:r><w:tab/></w:r>{_r(page)}", "TOC1")
                for name, page in (("Summary", "2"), ("Recommendations", "3"))
            )
            + _heading("Summary")
            + p(_LONG)
            + _heading("Recommendations")
            + p("That the repair is approved."),
            styles=STYLES + _CONTENTS_STYLE,
        ),
        "a page on its side": docx(_HEAD + _BODY + _heading("Background") + p(_LONG) + _landscape() + p(_LAW)),
        "appendices in the document": docx(
            _HEAD
            + _BODY
            + _heading("Appendices")
            + p("Appendix 1 – The plan")
            + p("Appendix 2 – The survey")
            + p("Appendix 1 – The plan", "heading2", "<w:pageBreakBefore/>")
            + p(_LONG)
            + p("Appendix 2 – The survey", "heading2", "<w:pageBreakBefore/>")
            + p(_LAW)
            + data
        ),
        "contacts in a table": docx(
            _HEAD.replace("Report author:", "Wards affected:")
            + _BODY
            + tbl(
                tr(tc(p("Morgan Sample")), tc(p("Bridges Engineer"))),
                tr(tc(p("Telephone:")), tc(p("01632 960123"))),
                tr(tc(p("Email:")), tc(p("morgan.sample@example.org"))),
            )
        ),
    }
