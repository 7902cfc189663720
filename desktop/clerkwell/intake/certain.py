"""Answers that are certain under labels that nobody knows: "Purpose of report: For information"."""

import re
from collections.abc import Mapping
from typing import Final

from clerkwell.intake.cells import cells_of
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.model import FieldValue
from clerkwell.packs import Pack, understand

# What a label asks for, by the field whose few answers are known.
ASKED: Final[Mapping[str, re.Pattern[str]]] = {
    "purpose": re.compile(r"\b(?:purpose|report (?:is )?for|type of report)\b", re.IGNORECASE),
    "public-status": re.compile(r"\b(?:public|exempt|confidential|publication|private)\b", re.IGNORECASE),
}


def certain_answer(line: Line, field_id: str, pack: Pack) -> tuple[str, FieldValue] | None:
    """The label of a line and its answer, where it asks for this field and the answer is one of those it has."""
    spec = pack.field(field_id)
    label, colon, words = in_words(line.runs).partition(":")
    if line.is_row:
        cells = [each.strip() for each in cells_of(line) if each.strip()]
        label, colon, words = (cells[0], ":", cells[1]) if len(cells) == 2 else ("", "", "")
    if spec is None or not colon or not ASKED[field_id].search(label):
        return None
    answer = understand(spec, words.strip(), pack)
    return (label, answer) if answer.value is not None else None
