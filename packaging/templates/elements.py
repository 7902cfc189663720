"""Word's XML, one small element at a time.

Element order inside properties follows ECMA-376 part 1, section 17: Word refuses a document that breaks it.
"""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "adec": DECORATIVE}

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type


def name(prefixed: str) -> str:
    """The full name of `w:p`; without a prefix it is a name of the main namespace."""
    prefix, _, local = prefixed.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def el(tag: str, *children: Element | None, text: str | None = None, **attributes: object) -> Element:
    """An element of the main namespace with attributes of it (`val="x"` is `w:val="x"`); None children are left out."""
    made = etree.Element(name(tag), nsmap={"w": W})
    for key, value in attributes.items():
        if value is not None:
            made.set(name(key.replace("__", ":").rstrip("_")), str(value))
    made.extend(child for child in children if child is not None)
    made.text = text
    return made


def drawing_el(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of a drawing, whose attributes have no namespace (but `r__embed`, which is `r:embed`)."""
    prefix = tag.partition(":")[0]
    made = etree.Element(name(tag), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        made.set(name(key.replace("__", ":")) if "__" in key else key, str(value))
    made.extend(children)
    return made


def run(words: str, style: str | None = None, bold: bool = False) -> Element:
    """A run of words in a character style."""
    look = [el("rStyle", val=style) if style else None, el("b") if bold else None]
    properties = el("rPr", *look) if style or bold else None
    text = el("t", text=words)
    if words != words.strip():
        text.set(XML_SPACE, "preserve")
    return el("r", properties, text)


def tab() -> Element:
    """A run that holds a tab."""
    return el("r", el("tab"))


def paragraph(style: str, *content: Element, keep_next: bool = False) -> Element:
    """A paragraph in a style, named by its id."""
    return el("p", el("pPr", el("pStyle", val=style), el("keepNext") if keep_next else None), *content)


def field(instruction: str, shown: str) -> Element:
    """A field that Word works out (`PAGE`), with what it shows until then."""
    return el("fldSimple", run(shown), instr=f" {instruction} ")


def to_bytes(root: Element) -> bytes:
    """The part as a file: declared, in UTF-8, and each namespace declared once, at the top."""
    if root.nsmap.get("w") == W:
        holder = etree.Element(root.tag, nsmap={"w": W, "r": R})
        for key, value in root.attrib.items():
            holder.set(key, value)
        holder.extend(list(root))
        etree.cleanup_namespaces(holder, keep_ns_prefixes=["w", "r"])
        root = holder
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
