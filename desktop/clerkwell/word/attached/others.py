"""What files that are no Word documents tell of the people who made them: workbooks, slides, OpenDocument, pictures.

It is told, not taken out: only the programs that made them can do that without harm.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from clerkwell.word.attached.traces import APP_NAMES, CORE_NAMES
from clerkwell.word.writer.bare import bare

# What these kinds of packages keep beside their pages (ECMA-376 part 1, 12.3 and 13.3; [MS-XLSX] 2.1 and [MS-PPTX] 2.1
# for comments with answers), by a pattern of the part's name.
_PARTS: Final = (
    (r"xl/(?:threadedComments/|comments\d*\.xml)|ppt/comments/|xl/comments/", "comments"),
    (r"xl/persons/|ppt/(?:commentAuthors|authors)\.xml", "names of people who commented"),
    (r"ppt/notesSlides/", "speaker's notes"),
    (r"xl/revisions/", "tracked changes"),
    (r"xl/externalLinks/", "figures from other files, and where those lay"),
    (r"(?:xl|ppt|word)/vbaProject\.bin|Basic/", "macros"),
    (r"(?:xl|ppt)/embeddings/|Object \d+/content\.xml", "other files inside it"),
    (r"(?:xl|ppt|word)/printerSettings/", "the name of a printer"),
    (r"customXml/item\d+\.xml", "data behind the text (custom XML)"),
)
_HIDDEN: Final = (
    ("xl/workbook.xml", re.compile(rb"<[\w:]*sheet\b[^>]*\bstate=[\"'](?:veryHidden|hidden)"), "hidden sheets"),
    ("xl/worksheets/", re.compile(rb"<[\w:]*(?:row|col)\b[^>]*\bhidden=[\"'](?:1|true)"), "hidden rows or columns"),
    ("ppt/slides/", re.compile(rb"<p:sld\b[^>]*\bshow=[\"'](?:0|false)"), "hidden slides"),
)
_META: Final = {"creator": CORE_NAMES["creator"], "initial-creator": "who began it", "printed-by": "who printed it"}
_MOST: Final = 20_000_000
# A photograph's notes (Exif 2.32, 4.6.3): where its directory has the place it was taken, and what names the camera.
_PLACE: Final = 0x8825
_EXIF: Final = b"Exif\x00\x00"


def kind_of(data: bytes) -> str:
    """What kind of file this is, whatever its name says: "word", "office", "picture", or "" for others."""
    if data.startswith((b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF8")):
        return "picture"
    if not data.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return ""
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "word"
    office = any(name.startswith(("xl/", "ppt/", "docProps/")) for name in names) or "meta.xml" in names
    return "office" if office else ""


def told_by(data: bytes) -> tuple[str, ...]:
    """What such a file tells beside what it shows, as phrases: "its author (Robin Example)", "hidden sheets"."""
    kind = kind_of(data)
    if kind == "picture":
        return tuple(of_picture(data))
    try:
        return tuple(dict.fromkeys(_of_package(data))) if kind else ()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        # Damaged, or with a password: whoever searches its words says so.
        return ()


def of_picture(data: bytes) -> Iterator[str]:
    """What a photograph or picture tells of where and by whom it was made."""
    notes = _exif(data)
    if notes is not None and _PLACE in notes:
        yield "the place where it was taken"
    if len(bare(data)) < len(data):
        yield "what a camera or a program noted in it (a time, a name, a device)"


def _exif(data: bytes) -> frozenset[int] | None:
    """The tags of the first directory of the notes that a camera left (TIFF 6.0, section 2)."""
    at = data.find(_EXIF) + len(_EXIF)
    if at < len(_EXIF):
        at = data.find(b"eXIf") + 4
        if at < 4:
            return None
    tiff = data[at:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return None
    (first,) = struct.unpack(f"{order}I", tiff[4:8])
    if first + 2 > len(tiff):
        return None
    (count,) = struct.unpack(f"{order}H", tiff[first : first + 2])
    places = range(first + 2, min(first + 2 + 12 * count, len(tiff) - 1), 12)
    return frozenset(struct.unpack(f"{order}H", tiff[each : each + 2])[0] for each in places)


def _of_package(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()

        def read(name: str) -> bytes:
            return archive.read(name) if archive.getinfo(name).file_size <= _MOST else b""

        for name, known in (("docProps/core.xml", CORE_NAMES), ("docProps/app.xml", APP_NAMES), ("meta.xml", _META)):
            yield from _people(read(name), known) if name in names else ()
        yield from (phrase for pattern, phrase in _PARTS if any(re.match(pattern, name) for name in names))
        for start, pattern, phrase in _HIDDEN:
            if any(pattern.search(read(name)) for name in names if name.startswith(start) and name.endswith(".xml")):
                yield phrase
        pictures = [name for name in names if re.match(r"(?:xl|ppt|word)/media/|Pictures/", name)]
        yield from of_pictures([read(name) for name in pictures])


def of_pictures(pictures: Sequence[bytes]) -> Iterator[str]:
    """What the photographs in a document tell of where they were taken."""
    if any(_PLACE in (_exif(each) or ()) for each in pictures):
        yield "a photograph that says where it was taken"


def _people(data: bytes, known: dict[str, str]) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for element in root.iter():
        local = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        text = " ".join((element.text or "").split())
        if local in known and text:
            yield f"{known[local]} ({text})"
