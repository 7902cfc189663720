"""Whatever is done to a draft, by hand or by a program, no word of it vanishes."""

import re
from random import Random

import pytest
from lxml import etree

from clerkwell.intake import Imported
from clerkwell.intake.homecoming import read_draft
from clerkwell.model import all_blocks, words
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from clerkwell.word.writer.consultation_log import COLUMNS, HEADING, NOTE, NOTHING, SINCE
from helpers.docx_making import parts_of
from helpers.retyped import at_random, edited, said, w
from helpers.shipped import IDS, kept, sample, shipped


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("pack_id", IDS)
def test_nothing_vanishes_whatever_is_done_to_a_draft(pack_id: str, alone: bool, seed: int) -> None:
    pack = shipped(pack_id)
    files = kept(pack)
    data = edited(write_document(sample(pack), pack, draft=True, attachments=files), at_random(Random(seed)))
    imported = read_draft(read_document(data), pack, None if alone else sample(pack), files)
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    shown = {word for line in root.iter(w("p")) for word in re.findall(r"\w+", said(line))}
    held = set(re.findall(r"\w+", _all_words(imported)))
    # What Word counts, what the pack prints, and what stands together from several runs.
    printed = " ".join([*(f"{spec.prefix} {spec.title}" for spec in pack.manifest.field), "Table Figure DRAFT"])
    printed += " " + " ".join(spec.title for spec in pack.manifest.section)
    # The consultation log, which a draft prints and which no report has for its words, is left behind.
    printed += " ".join(["", HEADING, NOTE, SINCE, NOTHING, "Not cleared", *(title for title, _ in COLUMNS)])
    printed += " ".join(f" {each.who} {each.role} {each.asked} {each.answer}" for each in sample(pack).consultations)
    missing = shown - held - set(re.findall(r"\w+", printed))
    assert {word for word in missing if word.isalpha() and len(word) > 2} == set()


def _all_words(imported: Imported) -> str:
    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [value] if isinstance(value, str) else []

    blocks = [words(block).replace("\ufffc", " ") for _, block in all_blocks(imported.report)]
    mapped = [each.words for each in imported.mapped]
    return "\n".join([*texts(imported.report.model_dump(mode="json")), *blocks, *mapped])
