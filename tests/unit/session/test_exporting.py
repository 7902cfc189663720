"""Exporting: a final is made only of what a person can answer for, and nothing else is touched by it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.model import Place, Report, Waiver
from clerkwell.packs import Pack, load_folder
from clerkwell.rules import check, standing_errors
from clerkwell.session.exporting import ExportRefusedError, export_report, waivers_after, with_acceptances
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import FileError, templates_folder

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_folder(templates_folder() / "generic-english-council")


@pytest.fixture
def report(pack: Pack) -> Report:
    """A report with errors."""
    return new_report(pack, NOW)


def accepted(report: Report, pack: Pack) -> Report:
    return with_acceptances(report, standing_errors(check(report, pack), report), "Agreed", "Robin", NOW)[0]


@pytest.mark.parametrize("missing", ["by", "reason"])
def test_an_acceptance_without_a_person_or_a_reason_does_not_count(
    missing: str, report: Report, pack: Pack, tmp_path: Path
) -> None:
    report = accepted(report, pack)
    blank = tuple(each.model_copy(update={missing: " "}) for each in report.waivers)
    with pytest.raises(ExportRefusedError):
        export_report(report.model_copy(update={"waivers": blank}), pack, {}, tmp_path / "out.docx")
    assert not list(tmp_path.iterdir())
    export_report(report, pack, {}, tmp_path / "out.docx")


def test_where_policy_forbids_it_no_acceptance_counts(report: Report, pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(ExportRefusedError):
        export_report(accepted(report, pack), pack, {}, tmp_path / "out.docx", may_accept=False)
    with pytest.raises(ExportRefusedError):
        export_report(report, pack, {}, tmp_path / "out.docx", accept="Agreed", by="Robin", may_accept=False)
    assert not list(tmp_path.iterdir())


def test_what_was_waived_while_the_document_was_made_is_kept(report: Report, pack: Pack, tmp_path: Path) -> None:
    exported = export_report(report, pack, {}, tmp_path / "out.docx", accept="Agreed", by="Robin", when=NOW)
    meanwhile = Waiver(rule="long-sentence", place=Place(section="summary"), by="Sam", reason="A quotation", when=NOW)
    after = waivers_after(exported, report.model_copy(update={"waivers": (meanwhile,)}))
    assert after == (meanwhile, *exported.report.waivers)
    assert len(exported.report.waivers) == len(exported.accepted) > 0


@pytest.mark.parametrize("draft", [True, False])
def test_a_document_is_not_written_over_a_report(report: Report, pack: Pack, tmp_path: Path, draft: bool) -> None:
    for name in ("Report.clerkwell", "Report.docx"):
        path = tmp_path / name
        write_file(path, StoredReport(report, pack.files))
        before = path.read_bytes()
        with pytest.raises(FileError):
            export_report(report, pack, {}, path, draft=draft, accept="Agreed", by="Robin")
        assert path.read_bytes() == before


def test_no_document_is_made_where_the_acceptance_cannot_be_kept(report: Report, pack: Pack, tmp_path: Path) -> None:
    def full(_: Report) -> None:
        raise FileError("There is no room left on the disk.")

    with pytest.raises(FileError):
        export_report(report, pack, {}, tmp_path / "out.docx", accept="Agreed", by="Robin", keep=full)
    assert not list(tmp_path.iterdir())
