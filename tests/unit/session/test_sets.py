"""Both sets are written whole or not at all; in doubt nothing is published, and nobody's files are touched."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clerkwell.model import Appendix, FieldValue, Paragraph, Report, SetBlocks, Text, apply
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError, export_report
from clerkwell.session.sets import ExportedSets, export_sets
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import FileError, atomic_write
from helpers.planting import jpeg, open_docx, package, png
from helpers.shipped import kept, sample, shipped

SECRET = "The officer was dismissed after the audit of the harbour fund."
PATH = "word/document.xml"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped("city-of-london-2023")


def status(report: Report, words: str) -> Report:
    value = FieldValue(
        text=words, value=words if words in ("Public", "Part exempt", "Exempt", "Confidential") else None
    )
    return report.model_copy(update={"fields": {**report.fields, "public-status": value}})


@pytest.fixture
def report(pack: Pack) -> Report:
    """The pack's sample, part exempt, with one private paragraph."""
    made = sample(pack)
    blocks = (*made.blocks("current-position"), Paragraph(runs=(Text(text=SECRET),), private=True))
    return status(apply(SetBlocks(section="current-position", blocks=blocks), made), "Part exempt")


Export = Callable[..., ExportedSets]


@pytest.fixture
def export(pack: Pack, tmp_path: Path) -> Export:
    def run(report: Report, files: dict[str, bytes] | None = None, *, clean: bool = False) -> ExportedSets:
        attachments = {**kept(pack), **(files or {})}
        return export_sets(
            report,
            pack,
            attachments,
            tmp_path / "sets",
            accept="These are invented",
            by="Robin",
            clean_appendices=clean,
        )

    return run


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def with_appendix(report: Report, **more: object) -> Report:
    appendix = Appendix.model_validate({"id": "x1", "number": "7", "title": "A paper", **more})
    return report.model_copy(update={"appendices": (*report.appendices, appendix)})


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(PATH).decode()


def refused(export: Export, report: Report, files: dict[str, bytes] | None = None) -> list[str]:
    with pytest.raises(ExportRefusedError) as caught:
        export(report, files)
    return [problem.message for problem in caught.value.problems]


def test_both_sets_are_named_as_the_pack_says_and_the_documents_are_told_apart(export: Export, report: Report) -> None:
    made = export(report)
    assert made.public[0].parent.name == "Public"
    assert made.non_public[0].parent.name == "Non-public"
    assert made.public[0].name != made.non_public[0].name
    assert SECRET in text_of(made.non_public[0])
    assert SECRET not in text_of(made.public[0])


def test_the_same_report_gives_the_same_bytes_again(export: Export, report: Report) -> None:
    first = {path: path.read_bytes() for path in (*export(report).public, *export(report).non_public)}
    again = export(report)
    assert {path: path.read_bytes() for path in (*again.public, *again.non_public)} == first


def test_every_page_of_the_whole_document_says_that_it_is_not_for_publication(export: Export, report: Report) -> None:
    made = export(report)
    assert any("NOT FOR PUBLICATION" in text for text in headers(made.non_public[0]))
    assert not any("NOT FOR PUBLICATION" in text for text in headers(made.public[0]))


def headers(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]


@pytest.mark.parametrize("words", ["Exempt", "Confidential"])
def test_of_a_report_that_is_not_public_at_all_there_is_no_public_set_and_it_is_said(
    export: Export, report: Report, words: str, tmp_path: Path
) -> None:
    made = export(status(report, words))
    assert made.public == ()
    assert any(words.lower() in said and "no public set" in said for said in made.found)
    assert not (tmp_path / "sets" / "Public").exists()


@pytest.mark.parametrize("words", ["Restricted", "not for publication"])
def test_a_status_that_nobody_knows_publishes_nothing(
    export: Export, report: Report, words: str, tmp_path: Path
) -> None:
    assert any("not a public status" in message for message in refused(export, status(report, words)))
    assert names(tmp_path) == []


def test_a_part_exempt_report_with_nothing_marked_publishes_nothing(export: Export, pack: Pack, tmp_path: Path) -> None:
    bare = status(sample(pack), "Part exempt").model_copy(update={"appendices": ()})
    assert any("would hold all of it" in message for message in refused(export, bare))
    assert names(tmp_path) == []


