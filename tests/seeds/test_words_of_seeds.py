"""A published report, imported and exported, has its own words in its own order, and no others but the pack's."""

import difflib
from pathlib import Path

import pytest

from clerkwell.intake import Imported
from clerkwell.packs import numbers
from clerkwell.word.writer import write_document
from helpers.independent import paragraphs_of, shown_by_libreoffice, words_of, words_of_source
from helpers.seeds import REPORTS, imported, source

pytestmark = pytest.mark.seeds


def draft(result: Imported) -> bytes:
    return write_document(result.report, result.pack, draft=True)


def supplied(result: Imported) -> set[str]:
    """The words that the pack may add: labels, headings, prefixes."""
    manifest = result.pack.manifest
    texts = [label for spec in manifest.field for label in (*spec.labels, spec.prefix, spec.suffix, spec.title)]
    texts += [spec.title for spec in manifest.group] + [spec.title for spec in manifest.section]
    texts += [manifest.pack.council, "Appendix"]
    return {word for text in texts for word in words_of(text)}


def differences(wanted: list[str], given: list[str]) -> tuple[list[str], list[str]]:
    """The words that are missing (or out of order), and those that were added."""
    missing, added = [], []
    matcher = difflib.SequenceMatcher(a=wanted, b=given, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        if kind in ("delete", "replace"):
            missing += wanted[low:high]
        if kind in ("insert", "replace"):
            added += given[start:end]
    return missing, added


@pytest.mark.parametrize("name", REPORTS)
def test_the_pack_is_found_and_nothing_is_left_in_the_tray(seeds: Path, name: str) -> None:
    result = imported(seeds, name)
    assert result.pack.id == REPORTS[name][1]
    assert result.report.tray == ()


@pytest.mark.parametrize("name", REPORTS)
def test_no_word_is_lost_or_added_in_the_draft_as_its_xml_has_it(seeds: Path, name: str) -> None:
    result = imported(seeds, name)
    wanted = words_of_source(source(seeds, name), numbers=False)
    missing, added = differences(wanted, words_of("\n".join(paragraphs_of(draft(result)))))
    assert missing == []
    assert set(added) <= supplied(result)


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", REPORTS)
def test_no_word_or_number_is_lost_or_added_in_the_draft_as_libreoffice_shows_it(
    seeds: Path, name: str, tmp_path: Path
) -> None:
    result = imported(seeds, name)
    wanted = words_of_source(source(seeds, name), numbers=True)
    shown = words_of("\n".join(shown_by_libreoffice(draft(result), tmp_path)))
    missing, added = differences(wanted, shown)
    assert missing == []
    assert set(added) <= supplied(result)


@pytest.mark.parametrize(("name", "last"), [("S0", 16), ("S4", 26), ("S1", 0), ("S3", 0)])
def test_paragraphs_are_numbered_as_in_print(seeds: Path, name: str, last: int) -> None:
    result = imported(seeds, name)
    assert list(numbers(result.report, result.pack).paragraphs.values()) == list(range(1, last + 1))


def test_headings_are_numbered_as_in_print(seeds: Path) -> None:
    result = imported(seeds, "S3")
    assert list(numbers(result.report, result.pack).sections.values()) == list(range(1, 12))
