"""A table of implications in a document from elsewhere: each row goes to its section, and its last cell says who."""

from dataclasses import replace

from clerkwell.intake import Imported, import_document
from clerkwell.model import Report, words
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.came_back import edited, typed
from helpers.shipped import IDS, kept, sample, shipped


def from_elsewhere(*changes: tuple[str, str]) -> Imported:
    """The sample's final, with other words, as a document that does not say which template it was made in."""
    pack = shipped("maidstone-2022")
    final = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
    document = read_document(edited(final, *(typed(old, new) for old, new in changes)))
    return import_document(replace(document, properties={}), [shipped(each) for each in IDS])


def said(report: Report, section: str) -> list[str]:
    return [words(block) for block in report.blocks(section)]


def test_the_layout_is_known_and_each_row_is_in_its_section_with_who_signed_it_off() -> None:
    imported = from_elsewhere()
    assert imported.pack.id == "maidstone-2022"
    own = sample(imported.pack)
    for spec in imported.pack.manifest.section:
        if spec.group == "implications":
            assert said(imported.report, spec.id) == said(own, spec.id)
            assert imported.report.field(f"{spec.id}-sign-off") == own.field(f"{spec.id}-sign-off")
    assert imported.report.field("subject") == own.field("subject")
    assert not imported.report.tray


def test_an_issue_that_the_layout_does_not_know_keeps_its_words_and_who_signed_it_off() -> None:
    report = from_elsewhere(("Public Health<", "Human Rights<")).report
    there = said(report, "equalities")
    assert there[-3:] == [
        "Human Rights",
        "Being able to book an appointment matters to health. No other effect is expected.",
        "Sign-off: Public Health Officer",
    ]
    assert not report.field("health-sign-off").text
