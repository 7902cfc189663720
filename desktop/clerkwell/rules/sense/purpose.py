"""The rule about what a report is for: one for information asks for no decision."""

from collections.abc import Iterator

from clerkwell.model import Place
from clerkwell.proofing.sense.deciding import Asked, decisions
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import INFORMATION, decides, number_typed, only_informs, prose_of


def asks(passage: Passage, _: Guide) -> tuple[Asked, ...]:
    """The decisions that a recommendation asks for."""
    if passage.place.section != "recommendations" or passage.kind not in ("paragraph", "item"):
        return ()
    skip = number_typed(passage.text)
    return tuple(
        Asked(each.start + skip, each.end + skip, each.verb, each.sure) for each in decisions(passage.text[skip:])
    )


def _decides(reading: Reading) -> Iterator[Finding]:
    if not only_informs(reading.report):
        return
    for passage in prose_of(reading, frozenset(("recommendations",))):
        for each in passage.known(asks, reading.guide):
            message = (
                f"The report is for information, but this asks for a decision: “{each.verb}”. "
                "Make it a report for decision, or ask members only to note it."
            )
            yield found(passage, each.start, each.end, message, severity=None if each.sure else "info")


def _apart(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    purpose = report.field("purpose")
    rows = [row["purpose"] for row in report.repeats.get("committees", ()) if "purpose" in row]
    own = purpose.value if isinstance(purpose.value, str) else ""
    each = [row.value if isinstance(row.value, str) else "" for row in rows]
    if not own or not each or not all(each):
        return
    place = Place(field="purpose", start=0, end=len(purpose.text))
    if INFORMATION.fullmatch(own) and any(decides(other) for other in each):
        message = (
            f"The report is “{own}”, but a committee is to take it for decision. "
            "Give the report the purpose “For Decision”, or put the committee’s right."
        )
        yield Finding(message, place, purpose.text)
    elif decides(own) and all(INFORMATION.fullmatch(other) for other in each):
        message = (
            f"The report is “{own}”, but every committee takes it for information. "
            "Say which committee decides, or give the report the purpose “For Information”."
        )
        yield Finding(message, place, purpose.text)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "information-decides", "warning", "A report for information asks for a decision",
            "A committee that takes a report for information resolves nothing: the decision would have to come back.",
            Across(_decides), source="Committee practice: the purpose on the agenda says what members are asked for",
        ),
        Rule(
            "purpose-differs", "warning", "The report’s purpose and its committees’ do not agree",
            "The agenda of each committee is drawn up from its purpose, the report’s from its own.",
            Across(_apart), source="The council’s report template: if one decides, the report is for decision",
        ),
    )  # fmt: skip
