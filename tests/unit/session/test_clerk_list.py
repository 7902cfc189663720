"""The list for the clerk: beside a final, in no document and no public set, and never out of date."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from clerkwell.model import Appendix, FieldValue, Paragraph, Report, SetBlocks, SetField, Text, apply
from clerkwell.packs import Pack
from clerkwell.rules import check
from clerkwell.session import exporting
from clerkwell.session.clerk_list import clerk_list, list_path
from clerkwell.session.exporting import export_report
from clerkwell.session.sets import export_sets
from clerkwell.session.waiving import set_aside
from clerkwell.system import FileError
from helpers.examples import pack_of, sample

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CITY, GENERIC = "city-of-london-2023", "generic-english-council"


@pytest.fixture
def pack() -> Pack:
    return pack_of(CITY)


@pytest.fixture
def decided(pack: Pack) -> Report:
    """A report with an error that is accepted and a warning that is set aside."""
    report = apply(SetField(field="spending", value=FieldValue(text="N/A <b>")), sample(CITY))
    report = apply(SetBlocks(section="risk", blocks=(Paragraph(runs=(Text(text="None."),)),)), report)
    for problem in check(report, pack):
        if problem.rule == "answer-not-recognised":
            edit = set_aside(report, problem, "The form is being replaced", "Robin Sample", NOW, accepted=True)
            report = apply(edit, report)
        elif problem.rule == "nil-without-reason":
            report = apply(set_aside(report, problem, "Legal agree", "Alex Example", NOW), report)
    assert len(report.waivers) == 2
    return report


def files(pack: Pack) -> dict[str, bytes]:
    return dict(pack.sample_attachments)


def test_it_says_who_let_what_stand_where_when_and_why(decided: Report, pack: Pack, tmp_path: Path) -> None:
    made = export_report(decided, pack, files(pack), tmp_path / "Report.docx")
    assert made.for_clerk == tmp_path / "Report - for the clerk.html"
    page = html.fromstring(made.for_clerk.read_bytes())
    assert page.get("lang") == "en-GB"
    errors, warnings = page.findall(".//table")
    (row,) = errors.findall(".//tbody/tr")
    cells = [each.text_content() for each in row]
    assert "extra revenue" in cells[0]
    assert cells[2:] == ["“N/A <b>”", "The form is being replaced", "Robin Sample", "2 March 2026"]
    (row,) = warnings.findall(".//tbody/tr")
    assert [each.text_content() for each in row][2:5] == ["“None.”", "Legal agree", "Alex Example"]
    assert all(each.get("scope") == "col" for each in page.findall(".//thead//th"))
    assert not page.findall(".//script")


def test_nothing_of_it_is_in_the_document(decided: Report, pack: Pack, tmp_path: Path) -> None:
    made = export_report(decided, pack, files(pack), tmp_path / "Report.docx")
    said = "\n".join(paragraph.text for paragraph in Document(str(made.path)).paragraphs)
    assert "being replaced" not in said
    assert b"Legal agree" not in made.path.read_bytes()


def test_a_report_with_nothing_to_list_gets_none_and_a_draft_never_does(
    decided: Report, pack: Pack, tmp_path: Path
) -> None:
    clean = export_report(sample(CITY), pack, files(pack), tmp_path / "Clean.docx")
    draft = export_report(decided, pack, files(pack), tmp_path / "Draft.docx", draft=True)
    assert (clean.for_clerk, draft.for_clerk) == (None, None)
    assert not list(tmp_path.glob("*.html"))


def test_a_list_that_no_longer_holds_is_replaced_or_taken_away(decided: Report, pack: Pack, tmp_path: Path) -> None:
    out = tmp_path / "Report.docx"
    export_report(decided, pack, files(pack), out)
    fewer = decided.model_copy(update={"waivers": decided.waivers[:1]})
    first = list_path(out).read_text(encoding="utf-8")
    export_report(fewer, pack, files(pack), out)
    assert "Legal agree" in first
    assert "Legal agree" not in list_path(out).read_text(encoding="utf-8")
    export_report(sample(CITY), pack, files(pack), out)
    assert not list_path(out).exists()


def test_a_waiver_of_what_was_put_right_is_not_listed(decided: Report, pack: Pack) -> None:
    mended = apply(SetBlocks(section="risk", blocks=(Paragraph(runs=(Text(text="The roof may leak."),)),)), decided)
    page = clerk_list(mended, pack).decode()
    assert "Legal agree" not in page
    assert "being replaced" in page


def test_a_file_of_somebody_else_is_left_alone(decided: Report, pack: Pack, tmp_path: Path) -> None:
    out = tmp_path / "Report.docx"
    list_path(out).write_text("<p>Mine</p>", encoding="utf-8")
    made = export_report(decided, pack, files(pack), out)
    assert list_path(out).read_text(encoding="utf-8") == "<p>Mine</p>"
    assert made.for_clerk is not None
    assert made.for_clerk != list_path(out)
    export_report(sample(CITY), pack, files(pack), out)
    assert list_path(out).exists()


def test_the_same_report_makes_the_same_list(decided: Report, pack: Pack) -> None:
    assert clerk_list(decided, pack) == clerk_list(decided, pack)


def test_an_export_that_fails_leaves_the_list_as_it_was(
    decided: Report, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "Report.docx"
    fewer = decided.model_copy(update={"waivers": decided.waivers[:1]})
    export_report(fewer, pack, files(pack), out)
    before = list_path(out).read_bytes()

    def full(path: Path, _: bytes) -> None:
        raise FileError("The disk is full.", path)

    monkeypatch.setattr(exporting, "atomic_write", full)
    with pytest.raises(FileError):
        export_report(decided, pack, files(pack), out)
    assert list_path(out).read_bytes() == before
    with pytest.raises(FileError):
        export_report(decided, pack, files(pack), tmp_path / "Other.docx")
    assert not list_path(tmp_path / "Other.docx").exists()


def test_of_both_sets_it_is_in_neither(tmp_path: Path) -> None:
    pack, report = pack_of(GENERIC), sample(GENERIC)
    quiet = "The closing words say nothing new"
    report = apply(SetBlocks(section="conclusion", blocks=(Paragraph(runs=(Text(text="N/A"),)),)), report)
    problem = next(each for each in check(report, pack) if each.place and each.place.section == "conclusion")
    report = apply(set_aside(report, problem, quiet, "Robin", NOW, accepted=problem.severity == "error"), report)
    made = export_sets(report, pack, files(pack), tmp_path)
    assert made.for_clerk is not None
    assert made.for_clerk.parent == tmp_path
    page = made.for_clerk.read_text(encoding="utf-8")
    assert quiet in page
    assert "Not for publication" in page, "the report is part exempt"
    assert not list(made.public[0].parent.glob("*.html"))
    assert not list(made.non_public[0].parent.glob("*.html"))
    with pytest.raises(FileError):
        # A public report's document may go into a public folder, but no list of who accepted what.
        export_report(report, pack, files(pack), made.public[0].parent / "Report.docx")


def test_a_public_folder_gets_no_list_even_of_a_public_report(decided: Report, pack: Pack, tmp_path: Path) -> None:
    names = pack.manifest.files
    public = tmp_path / names.public
    public.mkdir()
    (tmp_path / names.non_public).mkdir()
    with pytest.raises(FileError):
        export_report(decided, pack, files(pack), public / "Report.docx")
    assert not list(public.iterdir())
    export_report(sample(CITY), pack, files(pack), public / "Report.docx")


def test_it_says_why_something_is_kept_from_the_public() -> None:
    """It was asked for “the clerk and the check”, and came out nowhere."""
    pack, report = pack_of(CITY), sample(CITY)
    why = "The bidders <b> would be told what to bid."
    terms = Appendix(id="x1", number="7", title="Terms", status="exempt", exempt_paragraphs=(3,), public_interest=why)
    exempt = report.model_copy(update={"appendices": (*report.appendices, terms), "waivers": ()})
    assert clerk_list(report, pack) == b"", "a public report keeps nothing"
    (listed,) = html.fromstring(clerk_list(exempt, pack)).findall(".//table")
    assert listed.findtext("caption") == "Why it is not for publication"
    (row,) = listed.findall(".//tbody/tr")
    assert [each.text_content() for each in row] == [
        "Appendix 7, Terms",
        "Paragraph 3 (financial or business affairs)",
        why,
    ]
    whole = FieldValue(text="Exempt", value="Exempt")
    (listed,) = html.fromstring(clerk_list(apply(SetField(field="public-status", value=whole), report), pack)).xpath(
        ".//table[caption[starts-with(., 'Why')]]"
    )
    assert "The whole report (exempt)" in listed.text_content()
    assert "Not stated" in listed.text_content()
