"""Small Word documents of any kind, made from a line of XML, and what was read of them told in short."""

from collections.abc import Iterable, Mapping

from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import Span, WordBlock, WordDocument, WordParagraph
from helpers.docx_making import STYLES, R, docx, parts_of, zipped

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SPACES = {
    "mc": MC, "wp": WP, "wps": WPS, "a": A, "pic": PIC, "c": C, "dgm": DGM, "m": M, "w14": W14, "w15": W15,
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}  # fmt: skip
DECLARED = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())

# A relation: its kind (the last word of it, or all), where it leads, and whether that is outside.
Relation = tuple[str, str, bool]


def document(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relations: Mapping[str, Relation] | None = None,
    files: Mapping[str, bytes] | None = None,
    sect: str = "<w:sectPr/>",
    styles: str = STYLES,
) -> bytes:
    """A document with this body; further parts as `docx` takes them, and files and relations of the body by id."""
    held = parts_of(docx(body, parts, sect, styles))
    for name, data in held.items():
        if name.startswith("word/") and name.endswith(".xml"):
            at = data.index(b" xmlns")
            held[name] = data[:at] + f" {DECLARED}".encode() + data[at:]
    more = "".join(map(_relation, (relations or {}).items()))
    rels = "word/_rels/document.xml.rels"
    held[rels] = held[rels].replace(b"</Relationships>", f"{more}</Relationships>".encode())
    return zipped({**held, **(files or {})})


def _relation(named: tuple[str, Relation]) -> str:
    name, (kind, target, outside) = named
    full = kind if "/" in kind else f"{R}/{kind}"
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{name}" Type="{full}" Target="{target}"{mode}/>'


def read(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    relations: Mapping[str, Relation] | None = None,
    files: Mapping[str, bytes] | None = None,
    sect: str = "<w:sectPr/>",
    styles: str = STYLES,
) -> WordDocument:
    """What is read of such a document."""
    return read_document(document(body, parts=parts, relations=relations, files=files, sect=sect, styles=styles))


def paragraphs(blocks: Iterable[WordBlock]) -> list[WordParagraph]:
    """The paragraphs of blocks in their order, those in tables and notes too."""
    done: list[WordParagraph] = []
    for block in blocks:
        if isinstance(block, WordParagraph):
            done.append(block)
            for span in block.spans:
                done += paragraphs(span.note or ())
        else:
            done += [each for row in block.rows for cell in row.cells for each in paragraphs(cell.blocks)]
    return done


def lines(blocks: Iterable[WordBlock]) -> list[str]:
    """Their words, each with the number or bullet that Word prints."""
    return [f"{each.label} {each.text}".strip() for each in paragraphs(blocks)]


def only(found: WordDocument) -> WordParagraph:
    """The one paragraph of a document."""
    [block] = found.blocks
    assert isinstance(block, WordParagraph)
    return block


def spans(inner: str, relations: Mapping[str, Relation] | None = None) -> tuple[Span, ...]:
    """What is read of a paragraph that holds this XML."""
    return only(read(f"<w:p>{inner}</w:p>", relations=relations)).spans


def t(words: str, properties: str = "") -> str:
    """A run of these words."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, *results: str, begin: str = "") -> str:
    """A field with this code; what it shows is XML, and nothing at all where none is given."""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(results)}' if results else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve">{code}'
        f'</w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked(name: str, inner: str, who: str = "Ann", when: str = "2026-03-01T10:00:00Z", number: int = 900) -> str:
    """A tracked change (`ins`, `del`, `moveFrom`, `moveTo`, `rPrChange`, …) round some XML."""
    return f'<w:{name} w:id="{number}" w:author="{who}" w:date="{when}">{inner}</w:{name}>'


def box(inner: str) -> str:
    """A run with a text box, written in the two ways that Word writes it in."""
    drawn = (
        '<w:drawing><wp:anchor><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def picture(relation: str = "pic", properties: str = 'descr="A view"', more: str = "", how: str = "embed") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" {properties}>{more}</wp:docPr><a:graphic>'
        f'<a:graphicData uri="{PIC}"><pic:pic><pic:blipFill><a:blip r:{how}="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
