"""A published report brought in as text, and its errors mended through the real window until it can be exported."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from clerkwell.rules import check
from helpers.officer import Officer
from helpers.screen import Screen, running

pytestmark = [pytest.mark.display, pytest.mark.seeds, pytest.mark.timeout(240)]

FINANCIAL = "There is no cost beyond the budget that has been agreed."


def _mend_2023(officer: Officer, screen: Screen) -> None:
    del screen
    officer.answer("funding-source", "N/A")
    officer.mend_section("financial", FINANCIAL)


def _mend_2022(officer: Officer, screen: Screen) -> None:
    officer.answer("committees.date", "07/02/2022", row=0)
    officer.go_to_problem("header")
    screen.key("Right", "space")  # from Yes to No
    officer.wait_for_answer("spending", "No")


def _mend_north_somerset(officer: Officer, screen: Screen) -> None:
    for part in ("appendices", "background-papers"):
        officer.go_to_problem(part)
        screen.key("space")  # there are none
        officer.wait_for_words(part, "None")


MENDED: Mapping[str, Callable[[Officer, Screen], None]] = {
    "000": _mend_2023,
    "003": _mend_north_somerset,
    "004": _mend_2022,
}
# Of this one everything finds its place, so that there is nothing to say about it.
FLAWLESS = ("003",)


@pytest.mark.parametrize("seed", MENDED)
def test_an_imported_report_is_mended_until_it_can_be_exported(
    screen: Screen, tmp_path: Path, seeds: Path, seed: str
) -> None:
    source = next(seeds.glob(f"{seed}_*.txt"))
    report, document = tmp_path / "report.clerkwell", tmp_path / "report.docx"
    with running(screen, tmp_path / "profile", str(source)) as program:
        if seed not in FLAWLESS:
            screen.wait_title("What the import found")
            screen.key("Escape")
        screen.wait_title("– Clerkwell")
        officer = Officer(screen, report)
        officer.save_as()
        assert _errors(officer), "there is nothing to mend"
        # Before the program has seen the errors it asks where the document is to go, and refuses after that.
        officer.wait_for_check()
        screen.key("ctrl+e")
        screen.wait_title("– Clerkwell")  # refused: no file is asked for
        assert not document.exists()
        MENDED[seed](officer, screen)
        assert not _errors(officer)
        officer.export(document)
        screen.key("ctrl+q")
        assert program.wait() == 0
    assert document.stat().st_size > 10_000


def _errors(officer: Officer) -> list[str]:
    return [each.message for each in check(officer.report, officer.pack) if each.severity == "error"]
