"""What Word appendices tell beside their text is found, and taken out; what holds nothing of it keeps its bytes."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from clerkwell.word.attached import Unreadable, inspect, stretches, strip
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import document_lines
from helpers.docx_making import R, p
from helpers.docx_making import docx as made

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TALK = (
    '<w:comment w:id="0" w:author="Alex Example" w:initials="AE"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p>'
    "</w:comment>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SETTINGS = (
    '<w:attachedTemplate r:id="rIdX0"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>'
    '<w:docVars><w:docVar w:name="case" w:val="secret"/></w:docVars>'
)
_END_DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="Alex Example"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(inner: str) -> str:
    return f'<w:ins w:id="2" w:author="Alex Example" w:date="2026-01-01T00:00:00Z">{inner}</w:ins>'


def with_parts(data: bytes, parts: Mapping[str, str], relations: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """The document with more parts, and relations to them: from which part, kind and target."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files |= {name: text.encode() for name, text in parts.items()}
    for number, (source, (kind, target)) in enumerate((relations or {}).items()):
        rels = source.partition("#")[0]
        outside = ' TargetMode="External"' if target.startswith("file:") else ""
        added = f'<Relationship Id="rIdX{number}" Type="{kind}" Target="{target}"{outside}/>'.encode()
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        files[rels] = files.get(rels, empty).replace(b"</Relationships>", added + b"</Relationships>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def gossiping() -> bytes:
    """A document with everything in it that is no reader's business."""
    body = (
        p('<w:commentRangeStart w:id="0"/>' + run("The plan. ") + '<w:commentRangeEnd w:id="0"/>'
          '<w:r><w:commentReference w:id="0"/></w:r>')
        + p(run("Costs ") + deleted("nothing") + inserted(run("a lot")) + run(" secretly", "<w:vanish/>"))
        + f'<w:p w:rsidR="00AB12CD">{run("The end.")}</w:p>'
    )  # fmt: skip
    data = made(body, {"comments.xml": _TALK, "settings.xml": _SETTINGS})
    return with_parts(
        data,
        {
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>The plan</dc:title><dc:creator>Robin Example</dc:creator>"
            "<cp:lastModifiedBy>Sam Example</cp:lastModifiedBy></cp:coreProperties>",
            "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
            "<Template>H:\\secret\\letter.dotx</Template><Company>Example and Company</Company></Properties>",
            "docProps/custom.xml": f'<Properties xmlns="{_OFFICE}/custom-properties">'
            '<property name="Case number"/></Properties>',
            "customXml/item1.xml": "<case>secret</case>",
        },
        {
            "word/_rels/settings.xml.rels": (f"{R}/attachedTemplate", "file:///H:/secret/letter.dotx"),
            "_rels/.rels#1": (_CORE.replace("metadata/core", "relationships/metadata/core"), "docProps/core.xml"),
            "_rels/.rels#2": (f"{R}/extended-properties", "docProps/app.xml"),
            "_rels/.rels#3": (f"{R}/custom-properties", "docProps/custom.xml"),
            "word/_rels/document.xml.rels#4": (f"{R}/customXml", "../customXml/item1.xml"),
        },
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(data: bytes) -> list[str]:
    return [line.text for line in document_lines(data) if line.story == "body"]


def test_everything_that_is_no_readers_business_is_found() -> None:
    found = " · ".join(inspect(gossiping()))
    for what in (
        "1 comment by Alex Example", "2 tracked changes", "hidden text", "its author (Robin Example)",
        "who changed it last (Sam Example)", "a company (Example and Company)", "letter.dotx",
        "where its template lay on a disk", "hidden variables", "numbers of editing sessions",
        "data behind the text", "properties of its own (Case number)",
    ):  # fmt: skip
        assert what in found


def test_stripped_of_it_nothing_is_found_and_the_text_is_what_was_meant() -> None:
    clean = strip(gossiping())
    assert inspect(clean) == ()
    assert lines(clean) == ["The plan. ", "Costs a lot", "The end."]
    everything = b"".join(parts_of(clean).values()) + "".join(parts_of(clean)).encode()
    for word in (b"Alex", b"Robin", b"Sam Ex", b"Company", b"secret", b"nothing", b"Case", b"00AB12CD", b"commentRef"):
        assert word not in everything
    assert b"The plan</dc:title>" in parts_of(clean)["docProps/core.xml"]


def test_parts_that_hold_nothing_of_it_keep_their_bytes() -> None:
    before, after = parts_of(gossiping()), parts_of(strip(gossiping()))
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert after[name] == before[name]


def test_a_document_with_nothing_in_it_is_the_same_bytes() -> None:
    data = made(p("Words"))
    assert inspect(data) == ()
    assert strip(data) is data


class TestTrackedChanges:
    @pytest.mark.parametrize(
        ("body", "text"),
        [
            pytest.param(p(run("a ") + inserted(run("b ")) + deleted("c ") + run("d")), ["a b d"], id="words"),
            pytest.param(
                p(f'<w:moveFrom w:id="1">{run("a")}</w:moveFrom>{run("b")}')
                + p(f'<w:moveTo w:id="1">{run("a")}</w:moveTo>'),
                ["b", "a"],
                id="a move",
            ),
            pytest.param(p(inserted(deleted("x") + run("y"))), ["y"], id="deleted after it was inserted"),
            pytest.param(p(run("one"), more=_END_DELETED) + p(run("two")), ["onetwo"], id="a paragraph's end"),
            pytest.param(
                p(run("a"), more=_END_DELETED) + p(run("b"), more=_END_DELETED) + p(run("c")), ["abc"], id="two ends"
            ),
            pytest.param(
                p(run("one"), more='<w:rPr><w:ins w:id="1"/></w:rPr>') + p(run("two")), ["one", "two"], id="a new end"
            ),
            pytest.param(p(deleted("gone"), more=_END_DELETED) + p(run("kept")), ["kept"], id="a whole paragraph"),
            pytest.param(p(run("a", '<w:b/><w:rPrChange w:id="3"><w:rPr/></w:rPrChange>')), ["a"], id="a look"),
        ],
    )
    def test_they_are_accepted(self, body: str, text: list[str]) -> None:
        clean = strip(made(body))
        assert lines(clean) == text
        assert not inspect(clean)
        assert [line.text for line in docx.Document(io.BytesIO(clean)).paragraphs] == text

    def test_a_deleted_row_goes_and_an_inserted_one_stays(self) -> None:
        def row(text: str, mark: str) -> str:
            return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"

        table = f"<w:tbl>{row('a', '')}{row('b', '<w:del/>')}{row('c', '<w:ins/>')}</w:tbl>"
        assert lines(strip(made(table + p("x")))) == ["a", "c", "x"]

    def test_a_table_of_which_every_row_was_deleted_goes(self) -> None:
        table = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        assert b"w:tbl" not in parts_of(strip(made(table + p("x"))))["word/document.xml"]

    def test_in_headers_too(self) -> None:
        data = made(p("x"), {"header1.xml": p(run("a") + deleted("b"))})
        assert b"delText" not in parts_of(strip(data))["word/header1.xml"]


def test_hidden_text_inside_a_field_and_a_hidden_paragraph_mark_are_left() -> None:
    entry = '<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "a"</w:instrText></w:r>'
    body = p(run("a") + entry) + p(run("b"), more="<w:rPr><w:vanish/></w:rPr>") + p(run("c", '<w:vanish w:val="0"/>'))
    assert inspect(made(body)) == ()


def test_macros_and_files_inside_are_named_and_left() -> None:
    data = with_parts(made(p("x")), {"word/vbaProject.bin": "x", "word/embeddings/book.xlsx": "x"})
    assert inspect(data) == ("macros", "other files inside it")
    assert strip(data) != b""
    assert inspect(strip(data)) == ("macros", "other files inside it")


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0 old", b"%PDF-1.7", b"", b"PK\x03\x04"])
def test_what_is_no_word_document_is_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(WordError):
        inspect(data)


class TestWords:
    def test_a_sentence_in_several_runs_is_one_and_paragraphs_are_apart(self) -> None:
        data = made(p(run("pri") + run("vate words")) + p("next"))
        words = next(each.words for each in stretches(data) if each.part == "word/document.xml")
        assert "private words next" in " ".join(words.split())

    def test_deleted_and_hidden_words_comments_and_properties_are_there(self) -> None:
        words = " ".join(each.words for each in stretches(gossiping()))
        for word in ("nothing", "secretly", "Is this right?", "Robin Example", "secret"):
            assert word in words

    def test_addresses_names_and_alternative_text_are_there(self) -> None:
        picture = '<w:r><w:drawing><x descr="A face &amp; a hand"/></w:drawing></w:r>'
        data = with_parts(
            made(p(picture)), {}, {"word/_rels/document.xml.rels": (f"{R}/hyperlink", "file:///H:/secret.docx")}
        )
        found = list(stretches(data))
        assert any("A face & a hand" in each.words for each in found)
        assert any("file:///H:/secret.docx" in each.names for each in found)

    def test_files_inside_files_are_gone_through(self, tmp_path: Path) -> None:
        inner = made(p("deep words"))
        out = tmp_path / "outer.zip"
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("word/embeddings/a.docx", inner)
        assert any("deep words" in each.words for each in stretches(out.read_bytes()))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
    def test_text_in_any_encoding(self, encoding: str) -> None:
        (found,) = stretches("Words – café – words".encode(encoding))
        assert "café" in found.words

    def test_web_pages_are_text_without_tags(self) -> None:
        (found,) = stretches(b"<html><p>Some <b>bold</b> &amp; other words<br>here</html>")
        assert found.words.split()[:5] == ["Some", "bold", "&", "other", "words"]

    @pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"PK"])
    def test_what_cannot_be_read_is_said(self, data: bytes) -> None:
        with pytest.raises(Unreadable):
            list(stretches(data))

    def test_what_unpacks_to_too_much_is_not_unpacked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("clerkwell.word.attached.texts._MOST_BYTES", 1000)
        with pytest.raises(Unreadable, match="unpacks to more"):
            list(stretches(made(p("x" * 2000))))
