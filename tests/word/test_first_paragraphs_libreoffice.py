"""LibreOffice keeps the first paragraphs of a draft's places, whatever colleagues did to them in Word before.

It takes a control round paragraphs for plain text unless the control is a document part, and then loses comments, what
was tracked and sometimes the words of its first paragraph.
"""

from pathlib import Path

import pytest

from clerkwell.intake.homecoming import read_draft
from clerkwell.model import Paragraph, Report, Text
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.reader.settling import every, settle
from clerkwell.word.writer import write_document
from helpers.office import saved_again
from helpers.reviewer import Reviewer
from helpers.shipped import IDS, kept, sample, shipped

pytestmark = pytest.mark.libreoffice
TYPED = "typed for "


def first_words(report: Report) -> list[str]:
    """The beginning of the first paragraph of each section, where it stands nowhere else."""
    found: list[list[str]] = []
    for section in report.sections:
        first = section.blocks[0] if section.blocks else None
        if isinstance(first, Paragraph) and first.runs and isinstance(first.runs[0], Text):
            found.append(first.runs[0].text.split(maxsplit=4)[:4])
    return [" ".join(each) for each in found if len(each) == 4 and found.count(each) == 1]


def reviewed(report: Report, pack: Pack) -> bytes:
    """The draft with a comment on each first paragraph, and words put in before some of its words and taken out."""
    reviewer = Reviewer(write_document(report, pack, draft=True, attachments=kept(pack)), "Pat Legal")
    for words in first_words(report):
        first, second, third, fourth = words.split()
        reviewer.comment(f"{first} {second}", f"About {words}")
        reviewer.insert(f"{first} {second} {third}", f" {TYPED}{pack.id}")
        # What is taken out right before a comment's mark LibreOffice puts back.
        reviewer.delete(f" {fourth}")
    return reviewer.saved


def test_first_paragraphs_with_comments_and_changes_go_through_libreoffice_whole(tmp_path: Path) -> None:
    packs = [shipped(each) for each in IDS]
    documents = [reviewed(sample(pack), pack) for pack in packs]
    saved = saved_again(documents, tmp_path)
    for pack, sent, back in zip(packs, documents, saved, strict=True):
        report, files = sample(pack), kept(pack)
        before, after = read_document(sent), read_document(back)
        assert sorted(each.text for each in after.comments) == sorted(each.text for each in before.comments), pack.id
        assert read_draft(settle(after, ()), pack, report, files).report == report, pack.id
        taken = read_draft(settle(before, every(before)), pack, report, files).report
        assert read_draft(settle(after, every(after)), pack, report, files).report == taken, pack.id
