"""The parts round a template's text, and the zip they travel in: the same bytes on every machine.

The zip is stored, not compressed, as compressed bytes differ between versions of zlib.
"""

import io
import zipfile
from base64 import b64decode

from elements import PIC, Element, drawing_el, el, field, paragraph, run, to_bytes
from lxml import etree
from numbering import numbering
from styles import FONT, Look, styles
from theme import theme

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_KIND = f"{_RELATIONS}/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# The first moment a zip can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MADE = "2026-01-01T00:00:00Z"

# One clear pixel: the logo's place is there, and shows nothing until a council puts its own picture in.
_CLEAR_PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=")
_EMU_PER_MM = 36_000


def _content_types() -> bytes:
    root = etree.Element(f"{{{_CONTENT_TYPES}}}Types", nsmap={None: _CONTENT_TYPES})
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    ):
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Default", Extension=ending, ContentType=kind)
    for part, kind in (
        ("/word/document.xml", f"{_WORD_TYPE}.document.main+xml"),
        ("/word/styles.xml", f"{_WORD_TYPE}.styles+xml"),
        ("/word/numbering.xml", f"{_WORD_TYPE}.numbering+xml"),
        ("/word/settings.xml", f"{_WORD_TYPE}.settings+xml"),
        ("/word/fontTable.xml", f"{_WORD_TYPE}.fontTable+xml"),
        ("/word/footnotes.xml", f"{_WORD_TYPE}.footnotes+xml"),
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/word/header1.xml", f"{_WORD_TYPE}.header+xml"),
        ("/word/header2.xml", f"{_WORD_TYPE}.header+xml"),
        ("/word/footer1.xml", f"{_WORD_TYPE}.footer+xml"),
        ("/word/footer2.xml", f"{_WORD_TYPE}.footer+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ):
        etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", PartName=part, ContentType=kind)
    return to_bytes(root)


def _relations(*targets: tuple[str, str]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for number, (kind, target) in enumerate(targets, 1):
        kind = kind if "://" in kind else f"{_OFFICE}/{kind}"
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return to_bytes(root)


def _core(title: str, council: str, language: str) -> bytes:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for tag, text in ((f"{{{_DC}}}title", title), (f"{{{_DC}}}creator", council)):
        etree.SubElement(root, tag).text = text
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
        moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        moment.text = _MADE
    etree.SubElement(root, f"{{{_DC}}}language").text = language
    return to_bytes(root)


def _app() -> bytes:
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={None: _EXTENDED})
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "Microsoft Office Word"
    etree.SubElement(root, f"{{{_EXTENDED}}}AppVersion").text = "16.0000"
    return to_bytes(root)


def _settings(language: str) -> bytes:
    uri = "http://schemas.microsoft.com/office/word"
    settings = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
        ("useWord2013TrackBottomHyphenation", 0),
    )
    root = el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=720),
        el("characterSpacingControl", val="doNotCompress"),
        el("footnotePr", el("footnote", id=-1), el("footnote", id=0)),
        el("compat", *[el("compatSetting", name=key, uri=uri, val=value) for key, value in settings]),
        el("themeFontLang", val=language),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )
    return to_bytes(root)


def _font_table() -> bytes:
    font = el(
        "font",
        el("panose1", val="020B0604020202020204"),
        el("charset", val="00"),
        el("family", val="swiss"),
        el("pitch", val="variable"),
        name="Arial",
    )
    return to_bytes(el("fonts", font))


def _footnotes() -> bytes:
    """The two that Word asks for: the line above footnotes, and the line above one that goes on from another page."""
    return to_bytes(
        el(
            "footnotes",
            el("footnote", el("p", el("r", el("separator"))), type="separator", id=-1),
            el("footnote", el("p", el("r", el("continuationSeparator"))), type="continuationSeparator", id=0),
        )
    )


def _footer() -> bytes:
    page = el(
        "p",
        el("pPr", el("pStyle", val="Footer"), el("jc", val="center")),
        run("Page "),
        field("PAGE", "1"),
        run(" of "),
        field("NUMPAGES", "1"),
    )
    return to_bytes(el("ftr", page))


