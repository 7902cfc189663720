"""The names that WordprocessingML gives things (ECMA-376 part 1, 5th edition), in lxml's `{namespace}name` form."""

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE: Final = "http://schemas.microsoft.com/office/drawing/2017/decorative"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

# Kinds of relations (part 1, chapters 11, 13 and 15; the package's own in part 2).
OFFICE_DOCUMENT: Final = f"{R}/officeDocument"
STYLES: Final = f"{R}/styles"
NUMBERING: Final = f"{R}/numbering"
SETTINGS: Final = f"{R}/settings"
FOOTNOTES: Final = f"{R}/footnotes"
ENDNOTES: Final = f"{R}/endnotes"
HEADER: Final = f"{R}/header"
FOOTER: Final = f"{R}/footer"
IMAGE: Final = f"{R}/image"
HYPERLINK: Final = f"{R}/hyperlink"
CUSTOM_XML: Final = f"{R}/customXml"
GLOSSARY: Final = f"{R}/glossaryDocument"
CUSTOM_PROPERTIES: Final = f"{R}/custom-properties"
CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

_WORDPROCESSING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER_TYPE: Final = f"{_WORDPROCESSING}.header+xml"
FOOTNOTES_TYPE: Final = f"{_WORDPROCESSING}.footnotes+xml"
NUMBERING_TYPE: Final = f"{_WORDPROCESSING}.numbering+xml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def w(name: str) -> str:
    """A name of the main WordprocessingML namespace: `w("p")` is a paragraph."""
    return f"{{{W}}}{name}"


P: Final = w("p")
PPR: Final = w("pPr")
RUN: Final = w("r")
RPR: Final = w("rPr")
T: Final = w("t")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
SDT: Final = w("sdt")
SDT_PR: Final = w("sdtPr")
SDT_CONTENT: Final = w("sdtContent")
SECT_PR: Final = w("sectPr")
BODY: Final = w("body")
VAL: Final = w("val")
