"""A template with everything that Word leaves in one over the years, and the pack that it belongs to."""

from clerkwell.packs import Pack
from helpers.docx_making import R, W, p, pack_of, parts_of, png, prompt, sdt, section, tbl, tc, tr, zipped

OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f"{OFFICE}.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MICROSOFT = "http://schemas.microsoft.com/office"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"

# Words that only the template's makers could have left; none may be in an export.
SECRETS = ("Pat Maker", "pat.maker", "OFFICE-PC-17", "Old subject", "Struck", "Remark", "9C4D5E6F")

_LABEL = "<w:r><w:t>Subject: </w:t></w:r>"
_OBJECT = (
    '<w:p><w:r><w:object w:dxaOrig="100" w:dyaOrig="100"><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' Type="Embed" ProgID="Package" ShapeID="s1" DrawAspect="Icon" ObjectID="_1" r:id="rId31"/></w:object></w:r></w:p>'
)
_CHART = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9000" cy="9000"/><wp:docPr id="7" name="Chart" descr="A chart"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId30"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
_REMARKED = (
    '<w:p w:rsidR="9C4D5E6F" w:rsidRDefault="9C4D5E6F"><w:bookmarkStart w:id="90" w:name="_GoBack"/>'
    '<w:bookmarkEnd w:id="90"/><w:permStart w:id="91" w:ed="pat.maker@example.org"/><w:commentRangeStart w:id="1"/>'
    '<w:r w:rsidRPr="9C4D5E6F"><w:t>Of the council</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r><w:permEnd w:id="91"/></w:p>'
)


def _ended(name: str, fields: str) -> str:
    """One of the lists that a report ends with."""
    return sdt(
        f"section:{name}",
        p(sdt(f"heading:{name}", name), "heading2") + sdt(f"repeat:{name}", p(fields)) + sdt(f"body:{name}", p("x")),
    )


BODY = (
    _REMARKED
    + tbl(tr(tc(p(_LABEL + prompt("field:subject")))))
    + sdt("repeat:committees", p(prompt("field:committees.name")))
    + section("summary")
    + section("background")
    + section("options")
    + section("financial")
    + _ended("appendices", prompt("field:appendices.number") + prompt("field:appendices.title"))
    + _ended("background-papers", prompt("field:background-papers.title"))
    + sdt("", p("The council's own words"))
    + _OBJECT
    + _CHART
)
SECT = (
    '<w:sectPr w:rsidR="9C4D5E6F"><w:headerReference w:type="default" r:id="rId20"/>'
    '<w:headerReference w:type="first" r:id="rId21"/><w:footerReference w:type="default" r:id="rId22"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708"'
    ' w:footer="708" w:gutter="0"/><w:titlePg/><w:printerSettings r:id="rId32"/></w:sectPr>'
)


def furnished() -> Pack:
    """A pack whose template has a part of every kind that Word writes."""
    plain = pack_of(BODY, sect=SECT)
    files = {**parts_of(plain.template), **_PARTS}
    for name in ("word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"):
        more = {"word/_rels/document.xml.rels": _RELATED, "_rels/.rels": _PACKAGE, "[Content_Types].xml": _TYPES}[name]
        head, closing, _ = files[name].decode().rpartition("</")
        files[name] = f"{head}{more}{closing}{files[name].decode().rpartition('</')[2]}".encode()
    return Pack(plain.manifest, {"template.docx": zipped(files)})


