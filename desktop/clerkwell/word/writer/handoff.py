"""A hand-off: chosen sections of a report as a draft of their own, for a colleague to write in and send back.

It is the whole draft with everything else taken out, so that headings and numbers are those of the report. Its controls
stay, and it comes home by them. What it is, is said at its beginning, in a control of its own that is no place of a
report.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.model import Report, Section, all_blocks
from clerkwell.packs import Pack, outline
from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import BODY, STYLES
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import pieces, quoted
from clerkwell.word.writer.document import write_document
from clerkwell.word.writer.numbers_kept import keep_numbers, labels_of
from clerkwell.word.writer.properties import said, set_properties
from clerkwell.word.writer.pruning import prune, prune_parts
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.words import look, run

# The control round the words that are not the report's.
ABOUT_TAG: Final = "clerkwell:about"
ABOUT_TITLE: Final = "About this document"
# Numbers of these controls: no other has one so high.
_NUMBER: Final = 1_999_999_990
# Of a title for which the template has no style, in half points.
_TITLE_SIZE: Final = 32


def write_handoff(
    report: Report,
    pack: Pack,
    sections: Sequence[str],
    *,
    attachments: Mapping[str, bytes] | None = None,
    identity: str = "",
    by: str = "",
) -> bytes:
    """A Word document with these sections alone, by their ids, as the whole draft has them.

    `identity` tells the report that it was made of, `by` is who asks for it. Shared notes on these sections go with
    them. The same report, pack and sections make the same bytes. `WordError` says what keeps it from being made.
    """
    chosen = [part for part in outline(report, pack) if part.id in sections]
    missing = [each for each in sections if each not in {part.id for part in chosen}]
    if missing or not chosen:
        raise WordError(f"The report has no section “{missing[0] if missing else ''}” to hand off.")
    for part in chosen:
        if not part.stands:
            report = _begun(report, part.id)
    ids = {part.id for part in chosen}
    whole = write_document(_noted(report, ids), pack, draft=True, attachments=attachments, identity=identity, log=False)
    package = OpenPackage(whole)
    root = package.touch(package.main)
    body = root.find(BODY)
    there = [each for each in controls(root) if each.kind == "section" and each.id in ids]
    lost = ids - {each.id for each in there}
    if body is None or lost:
        heading = next((part.heading.rstrip(" :") for part in chosen if part.id in lost), "")
        raise WordError(
            f"The section “{heading}” has no place of its own in the template. Send the whole draft instead."
        )
    styles_part = package.related(STYLES)
    styles = Styles(package.tree(styles_part) if styles_part else None)
    labels = labels_of(package, styles)
    prune(body, [each.element for each in there])
    keep_numbers(package, styles, labels)
    headings = [part.heading.rstrip(" :") for part in outline(report, pack) if part.id in ids]
    account = _account(said(report, pack).title, headings, by, Looks(pack.manifest.roles, styles))
    body[:0] = account
    prune_parts(package)
    set_properties(package, report, pack, identity=identity, sections=[part.id for part in chosen])
    return package.save()


def _begun(report: Report, section_id: str) -> Report:
    """The report with a section begun that is not yet, so that there is a place to write in."""
    return report.model_copy(update={"sections": (*report.sections, Section(id=section_id))})


def _noted(report: Report, sections: set[str]) -> Report:
    """The report with the notes on these sections alone."""
    blocks = {block.id for place, block in all_blocks(report) if place.section in sections}
    notes = tuple(
        note
        for note in report.notes
        if note.place.section in sections and (not note.place.block or note.place.block in blocks)
    )
    return report.model_copy(update={"notes": notes})


def _account(title: str, headings: Sequence[str], by: str, looks: Looks) -> list[Element]:
    """What the document is, in plain words."""
    style = looks.styles.named("Title", "paragraph")
    # Without a style for it the title would look like any other line, and its sections' headings would head nothing.
    named = f'<w:pStyle w:val="{style.id}"/>' if style else '<w:spacing w:after="120"/><w:outlineLvl w:val="0"/>'
    properties = "" if style else look(bold=True, size=_TITLE_SIZE)
    text = f'<w:pPr><w:pStyle w:val="{looks.paragraph("paragraph")}"/></w:pPr>'
    listed = ", ".join(headings[:-1]) + " and " * (len(headings) > 1) + headings[-1]
    what = "section" if len(headings) == 1 else "sections"
    sender = f" It was sent by {by}." if by.strip() else ""
    words = (
        f"This is a part of the draft report: the {what} {listed}. Write in it and send it back; its headings and "
        f"numbers are those of the whole report.{sender}"
    )
    lines = (
        f"<w:p><w:pPr>{named}</w:pPr>{run(title, properties)}</w:p>",
        f"<w:p>{text}{run(words)}</w:p>",
    )
    # A control for each, as LibreOffice knows none round several paragraphs; and one of a document part, so that it
    # shows how the words look.
    return pieces(
        "".join(
            f'<w:sdt><w:sdtPr><w:alias w:val="{quoted(ABOUT_TITLE)}"/><w:tag w:val="{ABOUT_TAG}"/>'
            f'<w:id w:val="{_NUMBER + index}"/><w:lock w:val="sdtContentLocked"/><w:docPartObj/></w:sdtPr>'
            f"<w:sdtContent>{line}</w:sdtContent></w:sdt>"
            for index, line in enumerate(lines)
        )
    )
