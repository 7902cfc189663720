"""What is not decided yet in a document that came back: kept with the report, and taken up again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.model import (
    Report,
    SetSections,
    words,
)
from clerkwell.packs import Pack
from clerkwell.session import Pace, Session
from clerkwell.session.coming_home.deciding import bring_in, set_aside
from clerkwell.session.coming_home.results import Outcome
from clerkwell.session.coming_home.returned import Returned, ReturnError, resume, take_in
from clerkwell.storage import RecoveryFolder, StoredReport, read_file
from helpers.came_back import Edit, commented, edited, rewritten, sent, shipped, tracked, typed
from helpers.clockwork import AtOnce, Clock
from helpers.returning import NOW, changed, ids, kept
from helpers.sessions import one_problem

LENDS = tracked("lends", "gives")
ROOM = tracked("computer room", "", by="Sam Finance")
WEEKS = typed("four weeks in spring", "five weeks in spring")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped()[0]


@pytest.fixture
def report() -> Report:
    """The sample, whose draft has gone out."""
    return kept(shipped()[1]).report


@pytest.fixture
def versions() -> dict[str, bytes]:
    return dict(kept(shipped()[1]).files)


class TestDecidingLater:
    @pytest.fixture
    def session(self, report: Report, pack: Pack, versions: dict[str, bytes], tmp_path: Path) -> Iterator[Session]:
        clock = Clock()
        stored = StoredReport(report, pack.files, pack.sample_attachments, versions)
        session = Session(
            stored,
            pack,
            path=None,
            check=one_problem,
            scheduler=clock,
            runner=AtOnce(),
            recovery=RecoveryFolder(tmp_path / "recovery"),
            now=clock.now,
            pace=Pace(save=None),
        )
        yield session
        session.close()

    def decide(self, session: Session, *edits: Edit, accept: int, wait: int) -> Outcome:
        """Accept the first items, let the next ones wait, and reject the rest."""
        returned = take_in(
            edited(sent(), *edits),
            "Legal.docx",
            session.report,
            session.pack,
            session.versions.files,
            session.attachments,
            when=NOW,
        )
        names = ids(returned.items)
        outcome = returned.outcome(names[:accept], names[accept : accept + wait])
        bring_in(session, returned, outcome)
        return outcome

    def again(self, session: Session) -> Returned:
        return resume(
            session.report.returns[0], session.report, session.pack, session.versions.files, session.attachments
        )

    def test_one_decision_is_one_step_of_undo(self, session: Session) -> None:
        before = session.report
        self.decide(session, LENDS, ROOM, WEEKS, accept=3, wait=0)
        assert session.report != before
        assert session.undo_label == "Take in “Legal.docx”"
        session.undo()
        assert session.report == before
        assert not session.can_undo

    def test_what_was_left_open_is_there_again_and_nothing_else(self, session: Session, tmp_path: Path) -> None:
        self.decide(session, LENDS, ROOM, WEEKS, accept=1, wait=1)
        session.save(tmp_path / "a.clerkwell")
        stored = read_file(tmp_path / "a.clerkwell")
        (waiting,) = stored.report.returns
        returned = resume(waiting, stored.report, session.pack, stored.versions, stored.attachments)
        (item,) = returned.items
        assert item.before == "computer room"
        outcome = returned.outcome([item.id])
        assert changed(stored.report, outcome.report, session.pack) == {("Background", "computer room", "")}
        assert outcome.report.returns == ()

    def test_what_was_taken_in_and_changed_since_stays_changed(self, session: Session) -> None:
        self.decide(session, LENDS, ROOM, accept=1, wait=1)
        after = rewritten(session.report, "summary", "gives", "lends")
        session.apply(SetSections(sections=after.sections), "Typing")
        returned = self.again(session)
        outcome = returned.outcome(ids(returned.items))
        assert not outcome.conflicts
        assert "lends" in words(outcome.report.blocks("summary")[0])

    def test_it_can_be_put_off_again_and_again(self, session: Session) -> None:
        self.decide(session, LENDS, ROOM, WEEKS, accept=0, wait=3)
        for left in (2, 1):
            returned = self.again(session)
            names = ids(returned.items)
            bring_in(session, returned, returned.outcome(names[:1], names[1:]))
            assert len(self.again(session).items) == left
        returned = self.again(session)
        bring_in(session, returned, returned.outcome(ids(returned.items)))
        assert session.report.returns == ()
        assert "five weeks" in "".join(words(block) for block in session.report.blocks("background"))
        assert len([name for name in session.attachments if "Legal" in name]) == 1

    def test_comments_come_in_once(self, session: Session) -> None:
        data = commented(edited(sent(), LENDS, ROOM), "nine years old", "How many?", "Pat Legal")
        versions, files = session.versions.files, session.attachments
        returned = take_in(data, "Legal.docx", session.report, session.pack, versions, files, when=NOW)
        bring_in(session, returned, returned.outcome([], ids(returned.items)))
        again = self.again(session)
        assert again.notes == ()
        bring_in(session, again, again.outcome(ids(again.items)))
        assert [note.text for note in session.report.notes] == ["How many?"]

    def test_the_document_leaves_the_file_when_all_is_decided(self, session: Session, tmp_path: Path) -> None:
        path = tmp_path / "a.clerkwell"
        self.decide(session, LENDS, ROOM, accept=1, wait=1)
        session.save(path)
        assert "Legal.docx" in read_file(path).attachments
        set_aside(session, session.report.returns[0])
        session.save()
        assert "Legal.docx" not in read_file(path).attachments
        session.undo()
        assert self.again(session).items

    def test_a_base_that_no_version_was_kept_of_is_kept_with_what_waits(self, session: Session) -> None:
        for version in session.versions.all:
            session.versions.remove(version)
        session.apply(
            SetSections(sections=rewritten(session.report, "summary", "£125,000", "£130,000").sections), "Typing"
        )
        self.decide(session, LENDS, ROOM, accept=1, wait=1)
        returned = self.again(session)
        assert returned.items
        assert returned.base_found

    def test_what_waits_for_a_version_that_was_taken_out_says_so(self, session: Session) -> None:
        self.decide(session, LENDS, ROOM, accept=1, wait=1)
        for version in session.versions.all:
            session.versions.remove(version)
        with pytest.raises(ReturnError, match="open the document itself again"):
            self.again(session)
