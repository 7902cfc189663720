"""What every pack makes can be read by everyone: nothing above information that is not the template's own."""

import io
import json
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from clerkwell.cli import main
from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.blank import export_blank
from clerkwell.session.sets import export_sets
from clerkwell.word.accessibility import check_document, graded, made_with
from clerkwell.word.accessibility.facts import gather
from clerkwell.word.ooxml.anything import open_any
from clerkwell.word.writer import write_document
from helpers.independent import soffice
from helpers.seeds import REPORTS, imported
from helpers.shipped import IDS, sample, shipped

# What a template brings itself, and why it stays.
OWN = {
    # The City prints the subject in the table at the head; the document's one Heading 1 stands where it is printed.
    "city-of-london-2017": {"heading-in-table"},
    "city-of-london-2022": {"heading-in-table"},
    "city-of-london-2023": {"heading-in-table"},
    "north-somerset-executive-2022": set[str](),
    "generic-english-council": set[str](),
    "maidstone-2022": set[str](),
}


@pytest.fixture(params=IDS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return shipped(str(request.param))


def exported(report: Report, pack: Pack, draft: bool) -> bytes:
    return write_document(report, pack, draft=draft, attachments=pack.sample_attachments)


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_a_sample_has_nothing_above_information_that_is_not_the_template_s_own(pack: Pack, draft: bool) -> None:
    document = exported(sample(pack), pack, draft)

    above = [each for each in graded(document, pack.template) if each.problem.severity != "info"]
    assert [each.problem.message for each in above if not each.own] == []
    assert {each.problem.rule for each in above if each.own} == OWN[pack.id]
    assert all(each.severity == "info" for each in check_document(document, pack.template))


@pytest.mark.seeds
@pytest.mark.parametrize("name", sorted(REPORTS))
def test_the_draft_of_a_published_report_has_nothing_above_information_but_what_its_author_left(
    name: str, seeds: Path
) -> None:
    result = imported(seeds, name)
    document = exported(result.report, result.pack, True)

    above = {each.rule for each in check_document(document, result.pack.template) if each.severity != "info"}
    # S3 was published with a prompt of its template in it.
    assert above == ({"left-prompt"} if name == "S3" else set())


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_there_is_one_heading_1_and_no_level_is_left_out(pack: Pack, draft: bool) -> None:
    facts = gather(open_any(exported(sample(pack), pack, draft)))

    levels = [each.level for each in facts.body if each.level]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_another_reader_finds_title_language_and_header_rows(pack: Pack) -> None:
    read = Document(io.BytesIO(exported(sample(pack), pack, False)))

    assert read.core_properties.title == sample(pack).field("subject").text
    assert read.core_properties.language == "en-GB"
    for each in read.tables:
        assert each.rows[0]._tr.xpath("./w:trPr/w:tblHeader")  # noqa: SLF001 - there is no public way to ask


def test_a_document_names_the_pack_that_made_it(pack: Pack) -> None:
    assert made_with(exported(sample(pack), pack, False)) == (pack.id, pack.ref.version)


def test_the_command_line_grades_what_is_the_installed_template_s_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = shipped("city-of-london-2023")
    path = tmp_path / "report.docx"
    path.write_bytes(exported(sample(pack), pack, False))

    assert main(["check", str(path), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["error"] == told["counts"]["warning"] == 0
    [own] = [each for each in told["problems"] if each["rule"] == "heading-in-table"]
    assert own["severity"] == "info"
    assert "the template’s own" in own["message"]


def test_the_blank_form_has_nothing_above_information_that_is_not_the_template_s_own(
    pack: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "form.docx"
    export_blank(pack, path)

    assert [each.message for each in check_document(path.read_bytes(), pack.template) if each.severity != "info"] == []


def test_both_sets_have_nothing_above_information_that_is_not_the_template_s_own(pack: Pack, tmp_path: Path) -> None:
    sets = export_sets(sample(pack), pack, pack.sample_attachments, tmp_path, accept="A trial.", by="Sam Sample")

    documents = [path for path in (*sets.public, *sets.non_public) if path.suffix == ".docx"]
    assert documents
    for path in documents:
        told = check_document(path.read_bytes(), pack.template)
        assert [each.message for each in told if each.severity != "info"] == []


HTML = """<html lang="en-GB"><head><title>Trees in Example Street</title></head><body><h1>Trees</h1><p>Oaks are old.</p>
<h3>Elms</h3><p>See <a href="https://www.example.org/a">click here</a>.</p><table><tr><td>Oak</td><td>9 m</td></tr>
<tr><td>Elm</td><td>8 m</td></tr></table><p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ
AAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII="></p></body></html>"""


def convert(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another form, in a folder of its own."""
    folder.mkdir()
    command = [soffice(), f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless"]
    # A page of the web is opened in another program of LibreOffice, which does not write Word documents.
    command += ["--infilter=HTML (StarWriter)"] if path.suffix == ".html" else []
    command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind.partition(':')[0]}"


@pytest.mark.libreoffice
def test_a_document_that_libreoffice_made_is_checked(tmp_path: Path) -> None:
    (tmp_path / "trees.html").write_text(HTML, encoding="utf-8")
    made = convert(tmp_path / "trees.html", "docx:MS Word 2007 XML", tmp_path / "made")

    rules = {each.rule for each in check_document(made.read_bytes())}

    assert {"heading-order", "link-text", "table-header-row", "alt-text-missing"} <= rules


@pytest.mark.libreoffice
def test_an_export_that_was_saved_by_libreoffice_is_still_for_everyone(tmp_path: Path) -> None:
    pack = shipped("generic-english-council")
    (tmp_path / "report.docx").write_bytes(exported(sample(pack), pack, False))
    odt = convert(tmp_path / "report.docx", "odt", tmp_path / "odt")
    made = convert(odt, "docx:MS Word 2007 XML", tmp_path / "again")

    above = [each for each in check_document(made.read_bytes()) if each.severity != "info"]

    # LibreOffice 7.4 does not keep the mark that says that the logo's place is decorative.
    assert [each.message for each in above if each.rule != "alt-text-missing"] == []
    assert [each.message for each in above if "header of the first page" not in each.message] == []
