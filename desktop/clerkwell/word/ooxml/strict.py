"""Strict Open XML read as the Transitional kind that Word itself writes (ECMA-376 part 4, annex A)."""

from collections.abc import Mapping

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/core-properties", b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip


def transitional(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with Strict names in Transitional words; a document that has none keeps its bytes."""
    return {name: _renamed(data) if name.endswith((".xml", ".rels")) else data for name, data in parts.items()}


def _renamed(data: bytes) -> bytes:
    if _STRICT not in data:
        return data
    for strict, other in _NAMES:
        data = data.replace(strict, other)
    return data
