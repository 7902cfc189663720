"""What there is to tell of a document that came back, beside what there is to decide."""

from collections.abc import Iterator

from clerkwell.comparing import Withheld
from clerkwell.model import Image, Landscape, Report, all_blocks, words
from clerkwell.packs import Pack
from clerkwell.packs.openness import is_private
from clerkwell.rules import part_title
from clerkwell.session.coming_home.incoming import Incoming, Read


def said_of(document: Incoming, read: Read, report: Report) -> tuple[str, ...]:
    """Sentences: what it was compared with, what it may change, what of it could not be read."""
    return (*_of_base(document), *_of_sections(document, report), *_of_contents(document, read))


def said_of_withheld(withheld: Withheld, before: Report, pack: Pack) -> Iterator[str]:
    """Sentences on what is marked as not for publication and was not, or is new, and on words that cannot be marked."""
    was = {block.id for _, block in all_blocks(before) if is_private(block)}
    for _, block in all_blocks(withheld.report):
        if isinstance(block, Landscape) or not block.private or block.id in was:
            continue
        what = "A picture" if isinstance(block, Image) else f"“{_short(words(block))}”"
        yield (
            f"{what} comes from what is not for publication, or stands where that stood, and so is marked as not for "
            "publication. See whether that is right."
        )
    for each in withheld.report.appendices:
        if each.id in withheld.marked:
            yield (
                f"Appendix {each.number}, “{_short(each.title)}”, is listed in place of one that is not for "
                "publication, and has its status. See whether that is right."
            )
    for name, text in withheld.loose:
        yield (
            f"Words that were not for publication now stand in {_named(name, withheld.report, pack)}, where they "
            f"cannot be marked so: “{_short(text)}”. See that nobody reads them who may not."
        )


def _named(name: str, report: Report, pack: Pack) -> str:
    if name == "tray":
        return "the tray"
    spec = pack.field(name)
    if spec is not None:
        return f"“{spec.title}”"
    return {"appendices": "the list of appendices", "background-papers": "the list of background papers"}.get(
        name, f"the heading of “{part_title(report, pack, name)}”"
    )


def _of_base(document: Incoming) -> Iterator[str]:
    if document.version is not None:
        yield f"It is compared with “{document.version.name}”, the version it was made from."
    elif document.base_found:
        yield "The report has not changed since this document was made from it."
    elif document.mark is not None:
        yield (
            "No version is kept of the report as it was when this document was made of it, so it is compared with the "
            "report as it is now: what was written here since looks as if it had been taken out."
        )
    else:
        yield (
            "This document was not exported here, so its words are compared with the report as it is now. Its layout "
            "is left out."
        )


def _of_sections(document: Incoming, report: Report) -> Iterator[str]:
    if document.sections:
        titles = [f"“{part_title(report, document.pack, each)}”" for each in document.sections]
        listed = " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)
        yield f"It was made to hold {listed}, and nothing else of the report can be changed by it."


def _of_contents(document: Incoming, read: Read) -> Iterator[str]:
    for each in document.document.unread:
        yield f"Could not be read: {each}."
    if document.document.macros:
        yield "It holds macros, which were not looked at and are not kept."
    if document.document.dropped and document.mark is None:
        listed = [f"{count} × {what}" for what, count in document.document.dropped.items()]
        yield f"Looks that no report has were left out: {', '.join(listed)}."
    for finding in read.findings:
        if finding.kind == "tray":
            yield f"These words have no place in the report, and go to its tray: “{_short(finding.text)}”."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
