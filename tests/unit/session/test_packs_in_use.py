"""A report moves to another template as one step of undo, and its file carries the template that it is in."""

import re
from collections import Counter
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Report, SetField
from clerkwell.packs import Pack, load_files
from clerkwell.rules.words import texts, texts_beside
from clerkwell.session import Session
from clerkwell.session.again.moving import moved
from clerkwell.storage import StoredReport, read_file
from helpers.clockwork import AtOnce, Clock
from helpers.shipped import IDS, sample, shipped

CITY, SOMERSET = "city-of-london-2023", "north-somerset-executive-2022"


def opened(pack: Pack, report: Report, *, read_only: bool = False, path: Path | None = None) -> Session:
    clock = Clock()
    return Session(
        StoredReport(report=report, pack_files=pack.files, read_only=read_only),
        pack,
        path=path,
        check=lambda _report, _pack: (),
        scheduler=clock,
        runner=AtOnce(),
        recovery=None,
        now=clock.now,
        unsaved=True,
    )


def move(session: Session, to: str) -> None:
    pack = shipped(to)
    session.move_to(pack, moved(session.report, session.pack, pack).report, "Use another template")


def words(report: Report) -> Counter[str]:
    said = [text for _, text in (*texts(report), *texts_beside(report))]
    said += [each.text for each in report.tray]
    # What stands for a reference or a note in a text is not a word; in the tray they are written out.
    return Counter(re.findall(r"[^\W_]+", " ".join(said)))


def test_one_undo_takes_a_move_back_and_redo_makes_it_again() -> None:
    session = opened(shipped(CITY), sample(shipped(CITY)))
    before = session.report
    told: list[str] = []
    session.repacked.connect(lambda pack: told.append(pack.id))
    session.changed.connect(lambda event: told.append(f"changed, {event.after.pack.id}"))
    move(session, SOMERSET)
    assert (session.pack.id, session.report.pack.id) == (SOMERSET, SOMERSET)
    session.undo()
    assert (session.pack.id, session.report) == (CITY, before)
    session.redo()
    assert session.pack.id == SOMERSET
    # Whoever builds the desk anew hears of it before anybody hears of the report.
    assert told == [SOMERSET, f"changed, {SOMERSET}", CITY, f"changed, {CITY}", SOMERSET, f"changed, {SOMERSET}"]


def test_what_was_written_before_and_after_a_move_are_steps_of_their_own() -> None:
    session = opened(shipped(CITY), sample(shipped(CITY)))
    session.apply(SetField(field="subject", value=FieldValue(text="One")), "Typing", merge="subject")
    move(session, SOMERSET)
    session.apply(SetField(field="subject", value=FieldValue(text="Two")), "Typing", merge="subject")
    session.undo()
    assert (session.pack.id, session.report.field("subject").text) == (SOMERSET, "One")
    session.undo()
    assert (session.pack.id, session.report.field("subject").text) == (CITY, "One")


@pytest.mark.parametrize("there", [each for each in IDS if each != CITY])
def test_there_and_back_keeps_every_word(there: str) -> None:
    session = opened(shipped(CITY), sample(shipped(CITY)))
    before = words(session.report)
    move(session, there)
    move(session, CITY)
    missing = before - words(session.report)
    assert not missing


def test_the_file_carries_the_template_that_the_report_is_in(tmp_path: Path) -> None:
    path = tmp_path / "Library.clerkwell"
    session = opened(shipped(CITY), sample(shipped(CITY)))
    move(session, SOMERSET)
    session.save(path)
    assert load_files(read_file(path).pack_files, "kept").id == SOMERSET
    session.undo()
    assert session.dirty
    session.save()
    assert load_files(read_file(path).pack_files, "kept").id == CITY
    session.close()


def test_a_report_that_is_only_read_is_not_moved() -> None:
    session = opened(shipped(CITY), sample(shipped(CITY)), read_only=True)
    told: list[str] = []
    session.trouble.connect(told.append)
    move(session, SOMERSET)
    assert session.pack.id == CITY
    assert len(told) == 1