def _relation(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>'


def _relations(*each: str) -> bytes:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'.encode()


def _part(root: str, inner: str) -> bytes:
    # Written as no serialiser would write it, so that a part that went through one is seen to have changed.
    names = f"xmlns:w='{W}'  xmlns:r='{R}'"
    return f"<?xml version='1.0' ?>\n<w:{root} {names} >{inner}</w:{root}>\n<!-- kept -->".encode()


def _logo(relation: str) -> str:
    return (
        "<w:p><w:r><w:drawing><wp:inline"
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="3" name="Logo" descr="Logo"/><a:graphic'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip'
        f' r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )


_TITLE = (
    f'<w:sdt><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"'
    f' w:storeItemID="{STORE}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Old subject</w:t></w:r></w:sdtContent>'
    "</w:sdt>"
)
_SETTINGS = (
    f"<w:zoom w:percent='90'/><w:attachedTemplate r:id='rId1'/><w:mailMerge><w:mainDocumentType w:val='letters'/>"
    "<w:dataSource r:id='rId2'/></w:mailMerge><w:defaultTabStop w:val='720'/><w:rsids><w:rsidRoot w:val='9C4D5E6F'/>"
    "</w:rsids><w:docVars><w:docVar w:name='who' w:val='Pat Maker'/><w:docVar w:name='shown' w:val='Kept'/></w:docVars>"
    f"<w14:docId xmlns:w14='{W14}' w14:val='9C4D5E6F'/><w:themeFontLang w:val='en-GB'/>"
)
_PARTS = {
    "word/theme/theme1.xml": b"<a:theme  xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' name='x' />",
    "word/fontTable.xml": _part("fonts", "<w:font w:name='Arial'/>"),
    "word/_rels/fontTable.xml.rels": _relations(_relation("rId1", f"{R}/font", "fonts/font1.odttf")),
    "word/fonts/font1.odttf": bytes(range(256)),
    "word/webSettings.xml": _part("webSettings", "<w:optimizeForBrowser/>"),
    "word/settings.xml": _part("settings", _SETTINGS),
    "word/_rels/settings.xml.rels": _relations(
        _relation("rId1", f"{R}/attachedTemplate", "file:///OFFICE-PC-17/x.dotx").replace(
            "/>", ' TargetMode="External"/>'
        ),
        _relation("rId2", f"{R}/mailMergeSource", "file:///OFFICE-PC-17/x.csv").replace(
            "/>", ' TargetMode="External"/>'
        ),
    ),
    "word/header1.xml": _part("hdr", _logo("rId1") + p(_TITLE)),
    "word/_rels/header1.xml.rels": _relations(_relation("rId1", f"{R}/image", "media/crest.png")),
    "word/header2.xml": _part("hdr", _logo("rId1")),
    "word/_rels/header2.xml.rels": _relations(_relation("rId1", f"{R}/image", "media/crest.png")),
    "word/footer1.xml": _part(
        "ftr", '<w:p><w:fldSimple w:instr=" DOCVARIABLE shown "><w:r><w:t>Kept</w:t></w:r></w:fldSimple></w:p>'
    ),
    "word/footnotes.xml": _part("footnotes", '<w:footnote w:id="1"><w:p/></w:footnote>'),
    "word/media/crest.png": png(3, 3),
    "word/media/prompt.png": png(5, 5),
    "word/comments.xml": _part("comments", '<w:comment w:id="1" w:author="Pat Maker">Remark</w:comment>'),
    "word/people.xml": f"<w15:people xmlns:w15='{W15}'>Pat Maker</w15:people>".encode(),
    "word/charts/chart1.xml": b"<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' />",
    "word/charts/_rels/chart1.xml.rels": _relations(_relation("rId1", f"{R}/package", "../embeddings/sheet1.xlsx")),
    "word/embeddings/sheet1.xlsx": b"PK\x03\x04 not looked into",
    "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0 not looked into",
    "word/printerSettings/printerSettings1.bin": "\\\\OFFICE-PC-17\\Laser".encode("utf-16-le") + b"OFFICE-PC-17",
    "word/glossary/document.xml": _part("glossaryDocument", "<w:docParts/>"),
    "word/glossary/_rels/document.xml.rels": _relations(
        _relation("rId1", f"{R}/settings", "settings.xml"), _relation("rId2", f"{R}/image", "../media/prompt.png")
    ),
    "word/glossary/settings.xml": _part("settings", ""),
    "customXml/item1.xml": b"<item  xmlns='urn:x'/>",
    "customXml/_rels/item1.xml.rels": _relations(_relation("rId1", f"{R}/customXmlProps", "itemProps1.xml")),
    "customXml/itemProps1.xml": b"<ds:datastoreItem xmlns:ds='http://schemas.openxmlformats.org/officeDocument/2006/customXml'/>",
    "docProps/app.xml": (
        b"<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
        b"<Template>OFFICE-PC-17.dotx</Template><Manager>Pat Maker</Manager><Pages>12</Pages><TotalTime>99</TotalTime>"
        b"<Application>Microsoft Office Word</Application></Properties>"
    ),
    "docProps/core.xml": (
        f"<cp:coreProperties xmlns:cp='{PACKAGE}/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<dc:title>Old subject</dc:title><dc:creator>Pat Maker</dc:creator><cp:lastModifiedBy>Pat Maker"
        "</cp:lastModifiedBy><cp:revision>41</cp:revision></cp:coreProperties>"
    ).encode(),
    "docProps/custom.xml": (
        "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'"
        " xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'>"
        + "".join(
            f"<property fmtid='{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}' pid='{pid}' name='{name}'>"
            f"<vt:lpwstr>{value}</vt:lpwstr></property>"
            for pid, name, value in (
                (2, "_AuthorEmail", "pat.maker@example.org"),
                (3, "Kept where", "C:\\OFFICE-PC-17\\x"),
                (4, "Record series", "Committee reports"),
                (5, "MSIP_Label_1_Owner", "pat.maker@example.org"),
            )
        )
        + "</Properties>"
    ).encode(),
    "docProps/thumbnail.jpeg": b"\xff\xd8 Old subject",
    "_xmlsignatures/origin.sigs": b"",
    "_xmlsignatures/_rels/origin.sigs.rels": _relations(
        _relation("rId1", f"{PACKAGE}/relationships/digital-signature/signature", "sig1.xml")
    ),
    "_xmlsignatures/sig1.xml": b"<Signature>Pat Maker</Signature>",
    "docMetadata/LabelInfo.xml": f"<clbl:labelList xmlns:clbl='{MICROSOFT}/2020/mipLabelMetadata'/>".encode(),
}
_RELATED = "".join(
    _relation(number, kind, target)
    for number, kind, target in (
        ("rId10", f"{R}/theme", "theme/theme1.xml"),
        ("rId11", f"{R}/fontTable", "fontTable.xml"),
        ("rId12", f"{R}/webSettings", "webSettings.xml"),
        ("rId13", f"{R}/settings", "settings.xml"),
        ("rId14", f"{R}/comments", "comments.xml"),
        ("rId15", f"{MICROSOFT}/2011/relationships/people", "people.xml"),
        ("rId16", f"{R}/glossaryDocument", "glossary/document.xml"),
        ("rId17", f"{R}/customXml", "../customXml/item1.xml"),
        ("rId18", f"{R}/footnotes", "footnotes.xml"),
        ("rId20", f"{R}/header", "header1.xml"),
        ("rId21", f"{R}/header", "header2.xml"),
        ("rId22", f"{R}/footer", "footer1.xml"),
        ("rId30", f"{R}/chart", "charts/chart1.xml"),
        ("rId31", f"{R}/oleObject", "embeddings/oleObject1.bin"),
        ("rId32", f"{R}/printerSettings", "printerSettings/printerSettings1.bin"),
    )
)
_PACKAGE = "".join(
    _relation(number, kind, target)
    for number, kind, target in (
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
        ("rId4", f"{R}/custom-properties", "docProps/custom.xml"),
        ("rId5", f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
        ("rId6", f"{PACKAGE}/relationships/digital-signature/origin", "_xmlsignatures/origin.sigs"),
        ("rId7", f"{MICROSOFT}/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml"),
    )
)
_TYPES = (
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
    f'<Default Extension="odttf" ContentType="{OFFICE}.obfuscatedFont"/>'
    f'<Default Extension="xlsx" ContentType="{OFFICE}.spreadsheetml.sheet"/>'
    f'<Default Extension="sigs" ContentType="{"application/vnd.openxmlformats-package.digital-signature-origin"}"/>'
    + "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/theme/theme1.xml", f"{OFFICE}.theme+xml"),
            ("word/fontTable.xml", f"{WORD}.fontTable+xml"),
            ("word/webSettings.xml", f"{WORD}.webSettings+xml"),
            ("word/settings.xml", f"{WORD}.settings+xml"),
            ("word/comments.xml", f"{WORD}.comments+xml"),
            ("word/people.xml", f"{WORD}.people+xml"),
            ("word/glossary/document.xml", f"{WORD}.document.glossary+xml"),
            ("word/glossary/settings.xml", f"{WORD}.settings+xml"),
            ("word/footnotes.xml", f"{WORD}.footnotes+xml"),
            ("word/header1.xml", f"{WORD}.header+xml"),
            ("word/header2.xml", f"{WORD}.header+xml"),
            ("word/footer1.xml", f"{WORD}.footer+xml"),
            ("word/charts/chart1.xml", f"{OFFICE}.drawingml.chart+xml"),
            ("word/printerSettings/printerSettings1.bin", f"{WORD}.printerSettings"),
            ("customXml/itemProps1.xml", f"{OFFICE}.customXmlProperties+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", f"{OFFICE}.extended-properties+xml"),
            ("docProps/custom.xml", f"{OFFICE}.custom-properties+xml"),
            ("_xmlsignatures/sig1.xml", "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"),
            ("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml"),
        )
    )
)