def test_a_public_report_makes_two_sets_that_are_the_same(export: Export, pack: Pack) -> None:
    made = export(status(sample(pack), "Public"))
    assert [path.name for path in made.public] == [path.name for path in made.non_public]
    assert "both sets are the same" in " ".join(made.found)


def test_errors_keep_both_sets_from_being_made(pack: Pack, report: Report, tmp_path: Path) -> None:
    broken = report.model_copy(update={"fields": {**report.fields, "subject": FieldValue()}})
    with pytest.raises(ExportRefusedError):
        export_sets(broken, pack, kept(pack), tmp_path / "sets")
    assert names(tmp_path) == []


def test_the_acceptance_is_kept_before_anything_is_written(pack: Pack, report: Report, tmp_path: Path) -> None:
    broken = report.model_copy(update={"fields": {**report.fields, "report-author": FieldValue()}})
    seen: list[list[str]] = []
    made = export_sets(
        broken,
        pack,
        kept(pack),
        tmp_path / "sets",
        accept="Agreed",
        by="Robin",
        keep=lambda _: seen.append(names(tmp_path)),
    )
    assert made.accepted
    assert seen == [[]]


def test_private_words_in_the_public_part_are_never_accepted(export: Export, report: Report, tmp_path: Path) -> None:
    again = (*report.blocks("conclusion"), Paragraph(runs=(Text(text=SECRET.upper()),)))
    assert any(
        "“THE OFFICER WAS" in each
        for each in refused(export, apply(SetBlocks(section="conclusion", blocks=again), report))
    )
    assert names(tmp_path) == []


