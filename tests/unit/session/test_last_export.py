"""What was exported last of each report."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Report, SetBlocks, SetDone, SetField, apply
from clerkwell.session.last_export import LastExport, LastExports, in_words, says_the_same
from clerkwell.storage import content_digest
from helpers.building import blocks, make_pack, make_report

NOW = datetime(2026, 3, 4, 15, 0).astimezone()
MADE = LastExport("final document", "/reports/Parks.docx", "/reports", NOW.replace(hour=14, minute=5).isoformat(), "d")


def test_it_is_known_again(tmp_path: Path) -> None:
    LastExports(tmp_path / "state" / "exports.json").keep(tmp_path / "Parks.clerkwell", MADE)
    kept = LastExports(tmp_path / "state" / "exports.json")
    assert kept.of(tmp_path / "Parks.clerkwell") == MADE
    assert kept.of(tmp_path / "Libraries.clerkwell") is None


@pytest.mark.parametrize("raw", ["", "[]", '{"a.clerkwell": 3}', '{"a.clerkwell": {"what": "draft", "path": 3}}'])
def test_what_cannot_be_read_is_not_known(tmp_path: Path, raw: str) -> None:
    (tmp_path / "exports.json").write_text(raw)
    assert LastExports(tmp_path / "exports.json").of(Path("a.clerkwell")) is None


def test_it_is_told_in_a_sentence_or_two() -> None:
    said = "Exported last: the final document, Parks.docx,"
    assert in_words(MADE, NOW, changed=False) == f"{said} today at 14:05."
    assert in_words(MADE, NOW + timedelta(days=1), changed=False) == f"{said} yesterday at 14:05."
    later = in_words(MADE, NOW + timedelta(days=9), changed=True)
    assert later == f"{said} on 4 March 2026 at 14:05. The report has changed since."
    assert "no longer there" in in_words(MADE, NOW, changed=False, there=False)


def test_only_what_a_document_says_counts_as_a_change() -> None:
    pack = make_pack()
    report = make_report({"summary": "Parks are busy.", "background": "Since May."}, pack=pack)
    done = apply(SetDone(section="summary", done=True), report)
    words = apply(SetBlocks(section="summary", blocks=blocks("Parks are quiet.")), report)
    field = apply(SetField(field="subject", value=FieldValue(text="Parks")), report)
    back = apply(SetBlocks(section="summary", blocks=blocks("Parks are busy.")), words)
    for other in (report, done, words, field, back):
        assert says_the_same(report, other) == (content_digest(report) == content_digest(other))
    assert [says_the_same(report, each) for each in (done, words, field, back)] == [True, False, False, True]


def test_a_section_more_or_less_is_a_change() -> None:
    report = make_report({"summary": "Parks are busy.", "background": "Since May."}, pack=make_pack())
    less: Report = report.model_copy(update={"sections": report.sections[:1]})
    assert not says_the_same(report, less)
