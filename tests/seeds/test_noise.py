"""Noise that an extraction leaves (page numbers, hard wraps, other bullets) changes nothing that is found."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from clerkwell.intake import import_text
from clerkwell.rules import check
from helpers.seeds import REPORTS, shipped_packs, source

pytestmark = pytest.mark.seeds


def found_in(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The pack that a text is recognised as, and what is found in it at warning and above."""
    result = import_text(text, shipped_packs())
    problems = [each for each in check(result.report, result.pack) if each.severity != "info"]
    return result.pack.id, sorted(
        (each.rule, (each.place.field or each.place.section or each.place.appendix) if each.place else "")
        for each in problems
    )


def wrapped(text: str) -> str:
    """Lines broken at 80 characters, as an extraction does that knows no paragraphs."""
    return "\n".join(
        line if "\t" in line else "\n".join(textwrap.wrap(line, 80, break_on_hyphens=False) or [""])
        for line in text.split("\n")
    )


def paged(text: str) -> str:
    """A page's number after every thirty lines."""
    lines = text.split("\n")
    for page, at in enumerate(range(60, len(lines), 30), 2):
        lines[at] = f"\nPage {page} of 9\n\n{lines[at]}"
    return "\n".join(lines)


NOISE: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "no bold and no heading marks": lambda text: re.sub(r"(?m)</?b>|\*\*|^#+ ", "", text),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "smart quotes": lambda text: text.replace("'", "’"),
    "no empty lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "double spacing": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "   ", text),
    "round bullets": lambda text: re.sub(r"(?m)^(\s*)- ", r"\1• ", text),
    "letters for bullets": lambda text: re.sub(r"(?m)^(\s*)- ", r"\1o ", text),
    "hard wraps": wrapped,
    "page numbers": paged,
    "columns of spaces": lambda text: text.replace("\t", "      "),
    "cells one a line": lambda text: text.replace("\t", "\n"),
    "cells between strokes": lambda text: re.sub(
        r"(?m)^(.*\t.*)$", lambda row: f"| {' | '.join(row[1].split(chr(9)))} |", text
    ),
}


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("name", REPORTS)
def test_noise_changes_nothing_that_is_found(seeds: Path, name: str, noise: str) -> None:
    text = source(seeds, name)
    assert found_in(NOISE[noise](text)) == found_in(text)
