"""The import as a whole: what it hands back and what it refuses to be asked."""

import pytest

from clerkwell.intake import import_lines, import_text
from clerkwell.intake.lines import read_lines
from clerkwell.model import all_blocks
from clerkwell.packs import PackNotFoundError
from helpers.intake import packs
from helpers.intake_reports import ALL, PAGE_TURNS, PLAIN


def test_a_pack_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(PackNotFoundError, match=r"no-such-pack.*Installed packs: city-of-london-2017"):
        import_text(PLAIN, packs(), "no-such-pack")
    with pytest.raises(PackNotFoundError):
        import_text(PLAIN, [])


def test_the_report_names_its_pack_and_every_block_has_an_id() -> None:
    for source in ALL.values():
        imported = import_text(source, packs())
        assert imported.report.pack == imported.pack.ref
        ids = [block.id for _, block in all_blocks(imported.report)]
        assert all(ids)
        assert len(set(ids)) == len(ids)


def test_the_same_text_gives_the_same_report() -> None:
    assert import_text(PAGE_TURNS, packs()) == import_text(PAGE_TURNS, packs())


def test_lines_that_came_from_elsewhere_are_recognised_the_same_way() -> None:
    assert import_lines(read_lines(PLAIN), packs()).report == import_text(PLAIN, packs()).report


def test_line_ends_of_other_systems_change_nothing() -> None:
    assert import_text(PLAIN.replace("\n", "\r\n"), packs()).report == import_text(PLAIN, packs()).report


def test_what_is_in_the_tray_is_also_found() -> None:
    for source in ALL.values():
        imported = import_text(source, packs())
        found = [finding.text for finding in imported.findings if finding.kind == "tray"]
        assert found == [item.text for item in imported.report.tray]


def test_headings_worded_otherwise_are_kept_and_said() -> None:
    imported = import_text(PAGE_TURNS.replace("### Options", "### Options Considered"), packs())
    section = imported.report.section("options")
    assert section is not None
    assert section.heading == "Options Considered"
    assert any("“Options” with “Options Considered”" in finding.text for finding in imported.findings)


def test_messages_hold_no_word_that_blames() -> None:
    for source in ALL.values():
        for pack in packs():
            said = " ".join(each.text for each in import_text(source, packs(), pack.id).findings if each.kind != "tray")
            assert not any(word in said.casefold() for word in ("please", "sorry", "invalid", "error"))
