"""The rule about addresses of the net: those that cannot be right lead nobody anywhere."""

from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.addresses import bad_addresses
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_NET: Final = Sign("@", folded=("://", "http", "htt", "htp", "www", "ww."))


def rules() -> tuple[Rule, ...]:
    """The rule about addresses."""
    return (
        Rule(
            "address-malformed",
            "warning",
            "An address of the net cannot be right",
            "A reader who types or follows it gets nowhere: a comma stands for a full stop, or a letter is missing.",
            Each(_malformed, _NET),
            source="RFC 3986 and RFC 5322: how addresses of pages and of mail are written",
        ),
    )


def _malformed(passage: Passage, _: Guide) -> Iterator[Finding]:
    if passage.kind == "quotation":
        return
    for fault in bad_addresses(passage.text):
        said = passage.text[fault.start : fault.end]
        message = f"“{said}” cannot be right as an address. Check it, and put it right."
        yield found(passage, fault.start, fault.end, message)
