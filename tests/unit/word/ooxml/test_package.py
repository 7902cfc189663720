"""The zip of a document: read with limits, written the same way each time."""

import io
import zipfile

import pytest

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.package import MOST_PARTS, read_package, write_package
from helpers.docx_making import docx, p, zipped

LEAST = {"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<b/>"}


def test_what_is_written_is_read_again() -> None:
    parts = {**LEAST, "word/document.xml": b"<c/>", "word/media/a.png": b"\x89PNG"}
    assert read_package(write_package(parts)) == parts


def test_the_same_parts_make_the_same_bytes_with_the_list_of_contents_first() -> None:
    parts = {"word/document.xml": b"<c/>", **LEAST}
    written = write_package(parts)
    assert written == write_package(dict(parts))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_are_not_packed_a_second_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package({**LEAST, "word/media/a.png": b"x" * 100}))) as archive:
        assert archive.getinfo("word/media/a.png").compress_type == zipfile.ZIP_STORED


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"hello", "not a whole .docx"),
        (b"\xd0\xcf\x11\xe0rest", "old .doc or it has a password"),
        (docx(p("x"))[:200], "not a whole .docx"),
        (zipped({"a.txt": b"a"}), "not a Word document"),
        (zipped({**LEAST, "../a": b"a"}), "outside itself"),
        (zipped({**LEAST, "/a": b"a"}), "outside itself"),
        (zipped({**LEAST, **{f"{n}": b"" for n in range(MOST_PARTS)}}), "more than any real one"),
    ],
)
def test_what_is_no_document_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(WordError, match=said):
        read_package(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({**LEAST, "word/document.xml": b" " * (31 * 1024 * 1024)})
    assert len(bomb) < 100_000
    with pytest.raises(WordError, match="would unpack to 31 MB"):
        read_package(bomb)


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(zipped({**LEAST, "word/document.xml": bytes(range(256)) * 20}))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(WordError, match="cannot be read"):
        read_package(bytes(data))


def test_an_archive_that_misplaces_its_entries_is_refused() -> None:
    data = bytearray(zipped(LEAST))
    at = data.rindex(b"PK\x05\x06") + 16
    data[at] += 7  # where the list of entries begins, said wrongly: each entry seems to stand before the file's start
    with pytest.raises(WordError, match="cannot be read"):
        read_package(bytes(data))


def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (*LEAST, "word/a.xml", "word\\a.xml"):
            archive.writestr(zipfile.ZipInfo(name), b"")
    data = out.getvalue().replace(b"word\\a.xml", b"word/a.xml")
    with pytest.raises(WordError, match="two parts of one name"):
        read_package(data)
