"""Rules about public status: what is kept from the public says under which paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from clerkwell.model import Place, Report
from clerkwell.packs import Pack
from clerkwell.rules.header import asked
from clerkwell.rules.rule import Finding, Rule

# Local Government Act 1972, Schedule 12A, England: 1 to 7 describe exempt information; 8 to 10 are qualifications.
_REASONS = range(1, 8)
_CLOSED = ("Exempt", "Part exempt")


def _reasons(report: Report, pack: Pack) -> Iterator[Finding]:
    if pack.manifest.pack.nation != "england":
        return
    for each in asked(report, pack):
        if each.spec.kind != "status" or each.value.value not in _CLOSED:
            continue
        words = " ".join((each.value.text, report.field("exempt-paragraphs").text))
        cited = {int(number) for number in re.findall(r"\d+", words)}
        yield from _judged(cited, "The report", each.place)
    for appendix in report.appendices:
        if appendix.status in ("exempt", "part-exempt"):
            name = f"Appendix {appendix.number}"
            for found in _judged(set(appendix.exempt_paragraphs), name, Place(appendix=appendix.id)):
                # The reason may stand in the report, which is the one that the public are kept from by it.
                yield found if appendix.exempt_paragraphs else replace(found, severity="warning")


def _judged(cited: set[int], name: str, place: Place) -> Iterator[Finding]:
    if cited and not cited & set(_REASONS):
        given = " and ".join(str(number) for number in sorted(cited))
        yield Finding(
            f"{name} is exempt under paragraph {given}, which is not a reason for exemption. Name one of 1 to 7.", place
        )
    elif not cited:
        yield Finding(f"{name} is exempt, but no paragraph of Schedule 12A is named. Name one of 1 to 7.", place)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "exempt-reason", "error", "What is exempt does not say under which paragraph",
            "Local Government Act 1972, Schedule 12A (England): paragraphs 1 to 7 are reasons; 8 to 10 qualify them.",
            _reasons,
        ),
    )  # fmt: skip
