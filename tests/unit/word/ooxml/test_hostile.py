"""Documents that somebody made to do harm, or that went through a bad program: opened as far as can be."""

import io
import struct
import time
import zipfile
import zlib

import pytest

from clerkwell.word.ooxml.anything import open_any
from clerkwell.word.ooxml.controls import text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.opened import MOST_MARKS
from clerkwell.word.ooxml.xml import MOST_DEEP
from helpers.docx_making import W, docx, p, parts_of, zipped

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>'


def with_main(data: bytes) -> bytes:
    """A document whose text part is these bytes."""
    return zipped({**parts_of(docx(p("x"))), "word/document.xml": data})


def words(data: bytes) -> str:
    package = open_any(data)
    return text_of(package.tree(package.main))


def deep(levels: int) -> bytes:
    inside = "<w:sdt><w:sdtContent>" * levels + p("deep") + "</w:sdtContent></w:sdt>" * levels
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()


def overlapping(copies: int) -> bytes:
    """An archive whose entries all point at one stretch of packed bytes ([APPNOTE] 4.3.12)."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b" " * 100_000
    body = packed.compress(raw) + packed.flush()
    crc = zlib.crc32(raw)
    name = b"word/a%d.xml"
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, crc, len(body), len(raw), len(name % 0), 0)
    out = local + name % 0 + body
    listed = b""
    for number in range(copies):
        own = name % number
        listed += (
            struct.pack(
                "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, crc, len(body), len(raw), len(own), 0, 0, 0, 0, 0, 0
            )
            + own
        )
    return out + listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, copies, copies, len(listed), len(out), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", ["<a>&l9;</a>", '<a b="&l9;"/>'])
def test_entities_that_multiply_are_refused_at_once(encoding: str, inside: str) -> None:
    begun = time.process_time()
    with pytest.raises(WordError):
        open_any(with_main(f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}{inside}'.encode(encoding)))
    assert time.process_time() - begun < 2


def test_entities_behind_much_else_are_refused_too() -> None:
    padding = "<!--" + "x" * 5_000_000 + "-->"
    deeper = "<b>" * 300 + "</b>" * 300
    with pytest.raises(WordError):
        open_any(with_main(f'{padding}{DOCTYPE}<a c="&l9;">{deeper}</a>'.encode()))


def test_a_file_that_an_entity_names_is_not_looked_at() -> None:
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    with pytest.raises(WordError, match="document type declaration"):
        open_any(with_main(outside.encode()))


def test_controls_in_each_other_are_read_as_deep_as_any_document_has_them() -> None:
    assert words(with_main(deep(180))) == "deep"


@pytest.mark.parametrize("levels", [MOST_DEEP, 20_000, 200_000])
def test_what_is_nested_deeper_is_refused(levels: int) -> None:
    with pytest.raises(WordError, match=r"nested deeper|cannot be read|unpack"):
        open_any(with_main(deep(levels)))


def test_more_markup_than_any_report_has_is_refused() -> None:
    many = f'<w:document xmlns:w="{W}"><w:body>{"<w:p/>" * (MOST_MARKS + 1)}</w:body></w:document>'
    with pytest.raises(WordError, match=r"unpack to|more than any report"):
        open_any(with_main(many.encode()))


def test_markup_is_counted_over_all_parts() -> None:
    part = f'<w:hdr xmlns:w="{W}">{"<w:p/>" * (MOST_MARKS // 2)}</w:hdr>'.encode()
    package = open_any(docx(p("x"), {"header1.xml": p("a"), "header2.xml": p("b")}))
    package.put("word/header1.xml", part)
    package.put("word/header2.xml", part)
    package.tree("word/header1.xml")
    with pytest.raises(WordError, match="more than any report"):
        package.tree("word/header2.xml")


def test_entries_that_lie_over_each_other_are_refused() -> None:
    with pytest.raises(WordError, match="lie over each other"):
        open_any(overlapping(50))


def test_one_part_that_swells_beyond_measure_is_refused() -> None:
    with pytest.raises(WordError, match="unpack to 9 MB"):
        open_any(zipped({**parts_of(docx(p("x"))), "word/media/a.bin": bytes(9 * 1024 * 1024)}))


def test_a_relation_to_a_part_that_is_not_there_is_no_reason_to_refuse() -> None:
    data = docx(p("still here"), {"header1.xml": p("gone")})
    parts = {name: part for name, part in parts_of(data).items() if name != "word/header1.xml"}
    assert words(zipped(parts)) == "still here"


def test_a_damaged_picture_does_not_keep_the_text_from_being_read() -> None:
    data = bytearray(zipped({**parts_of(docx(p("still here"))), "word/media/a.jpg": b"\xff\xd8" + bytes(range(200))}))
    at = data.index(b"\xff\xd8")
    data[at + 50] ^= 0xFF
    package = open_any(bytes(data))
    assert text_of(package.tree(package.main)) == "still here"
    assert "word/media/a.jpg" not in package.names


def test_a_document_without_its_lists_of_contents_is_read_by_the_usual_name() -> None:
    parts = parts_of(docx(p("still here")))
    assert words(zipped({"word/document.xml": parts["word/document.xml"]})) == "still here"


def test_capitals_and_escapes_in_the_names_of_parts_do_not_count() -> None:
    parts = parts_of(docx(p("still here")))
    parts["Word/Document.XML"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/d%6Fcument.xml")
    assert words(zipped(parts)) == "still here"


def test_a_part_named_outside_the_document_is_passed_over() -> None:
    assert words(zipped({**parts_of(docx(p("still here"))), "../../evil.xml": b"<a/>"})) == "still here"


def test_strict_open_xml_is_read() -> None:
    strict = {
        name: part.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                           b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
        for name, part in parts_of(docx(p("still here"), {"header1.xml": p("top")})).items()
    }  # fmt: skip
    package = open_any(zipped(strict))
    assert text_of(package.tree(package.main)) == "still here"
    assert [each.target for each in package.relations(package.main) if each.kind.endswith("/header")]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (OLE, "old .doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>', "one XML file"),
        (b"Dear Sir or Madam", "not a whole .docx"),
        (docx(p("x"))[:-30], "breaks off"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "OpenDocument"),
        (zipped({"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<b/>", "xl/workbook.xml": b"<c/>"}), "Excel"),
        (zipped({"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<b/>", "ppt/a.xml": b"<c/>"}), "PowerPoint"),
        (zipped({"a.txt": b"a"}), "not a Word document"),
    ],
)
def test_what_is_no_word_document_is_named_in_one_sentence_or_two(data: bytes, said: str) -> None:
    with pytest.raises(WordError, match=said):
        open_any(data)


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inside = zipped({f"{n}.bin": bytes(100_000) for n in range(20)})
    package = open_any(zipped({**parts_of(docx(p("still here"))), "word/embeddings/a.docx": inside}))
    assert package.data("word/embeddings/a.docx") == inside


def test_a_document_cut_off_anywhere_is_refused_in_words() -> None:
    whole = docx(p("still here"))
    for end in range(0, len(whole), 7):
        with pytest.raises(WordError, match=r"\.$"):
            open_any(whole[:end])


def test_an_archive_of_a_kind_that_cannot_be_unpacked_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts_of(docx(p("x"))).items():
            archive.writestr(name, part)
    # The kind of packing, in the archive's own list ([APPNOTE] 4.3.12): 99 is one that needs a password.
    listed = b"PK\x01\x02\x14\x03\x14\x00\x00\x00"
    data = out.getvalue().replace(listed + b"\x00\x00", listed + b"\x63\x00")
    assert data != out.getvalue()
    with pytest.raises(WordError):
        open_any(data)
