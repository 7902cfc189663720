"""The rule about Acts of Parliament: each is cited by its own name and year."""

from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.law.acts import wrong_acts
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_SIGN: Final = Sign(" Act 1", " Act 2")


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "act-wrong", "warning", "An Act is cited with a year in which there was none of its name",
            "What the council relies on has to be found, and a power that is misquoted invites a challenge.",
            Each(_acts, _SIGN), source="The Acts’ short titles, as legislation.gov.uk lists them", england=True,
            fix="Put in the right year or name",
        ),
    )  # fmt: skip


def _acts(passage: Passage, _: Guide) -> Iterator[Finding]:
    if passage.kind in ("quotation", "alt"):
        return
    for each in wrong_acts(passage.text):
        right = f"Write “{each.better}”." if each.better else "Check its year."
        message = f"There is no Act of that name with “{passage.text[each.start : each.end]}”. {right}"
        yield found(passage, each.start, each.end, message, each.better or None)
