"""Words of a report stay in the report: after a day with faults in it, no log, list or crash report has any of them."""

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from clerkwell.model import Appendix, FieldValue, SetBlocks, SetField, apply, give_ids
from clerkwell.printing.finding import NO_OFFICE
from clerkwell.session.gathering import gather
from clerkwell.session.surroundings import Surroundings
from clerkwell.storage import StoredReport, read_file, write_file
from clerkwell.system import Settings, folders
from helpers.building import blocks
from helpers.children import everyone_with
from helpers.screen import Screen, running, wait_for
from helpers.shipped import kept, sample, shipped

pytestmark = [pytest.mark.display, pytest.mark.timeout(240)]

# In the report's text, in its exempt appendix, and typed in the window. The file's own name has another.
WRITTEN, EXEMPT, TYPED, NAMED = "marigold", "periwinkle", "snapdragon", "Foxglove"
PACK = shipped("generic-english-council")
ROOMS = ("app", "cli", "intake", "packs", "printing", "rules", "session", "storage", "ui", "word", "workshop")


def test_no_log_list_or_crash_report_has_a_word_of_a_report(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, profile = tmp_path / f"{NAMED}.clerkwell", tmp_path / "profile"
    monkeypatch.setitem(screen.environment, NO_OFFICE, "1")
    monkeypatch.setitem(screen.environment, "CLERKWELL_LOG", ",".join(f"{room}=DEBUG" for room in ROOMS))
    _write(report)
    with running(screen, profile, str(report)) as program:
        screen.wait_title("Clerkwell")
        screen.key("ctrl+Next", "ctrl+Next", "ctrl+alt+v")
        screen.type(f"{TYPED} ")
        wait_for("a snapshot with the words", lambda: TYPED.encode() in _snapshot(profile))
        for work in ("--check-reports", "--follow-pages"):
            for pid in wait_for(f"the process for {work}", partial(everyone_with, profile, work)):
                os.kill(pid, signal.SIGKILL)
        screen.type(f"{TYPED} ")
        wait_for("its end to be logged", lambda: "ended with" in _log(profile))
        # As where Qt itself fails: the system's own trace is kept, and told at the next start.
        program.process.send_signal(signal.SIGABRT)
        assert program.wait() == -signal.SIGABRT
    with running(screen, profile) as program:
        screen.wait_title("Recover unsaved work")
        screen.key("alt+d")
        wait_for("the work to be discarded", lambda: any(profile.glob("state/recovery/set-aside/*")))
        screen.wait_title("Clerkwell")
        time.sleep(0.5)
        screen.key("ctrl+q")
        program.wait()

    assert "Aborted" in "".join(each.read_text() for each in profile.glob("state/crashes/crash-*"))
    _holds_none(profile, tmp_path, monkeypatch)


def _write(path: Path) -> None:
    section = next(part.id for part in PACK.manifest.section if part.kind == "text")
    report = apply(SetBlocks(section=section, blocks=blocks(f"The {WRITTEN} plan is set out.")), sample(PACK))
    report = apply(SetField(field="public-status", value=FieldValue(text="Exempt")), report)
    secret = Appendix(id="secret", number="9", title="Costs", status="exempt", blocks=blocks(f"{EXEMPT} costs."))
    report = report.model_copy(update={"appendices": (*report.appendices, secret)})
    write_file(path, StoredReport(report=give_ids(report), pack_files=PACK.files, attachments=kept(PACK)))
    assert EXEMPT in read_file(path).report.model_dump_json()


def _holds_none(profile: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [each for each in profile.rglob("*") if each.is_file()]
    looked = [each for each in files if "recovery" not in each.parts]
    assert {"clerkwell.log", "recent.json"} <= {each.name for each in looked}
    for path in looked:
        held = path.read_bytes().lower()
        for word in (WRITTEN, EXEMPT, TYPED):
            assert word.encode() not in held, f"{word} is in {path.relative_to(profile)}"
    # The words are in reach all the same: what was discarded is kept aside for a while.
    assert any(TYPED.encode() in each.read_bytes() for each in files if "recovery" in each.parts)
    for path in [*profile.glob("state/logs/*"), *profile.glob("state/crashes/*")]:
        assert NAMED.lower() not in path.read_text().lower(), path.name
    monkeypatch.setenv("CLERKWELL_HOME", str(profile))
    for part in gather(folders(), Settings(), Surroundings(None, (PACK,), PACK), documents=folder):
        for word in (WRITTEN, EXEMPT, TYPED, NAMED):
            assert word.lower() not in part.words.lower(), f"{word} is in {part.name}"


def _snapshot(profile: Path) -> bytes:
    newest = max(profile.glob("state/recovery/*/*.snapshot"), default=None)
    return newest.read_bytes() if newest else b""


def _log(profile: Path) -> str:
    return "".join(each.read_text() for each in profile.glob("state/logs/*"))