class TestTheGate:
    """The rules look at the report; these leaks are in files, which only the last search can see."""

    def test_private_words_in_a_public_appendix(self, export: Export, report: Report, tmp_path: Path) -> None:
        public = with_appendix(report, status="public", attachment="open.docx")
        (said,) = refused(export, public, {"open.docx": open_docx(f"They said that {SECRET}")})
        assert "Appendix 7 - A paper.docx has words in its text" in said
        assert "“The officer was dismissed" in said
        assert names(tmp_path) == []

    @pytest.mark.parametrize(
        ("part", "where"),
        [("word/comments.xml", "in its comments"), ("word/header1.xml", "in its header"),
         ("docProps/core.xml", "in its properties"), ("customXml/item1.xml", "in the data behind its text")],
    )  # fmt: skip
    def test_private_words_anywhere_in_it(self, export: Export, report: Report, part: str, where: str) -> None:
        halves = SECRET.split(" dismissed ")
        words = f"<t>{halves[0]} </t><t>dismissed {halves[1]}</t>"
        roots = {"word/comments.xml": "comments", "word/header1.xml": "hdr"}
        root = roots.get(part, "any")
        data = package({PATH: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
                        part: f"<{root}>{words}</{root}>"})  # fmt: skip
        public = with_appendix(report, status="public", attachment="open.docx")
        (said,) = refused(export, public, {"open.docx": data})
        assert where in said

    def test_words_of_a_private_file(self, export: Export, report: Report) -> None:
        both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
        words = "Nobody outside the room may know what was offered"
        (said,) = refused(export, both, {"offer.docx": open_docx(words), "open.docx": open_docx(f"x {words} y")})
        assert words in said

    def test_the_private_file_itself_under_another_name_and_inside_another(
        self, export: Export, report: Report
    ) -> None:
        both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="face.png")
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="copy.png")
        face = png("x")
        assert "is the file face.png" in refused(export, both, {"face.png": face, "copy.png": face})[0]
        inside = io.BytesIO()
        with zipfile.ZipFile(inside, "w") as archive:
            archive.writestr("a/picture.png", face)
        assert "has face.png inside it" in refused(export, both, {"face.png": face, "copy.png": inside.getvalue()})[0]

    def test_the_name_of_a_private_file_and_an_address(self, export: Export, report: Report) -> None:
        link = "https://example.org/offers/7"
        both = with_appendix(
            report, status="exempt", exempt_paragraphs=(3,), attachment="Offer of Ms Example.jpeg", link=link
        )
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
        said = refused(
            export,
            both,
            {"Offer of Ms Example.jpeg": jpeg("x"), "open.docx": open_docx(f"See {link}, offer of ms example.JPEG")},
        )
        assert any("names a file" in each for each in said)
        assert any("has an address" in each for each in said)

    def test_text_files_in_any_encoding(self, export: Export, report: Report) -> None:
        public = with_appendix(report, status="public", attachment="open.txt")
        for encoding in ("utf-8", "utf-16", "cp1252"):
            assert refused(export, public, {"open.txt": f"They said: {SECRET}".encode(encoding)}), encoding

    def test_old_word_documents_and_spreadsheets(self, export: Export, report: Report) -> None:
        public = with_appendix(report, status="public", attachment="open.doc")
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(505) + SECRET.encode("utf-16-le") + bytes(99)
        assert refused(export, public, {"open.doc": old})
        assert refused(export, public, {"open.doc": old[:512] + SECRET.encode("cp1252") + bytes(99)})
        public = with_appendix(report, status="public", attachment="open.xlsx")
        book = io.BytesIO()
        with zipfile.ZipFile(book, "w") as archive:
            first, rest = SECRET[:11], SECRET[11:]
            archive.writestr("xl/sharedStrings.xml", f"<sst><si><r><t>{first}</t></r><r><t>{rest}</t></r></si></sst>")
        assert refused(export, public, {"open.xlsx": book.getvalue()})

    @pytest.mark.parametrize("where", ["page", "title", "link"])
    def test_pdfs(self, export: Export, report: Report, where: str) -> None:
        link = "https://example.org/offers/7"
        said = pdf(page=SECRET if where == "page" else "Open", title=SECRET if where == "title" else "Open",
                   link=link if where == "link" else "https://example.org/")  # fmt: skip
        both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), link=link)
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.pdf")
        assert refused(export, both, {"open.pdf": said})
        assert export(both, {"open.pdf": pdf("Open", "Open", "https://example.org/")}).public

    def test_words_of_a_private_pdf(self, export: Export, report: Report) -> None:
        words = "Nobody outside the room may know what was offered"
        both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.pdf")
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
        files = {"offer.pdf": pdf(words, "x", "https://example.org/"), "open.docx": open_docx(f"x {words} y")}
        assert refused(export, both, files)

    def test_the_author_of_a_pdf_is_named(self, export: Export, report: Report) -> None:
        public = with_appendix(report, status="public", attachment="open.pdf")
        made = export(public, {"open.pdf": pdf("Open", "Open", "https://example.org/")})
        assert any("names its author (Sam Example)" in said for said in made.found)

    def test_the_offices_own_address_in_every_footer_is_no_leak(self, export: Export, report: Report) -> None:
        w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        address = "Example Council, Town Hall, High Street, Exampletown, EX1 1EX"
        letter = {"word/header1.xml": f'<w:hdr xmlns:w="{w}"><w:p><w:r><w:t>{address}</w:t></w:r></w:p></w:hdr>'}

        def paper(words: str) -> bytes:
            body = f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
            return package({PATH: body, **letter})

        both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
        both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
        assert export(both, {"offer.docx": paper("The offer"), "open.docx": paper("The plan")}).public
        assert refused(export, both, {"offer.docx": paper("The offer"), "open.docx": open_docx(address)})

    def test_a_public_file_that_cannot_be_searched_is_named(self, export: Export, report: Report) -> None:
        public = with_appendix(report, status="public", attachment="open.docx")
        made = export(public, {"open.docx": b"PK\x03\x04 broken off"})
        assert any("was not searched" in said for said in made.found)

    def test_a_short_title_of_a_withheld_appendix_is_mentioned(self, export: Export, report: Report) -> None:
        withheld = with_appendix(report, status="exempt", exempt_paragraphs=(3,), title="Bidder Seven")
        again = (*withheld.blocks("conclusion"), Paragraph(runs=(Text(text="We thank Bidder Seven."),)))
        made = export(apply(SetBlocks(section="conclusion", blocks=again), withheld))
        assert any("“Bidder Seven”" in said for said in made.found)


def pdf(page: str, title: str, link: str) -> bytes:
    """A PDF of one page, with a link and properties."""
    text = f"BT /F1 9 Tf 20 700 Td ({page}) Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({link})>>>>".encode(),
        f"<</Title({title})/Author(Sam Example)>>".encode(),
    )
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    end = b"xref\n0 8\n0000000000 65535 f \n%btrailer<</Size 8/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF"
    return data + end % (table, len(data))


