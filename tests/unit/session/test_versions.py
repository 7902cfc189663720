"""Versions: kept by name for good, kept for drafts, opened, brought back, and never lost on the way."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from clerkwell.model import (
    Appendix,
    FieldValue,
    Note,
    PackRef,
    Place,
    Report,
    Return,
    SetAppendices,
    SetBlocks,
    SetField,
    SetNotes,
    SetReturns,
    SetTray,
    TrayItem,
)
from clerkwell.session.versions import MOST_AUTOMATIC, VersionError, found, keep, keep_sent, named, opened
from clerkwell.storage import ReadOnlyError, RecoveryFolder, StoredReport, content_digest, read_file
from clerkwell.storage.versions import pack_version
from helpers.building import blocks, make_report
from helpers.everything import WHEN, everything
from helpers.sessions import OpenReport


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Trees.clerkwell"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenReport]:
    desk = OpenReport(make_report({"summary": "Oaks are planted."}), recovery=tmp_path / "recovery")
    yield desk
    desk.session.close()


def write(desk: OpenReport, words: str) -> None:
    desk.session.apply(SetBlocks(section="summary", blocks=blocks(words)), "Typing")
    desk.session.close_step()


def words(report: Report) -> str:
    return "\n".join(run.text for block in report.blocks("summary") for run in block.runs)  # type: ignore[union-attr]  # paragraphs only


class TestKeeping:
    def test_a_version_is_what_the_report_was_when_it_was_kept(self, desk: OpenReport) -> None:
        version = desk.session.versions.keep("  As sent  to Legal ")
        write(desk, "Elms are planted.")
        assert version.name == "As sent to Legal"
        assert words(desk.session.versions.open(version)) == "Oaks are planted."
        assert words(desk.session.report) == "Elms are planted."
        assert desk.session.versions.all == (version,)

    @pytest.mark.parametrize("name", ["As Sent", "as sent", " As  sent "])
    def test_two_versions_have_two_names(self, desk: OpenReport, name: str) -> None:
        desk.session.versions.keep("As sent")
        with pytest.raises(VersionError, match="another name"):
            desk.session.versions.keep(name)
        with pytest.raises(VersionError, match="Give the version a name"):
            desk.session.versions.keep("  ")
        assert len(desk.session.versions.all) == 1

    def test_the_same_words_are_kept_once_under_two_names(self, desk: OpenReport) -> None:
        desk.session.versions.keep("As sent to Legal")
        desk.session.versions.keep("As sent to Finance")
        assert len(desk.session.versions.all) == 2
        assert len(desk.session.versions.files) == 1

    def test_a_version_holds_no_versions(self, desk: OpenReport) -> None:
        desk.session.versions.keep("First")
        write(desk, "Elms.")
        second = desk.session.versions.keep("Second")
        assert not desk.session.versions.open(second).versions

    def test_it_is_dirty_until_saved_and_is_there_when_it_is_opened_again(self, desk: OpenReport, path: Path) -> None:
        desk.session.save(path)
        version = desk.session.versions.keep("As sent")
        assert desk.session.dirty
        desk.session.save()
        assert not desk.session.dirty
        stored = read_file(path)
        assert stored.report.versions == (version,)
        assert words(opened(version, stored.versions)) == "Oaks are planted."

    def test_nothing_can_be_kept_in_a_report_that_is_opened_to_read_only(self) -> None:
        desk = OpenReport(stored=StoredReport(make_report(), read_only=True))
        with pytest.raises(ReadOnlyError):
            desk.session.versions.keep("As sent")
        with pytest.raises(ReadOnlyError):
            desk.session.versions.keep_sent()
        assert not desk.session.versions.all
        desk.session.close()


class TestKeepingForDrafts:
    def test_the_report_that_a_draft_was_made_of_is_kept_once(self, desk: OpenReport) -> None:
        version = desk.session.versions.keep_sent()
        assert desk.session.versions.keep_sent() == version
        assert version.automatic
        assert version.name == "Draft of 2 March 2026, 09:00"
        assert version.digest == content_digest(desk.session.report)

    def test_a_named_version_of_the_same_words_is_enough(self, desk: OpenReport) -> None:
        version = desk.session.versions.keep("As sent")
        assert desk.session.versions.keep_sent() == version
        assert desk.session.versions.all == (version,)

    def test_what_was_exported_is_kept_though_it_was_written_on_meanwhile(self, desk: OpenReport) -> None:
        sent = desk.session.report
        write(desk, "Elms are planted.")
        version = desk.session.versions.keep_sent(sent)
        assert words(desk.session.versions.open(version)) == "Oaks are planted."

    def test_two_drafts_in_one_minute_have_two_names(self, desk: OpenReport) -> None:
        desk.session.versions.keep_sent()
        write(desk, "Elms are planted.")
        assert desk.session.versions.keep_sent().name == "Draft of 2 March 2026, 09:00 (2)"

    def test_only_the_newest_stay_of_those_that_nobody_named(self, desk: OpenReport) -> None:
        first = desk.session.versions.keep_sent()
        named_one = desk.session.versions.keep("For good")
        write(desk, "Waited for.")
        awaited = desk.session.versions.keep_sent()
        kept = Return(name="Legal.docx", file="Legal.docx", came=WHEN, base=awaited.digest)
        desk.session.apply(SetReturns(returns=(kept,)), "Later")
        for number in range(MOST_AUTOMATIC + 3):
            write(desk, f"Draft {number}.")
            last = desk.session.versions.keep_sent()
        left = desk.session.versions.all
        assert first not in left
        assert {named_one, awaited, last} <= set(left)
        assert sum(each.automatic for each in left) == MOST_AUTOMATIC + 1

    def test_it_is_found_by_its_digest(self, desk: OpenReport) -> None:
        version = desk.session.versions.keep_sent()
        write(desk, "Elms are planted.")
        known = found(desk.session.report, desk.session.versions.files, version.digest)
        assert known is not None
        assert known[0] == version
        assert found(desk.session.report, desk.session.versions.files, content_digest(desk.session.report)) is None
        assert found(desk.session.report, desk.session.versions.files, "") is None


class TestUndo:
    def test_undo_of_what_was_written_loses_no_version(self, desk: OpenReport) -> None:
        write(desk, "Elms are planted.")
        version = desk.session.versions.keep("As sent")
        write(desk, "Ash is planted.")
        while desk.session.can_undo:
            desk.session.undo()
        assert words(desk.session.report) == "Oaks are planted."
        assert desk.session.versions.all == (version,)
        while desk.session.can_redo:
            desk.session.redo()
        assert words(desk.session.report) == "Ash is planted."
        assert desk.session.versions.all == (version,)

    def test_keeping_is_no_step(self, desk: OpenReport) -> None:
        desk.session.versions.keep("As sent")
        assert not desk.session.can_undo

    def test_a_version_that_was_taken_out_comes_back_by_undo(self, desk: OpenReport, path: Path) -> None:
        version = desk.session.versions.keep("As sent")
        write(desk, "Elms are planted.")
        desk.session.versions.remove(version)
        desk.session.save(path)
        assert not read_file(path).versions
        desk.session.undo()
        desk.session.save()
        assert words(opened(version, read_file(path).versions)) == "Oaks are planted."
        desk.session.redo()
        assert not desk.session.versions.all
        desk.session.undo()
        desk.session.undo()
        assert desk.session.versions.all == (version,)


class TestBringingBack:
    def test_it_is_one_step_and_what_was_kept_about_the_report_stays(self, desk: OpenReport) -> None:
        desk.session.apply(SetTray(tray=(TrayItem(text="old"),)), "Tray")
        version = desk.session.versions.keep("As sent")
        write(desk, "Elms are planted.")
        note = Note(id="n1", place=Place(section="summary"), text="Ask Legal")
        desk.session.apply(SetNotes(notes=(note,)), "Note")
        desk.session.apply(SetTray(tray=(TrayItem(text="new"),)), "Tray")
        before = desk.session.report
        desk.session.versions.bring_back(version)
        report = desk.session.report
        assert words(report) == "Oaks are planted."
        assert report.notes == (note,)
        assert report.versions == (version,)
        assert [each.text for each in report.tray] == ["old", "new"]
        assert desk.session.undo_label == "Bring back “As sent”"
        desk.session.undo()
        assert desk.session.report == before

    def test_blocks_keep_their_ids_and_new_ones_never_take_an_old_one(self, desk: OpenReport) -> None:
        version = desk.session.versions.keep("As sent")
        old = desk.session.report.blocks("summary")[0].id
        write(desk, "Elms are planted.\nAsh too.")
        later = {block.id for block in desk.session.report.blocks("summary")}
        desk.session.versions.bring_back(version)
        assert [block.id for block in desk.session.report.blocks("summary")] == [old]
        write(desk, "Oaks are planted.\nNew.")
        assert not later & {block.id for block in desk.session.report.blocks("summary")[1:]}

    def test_a_version_in_another_template_is_refused_in_a_sentence(self) -> None:
        other = make_report({"summary": "Oaks."}).model_copy(update={"pack": PackRef(id="other", version="1.0.0")})
        kept = keep(other, {}, "Before", WHEN)
        report = make_report().model_copy(update={"versions": kept.report.versions})
        desk = OpenReport(stored=StoredReport(report, versions=kept.files))
        with pytest.raises(VersionError, match="another template"):
            desk.session.versions.bring_back(kept.version)
        desk.session.close()


class TestTrouble:
    def test_a_version_whose_file_is_gone_or_broken_is_told_in_a_sentence(self) -> None:
        kept = keep(make_report(), {}, "As sent", WHEN)
        with pytest.raises(VersionError, match="“As sent” is not in the report's file"):
            opened(kept.version, {})
        whole = kept.files[kept.version.file]
        for broken in (b"", b"no", whole[:-12], whole[:20] + b"x" + whole[21:], pack_version(make_report())[:30]):
            with pytest.raises(VersionError, match="“As sent” is damaged"):
                opened(kept.version, {kept.version.file: broken})

    def test_a_broken_version_does_not_keep_a_draft_from_being_kept_again(self) -> None:
        kept = keep_sent(make_report(), make_report(), {}, "Draft", WHEN)
        again = keep_sent(kept.report, kept.report, {}, "Draft", WHEN)
        assert opened(again.version, again.files) == make_report()

    def test_a_name_that_there_is_not_names_those_there_are(self) -> None:
        kept = keep(make_report(), {}, "As sent", WHEN)
        assert named(kept.report, "AS  SENT") == kept.version
        with pytest.raises(VersionError, match="“As sent”"):
            named(kept.report, "As read")
        with pytest.raises(VersionError, match="No version"):
            named(make_report(), "As read")

    def test_a_version_of_an_older_format_is_opened(self) -> None:
        stored = everything()
        assert opened(stored.report.versions[0], stored.versions).pack.id == "test-council"


def test_a_crash_loses_no_version(tmp_path: Path, path: Path) -> None:
    desk = OpenReport(make_report({"summary": "Oaks."}), recovery=tmp_path / "recovery")
    desk.session.save(path)
    version = desk.session.versions.keep("As sent")
    desk.session.abandon()
    folder = RecoveryFolder(tmp_path / "recovery")
    (snapshot,) = folder.found()
    stored = folder.restore(snapshot.id)
    assert words(opened(version, stored.versions)) == "Oaks."


def test_a_file_that_only_a_version_uses_stays_with_it(desk: OpenReport, path: Path) -> None:
    name = desk.session.add_attachment("Plan.pdf", b"%PDF")
    desk.session.apply(SetAppendices(appendices=(Appendix(id="a1", number="1", attachment=name),)), "Add")
    version = desk.session.versions.keep("With the plan")
    desk.session.apply(SetAppendices(appendices=()), "Remove")
    desk.session.save(path)
    assert set(read_file(path).attachments) == {"Plan.pdf"}
    desk.session.versions.remove(version)
    desk.session.save()
    assert not read_file(path).attachments


def test_keeping_does_not_end_a_step_that_is_being_typed(desk: OpenReport) -> None:
    def key(text: str) -> None:
        desk.session.apply(SetField(field="subject", value=FieldValue(text=text)), "Typing", merge="subject")

    key("O")
    desk.clock.advance(timedelta(seconds=0.2).total_seconds())
    desk.session.versions.keep("As sent")
    key("Oa")
    desk.session.undo()
    assert not desk.session.can_undo
    assert desk.session.report.field("subject").text == ""
    assert len(desk.session.versions.all) == 1
