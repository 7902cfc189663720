"""S0's report written here by a practised officer, every key and click counted, against the same in LibreOffice."""

from pathlib import Path

import pytest

from clerkwell.model import Appendix, Block, ListItem, Report, words
from clerkwell.model.runs import plain
from clerkwell.system import Settings, save_settings
from helpers.by_keys import Keys
from helpers.effort import MOST, account, in_libreoffice
from helpers.eyes import sitting_at
from helpers.officer import Officer
from helpers.screen import Screen
from helpers.seeds import imported

pytestmark = [pytest.mark.display, pytest.mark.timeout(240)]

# What the layout asks for and S0 leaves out.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
FINANCIAL = "There are no financial implications linked to this report."


def test_s0_takes_at_most_three_fifths_of_what_it_takes_in_libreoffice(
    screen: Screen, tmp_path: Path, seeds: Path
) -> None:
    wanted = imported(seeds, "S0").report
    author = wanted.repeats["authors"][0]
    settings = Settings(
        author_name=author["name"].text, author_post=author["post"].text,
        author_telephone=author["telephone"].text, author_email=author["email"].text,
    )  # fmt: skip
    profile = tmp_path / "profile"
    (profile / "config").mkdir(parents=True)
    save_settings(settings, profile / "config" / "settings.toml")
    document = tmp_path / "s0.docx"
    officer = Officer(screen, tmp_path / "s0.clerkwell")
    with sitting_at(screen, tmp_path) as eyes:
        keys = Keys(screen, eyes)
        keys.sees_chosen("Committee report (2023)")
        # The file is named before anything is counted: here it is then saved by itself.
        keys.press("Return")
        screen.wait_title("New report")
        officer.save_as()
        screen.tally.keys = 1
        keys.at("Committee")
        fill_header(keys, screen, officer, wanted)
        write_sections(keys, wanted)
        finish(keys, screen, wanted)
        officer.wait_for_check()
        officer.export(document)
        # The Ctrl+A over the name of the file is the test's: a person keeps the name, or types over what is selected.
        here = screen.tally.effort - screen.tally.breaks - 1
    hold_against(officer.report, wanted)
    assert here <= MOST * in_libreoffice(), account(here)


def fill_header(keys: Keys, screen: Screen, officer: Officer, wanted: Report) -> None:
    """By Tab within a committee, and by F8 from one question that still has no answer to the next."""
    for row, _ in enumerate(wanted.repeats["committees"]):
        if row:
            keys.press("alt+c")
            keys.at("Committee")
        screen.type(wanted.field("committees.name", row).text)
        keys.choose("Purpose for this committee", "i", "For Information")
        keys.tab_to("Date of meeting")
        keys.write(wanted.field("committees.date", row).text)
    to_next(keys, officer, "Subject")
    screen.type(wanted.field("subject").text)
    to_next(keys, officer, "Find in the list, Corporate Plan outcomes")
    keys.tab_to("Corporate Plan outcomes, in your own words")
    keys.lines(wanted.field("outcomes").text.splitlines())
    to_next(keys, officer, "Yes, Does this proposal require extra revenue and/or capital spending?")
    keys.press("Right")
    to_next(keys, officer, "Report of")
    keys.write(wanted.field("report-of").text)


def to_next(keys: Keys, officer: Officer, name: str) -> None:
    """F8, once what was typed is checked."""
    officer.wait_for_check()
    keys.press("F8")
    keys.at(name)


def write_sections(keys: Keys, wanted: Report) -> None:
    """From part to part by Ctrl+Page Down; one that comes after four that are not needed by a click."""
    for part, title in (
        ("summary", "Summary"), ("recommendations", "Recommendation"), ("background", "Background"),
        ("current-position", "Current Position"), ("financial", "Financial implications:"),
        ("resource", "Resource implications:"), ("legal", "Legal implications:"), ("risk", "Risk implications:"),
        ("equalities", "Equalities implications:"), ("climate", "Climate implications:"),
        ("security", "Security implications:"), ("conclusion", "Conclusion"),
    ):  # fmt: skip
        if part == "financial":
            keys.click("Financial implications,")
        else:
            keys.press("ctrl+Next")
        keys.at(title)
        lines = [FINANCIAL] if part == "financial" else written(wanted, part)
        keys.lines(lines, bullets="ctrl+shift+l")


def written(wanted: Report, part: str) -> list[str]:
    """The lines of a section as they are typed."""
    bare = part == "recommendations"
    return [
        f"- {plain(block.runs)}" if isinstance(block, ListItem) and not bare else words(block)
        for block in wanted.blocks(part)
    ]


def finish(keys: Keys, screen: Screen, wanted: Report) -> None:
    """The appendices by their titles and a link."""
    keys.press("ctrl+Next")
    keys.at("There are no appendices")
    for each in wanted.appendices:
        keys.press("alt+d")
        screen.wait_title("Appendix")
        keys.write(each.title)
        if each.link:
            keys.press("alt+a")
            keys.at("Web address")
            keys.write(each.link)
        keys.press("Return")
        screen.wait_title(wanted.field("subject").text[:20])


def hold_against(report: Report, wanted: Report) -> None:
    """What was typed is the report that was published."""
    for part in wanted.sections:
        if part.id in ("appendices", "background-papers"):
            continue
        got, was = (
            [(_kind(block, part.id), words(block).translate(_STRAIGHT)) for block in blocks]
            for blocks in (report.blocks(part.id), part.blocks)
        )
        assert got == was, part.id
    for name in ("subject", "outcomes", "public-status", "purpose", "report-of"):
        assert report.field(name).value == wanted.field(name).value
    assert report.repeats["committees"] == wanted.repeats["committees"]
    # Nobody typed them: a new report begins with what the settings know of its author.
    assert report.repeats["authors"][0]["name"] == wanted.repeats["authors"][0]["name"]
    assert report.field("report-author").text.startswith(wanted.repeats["authors"][0]["name"].text)
    assert [_told(each) for each in report.appendices] == [_told(each) for each in wanted.appendices]


def _kind(block: Block, part: str) -> str:
    """What a block is; a recommendation is an item of a list by the template, whatever it is typed as."""
    return "ListItem" if part == "recommendations" else type(block).__name__


def _told(appendix: Appendix) -> tuple[str, str, str]:
    return appendix.number, appendix.title, appendix.link
