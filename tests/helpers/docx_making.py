"""Small Word documents made from lines of XML, and what tests ask of finished ones."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from clerkwell.packs import Pack, read_manifest
from helpers.building import MANIFEST

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
SECT = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
STYLES = "".join(
    f'<w:style w:type="{kind}" w:default="{int(first)}" w:styleId="{name.replace(" ", "")}">'
    f'<w:name w:val="{name}"/>{more}</w:style>'
    for kind, name, first, more in (
        ("paragraph", "Normal", True, ""),
        ("paragraph", "Body Text", False, '<w:basedOn w:val="Normal"/>'),
        ("paragraph", "heading 2", False, '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("paragraph", "heading 3", False, '<w:basedOn w:val="heading2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("paragraph", "Numbered", False, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("paragraph", "List Bullet", False, '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
        ("paragraph", "List Number", False, '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        ("paragraph", "header", False, ""),
        ("paragraph", "caption", False, ""),
        ("paragraph", "Quote", False, ""),
        ("character", "Default Paragraph Font", True, ""),
        ("character", "Placeholder Text", False, ""),
        ("character", "Hyperlink", False, ""),
        ("table", "Table Grid", False, ""),
    )
)
ROLES = '\n[roles]\nparagraph = "Body Text"\nnumbered-paragraph = "Numbered"\nsub-heading = "Heading 3"\n'


def numbering() -> str:
    """Numbered paragraphs (1), bullets of three levels (2), and a list of three levels (3)."""
    done = ""
    for number, forms in (
        ("1", [("decimal", "%1.")]),
        ("2", [("bullet", "•"), ("bullet", "–"), ("bullet", "▪")]),
        ("3", [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")]),
    ):
        levels = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for index, (form, text) in enumerate(forms)
        )
        done += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in "123")
    return f"{done}{nums}"


def p(inner: str = "", style: str = "", more: str = "") -> str:
    """A paragraph; `inner` is XML, or plain words."""
    words = inner if inner.startswith("<") or not inner else f"<w:r><w:t>{inner}</w:t></w:r>"
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{words}</w:p>" if properties or words else "<w:p/>"


def sdt(tag: str, content: str, more: str = "", number: int | None = None) -> str:
    """A content control with this tag, round whatever XML; plain words become a run."""
    inner = content if content.startswith("<") or not content else f"<w:r><w:t>{content}</w:t></w:r>"
    given = f'<w:id w:val="{number}"/>' if number is not None else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>{given}{more}</w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def prompt(tag: str) -> str:
    """An inline control that shows its prompt, as Word has it before it is answered."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt>'
    )


def section(name: str, heading: str = "") -> str:
    """A section's control with its heading and body."""
    line = p(sdt(f"heading:{name}", heading or name.capitalize()), "heading2")
    return sdt(f"section:{name}", line + sdt(f"body:{name}", p("Text of this section")))


def tbl(*rows: str, columns: int = 1) -> str:
    """A table of these rows, of so many columns at least."""
    columns = max([columns, *(row.count("<w:tc>") for row in "".join(rows).split("<w:tr>"))])
    grid = '<w:gridCol w:w="4000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str) -> str:
    """A row of these cells."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def tc(*content: str) -> str:
    """A cell that holds this XML."""
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{"".join(content) or "<w:p/>"}</w:tc>'


def docx(body: str, parts: Mapping[str, str] | None = None, sect: str = SECT, styles: str = STYLES) -> bytes:
    """A document with this body; `parts` are further ones by name ("header1.xml"), wrapped and related by kind."""
    named = {"styles.xml": styles, "numbering.xml": numbering(), **(parts or {})}
    relations, types = "", ""
    files: dict[str, bytes] = {}
    for number, (name, content) in enumerate(named.items(), 1):
        kind = re.sub(r"\d*\.xml$", "", name)
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        relations += f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name}"/>'
        types += f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        files[f"word/{name}"] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>".encode()
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}{sect}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relations}</Relationships>"
        ).encode(),
        **files,
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def pack_of(
    body: str, manifest: str = MANIFEST + ROLES, parts: Mapping[str, str] | None = None, sect: str = SECT
) -> Pack:
    """A pack whose template has this body."""
    template = docx(body, parts, sect)
    return Pack(read_manifest(manifest.encode(), "test/pack.toml"), {"template.docx": template})


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml_of(data: bytes, part: str = "word/document.xml") -> str:
    """A part as XML without its namespace declarations and its root, for comparing with what a test writes."""
    root = etree.fromstring(parts_of(data)[part])
    [inner] = root if part == "word/document.xml" else [root]
    text = "".join(etree.tostring(each, encoding="unicode") for each in inner)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)


def body_of(data: bytes) -> str:
    """The body as XML, without the page at its end."""
    return re.sub(r"<w:sectPr>(?:(?!<w:sectPr>).)*</w:sectPr>$", "", xml_of(data))


def plain(xml: str) -> str:
    """XML without what only marks white space to be kept."""
    return xml.replace(' xml:space="preserve"', "")


def png(width: int = 8, height: int = 4, colour: bytes = b"\x20\x60\xa0") -> bytes:
    """A picture of one colour: red, green and blue."""
    rows = b"".join(b"\0" + colour * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
