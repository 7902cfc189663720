"""Opening any Word document for checking, also one saved as Strict Open XML."""

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import OFFICE_DOCUMENT, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.package import read_package, write_package
from clerkwell.word.ooxml.relations import Relations, relations_name

# The two vocabularies of ECMA-376: what Strict calls so, Transitional calls otherwise (part 4, annex A).
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/core-properties", b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip


def open_any(data: bytes) -> OpenPackage:
    """The document opened. Raises `WordError` with the reason, in one sentence, where it is none that can be read."""
    parts = read_package(data)
    if _STRICT in parts["_rels/.rels"]:
        data = write_package({name: _transitional(name, part) for name, part in parts.items()})
        parts = read_package(data)
    main = Relations("", parts.get(relations_name(""))).target(OFFICE_DOCUMENT)
    if main is not None and main.startswith(("xl/", "ppt/", "visio/")):
        kind = {"xl/": "an Excel workbook", "ppt": "a PowerPoint presentation"}.get(main[:3], "a drawing")
        raise WordError(f"This is {kind}, not a Word document.")
    package = OpenPackage(data)
    if package.tree(package.main).tag != w("document"):
        raise WordError("This is not a Word document: where its text should be, there is something else.")
    return package


def _transitional(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    for strict, transitional in _NAMES:
        data = data.replace(strict, transitional)
    return data