class TestFolders:
    def test_a_stranger_in_the_public_folder_keeps_the_sets_from_being_written(
        self, export: Export, report: Report, tmp_path: Path
    ) -> None:
        public = tmp_path / "sets" / "Public"
        public.mkdir(parents=True)
        (public / "Appendix 2 - The offer.pdf").write_bytes(b"stale")
        with pytest.raises(FileError, match=r"Appendix 2 - The offer\.pdf"):
            export(report)
        assert names(tmp_path / "sets") == ["Public", "Public/Appendix 2 - The offer.pdf"]
        (public / "Appendix 2 - The offer.pdf").rename(tmp_path / "elsewhere.pdf")
        (public / "desktop.ini").write_bytes(b"")
        assert export(report).public

    def test_what_became_private_does_not_stay_in_the_public_folder(self, export: Export, report: Report) -> None:
        public = with_appendix(report, status="public", attachment="open.docx")
        assert len(export(public, {"open.docx": open_docx()}).public) > len(export_public(report, export))

    def test_a_stale_document_of_a_report_that_became_exempt_is_named(self, export: Export, report: Report) -> None:
        export(report)
        with pytest.raises(FileError, match="would be published"):
            export(status(report, "Exempt"))

    def test_strangers_elsewhere_are_left_alone(self, export: Export, report: Report, tmp_path: Path) -> None:
        other = tmp_path / "sets" / "Non-public"
        other.mkdir(parents=True)
        (other / "mine.txt").write_bytes(b"mine")
        export(report)
        assert (other / "mine.txt").read_bytes() == b"mine"

    @pytest.mark.parametrize("after", range(3))
    def test_when_writing_fails_all_is_as_it_was(
        self, export: Export, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
    ) -> None:
        public = with_appendix(report, status="public", attachment="open.docx")
        files = {"open.docx": open_docx()}
        export(public, files)
        before = {path: path.read_bytes() for path in (tmp_path / "sets").rglob("*") if path.is_file()}
        written: list[Path] = []

        def full(path: Path, data: bytes) -> None:
            if len(written) == after:
                written.append(path)
                raise FileError("There is no room left on the disk.")
            written.append(path)
            atomic_write(path, data)

        monkeypatch.setattr("clerkwell.session.set_folders.atomic_write", full)
        changed = apply(SetBlocks(section="conclusion", blocks=(Paragraph(runs=(Text(text="Otherwise."),)),)), public)
        with pytest.raises(FileError):
            export(changed, files)
        assert {path: path.read_bytes() for path in (tmp_path / "sets").rglob("*") if path.is_file()} == before

    def test_when_writing_fails_the_first_time_no_folder_is_left(
        self, export: Export, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(path: Path, data: bytes) -> None:
            raise FileError(f"There is no room for {path.name}, {len(data)} bytes.")

        monkeypatch.setattr("clerkwell.session.set_folders.atomic_write", full)
        with pytest.raises(FileError):
            export(report)
        assert names(tmp_path) == []

    def test_a_report_in_the_way_is_not_written_over(self, export: Export, report: Report, pack: Pack) -> None:
        made = export(report)
        write_file(made.non_public[0], StoredReport(report, pack.files))
        with pytest.raises(FileError, match="is a Clerkwell report"):
            export(report)

    def test_one_folder_under_both_names_is_refused(self, export: Export, report: Report, tmp_path: Path) -> None:
        (tmp_path / "sets" / "Non-public").mkdir(parents=True)
        (tmp_path / "sets" / "Public").symlink_to(tmp_path / "sets" / "Non-public")
        with pytest.raises(FileError, match="one and the same"):
            export(report)


def export_public(report: Report, export: Export) -> tuple[Path, ...]:
    """What the public set is once the appendix has gone: its old file has to be moved away first."""
    with pytest.raises(FileError, match=r"Appendix 7 - A paper\.docx") as caught:
        export(report)
    assert caught.value.path is not None
    (caught.value.path / "Appendix 7 - A paper.docx").unlink()
    return export(report).public


def test_an_ordinary_export_of_private_words_says_that_it_is_not_for_publication(
    pack: Pack, report: Report, tmp_path: Path
) -> None:
    exported = export_report(report, pack, kept(pack), tmp_path / "out.docx", accept="Invented", by="Robin")
    assert "not for publication" in exported.found[0]
    public = export_report(status(sample(pack), "Public"), pack, kept(pack), tmp_path / "open.docx")
    assert not any("not for publication" in said for said in public.found)
