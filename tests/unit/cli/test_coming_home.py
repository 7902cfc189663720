"""`keep`, `merge`, `compare` and `export --handoff`: what went out comes home, and nothing is written by mistake."""

import io
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from clerkwell.comparing import compare
from clerkwell.model import Report, words
from clerkwell.session.versions import opened
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from clerkwell.word.accessibility import made_with
from helpers.came_back import Edit, commented, edited, rewritten, shipped, tracked, typed
from helpers.commands import run
from helpers.retyped import delete
from helpers.retyped import edited as in_xml

LENDS = tracked("lends", "gives")
WEEKS = typed("four weeks in spring", "five weeks in spring")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report, and the draft that was made of it."""
    folder = tmp_path_factory.mktemp("made")
    pack, report = shipped()
    write_file(folder / "a.clerkwell", StoredReport(report, pack.files, pack.sample_attachments))
    assert run("export", folder / "a.clerkwell", "--draft", "-o", folder / "d.docx") == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "a.clerkwell"


@pytest.fixture
def sayings(capsys: pytest.CaptureFixture[str], folder: Path) -> pytest.CaptureFixture[str]:
    assert folder.is_dir()
    capsys.readouterr()
    return capsys


def came_back(folder: Path, *edits: Edit) -> Path:
    path = folder / "back.docx"
    path.write_bytes(edited((folder / "d.docx").read_bytes(), *edits))
    return path


def write(file: Path, section: str, old: str, new: str) -> None:
    stored = read_file(file)
    write_file(file, replace(stored, report=rewritten(stored.report, section, old, new)))


def changed(before: Report, after: Report) -> set[tuple[str, str, str]]:
    return {(each.part, each.before, each.after) for each in compare(before, after, shipped()[0])}


class TestKeeping:
    def test_a_version_is_kept_under_its_name(self, file: Path, sayings: pytest.CaptureFixture[str]) -> None:
        assert run("keep", file, "As sent to Legal") == 0
        assert "“As sent to Legal”" in sayings.readouterr().out
        assert [each.name for each in read_file(file).report.versions][-1] == "As sent to Legal"

    def test_a_name_that_is_taken_is_refused_and_nothing_changes(
        self, file: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        run("keep", file, "As sent")
        before = file.read_bytes()
        assert run("keep", file, "as sent") == 2
        assert "another name" in sayings.readouterr().err
        assert file.read_bytes() == before

    def test_nothing_is_kept_in_a_report_that_somebody_has_open(
        self, file: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        lock = FileLock(file)
        lock.take()
        before = file.read_bytes()
        assert run("keep", file, "As sent") == 2
        assert "open" in sayings.readouterr().err
        assert file.read_bytes() == before
        lock.release()

    def test_a_report_with_a_named_version_is_not_written_over(self, file: Path) -> None:
        new = file.with_name("new.clerkwell")
        assert run("new", "--pack", shipped()[0].id, "-o", new) == 0
        assert run("keep", new, "Begun") == 0
        assert run("new", "--pack", shipped()[0].id, "-o", new) == 2


class TestExportingADraft:
    def test_it_names_the_report_and_a_version_of_it_is_kept_once(self, file: Path) -> None:
        (version,) = read_file(file).report.versions
        assert version.automatic
        draft = file.with_name("d.docx")
        assert version.digest in properties(draft)
        assert run("export", file, "--draft", "-o", draft) == 0
        assert len(read_file(file).report.versions) == 1

    def test_a_final_names_no_report(self, file: Path) -> None:
        final = file.with_name("final.docx")
        assert run("export", file, "-o", final, "--accept", "Agreed", "--by", "Robin") == 0
        assert made_with(final.read_bytes())[0] == shipped()[0].id
        assert "Clerkwell draft" not in properties(final)

    def test_where_the_report_cannot_be_changed_the_draft_is_made_and_that_is_said(
        self, file: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        write(file, "summary", "lends", "owns")
        lock = FileLock(file)
        lock.take()
        before = file.read_bytes()
        assert run("export", file, "--draft", "-o", file.with_name("e.docx")) == 0
        assert "only come home by comparing" in sayings.readouterr().out
        assert file.with_name("e.docx").is_file()
        assert file.read_bytes() == before
        lock.release()


class TestMerging:
    def test_everything_comes_in_and_nothing_besides(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        write(file, "summary", "£125,000", "£130,000")
        before = read_file(file).report
        back = came_back(folder, LENDS, WEEKS)
        back.write_bytes(commented(back.read_bytes(), "nine years old", "How many?", "Pat"))
        assert run("merge", file, back) == 0
        said = sayings.readouterr()
        assert "“lends” to “gives” (Pat Legal)" in said.out
        assert "“four” to “five” (not tracked)" in said.out
        assert not said.err
        after = read_file(file).report
        assert changed(before, after) == {("Summary", "lends", "gives"), ("Background", "four", "five")}
        assert [note.text for note in after.notes] == ["How many?"]

    def test_what_it_was_before_is_kept_as_a_version(self, file: Path, folder: Path) -> None:
        write(file, "summary", "£125,000", "£130,000")
        before = read_file(file).report
        assert run("merge", file, came_back(folder, LENDS)) == 0
        stored = read_file(file)
        version = stored.report.versions[-1]
        assert version.name.startswith("Before “back.docx” came home")
        assert changed(opened(version, stored.versions), before) == set()
        assert changed(opened(version, stored.versions), stored.report) == {("Summary", "lends", "gives")}

    def test_what_it_was_before_is_kept_under_that_name_though_the_draft_kept_it_already(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        assert run("merge", file, came_back(folder, LENDS)) == 0
        draft, before = read_file(file).report.versions
        assert before.name.startswith("Before “back.docx” came home")
        assert before.digest == draft.digest
        assert f"as the version “{before.name}”" in sayings.readouterr().out

    def test_a_paragraph_that_is_gone_is_named_once_more_by_itself(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        gone = words(read_file(file).report.blocks("background")[1])
        back = folder / "back.docx"
        back.write_bytes(in_xml((folder / "d.docx").read_bytes(), delete(gone[:40])))
        assert run("merge", file, back) == 0
        told = sayings.readouterr().out.partition("Taken out altogether")[2].splitlines()
        assert told[1].startswith(f"  - Background: removed: “{gone[:40]}")
        assert told[2].startswith("What it said before is kept")

    def test_another_file_can_take_it_and_the_report_stays_as_it_is(self, file: Path, folder: Path) -> None:
        before, out = file.read_bytes(), folder / "out.clerkwell"
        assert run("merge", file, came_back(folder, LENDS), "-o", out) == 0
        assert file.read_bytes() == before
        assert "gives" in words(read_file(out).report.blocks("summary")[0])

    def test_while_a_conflict_stands_nothing_is_written(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        write(file, "summary", "lends", "owns")
        before, out = file.read_bytes(), folder / "out.clerkwell"
        back = came_back(folder, LENDS, WEEKS)
        assert run("merge", file, back, "-o", out) == 1
        said = sayings.readouterr()
        assert "Conflict in Summary" in said.out
        assert "--prefer" in said.err
        assert file.read_bytes() == before
        assert not out.exists()
        for whose, word in (("ours", "owns"), ("theirs", "gives")):
            assert run("merge", file, back, "--prefer", whose, "-o", folder / f"{whose}.clerkwell") == 0
            report = read_file(folder / f"{whose}.clerkwell").report
            assert word in words(report.blocks("summary")[0])
            assert any("five weeks" in words(block) for block in report.blocks("background"))

    def test_without_the_version_untracked_differences_are_for_a_person_to_decide(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        stored = read_file(file)
        write_file(file, replace(stored, report=stored.report.model_copy(update={"versions": ()})))
        write(file, "summary", "£125,000", "£130,000")
        before = file.read_bytes()
        back = came_back(folder, LENDS)
        assert run("merge", file, back) == 1
        assert "not known" in sayings.readouterr().err
        assert file.read_bytes() == before
        assert run("merge", file, back, "--prefer", "ours") == 0
        summary = " ".join(words(block) for block in read_file(file).report.blocks("summary"))
        assert "gives" in summary
        assert "£130,000" in summary

    def test_a_document_that_says_nothing_new_leaves_the_file_alone(self, file: Path, folder: Path) -> None:
        before = file.read_bytes()
        assert run("merge", file, folder / "d.docx") == 0
        assert file.read_bytes() == before

    @pytest.mark.parametrize("kind", ["report", "letter", "junk", "missing", "other template"])
    def test_what_is_no_draft_of_this_report_is_refused_in_one_sentence(
        self, kind: str, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        path = folder / "x.docx"
        if kind == "report":
            path = file
        elif kind == "letter":
            path.write_bytes(letter())
        elif kind == "junk":
            path.write_bytes(b"PK\x03\x04 and no more")
        elif kind == "other template":
            pack, sample = shipped("north-somerset-executive-2022")
            other = folder / "b.clerkwell"
            write_file(other, StoredReport(sample, pack.files, pack.sample_attachments))
            run("export", other, "--draft", "-o", path)
            sayings.readouterr()
        before = file.read_bytes()
        assert run("merge", file, path) == 2
        said = sayings.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1
        assert "Traceback" not in said.err
        assert file.read_bytes() == before


class TestHandingOff:
    def test_only_its_sections_can_change(self, file: Path, folder: Path) -> None:
        part = folder / "part.docx"
        assert run("export", file, "--handoff", "background", "-o", part, "--by", "Robin") == 0
        before = read_file(file).report
        back = folder / "back.docx"
        back.write_bytes(edited(part.read_bytes(), WEEKS, tracked("computer room", "reading room")))
        assert run("merge", file, back) == 0
        after = read_file(file).report
        assert changed(before, after) == {("Background", "four", "five"), ("Background", "computer", "reading")}

    def test_sections_are_named_by_title_too_and_one_that_is_not_there_is_refused(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        part = folder / "part.docx"
        assert run("export", file, "--handoff", "Legal implications, financial", "-o", part) == 0
        assert run("export", file, "--handoff", "weather", "-o", folder / "no.docx") == 2
        assert "“weather”" in sayings.readouterr().err
        assert not (folder / "no.docx").exists()
        assert run("export", file, "--handoff", "financial", "--draft", "-o", part) == 2
        assert run("export", file, "--handoff", "financial") == 2


class TestComparing:
    def test_a_version_a_report_and_a_word_file_are_compared(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        run("keep", file, "As sent")
        write(file, "summary", "lends", "owns")
        sayings.readouterr()
        assert run("compare", f"{file}#as sent", file, "--json") == 0
        result = json.loads(sayings.readouterr().out)
        assert [(each["part"], each["before"], each["after"]) for each in result["differences"]] == [
            ("Summary", "lends", "owns")
        ]
        assert run("compare", file, came_back(folder, LENDS), "--json") == 0
        result = json.loads(sayings.readouterr().out)
        assert [(each["before"], each["after"]) for each in result["differences"]] == [("owns", "gives")]
        assert set(result["differences"][0]) == {
            "id", "part", "where", "kind", "before", "after", "worded", "pieces",
        }  # fmt: skip

    def test_two_word_files_are_compared_without_a_report(
        self, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        assert run("compare", folder / "d.docx", came_back(folder, LENDS), "--json") == 0
        result = json.loads(sayings.readouterr().out)
        assert [(each["before"], each["after"]) for each in result["differences"]] == [("lends", "gives")]

    def test_a_report_is_compared_with_one_that_was_imported_from_its_document(
        self, file: Path, folder: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        assert run("import", came_back(folder, LENDS), "-o", folder / "i.clerkwell") == 0
        sayings.readouterr()
        assert run("compare", file, folder / "i.clerkwell", "--json") == 0
        result = json.loads(sayings.readouterr().out)
        # What no document holds is not in the imported one: the log, and whether an appendix is public.
        kept = ("Consultations", "Appendix 1", "Appendix 2")
        told = [each for each in result["differences"] if each["part"] not in kept]
        assert [(each["part"], each["before"], each["after"]) for each in told] == [("Summary", "lends", "gives")]

    def test_the_comparison_is_a_word_document_with_tracked_changes(self, file: Path, folder: Path) -> None:
        out = folder / "cmp.docx"
        assert run("compare", file, came_back(folder, LENDS), "-o", out, "--by", "Robin") == 0
        body = Document(io.BytesIO(out.read_bytes())).element.xml
        assert "<w:delText" in body
        assert 'w:author="Robin"' in body

    def test_the_same_says_so(self, file: Path, sayings: pytest.CaptureFixture[str]) -> None:
        assert run("compare", file, file) == 0
        assert "say the same" in sayings.readouterr().out

    @pytest.mark.parametrize("name", ["nothing", ""])
    def test_a_version_that_there_is_not_names_those_there_are(
        self, name: str, file: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        run("keep", file, "As sent")
        sayings.readouterr()
        assert run("compare", f"{file}#{name}", file) == 2
        assert "“As sent”" in sayings.readouterr().err

    def test_a_comparison_is_never_written_over_a_report(self, file: Path) -> None:
        before = file.read_bytes()
        assert run("compare", file, file, "-o", file) == 2
        assert file.read_bytes() == before

    @pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".txt", ".docx"])
    def test_what_is_neither_is_refused_in_a_sentence(
        self, ending: str, file: Path, sayings: pytest.CaptureFixture[str]
    ) -> None:
        other = file.with_suffix(ending)
        other.write_bytes(b"hello")
        assert run("compare", file, other) == 2
        said = sayings.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


def letter() -> bytes:
    """A document about something else."""
    document = Document()
    document.add_paragraph("Dear Ms Example,")
    for number in range(12):
        document.add_paragraph(f"The {number} swallows of the tower were ringed in May, and each one was let go again.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def properties(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("docProps/custom.xml").decode()
