"""The clerk's table: a line for each report, in letters, for spreadsheets, for programs and as a page."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from clerkwell.cli.checked import Checked
from clerkwell.cli.tables import publish_by
from clerkwell.model import Edit, FieldValue, Paragraph, SetBlocks, SetField, Text, apply
from clerkwell.packs import publication_deadline
from clerkwell.storage import StoredReport, read_file, write_file
from helpers.commands import run
from helpers.examples import pack_of, sample

CITY, EXECUTIVE = "city-of-london-2023", "north-somerset-executive-2022"
Keep = Callable[..., Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Keeps a pack's sample in a file, with its subject changed if one is given."""

    def kept(name: str, pack_id: str = CITY, subject: str = "", change: Edit | None = None) -> Path:
        pack, report = pack_of(pack_id), sample(pack_id)
        if subject:
            report = apply(SetField(field="subject", value=FieldValue(text=subject, value=subject)), report)
        if change is not None:
            report = apply(change, report)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
        return path

    return kept


SPENDING = SetField(field="spending", value=FieldValue(text="N/A"))
NO_RISK = SetBlocks(section="risk", blocks=(Paragraph(runs=(Text(text="N/A"),), nil=True),))


def rows_of(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed)))


def test_several_reports_are_a_line_each(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = keep("one.clerkwell"), keep("two.clerkwell", EXECUTIVE)
    capsys.readouterr()
    assert run("check", one, two) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["Report", "File", "Template"]
    assert f"{CITY} {pack_of(CITY).manifest.pack.version}" in lines[1]
    assert "23 January 2023" in lines[1]
    assert str(two) in lines[2]
    assert lines[-1].startswith("2 files checked: 0 errors")


def test_one_report_prints_its_problems_as_ever(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    path = keep("one.clerkwell", change=SPENDING)
    capsys.readouterr()
    assert run("check", path) == 1
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}: 1 errors, ")
    assert second.endswith("[answer-not-recognised]")


def test_a_folder_is_its_reports_and_those_below_it(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep("papers/a.clerkwell")
    keep("papers/part two/b.clerkwell")
    (tmp_path / "papers" / "~$b.docx").write_bytes(b"")
    (tmp_path / "papers" / "minutes.docx").write_bytes(b"not looked at: there are reports here")
    capsys.readouterr()
    assert run("check", tmp_path / "papers", "--json") == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [Path(each["file"]).name for each in files] == ["a.clerkwell", "b.clerkwell"]


def test_a_pattern_is_filled_in_where_the_shell_did_not(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep("june-1.clerkwell")
    keep("june-2.clerkwell")
    keep("july-1.clerkwell")
    capsys.readouterr()
    assert run("check", tmp_path / "june-*.clerkwell", tmp_path / "june-1.clerkwell", "--csv") == 0
    names = [Path(row["File"]).name for row in rows_of(capsys.readouterr().out)]
    assert names == ["june-1.clerkwell", "june-2.clerkwell"], "each file once"


def test_a_pattern_that_fits_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path / "*.clerkwell") == 2
    assert "*.clerkwell" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_a_line_that_says_so(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, gone = keep("good.clerkwell", change=SPENDING), tmp_path / "gone.clerkwell"
    capsys.readouterr()
    assert run("check", good, gone, "--csv") == 2
    output = capsys.readouterr()
    first, second = rows_of(output.out)
    assert (first["Errors"], first["Could not be read"]) == ("1", "")
    assert (second["Report"], second["Errors"]) == ("Not read", "")
    assert "gone.clerkwell" in second["Could not be read"]
    assert "gone.clerkwell" in output.err


def test_as_json_each_file_has_what_the_table_says(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, gone = keep("good.clerkwell", subject="Lamps"), tmp_path / "gone.clerkwell"
    capsys.readouterr()
    assert run("check", good, gone, "--json") == 2
    told = json.loads(capsys.readouterr().out)
    (row,) = told["files"]
    assert {"file", "problems", "counts"} < set(row)
    assert (row["subject"], row["meeting"]) == ("Lamps", "2023-01-23")
    assert row["pack"] == {"id": CITY, "version": pack_of(CITY).manifest.pack.version}
    wanted = publication_deadline(sample(CITY), pack_of(CITY))
    assert wanted is not None
    assert row["publication_deadline"] == wanted.isoformat() == "2023-01-13"
    assert [each["file"] for each in told["unreadable"]] == [str(gone)]


def test_what_was_accepted_and_set_aside_is_counted(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    path = keep("one.clerkwell", change=SPENDING)
    stored = read_file(path)
    write_file(path, replace(stored, report=apply(NO_RISK, stored.report)))
    by = ("--by", "A. Officer", "--reason", "The form is being replaced")
    assert run("accept", path, "--rule", "answer-not-recognised", *by) == 0
    assert run("set-aside", path, "--rule", "nil-without-reason", *by) == 0
    capsys.readouterr()
    assert run("check", path, keep("two.clerkwell"), "--csv") == 1
    first, second = rows_of(capsys.readouterr().out)
    assert (first["Errors"], first["Errors accepted"], first["Warnings"], first["Set aside"]) == ("1", "1", "0", "1")
    assert (second["Errors accepted"], second["Set aside"]) == ("0", "0")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_no_spreadsheet_runs_what_a_report_says(start: str, keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    evil = f'{start}HYPERLINK("http://example.org","Lamps, new")'
    path, other = keep("one.clerkwell", subject=evil), keep("two.clerkwell")
    capsys.readouterr()
    run("check", path, other, "--csv")
    assert rows_of(capsys.readouterr().out)[0]["Report"] == f"'{' '.join(evil.split())}"


def test_a_table_for_excel_says_that_it_is_utf_8(keep: Keep, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    assert run("check", keep("one.clerkwell", subject="Café"), keep("two.clerkwell"), "-o", out) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows_of(out.read_text(encoding="utf-8-sig"))[0]["Report"] == "Café"
    assert b"\r\n" in out.read_bytes()


def test_the_page_can_be_read_without_seeing_it(keep: Keep, tmp_path: Path) -> None:
    out = tmp_path / "table.html"
    path = keep("one.clerkwell", subject="Lamps <script>alert(1)</script> & more", change=SPENDING)
    assert run("check", path, keep("two.clerkwell"), tmp_path / "gone.clerkwell", "--html", "-o", out) == 2
    page = html.fromstring(out.read_bytes())
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == page.findtext(".//h1") == "Reports checked"
    (table,) = page.findall(".//table")
    assert table.findtext("caption") == "How the reports stand"
    assert all(each.get("scope") == "col" for each in table.findall(".//thead//th"))
    assert all(each.get("scope") == "row" for each in table.findall(".//tbody//th"))
    heads = [each.tag for each in page.iter("h1", "h2", "h3")]
    assert heads[:2] == ["h1", "h2"]
    assert page.findtext(".//h2") == "Lamps <script>alert(1)</script> & more"
    named = {each.get("id") for each in page.findall(".//h2")}
    assert {each.get("href") for each in page.findall(".//a")} == {f"#{each}" for each in named}
    assert not page.findall(".//script")
    assert not [each for each in page.iter() if each.get("src") or each.get("style") or each.get("onclick")]
    assert "answer-not-recognised" in page.text_content()
    assert "Could not be read" in page.text_content()


def test_a_page_that_may_quote_private_words_says_so(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    public, private = keep("one.clerkwell"), keep("two.clerkwell", "generic-english-council")
    capsys.readouterr()
    run("check", public, "--html")
    assert "Not for publication" not in capsys.readouterr().out
    run("check", public, private, "--html")
    assert "Not for publication" in capsys.readouterr().out


def test_the_results_are_never_written_over_a_report(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = keep("one.clerkwell"), keep("two.clerkwell")
    before = one.read_bytes()
    assert run("check", one, two, "--html", "-o", one) == 2
    assert run("check", one, two, "-o", tmp_path / "final.docx") == 2
    assert one.read_bytes() == before
    assert "another file" in capsys.readouterr().err


def test_results_that_cannot_be_written_leave_what_was_there(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", keep("one.clerkwell"), "--html", "-o", tmp_path / "nowhere" / "table.html") == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_deadline_that_went_by_before_the_meeting_is_marked() -> None:
    row = Checked(Path("a"), meeting=date(2026, 6, 10), deadline=date(2026, 6, 2))
    assert publish_by(row, date(2026, 6, 2)) == "2 June 2026"
    assert publish_by(row, date(2026, 6, 3)) == "2 June 2026 (missed)"
    assert publish_by(row, date(2026, 6, 11)) == "2 June 2026", "the meeting is over"


def test_a_report_without_a_day_has_no_deadline(keep: Keep, capsys: pytest.CaptureFixture[str]) -> None:
    path = keep("one.clerkwell", EXECUTIVE, change=SetField(field="meeting-date", value=FieldValue()))
    capsys.readouterr()
    run("check", path, keep("two.clerkwell"), "--json")
    row = json.loads(capsys.readouterr().out)["files"][0]
    assert (row["meeting"], row["publication_deadline"]) == (None, None)
