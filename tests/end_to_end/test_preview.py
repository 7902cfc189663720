"""The preview in the real window: what was written is on its pages soon after the last key."""

import subprocess
import time
from pathlib import Path

import pytest

from clerkwell.model import give_ids
from clerkwell.printing.finding import NO_OFFICE
from clerkwell.storage import StoredReport, write_file
from helpers.children import everyone_with
from helpers.screen import Screen, running, wait_for
from helpers.shipped import kept, sample, shipped

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

PACK = shipped("city-of-london-2023")
# Where the pages are in the window of 1280 by 800.
PAGES = "420x560+850+120"
# Seconds. A second is what is asked for, and `benchmarks preview` measures it; a machine that does other things too
# may take its time, but not as long as pages that are made from nothing each time.
SOON = 4.0


def test_what_was_written_is_on_the_pages_soon_after_the_last_key(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, profile = tmp_path / "library.clerkwell", tmp_path / "profile"
    write_file(report, StoredReport(report=give_ids(sample(PACK)), pack_files=PACK.files, attachments=kept(PACK)))
    monkeypatch.setitem(screen.environment, NO_OFFICE, "1")
    with running(screen, profile, str(report)) as program:
        screen.wait_title("Clerkwell")
        screen.key("ctrl+Next", "ctrl+Next", "ctrl+Next", "ctrl+alt+v")
        settled(screen)
        took = []
        for _ in range(3):
            took.append(seconds_to_show(screen, "Now "))
        assert min(took) < SOON, took
        assert everyone_with(profile, "--follow-pages")
        screen.key("ctrl+s")
        time.sleep(1)
        screen.key("ctrl+q")
        assert program.wait() == 0
    assert not everyone_with(profile, "--follow-pages")
    assert not list((profile / "state" / "pages").glob("*"))


def seconds_to_show(screen: Screen, words: str) -> float:
    """How long after the last key the pages are others."""
    before = settled(screen)
    screen.type(words)
    began = time.monotonic()
    wait_for("other pages", lambda: pages(screen) != before)
    return time.monotonic() - began


def pages(screen: Screen) -> bytes:
    """What is shown where the pages are."""
    told = ["import", "-window", "root", "-crop", PAGES, "-depth", "8", "rgb:-"]
    return subprocess.run(told, env=screen.environment, capture_output=True, check=True, timeout=20).stdout


def settled(screen: Screen) -> bytes:
    """The same, once nothing of it changes any more."""
    seen = [b""]

    def still() -> bool:
        time.sleep(0.8)
        seen.append(pages(screen))
        return seen[-1] == seen[-2]

    wait_for("pages that stand still", still)
    return seen[-1]
