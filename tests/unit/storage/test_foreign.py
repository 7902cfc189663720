"""Files that are not ours, or not whole, or made to do harm: one sentence each, and nothing happens."""

import contextlib
import io
import json
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from clerkwell.storage import StorageError, from_bytes, read_file, reading, to_bytes
from clerkwell.storage.layout import TYPE
from clerkwell.storage.safety import is_safe_name
from clerkwell.system import FileError
from helpers.everything import everything

NAME = '"a.clerkwell"'


def refused(data: bytes) -> str:
    with pytest.raises(StorageError) as caught:
        from_bytes(data, NAME)
    message = str(caught.value)
    assert message.endswith(".")
    assert NAME in message
    return message


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_entry(name: str, data: bytes = b"x") -> bytes:
    buffer = io.BytesIO(to_bytes(everything()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def with_report(report: bytes) -> bytes:
    return zipped({"mimetype": TYPE, "report.json": report})


def test_an_empty_file() -> None:
    assert refused(b"") == f"{NAME} is empty, so there is no report in it; open an earlier copy of it."


def test_a_file_of_anything_else() -> None:
    assert refused(b"some words") == (f"{NAME} is not a Clerkwell report; choose a file whose name ends in .clerkwell.")


def test_a_pdf() -> None:
    assert refused(b"%PDF-1.7\n").startswith(f"{NAME} is a PDF, not a Clerkwell report; import")


def test_a_word_document() -> None:
    assert refused(zipped({"[Content_Types].xml": b"", "word/document.xml": b""})) == (
        f"{NAME} is a Word document, not a Clerkwell report; use Import to make a report of it."
    )


def test_another_zip() -> None:
    assert "is not a Clerkwell report" in refused(zipped({"a.txt": b"x"}))
    assert "is not a Clerkwell report" in refused(zipped({"mimetype": b"application/epub+zip", "report.json": b"{}"}))
    assert "is not a Clerkwell report" in refused(zipped({"mimetype": TYPE}))


def test_cut_off_anywhere_it_is_refused_in_a_sentence() -> None:
    data = to_bytes(everything())
    for length in range(0, len(data) - 1, 37):
        assert "Traceback" not in refused(data[:length])


def test_a_file_cut_off_says_so() -> None:
    data = to_bytes(everything())
    assert refused(data[: len(data) // 2]) == (
        f"{NAME} breaks off before its end; copy or download it again, or open an earlier copy."
    )


def test_damage_anywhere_is_a_sentence_or_the_report_itself() -> None:
    whole = to_bytes(everything())
    dice = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        # What the zip's own sums do not cover (a time, a flag, an entry's name) may differ; the report may not.
        with contextlib.suppress(StorageError):
            assert from_bytes(bytes(data), NAME).report == everything().report


@pytest.mark.parametrize(
    "report",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b'{"format":1}',
        b'{"format":1,"report":[]}',
        b'{"format":0,"report":{}}',
        b'{"format":true,"report":{}}',
        b'{"format":"1","report":{}}',
        b'{"format":1,"report":{"pack":{"id":"a","version":"1"},"unknown":1}}',
        b'{"format":1,"report":{"pack":{"id":"a","version":"1"}},"more":1}',
        b'{"format":2,"report":{"pack":{"id":"a","version":"1"}},"more":1}',
        b'{"format":1,"report":{"pack":{"id":"a","version":"1"},"sections":[{"id":"s","blocks":[{"kind":"x"}]}]}}',
        b'{"format":2,"report":' + b"[" * 100_000 + b"}",
        b"\xff\xfe{}",
    ],
)
def test_a_report_that_is_none(report: bytes) -> None:
    assert "is damaged" in refused(with_report(report))


def test_a_name_that_leads_outside() -> None:
    for name in ("../evil", "attachments/../../evil", "/etc/evil", "C:/evil", "attachments\\..\\evil", "a//b"):
        assert refused(with_entry(name)) == f"{NAME} holds a file that points outside it, so it was not opened."


def test_a_file_that_is_there_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = with_entry("report.json", b"{}")
    assert "holds the same file twice" in refused(data)
    assert "holds the same file twice" in refused(with_entry("Attachments/PLAN.pdf"))


def test_a_password() -> None:
    data = bytearray(zipped({"mimetype": TYPE, "report.json": b"{}"}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 0x1)
    assert "is protected by a password" in refused(bytes(data))


def test_a_way_of_packing_that_is_not_ours() -> None:
    assert "is packed in a way" in refused(zipped({"mimetype": TYPE, "report.json": b"{}"}, zipfile.ZIP_LZMA))


def test_a_file_that_bursts() -> None:
    bomb = zipped({"mimetype": TYPE, "report.json": b"[" + b" " * 40_000_000})
    assert len(bomb) < 50_000
    assert "unpacks to far more than it holds" in refused(bomb)


def test_a_file_that_says_it_is_smaller_than_it_is() -> None:
    data = bytearray(zipped({"mimetype": TYPE, "report.json": b" " * 3_000_000}))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    assert "is damaged" in refused(bytes(data))


def test_a_file_that_says_it_is_vast() -> None:
    data = bytearray(zipped({"mimetype": TYPE, "report.json": b"{}"}, zipfile.ZIP_STORED))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 0xFFFFFFF0)
    assert "too large once unpacked" in refused(bytes(data))


def test_a_report_of_more_words_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_REPORT", 100)
    assert "larger than any report can be" in refused(to_bytes(everything()))


def test_too_many_files() -> None:
    many = {f"attachments/{number}": b"" for number in range(5001)}
    assert "holds more than 5000 files" in refused(zipped({"mimetype": TYPE, "report.json": b"{}", **many}))


def test_a_bad_sum() -> None:
    data = bytearray(zipped({"mimetype": TYPE, "report.json": b'{"format":1}'}, zipfile.ZIP_STORED))
    assert zlib.crc32(b'{"format":1}')
    at = data.index(b'{"format":1}')
    data[at + 10] ^= 1
    assert "is damaged" in refused(bytes(data))


def test_a_folder_entry_or_the_junk_of_another_program_does_no_harm() -> None:
    buffer = io.BytesIO(to_bytes(everything()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.mkdir("attachments")
        archive.writestr("__MACOSX/._report.json", b"junk")
    assert from_bytes(buffer.getvalue()) == everything()


def test_safe_names_are_plain_relative_ones() -> None:
    assert is_safe_name("attachments/Übersicht – Σ.txt")
    assert is_safe_name("attachments/")
    assert not any(is_safe_name(name) for name in ("", "/", ".", "a/./b", "a\x00b", "a\nb", "~/../x", "c:x"))


def test_reading_what_is_not_there_or_a_folder_is_a_file_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        read_file(tmp_path / "gone.clerkwell")
    with pytest.raises(FileError, match="is a folder"):
        read_file(tmp_path)


def test_the_sentence_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "b.clerkwell").write_bytes(json.dumps({}).encode())
    with pytest.raises(StorageError, match=r'"b\.clerkwell" is not a Clerkwell report'):
        read_file(tmp_path / "b.clerkwell")
