"""Why something in a report is not for publication, as its author weighed it: for the clerk, who sees to the agenda.

Local Government Act 1972, Schedule 12A (England), paragraph 10: the public interest is weighed. Few templates have a
place for what is said of it.
"""

from collections.abc import Iterator

from clerkwell.model import Appendix, Report
from clerkwell.packs import Pack
from clerkwell.packs.exemption import PARAGRAPHS, PUBLIC_INTEREST, in_words
from clerkwell.packs.openness import has_private_blocks, openness, withheld_appendices

_NOT_SAID = "Not stated"


def reasons_kept(report: Report, pack: Pack) -> tuple[tuple[str, str, str], ...]:
    """What is kept from the public, under which paragraphs, and why the public interest is in that: one of each for the
    report and for each appendix. Nothing where all of it is public.
    """
    return (*_of_report(report, pack), *(_of_appendix(each) for each in withheld_appendices(report, pack)))


def _of_report(report: Report, pack: Pack) -> Iterator[tuple[str, str, str]]:
    status = openness(report, pack)
    under, interest = _line(report, PARAGRAPHS), report.field(PUBLIC_INTEREST).text.strip()
    # Where only appendices are withheld, what is said stands with each of them.
    whole = status in ("exempt", "confidential")
    if status == "public" or not (whole or has_private_blocks(report) or under or interest):
        return
    what = f"The whole report ({status})" if whole else "Parts of the report"
    if status == "confidential":
        yield what, "Confidential: section 100A(3) of the Local Government Act 1972", interest or "Not asked"
    else:
        yield what, under or _NOT_SAID, interest or _NOT_SAID


def _of_appendix(appendix: Appendix) -> tuple[str, str, str]:
    name = f"Appendix {appendix.number}"
    what = f"{name}, {appendix.title}" if appendix.title.strip() else name
    if appendix.status == "confidential":
        under, missing = "Confidential: section 100A(3) of the Local Government Act 1972", "Not asked"
    else:
        under, missing = in_words(appendix.exempt_paragraphs) or _NOT_SAID, _NOT_SAID
    return what, under, appendix.public_interest.strip() or missing


def _line(report: Report, field: str) -> str:
    return " ".join(report.field(field).text.split())
