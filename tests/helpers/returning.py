"""A document that came back, taken in: what the tests of it share."""

from datetime import UTC, datetime

from clerkwell.comparing import compare
from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.coming_home.results import ReviewItem
from clerkwell.session.coming_home.returned import Returned, take_in
from clerkwell.session.versions import Kept, keep_sent
from helpers.came_back import Edit, edited, sent

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


def kept(report: Report) -> Kept:
    """The report with itself kept, as a draft of it went out."""
    return keep_sent(report, report, {}, "Draft", NOW)


def back(
    report: Report, pack: Pack, versions: dict[str, bytes], *edits: Edit, document: bytes = b"", anyway: bool = False
) -> Returned:
    """The sample's draft with these edits, or a document, taken in."""
    data = document or edited(sent(), *edits)
    return take_in(data, "Legal.docx", report, pack, versions, pack.sample_attachments, anyway=anyway, when=NOW)


def ids(items: tuple[ReviewItem, ...]) -> list[str]:
    """The ids of items."""
    return [item.id for item in items]


def changed(before: Report, after: Report, pack: Pack) -> set[tuple[str, str, str]]:
    """What differs: part, words before, words after."""
    return {(each.part, each.before.strip(), each.after.strip()) for each in compare(before, after, pack)}
