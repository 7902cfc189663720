"""A clerk’s evening: a folder of reports from authors, one table, two decisions, one final. Every step a process."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Paragraph, SetBlocks, SetField, Text, apply
from clerkwell.storage import StoredReport, write_file
from helpers.examples import pack_of, sample

Ask = Callable[..., "subprocess.CompletedProcess[str]"]
PACKS = ("city-of-london-2023", "north-somerset-executive-2022")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def run(*words: object) -> "subprocess.CompletedProcess[str]":
        surroundings = {**os.environ, "CLERKWELL_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}
        surroundings["PYTHONPATH"] = os.pathsep.join(sys.path)
        done = subprocess.run(
            [sys.executable, "-m", "clerkwell", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=surroundings,
            cwd=tmp_path,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Two reports, the first with an error and a warning, and a file that is none."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in PACKS:
        pack, report = pack_of(name), sample(name)
        if name == PACKS[0]:
            report = apply(SetField(field="spending", value=FieldValue(text="N/A")), report)
            report = apply(SetBlocks(section="risk", blocks=(Paragraph(runs=(Text(text="None."),)),)), report)
        stored = StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments)
        write_file(folder / f"{name}.clerkwell", stored)
    (folder / "minutes.clerkwell").write_text("Present: everyone", encoding="utf-8")
    return folder


def test_a_meetings_reports_are_checked_decided_and_made_final(ask: Ask, papers: Path, tmp_path: Path) -> None:
    table = ask("check", papers, "-o", tmp_path / "papers.csv")
    assert (table.returncode, table.stderr.count("\n")) == (2, 1)
    with (tmp_path / "papers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {Path(row["File"]).stem: row for row in csv.DictReader(file)}
    assert rows["minutes"]["Could not be read"]
    assert (rows[PACKS[0]]["Errors"], rows[PACKS[0]]["Warnings"]) == ("1", "1")
    assert (rows[PACKS[1]]["Errors"], rows[PACKS[1]]["Warnings"]) == ("0", "0")
    assert rows[PACKS[1]]["Publish by"] == "2022-08-30"

    report, out = papers / f"{PACKS[0]}.clerkwell", tmp_path / "out" / "Report.docx"
    out.parent.mkdir()
    assert ask("export", report, "-o", out).returncode == 1
    assert not list(out.parent.iterdir())
    found = json.loads(ask("check", report, "--json").stdout)["problems"]
    (error,) = [each for each in found if each["severity"] == "error"]
    by = ("--by", "Robin Sample", "--reason", "The form is being replaced")
    assert ask("accept", report, "--rule", error["rule"], "--quote", error["quote"], *by).returncode == 0
    assert ask("set-aside", report, "--rule", "nil-without-reason", *by).returncode == 0
    assert [each["stands"] for each in json.loads(ask("waivers", report, "--json").stdout)["waivers"]] == [True, True]

    made = ask("export", report, "-o", out)
    assert made.returncode == 0
    clerks = out.with_name("Report - for the clerk.html")
    assert clerks.name in made.stdout
    assert clerks.read_text(encoding="utf-8").count("Robin Sample") == 2
    assert b"Robin Sample" not in out.read_bytes()

    assert ask("accept", report, "--rule", error["rule"], "--undo").returncode == 0
    assert ask("export", report, "-o", out).returncode == 1


def test_a_table_that_is_piped_away_is_nothing_but_the_table(ask: Ask, papers: Path) -> None:
    good = [papers / f"{name}.clerkwell" for name in PACKS]
    told = ask("check", *good, "--json")
    assert (told.returncode, told.stderr) == (1, "")
    assert [each["counts"]["error"] for each in json.loads(told.stdout)["files"]] == [1, 0]
    page = ask("check", *good, "--html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
