"""What a user does in any order: edits, undo, redo, saving, closing, crashing. Nothing is lost on the way."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clerkwell.model import Edit, Report, all_blocks
from clerkwell.session import Pace
from clerkwell.storage import RecoveryFolder, content_digest, read_file
from helpers.building import make_report
from helpers.sessions import OpenReport
from helpers.strategies import edits


class Writing(RuleBasedStateMachine):
    """One report, and beside it what a plain list says its history should be."""

    def __init__(self) -> None:
        super().__init__()
        # Hundreds of saves; that they are flushed to the disk is proved elsewhere.
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(os, "fsync", no_flush)
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.clerkwell"
        self.recovery = self.folder / "recovery"
        # Saving by itself is off: then it is plain what the file has to hold.
        self.desk = OpenReport(recovery=self.recovery, pace=Pace(save=None))
        self.done: list[Report] = [make_report()]
        self.undone: list[Report] = []
        self.in_file: Report | None = None
        # Versions by name: no undo, no crash and no closing loses one.
        self.named = 0
        self.kept: dict[str, Report] = {}
        self.kept_in_file: dict[str, Report] = {}
        self.heard = self.desk.session.report

    def differs(self, report: Report) -> bool:
        """Whether this is another report, as far as undo goes: versions are kept over it."""
        return unversioned(self.desk.session.report) != unversioned(report)

    @initialize()
    def listen(self) -> None:
        self.desk.session.changed.connect(lambda change: self.follow(change.before, change.after))

    def follow(self, before: Report, after: Report) -> None:
        assert without_dates(before) == without_dates(self.heard)
        self.heard = after

    @rule(edit=edits, pause=st.sampled_from((0.1, 5.0)))
    def edit(self, edit: Edit, pause: float) -> None:
        self.desk.session.apply(edit, "Edit")
        if self.differs(self.done[-1]):
            self.done.append(self.desk.session.report)
            self.undone.clear()
        self.desk.clock.advance(pause)

    @rule(bodies=st.lists(edits, min_size=1, max_size=4))
    def type_on(self, bodies: list[Edit]) -> None:
        self.desk.session.close_step()
        before = self.done[-1]
        differed = False
        for each in bodies:
            was = self.desk.session.report
            self.desk.session.apply(each, "Typing", merge="here")
            differed = differed or self.differs(was)
            if not self.differs(before):
                # Typed and taken away: the next key begins a step of its own.
                self.desk.session.close_step()
            self.desk.clock.advance(0.1)
        self.desk.session.close_step()
        if differed:
            self.undone.clear()
        if self.differs(before):
            self.done.append(self.desk.session.report)

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self) -> None:
        self.desk.session.undo()
        self.undone.append(self.done.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.desk.session.redo()
        self.done.append(self.undone.pop())

    @rule()
    def undo_all_and_redo_all(self) -> None:
        steps = 0
        while self.desk.session.can_undo:
            self.desk.session.undo()
            steps += 1
        assert not self.differs(self.done[0])
        for _ in range(steps):
            self.desk.session.redo()

    @rule(pause=st.sampled_from((0.1, 61.0)))
    def keep_a_version(self, pause: float) -> None:
        self.named += 1
        kept = self.desk.session.versions.keep(f"Version {self.named}")
        self.kept[kept.name] = without_dates(self.desk.session.report)
        self.desk.clock.advance(pause)

    @rule()
    def export_a_draft(self) -> None:
        kept = self.desk.session.versions.keep_sent()
        assert says(self.desk.session.versions.open(kept)) == says(self.desk.session.report)
        assert self.desk.session.versions.keep_sent() == kept

    @precondition(lambda self: self.desk.session.versions.all)
    @rule(data=st.data())
    def bring_one_back(self, data: st.DataObject) -> None:
        version = data.draw(st.sampled_from(self.desk.session.versions.all))
        self.desk.session.versions.bring_back(version)
        assert says(self.desk.session.report) == says(self.desk.session.versions.open(version))
        if self.differs(self.done[-1]):
            self.done.append(self.desk.session.report)
            self.undone.clear()

    @rule()
    def save(self) -> None:
        self.desk.session.save(self.path)
        self.in_file = self.desk.session.report
        self.kept_in_file = dict(self.kept)
        assert not self.desk.session.dirty
        assert not list(self.recovery.glob("*/*.snapshot"))

    @precondition(lambda self: self.in_file is not None)
    @rule()
    def close_and_open_again(self) -> None:
        self.desk.session.close()
        assert self.in_file is not None
        # What was not saved was given up.
        self.kept = dict(self.kept_in_file)
        self.open_again(OpenReport(path=self.path, recovery=self.recovery, pace=Pace(save=None)), self.in_file)

    @precondition(lambda self: self.desk.session.dirty)
    @rule()
    def crash_and_recover(self) -> None:
        path = self.desk.session.path
        self.desk.session.abandon()
        folder = RecoveryFolder(self.recovery)
        (found,) = folder.found()
        desk = OpenReport(
            stored=folder.restore(found.id), path=path, recovery=self.recovery, recovered=found, pace=Pace(save=None)
        )
        self.open_again(desk, self.done[-1])
        assert self.desk.session.dirty
        # Saved, so that the snapshot goes.
        self.save()
        assert not folder.found()

    def open_again(self, desk: OpenReport, expected: Report) -> None:
        self.desk = desk
        assert not self.differs(expected)
        self.done, self.undone = [desk.session.report], []
        self.heard = desk.session.report
        self.listen()

    @invariant()
    def the_report_is_what_the_list_says(self) -> None:
        report = self.desk.session.report
        assert not self.differs(self.done[-1])
        assert without_dates(self.heard) == without_dates(report)
        assert self.desk.session.can_undo == (len(self.done) > 1)
        assert self.desk.session.can_redo == bool(self.undone)

    @invariant()
    def the_report_is_in_its_one_form_and_no_two_blocks_have_one_id(self) -> None:
        report = self.desk.session.report
        assert Report.model_validate_json(report.model_dump_json()) == report
        given = [block.id for _, block in all_blocks(report)]
        assert all(given)
        assert len(given) == len(set(given))

    @invariant()
    def every_named_version_is_what_the_report_was_then(self) -> None:
        versions = self.desk.session.versions
        named = {each.name: each for each in versions.all if not each.automatic}
        assert set(named) == set(self.kept)
        for name, report in self.kept.items():
            assert says(versions.open(named[name])) == says(report)

    @invariant()
    def the_file_holds_what_was_saved(self) -> None:
        if self.in_file is not None:
            assert without_dates(read_file(self.path).report) == without_dates(self.in_file)
            same = without_dates(self.in_file) == without_dates(self.desk.session.report)
            assert self.desk.session.dirty == (not same)

    def teardown(self) -> None:
        self.desk.session.close()
        self.patch.undo()
        shutil.rmtree(self.folder)


def no_flush(descriptor: int) -> None:
    del descriptor


def without_dates(report: Report) -> Report:
    """Saving puts its time into the report; that is no change of it."""
    return report.model_copy(update={"created": None, "modified": None})


def unversioned(report: Report) -> Report:
    """Versions are kept and stay, whatever is undone."""
    return without_dates(report).model_copy(update={"versions": ()})


def says(report: Report) -> str:
    """What a report says, whatever is kept about it."""
    return content_digest(report)


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=25, stateful_step_count=25, phases=(Phase.generate,))
