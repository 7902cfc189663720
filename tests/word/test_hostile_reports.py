"""Reports of one to two thousand blocks, hostile in every place, in every pack: whole, read back, always the same."""

import hashlib
import io
import os
import subprocess
import sys

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from clerkwell.model import Footnote, Report, Table, Text, walk
from clerkwell.packs import Pack, outline
from clerkwell.word.writer import write_document
from helpers.exports import quick_faults
from helpers.inventing import hostile_report
from helpers.shipped import IDS, TEMPLATES, shipped
from helpers.torture import PICTURES

NAMES = tuple(PICTURES)
# Sizes as people write, and one that nobody does.
SIZES = (1, 4, 20, 90)


def made(pack: Pack, size: int, seed: int, *, draft: bool) -> bytes:
    return write_document(hostile_report(pack, size, seed, NAMES), pack, draft=draft, attachments=PICTURES)


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", IDS)
def test_whatever_a_report_holds_the_document_is_sound_and_says_it_to_another_library(
    pack_id: str, draft: bool
) -> None:
    pack = shipped(pack_id)
    for seed, size in enumerate(SIZES):
        report = hostile_report(pack, size, seed, NAMES)
        data = write_document(report, pack, draft=draft, attachments=PICTURES)
        assert not quick_faults(data), (size, seed)
        says(report, pack, data)


def test_two_thousand_blocks_are_no_other_matter() -> None:
    pack = shipped("city-of-london-2022")
    report = hostile_report(pack, 2000, 7, NAMES)
    data = write_document(report, pack, draft=False, attachments=PICTURES)
    assert not quick_faults(data)
    says(report, pack, data)


def says(report: Report, pack: Pack, data: bytes) -> None:
    """Each section's words are in the document in order, as python-docx's XML has them; notes' in theirs."""
    document = docx.Document(io.BytesIO(data))
    shown = squeezed("".join(words_in(document.element)))
    notes = "".join(
        squeezed("".join(words_in(parse_xml(part.blob))))
        for part in document.part.package.iter_parts()
        if str(part.partname).endswith("footnotes.xml")
    )
    for part in outline(report, pack):
        at = 0
        for block in walk(part.section.blocks if part.stands and part.section else ()):
            lines = (
                [runs for row in block.rows for cell in row for runs in cell.paragraphs]
                if isinstance(block, Table)
                else [getattr(block, "runs", ())]
            )
            for run in (run for runs in lines for run in runs):
                if isinstance(run, Text):
                    wanted = squeezed(run.text)
                    found = shown.find(wanted, at)
                    assert found >= 0, (part.id, wanted)
                    at = found + len(wanted)
                elif isinstance(run, Footnote):
                    assert all(squeezed(each.text) in notes for each in run.runs)


def words_in(root: BaseOxmlElement) -> list[str]:
    elements: dict[object, str] = {qn("w:softHyphen"): "\u00ad"}
    inside = root.iter(qn("w:t"), qn("w:softHyphen"))
    return [(each.text or "") if each.tag == qn("w:t") else elements[each.tag] for each in inside]


def squeezed(text: str) -> str:
    """Without white space, of which breaks and tabs are made, and the mark that stands for them."""
    return "".join(text.split())


PROGRAM = """
import hashlib, sys
sys.path[:0] = sys.argv[2:]
from helpers.inventing import hostile_report
from helpers.shipped import shipped
from helpers.torture import PICTURES
from clerkwell.word.writer import write_document
pack = shipped(sys.argv[1])
for size in (1, 60):
    for draft in (True, False):
        report = hostile_report(pack, size, size, tuple(PICTURES))
        print(hashlib.sha256(write_document(report, pack, draft=draft, attachments=PICTURES)).hexdigest())
"""


def test_the_same_report_makes_the_same_bytes_elsewhere_and_at_another_time() -> None:
    pack_id = "city-of-london-2023"
    pack = shipped(pack_id)
    here = [
        hashlib.sha256(made(pack, size, size, draft=draft)).hexdigest() for size in (1, 60) for draft in (True, False)
    ]
    places = [str(TEMPLATES.parent / "desktop"), str(TEMPLATES.parent / "tests")]
    for seed, zone, tongue in (("1", "Pacific/Kiritimati", "C"), ("2", "America/New_York", "de_DE.UTF-8")):
        told = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": tongue, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, pack_id, *places], capture_output=True, text=True, env=told, check=True
        )
        assert done.stdout.split() == here
