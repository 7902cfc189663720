"""Both sets are written whole or not at all; in doubt nothing is published, and nobody's files are touched."""

import zipfile
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Paragraph, Report, SetBlocks, SubHeading, Text, apply
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError, export_report
from clerkwell.session.sets import export_sets
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import FileError, atomic_write
from helpers.planting import open_docx
from helpers.shipped import kept, sample, shipped
from helpers.two_sets import SECRET, Export, exporter, names, part_exempt, refused, status, with_appendix


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped("city-of-london-2023")


@pytest.fixture
def report(pack: Pack) -> Report:
    return part_exempt(pack)


@pytest.fixture
def export(pack: Pack, tmp_path: Path) -> Export:
    return exporter(pack, tmp_path / "sets")


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


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


@pytest.mark.parametrize("mark", ["public", "", "not listed"])
def test_an_annex_that_the_status_keeps_back_is_not_published(
    export: Export, pack: Pack, tmp_path: Path, mark: str
) -> None:
    report = status(sample(pack), "Part exempt")
    kept_back = {"public-status": FieldValue(text="Part exempt – Appendix 1", value="Part exempt")}
    report = report.model_copy(update={"fields": {**report.fields, **kept_back}})
    first, *others = report.appendices
    marked = tuple(each.model_copy(update={"status": "exempt", "exempt_paragraphs": (3,)}) for each in others)
    mine = () if mark == "not listed" else (first.model_copy(update={"number": "1", "status": mark}),)
    report = report.model_copy(update={"appendices": (*mine, *marked)})
    if mark:
        assert any("Appendix 1 is not for publication" in message for message in refused(export, report))
        assert names(tmp_path) == []
    else:
        assert not any("ppendix 1" in path.name for path in export(report).public)


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

    @pytest.mark.parametrize("inside", ["Public", "Public/July"])
    def test_nothing_that_is_not_public_goes_into_the_public_folder_of_another_export(
        self, export: Export, report: Report, pack: Pack, tmp_path: Path, inside: str
    ) -> None:
        export(report)
        before = names(tmp_path)
        with pytest.raises(FileError, match="is the public set of another export"):
            exporter(pack, tmp_path / "sets" / inside)(report)
        assert names(tmp_path) == before

    def test_a_folder_that_only_happens_to_be_called_so_will_do(
        self, report: Report, pack: Pack, tmp_path: Path
    ) -> None:
        assert exporter(pack, tmp_path / "Public" / "Documents")(report).public

    @pytest.mark.parametrize("which", ["public", "non_public"])
    def test_a_link_to_a_file_elsewhere_is_not_written_through(
        self, export: Export, report: Report, tmp_path: Path, which: str
    ) -> None:
        path: Path = getattr(export(report), which)[0]
        other = tmp_path / "mine.docx"
        other.write_bytes(b"mine")
        path.unlink()
        path.symlink_to(other)
        with pytest.raises(FileError, match="is a link to another file"):
            export(report)
        assert other.read_bytes() == b"mine"

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


def test_a_whole_document_with_private_words_does_not_go_into_a_public_folder(
    export: Export, report: Report, pack: Pack
) -> None:
    folder = export(report).public[0].parent
    before = names(folder)
    for draft in (True, False):
        with pytest.raises(FileError, match="is the public set of another export"):
            export_report(report, pack, kept(pack), folder / "whole.docx", draft=draft, accept="x", by="Robin")
    assert names(folder) == before
    public = status(sample(pack), "Public")
    assert export_report(public, pack, kept(pack), folder / "open.docx", accept="x", by="Robin").path.exists()


def test_nobody_accepts_in_passing_that_what_its_heading_withholds_is_published(
    export: Export, report: Report, pack: Pack, tmp_path: Path
) -> None:
    heading = SubHeading(runs=(Text(text="Exempt information (paragraph 3)"),))
    blocks = (*report.blocks("conclusion"), heading, Paragraph(runs=(Text(text="Smith Ltd offered most."),)))
    said = apply(SetBlocks(section="conclusion", blocks=blocks), report)
    assert any("says that this is not for publication" in each for each in refused(export, said))
    assert names(tmp_path) == []
    # The whole document withholds nothing anyway.
    assert export_report(said, pack, kept(pack), tmp_path / "a.docx", accept="x", by="Robin").path.exists()


def test_an_ordinary_export_of_private_words_says_that_it_is_not_for_publication(
    pack: Pack, report: Report, tmp_path: Path
) -> None:
    exported = export_report(report, pack, kept(pack), tmp_path / "out.docx", accept="Invented", by="Robin")
    assert "not for publication" in exported.found[0]
    public = export_report(status(sample(pack), "Public"), pack, kept(pack), tmp_path / "open.docx")
    assert not any("not for publication" in said for said in public.found)
