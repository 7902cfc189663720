"""A fault planted in a copy of a published report is found: a section cut, a date broken, a field emptied."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.intake import import_text
from clerkwell.packs import Pack
from clerkwell.rules import check
from helpers.seeds import REPORTS, shipped_packs, source

pytestmark = pytest.mark.seeds


def bare(line: str) -> str:
    """A line without its markup, number and closing colon: what a heading is compared by."""
    line = re.sub(r"</?b>|\*\*|^\s*#+", "", line).strip()
    return re.sub(r"^\d+\.\s*", "", line).rstrip(": ").casefold()


def titles(pack: Pack) -> dict[str, set[str]]:
    """The headings of each section, as they may be printed."""
    found = {
        spec.id: {title.rstrip(": ").casefold() for title in (spec.title, *spec.aliases)}
        for spec in pack.manifest.section
    }
    groups = {spec.id: {title.casefold() for title in (spec.title, *spec.aliases)} for spec in pack.manifest.group}
    return {**groups, **found}


def cut_sections(text: str, pack: Pack) -> Iterator[tuple[str, str]]:
    """Each section of the text that has to be there, with the text as it is without it."""
    lines = text.splitlines()
    known = titles(pack)
    starts = [
        (index, section)
        for index, line in enumerate(lines)
        for section, names in known.items()
        if bare(line) in names or any(bare(line).startswith(f"{name} –") for name in names)
    ]
    ends = [index for index, _ in starts[1:]] + [len(lines)]
    for (start, section), end in zip(starts, ends, strict=True):
        spec = pack.section(section)
        if spec is None or spec.required != "always" or spec.kind != "text":
            continue
        if section == "conclusion" or section == pack.manifest.section[-1].id:
            end = next(
                (index for index in range(start + 1, len(lines)) if bare(lines[index]) in known["appendices"]), end
            )
        yield section, "\n".join([*lines[:start], *lines[end:]])


def emptied_fields(text: str, pack: Pack) -> Iterator[tuple[str, str]]:
    """Each answered line of the header, with the text as it is when the answer is taken out."""
    lines = text.splitlines()
    for spec in pack.single_fields:
        if spec.required != "always" or spec.kind == "status":
            continue
        for index, line in enumerate(lines[:40]):
            clean = re.sub(r"</?b>", "", line)
            label = next((label for label in spec.labels if clean.startswith(label)), None)
            if label is None:
                continue
            answer, tab, rest = clean[len(label) :].partition("\t")
            if not answer.strip():
                answer, rest = rest, ""
            # An answer that goes on over the next line would only be shortened.
            if answer.strip() and not answer.rstrip().endswith(","):
                emptied = f"{label}{tab}{rest}"
                yield spec.id, "\n".join([*lines[:index], emptied, *lines[index + 1 :]])
            break


def faults(text: str, pack_id: str) -> set[tuple[str, str]]:
    result = import_text(text, shipped_packs(), pack_id)
    return {
        (each.rule, each.place.field or each.place.section) for each in check(result.report, result.pack) if each.place
    }


@pytest.mark.parametrize("name", REPORTS)
def test_a_section_that_was_cut_is_missed(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    planted = list(cut_sections(text, pack))
    assert len(planted) >= 3
    for section, cut in planted:
        assert ("section-missing", section) in faults(cut, pack_id), section


@pytest.mark.parametrize("name", REPORTS)
def test_a_heading_with_its_words_taken_out_is_empty(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    for section, cut in cut_sections(text, pack):
        spec = pack.section(section)
        assert spec is not None
        if spec.heading == "run-in":
            continue
        lines, left = text.splitlines(), cut.splitlines()
        start = next(index for index, (one, other) in enumerate(zip(lines, left, strict=False)) if one != other)
        emptied = "\n".join([*left[:start], lines[start], "", *left[start:]])
        found = faults(emptied, pack_id)
        assert ("section-empty", section) in found, section


@pytest.mark.parametrize("name", REPORTS)
def test_an_emptied_field_is_missed(seeds: Path, name: str) -> None:
    text, pack_id = source(seeds, name), REPORTS[name][1]
    pack = next(each for each in shipped_packs() if each.id == pack_id)
    planted = list(emptied_fields(text, pack))
    assert len(planted) >= 3
    for field, emptied in planted:
        assert ("field-missing", field) in faults(emptied, pack_id), field


@pytest.mark.parametrize(
    ("name", "field"), [("S0", "committees.date"), ("S1", "committees.date"), ("S3", "meeting-date")]
)
@pytest.mark.parametrize("broken", ["32/01/2023", "23/13/2023", "07/02//2022", "2023", "soon"])
def test_a_broken_date_is_found(seeds: Path, name: str, field: str, broken: str) -> None:
    text = source(seeds, name)
    first = {"S0": "23/01/2023", "S1": "7/06/2017", "S3": "December 7th 2022"}[name]
    assert first in text
    assert ("date-malformed", field) in faults(text.replace(first, broken, 1), REPORTS[name][1])