def _logo(width_mm: int, height_mm: int, right: bool) -> Element:
    """A picture control that a council fills by clicking on it; clear, and marked as decorative, until then."""
    wide, high = width_mm * _EMU_PER_MM, height_mm * _EMU_PER_MM
    mark = drawing_el("adec:decorative", val=1)
    extension = drawing_el("a:ext", mark, uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    blip = drawing_el("a:blip", r__embed="rId1")
    picture = drawing_el(
        "pic:pic",
        drawing_el("pic:nvPicPr", drawing_el("pic:cNvPr", id=1, name="Place for the logo"), drawing_el("pic:cNvPicPr")),
        drawing_el("pic:blipFill", blip, drawing_el("a:stretch", drawing_el("a:fillRect"))),
        drawing_el(
            "pic:spPr",
            drawing_el("a:xfrm", drawing_el("a:off", x=0, y=0), drawing_el("a:ext", cx=wide, cy=high)),
            drawing_el("a:prstGeom", drawing_el("a:avLst"), prst="rect"),
        ),
    )
    inline = drawing_el(
        "wp:inline",
        drawing_el("wp:extent", cx=wide, cy=high),
        drawing_el(
            "wp:docPr", drawing_el("a:extLst", extension), id=1, name="Place for the logo", descr=""
        ),
        drawing_el("wp:cNvGraphicFramePr", drawing_el("a:graphicFrameLocks", noChangeAspect=1)),
        drawing_el("a:graphic", drawing_el("a:graphicData", picture, uri=PIC)),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    place = el(
        "sdt",
        el(
            "sdtPr",
            el("alias", val="Logo: click to put the council’s own here"),
            el("id", val=609_999_999),
            el("picture"),
        ),
        el("sdtContent", el("r", el("drawing", inline))),
    )
    properties = el("pPr", el("pStyle", val="Logo"), el("jc", val="right") if right else None)
    return el("p", properties, place)


def _document(body: list[Element]) -> bytes:
    references = [
        el("headerReference", type="default", r__id="rId6"),
        el("headerReference", type="first", r__id="rId7"),
        el("footerReference", type="default", r__id="rId8"),
        el("footerReference", type="first", r__id="rId9"),
    ]
    page = el(
        "sectPr",
        *references,
        el("pgSz", w=11906, h=16838),
        el("pgMar", top=1440, right=1440, bottom=1440, left=1440, header=680, footer=680, gutter=0),
        el("cols", space=708),
        el("titlePg"),
        el("docGrid", linePitch=360),
    )
    return to_bytes(el("document", el("body", *body, page)))


def template(
    body: list[Element], look: Look, *, title: str, council: str, language: str, logo_right: bool = False
) -> bytes:
    """The whole document round `body`."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            (_CORE_KIND, "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": _app(),
        "docProps/core.xml": _core(title, council, language),
        "word/document.xml": _document(body),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("footnotes", "footnotes.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("footer", "footer1.xml"),
            ("footer", "footer2.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": to_bytes(styles(look, language)),
        "word/numbering.xml": to_bytes(numbering(look.text_at, look.numbered_paragraphs, look.numbered_headings)),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _font_table(),
        "word/footnotes.xml": _footnotes(),
        "word/theme/theme1.xml": to_bytes(theme(FONT)),
        "word/header1.xml": to_bytes(el("hdr", paragraph("Header"))),
        "word/header2.xml": to_bytes(el("hdr", _logo(45, 18, logo_right))),
        "word/_rels/header2.xml.rels": _relations(("image", "media/logo.png")),
        "word/media/logo.png": _CLEAR_PIXEL,
        "word/footer1.xml": _footer(),
        "word/footer2.xml": _footer(),
    }  # fmt: skip
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for part, data in parts.items():
            entry = zipfile.ZipInfo(part, _MOMENT)
            entry.create_system = 0
            archive.writestr(entry, data)
    return held.getvalue()
