"""A Word document that everybody can read, as XML in short lines, and the same with one thing changed."""

from collections.abc import Mapping, Sequence

from clerkwell.model import Problem
from clerkwell.word.accessibility import check_document
from helpers.docx_making import R, W, png, zipped

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
TITLE = "<dc:title>Trees in Example Street</dc:title>"
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"><a:themeElements><a:clrScheme'
    ' name="T"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window"'
    ' lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent4><a:srgbClr val="FFC000"/>'
    '</a:accent4></a:clrScheme><a:fontScheme name="T"><a:majorFont><a:latin typeface="Arial"/>'
    "</a:majorFont><a:minorFont>"
    '<a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
SECT = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h1"/>'
    '<w:footerReference w:type="default" r:id="f1"/></w:sectPr>'
)
GRID = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
    '<w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>'
)


def style(style_id: str, name: str, inner: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """A style."""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{first} w:styleId="{style_id}"><w:name w:val="{name}"/>{inner}</w:style>'


STYLES = "".join(
    (
        style("Normal", "Normal", default=True),
        *(
            style(
                f"Heading{level}",
                f"heading {level}",
                f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>',
            )
            for level in (1, 2, 3)
        ),
        style("Caption", "caption", "<w:rPr><w:b/></w:rPr>"),
        style("TOC1", "toc 1"),
        style("Bullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="0B4A9E"/><w:u w:val="single"/></w:rPr>', "character"),
        style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", "character"),
        GRID,
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText'
    ' w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def run(text: str, looks: str = "") -> str:
    """A run with these properties."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str = "", style_id: str = "", more: str = "") -> str:
    """A paragraph; `inner` is XML, or plain words."""
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    words = inner if not inner or inner.startswith("<") else run(inner)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{words}</w:p>"


def cell(inner: str = "", more: str = "") -> str:
    """A cell; `inner` is XML, or plain words."""
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{inner if inner.startswith('<') else para(inner)}</w:tc>"


def row(*cells: str, header: bool = False, more: str = "") -> str:
    """A row of cells; plain words become one."""
    made = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}{more}</w:trPr>{made}</w:tr>"


def table(*rows: str, look: str = "") -> str:
    """A table; a paragraph follows it, as Word has it."""
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


GOOD_TABLE = table(row("Tree", "Height", header=True), row("Oak", "9 m"))


def drawing(
    about: str, where: str = "inline", inner: str = "", picture: bool = True, embed: str = 'r:embed="p1"'
) -> str:
    """A drawing in a paragraph of its own; `about` are the attributes of its properties, `inner` stands in them."""
    graphic = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f"<a:blip {embed}/></pic:blipFill></pic:pic></a:graphicData>"
        if picture
        else '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    )
    return (
        f'<w:p><w:r><w:drawing><wp:{where}><wp:docPr id="1" name="Picture 1" {about}>{inner}</wp:docPr>'
        f"<a:graphic>{graphic}"
        f"</a:graphic></wp:{where}></w:drawing></w:r></w:p>"
    )


def text_box(words: str, where: str = "anchor", fill: str = "") -> str:
    """A paragraph with a text box."""
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:{where}>'
        '<wp:docPr id="2" name="Text Box 2"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        ""
        ""
        f"<wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:{where}></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def link(words: str, target: str = "l1") -> str:
    """A paragraph with a link; the relations l1 and l2 lead to pages."""
    inner = run(words, '<w:rStyle w:val="Hyperlink"/>') if words else ""
    return f'<w:p>{run("See ")}<w:hyperlink r:id="{target}">{inner}</w:hyperlink>{run(" for more.")}</w:p>'


def field(code: str, result: str) -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        f'<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(inner: str, properties: str = "") -> str:
    """A content control round XML, or round plain words."""
    words = inner if inner.startswith("<") else run(inner)
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"


OPENING = para("Trees in Example Street", "Heading1") + para("The council looks after the trees of the street.")


def document(
    body: str = "",
    *,
    opening: str = OPENING,
    styles: str = DEFAULTS + STYLES,
    core: str = TITLE,
    settings: str = "",
    header: str = "<w:p/>",
    footer: str = "<w:p/>",
    sect: str = SECT,
    background: str = "",
    parts: Mapping[str, str] | None = None,
    relations: Sequence[tuple[str, str, str]] = (),
) -> bytes:
    """The document with this in its body; `parts` are further ones by name, `relations` further (id, kind, target)."""
    named = {
        "styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        "settings.xml": f"<w:settings {SPACES}>{settings}</w:settings>",
        "header1.xml": f"<w:hdr {SPACES}>{header}</w:hdr>",
        "footer1.xml": f"<w:ftr {SPACES}>{footer}</w:ftr>",
        "theme/theme1.xml": THEME,
        **(parts or {}),
    }
    kinds = [
        ("s1", "styles", "styles.xml"), ("n1", "numbering", "numbering.xml"), ("t1", "settings", "settings.xml"),
        ("h1", "header", "header1.xml"), ("f1", "footer", "footer1.xml"), ("th", "theme", "theme/theme1.xml"),
        ("p1", "image", "media/a.png"),
        ("l1", "hyperlink", "https://www.example.org/trees"), ("l2", "hyperlink", "https://www.example.org/parks"),
        *relations,
    ]  # fmt: skip
    related = "".join(
        f'<Relationship Id="{name}" Type="{kind if ":" in kind else f"{R}/{kind}"}" Target="{target}"'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for name, kind, target in kinds
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    custom = "docProps/custom.xml"
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
                ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
                ' ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{package}/relationships">'
                f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
                f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties"'
                ' Target="docProps/core.xml"/>'
                f'<Relationship Id="rId3" Type="{R}/extended-properties" Target="docProps/app.xml"/>'
                f'<Relationship Id="rId4" Type="{R}/custom-properties" Target="{custom}"/></Relationships>'
            ).encode(),
            "docProps/core.xml": CORE.format(core).encode(),
            "word/document.xml": (
                f"<w:document {SPACES}>{background}<w:body>{opening}{body}{sect}</w:body></w:document>"
            ).encode(),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{package}/relationships">{related}</Relationships>'
            ).encode(),
            "word/media/a.png": png(),
            **{
                name if "/" in name and name.startswith("docProps") else f"word/{name}": xml.encode()
                for name, xml in named.items()
            },
        }
    )


def found(data: bytes) -> list[str]:
    """The rules that a document breaks, in order, each as often as it does."""
    return [problem.rule for problem in check_document(data)]


def problem(data: bytes) -> Problem:
    """The one problem of a document."""
    [one] = check_document(data)
    return one
