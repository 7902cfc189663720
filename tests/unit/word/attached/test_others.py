"""Workbooks, slides, OpenDocument files and pictures tell of their makers too, and that is told."""

import io
import struct
import zipfile
from collections.abc import Mapping

import pytest

from clerkwell.word.attached import kind_of, told_by
from helpers.docx_making import docx, p
from helpers.planting import jpeg, png

_CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Robin Example</dc:creator>'
    "<c:lastModifiedBy>Sam Example</c:lastModifiedBy></c:coreProperties>"
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return into.getvalue()


def photograph() -> bytes:
    """A JPEG whose notes say where it was taken."""
    tiff = b"II*\x00" + struct.pack("<IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0) + bytes(16)
    notes = b"Exif\x00\x00" + tiff
    plain = jpeg("")
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + plain[2:]


BOOK = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
SLIDES = {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}


@pytest.mark.parametrize(
    ("data", "phrase"),
    [
        (zipped({**BOOK, "docProps/core.xml": _CORE}), "its author (Robin Example)"),
        (zipped({**BOOK, "docProps/core.xml": _CORE}), "who changed it last (Sam Example)"),
        (zipped({**BOOK, "xl/comments1.xml": "<comments/>"}), "comments"),
        (zipped({**BOOK, "xl/persons/person.xml": "<p/>"}), "names of people who commented"),
        (zipped({**BOOK, "xl/workbook.xml": '<workbook><sheet name="a" state="hidden"/></workbook>'}), "hidden sheets"),
        (zipped({**BOOK, "xl/worksheets/sheet1.xml": '<w><row r="1" hidden="1"/></w>'}), "hidden rows or columns"),
        (zipped({**SLIDES, "ppt/notesSlides/notesSlide1.xml": "<n/>"}), "speaker's notes"),
        (zipped({**SLIDES, "ppt/slides/slide1.xml": '<p:sld show="0"/>'}), "hidden slides"),
        (zipped({**SLIDES, "ppt/media/a.jpg": photograph()}), "a photograph that says where it was taken"),
        (zipped({"meta.xml": "<m xmlns:d='x'><d:creator>Robin Example</d:creator></m>"}), "its author (Robin Example)"),
        (photograph(), "the place where it was taken"),
        (jpeg("Robin"), "what a camera or a program noted in it (a time, a name, a device)"),
        (png("Robin"), "what a camera or a program noted in it (a time, a name, a device)"),
    ],
)
def test_what_they_hold_is_told(data: bytes, phrase: str) -> None:
    assert phrase in told_by(data)


@pytest.mark.parametrize(
    "data", [zipped(BOOK), zipped(SLIDES), zipped({"a.txt": "x"}), b"PK\x03\x04 broken", b"plain", b""]
)
def test_of_plain_and_broken_files_nothing_is_told(data: bytes) -> None:
    assert told_by(data) == ()


def test_a_file_is_what_it_holds_and_not_what_its_name_says() -> None:
    assert [kind_of(each) for each in (docx(p("x")), zipped(BOOK), photograph(), b"%PDF-1.7")] == [
        "word",
        "office",
        "picture",
        "",
    ]
