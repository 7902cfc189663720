"""Rules about money: what the header says of it, what the financial implications say, and what is asked for agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from clerkwell.model import Paragraph, Place, Report, is_nil
from clerkwell.proofing.sense.amounts import (
    Amount,
    cost_ahead,
    is_paid_for,
    is_settled,
    money_beside_none,
    more_money,
    no_money,
    not_spent,
    sums,
)
from clerkwell.proofing.sense.own_costs import GAINED, own_money
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.asked_money import moved_by
from clerkwell.rules.sense.bearings import prose_of, section_ids
from clerkwell.rules.sense.money_denied import hedged, put_by, spoken_of
from clerkwell.rules.sense.purpose import asks
from clerkwell.rules.signs import Sign

# Where a report says what it proposes; options that are not taken and what went before have sums of their own.
_PROPOSING: Final = frozenset(
    ("summary", "recommendations", "proposals", "financial", "resource", "conclusion", "purpose-of-report", "reasons")
)
_FINANCIAL: Final = r"^[\d.\s]*(?:financ|budget|cost\s+impl|costs?\s*$)"


_RUN_IN: Final = re.compile(
    r"\s*(?:[A-Z]?\d[\d.]*\s+|\([a-z]\)\s+)?(?:Financ(?:e|ial)(?:\s+(?:implications|considerations|impact))?"
    r"|FINANC(?:E|IAL)(?:\s+IMPLICATIONS)?)"
    r"\s*(?:[.:–—]|\s-)\s+"
)
# "There are no financial, legal or staffing implications arising from this report": a sentence of its own, wherever.
_SAID_OF_REPORT: Final = re.compile(
    r"\s*(?:\d[\d.]*\s+|\([a-z]\)\s+)?(?:There\s+are|Th(?:e|is)\s+(?:report|proposals?"
    r"|recommendations?|decision)\s+ha(?:s|ve))\s+no\s+[^.;:]{0,60}?\bfinancial\b"
    r"[^.;:]{0,60}?\bimplications?(?:\s+(?:(?:directly\s+)?arising|resulting|associated|from|of|for|in)\b"
    r"[^.;:]{0,60}?\b(?:report|proposals?|recommendations?|decision|Council))?\s*\.?\s*"
)
_NO_OWN: Final = frozenset(("options", "background", "consultation", "appendices", "background-papers", "policy"))
_ASKED: Final = frozenset(("recommendations",))
# "F1 | Finance. There are none": what is numbered may stand in cells.
_READ: Final = frozenset(("paragraph", "item", "cell"))
_IMPLICATIONS: Final = re.compile(r"implications?|consequences?|impacts?|effects?|costs?", re.IGNORECASE)
_MONEY_WORDS: Final = Sign("Financ", "FINANC")
_NO_MONEY: Final = Sign("financial")


@dataclass(frozen=True)
class _Nil:
    passage: Passage
    start: int
    end: int
    more: bool

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]


def _nil(passage: Passage, _: Guide) -> _Nil | None:
    if passage.kind not in _READ:
        return None
    block = passage.block
    if (isinstance(block, Paragraph) and block.nil) or is_nil(passage.text):
        return _Nil(passage, 0, len(passage.text), more=False)
    headed = _RUN_IN.match(passage.text)
    if headed and is_nil(passage.text[headed.end() :]):
        return _Nil(passage, headed.end(), len(passage.text), more=False)
    said = no_money(passage.text)
    return _Nil(passage, said.start, said.end, said.kind == "no-more") if said else None


def _cost(passage: Passage, _: Guide) -> Amount | None:
    return cost_ahead(passage.text) if passage.kind in ("paragraph", "item") else None


def _beside_none(passage: Passage, _: Guide) -> Amount | None:
    if passage.kind not in _READ:
        return None
    own = (each.amount for each in own_money(passage.text))
    return money_beside_none(passage.text) or next(own, None)


def _headed(passage: Passage, _: Guide) -> bool:
    """Whether a paragraph of a section about all the implications is the one about money: "7.1 Financial: none"."""
    return passage.kind in _READ and _RUN_IN.match(passage.text) is not None


def _of_report(passage: Passage, guide: Guide) -> bool:
    """Whether a paragraph says of the whole report that it has no financial implications."""
    if passage.kind not in ("paragraph", "item") or passage.place.section in _NO_OWN or passage.place.appendix:
        return False
    text = passage.text
    return any(_SAID_OF_REPORT.fullmatch(text, *each) for each in passage.known(sentences_of, guide))


def _more(passage: Passage, _: Guide) -> Amount | None:
    return more_money(passage.text) if passage.kind in ("paragraph", "item") else None


def _sums(passage: Passage, _: Guide) -> tuple[Amount, ...]:
    return sums(passage.text)


def _approved(reading: Reading) -> Amount | None:
    """A sum that a recommendation asks to be decided, unless the money is said to be there."""
    for passage in prose_of(reading, frozenset(("recommendations",))):
        asked = passage.known(asks, reading.guide)
        given = passage.known(_sums, reading.guide)
        if given and any(each.sure for each in asked) and not (is_settled(passage.text) or not_spent(passage.text)):
            return given[0]
    return None


def _stated(reading: Reading) -> Amount | None:
    """A sum that the report says its proposal will cost."""
    for passage in prose_of(reading, _PROPOSING):
        cost = passage.known(_cost, reading.guide)
        if cost:
            return cost
    return None


def _against_nil(reading: Reading) -> Iterator[Finding]:
    financial = section_ids(reading, "financial", _FINANCIAL)
    passages = [*prose_of(reading, financial), *(each for each, _ in reading.where(_headed, _MONEY_WORDS))]
    # Where no section or paragraph is about money, it is said with the other implications.
    of_report = () if passages else (each for each, _ in reading.where(_of_report, _NO_MONEY))
    said = next((nil for each in chain(passages, of_report) if (nil := each.known(_nil, reading.guide))), None)
    spending = reading.report.field("spending").value
    if said is not None:
        yield from _nil_refuted(reading, passages, said, spending == "Yes")
    elif (none := hedged(passages)) and (asked := _approved(reading) or put_by(reading)):
        direct, start, end = none
        message = (
            f"The financial implications say “{direct.text[start:end]}”, but a recommendation is about {asked.words}. "
            "Say what it costs and where the money comes from, or put the other right."
        )
        yield found(direct, start, end, message, severity="info")
    if spending == "No":
        yield from _no_refuted(reading, passages)


def _nil_refuted(reading: Reading, financial: list[Passage], said: _Nil, spends: bool) -> Iterator[Finding]:
    quoted = f"“{said.words}”"
    put_right = "Say what it costs and where the money comes from, or put the other right."
    if spends:
        message = (
            f"The financial implications say {quoted}, but the header says that extra money is needed. {put_right}"
        )
        yield found(said.passage, said.start, said.end, message)
        return
    beside = said.passage
    if not said.more and _IMPLICATIONS.search(said.words):
        own = [each for each in financial if each.place.section == beside.place.section]
        told = ((each, sum_) for each in own if (sum_ := each.known(_beside_none, reading.guide)))
        lost = next((sum_ for each, sum_ in told if each is not beside or sum_.start > said.end), None)
        if lost:
            message = f"The financial implications say {quoted}, and then speak of {lost.words}. {put_right}"
            yield found(said.passage, said.start, said.end, message)
            return
    more = said.more and next(
        (sum_ for each in prose_of(reading, _ASKED) if (sum_ := each.known(_more, reading.guide))), None
    )
    if more:
        message = (
            f"The financial implications say {quoted}, but a recommendation is about {more.words} more. {put_right}"
        )
        yield found(said.passage, said.start, said.end, message)
        return
    if said.more or (beside.known(_sums, reading.guide) and is_paid_for(beside.text)):
        # What it costs stands beside it, and who pays: the nil is about others, "no cost to council taxpayers".
        return
    approved = _approved(reading) or put_by(reading)
    if approved:
        message = (
            f"The financial implications say {quoted}, but a recommendation is about {approved.words}. {put_right}"
        )
        yield found(said.passage, said.start, said.end, message)
        return
    cost = _stated(reading)
    if cost:
        message = (
            f"The financial implications say {quoted}, but the report speaks of a cost of {cost.words}. {put_right}"
        )
        yield found(said.passage, said.start, said.end, message)
        return
    moved = moved_by(reading)
    if moved:
        words, amount = moved
        message = (
            f"The financial implications say {quoted}, but a recommendation is about {words}, and the report speaks of "
            f"{amount.words}. {put_right}"
        )
        yield found(said.passage, said.start, said.end, message)
        return
    spoken = spoken_of(reading)
    plain = _IMPLICATIONS.search(said.words) is not None
    if spoken and (plain or (spoken.what != GAINED and is_nil(said.words))):
        message = (
            f"The financial implications say {quoted}, but the report speaks of {spoken.what} {spoken.amount.words}. "
            f"{put_right}"
        )
        yield found(said.passage, said.start, said.end, message, severity="info")


def _no_refuted(reading: Reading, financial: list[Passage]) -> Iterator[Finding]:
    field = reading.report.field("spending")
    place = Place(field="spending", start=0, end=len(field.text))
    asked = list(prose_of(reading, frozenset(("recommendations",))))
    extra = next((more for each in (*asked, *financial) if (more := each.known(_more, reading.guide))), None)
    if extra:
        message = (
            f"The header says that no extra money is needed, but the report asks for {extra.words} more. "
            "Put the answer or the report right."
        )
        yield Finding(message, place, field.text)
        return
    approved = _approved(reading)
    if approved and not any(is_settled(each.text) for each in financial):
        message = (
            f"The header says that no extra money is needed, but a recommendation is about {approved.words}. "
            "Say in the financial implications that the money is in the budget, or answer Yes."
        )
        yield Finding(message, place, field.text)
        return
    cost = next((cost for each in financial if (cost := each.known(_cost, reading.guide))), None)
    if cost and not any(is_settled(each.text) or is_paid_for(each.text) for each in (*asked, *financial)):
        message = (
            f"The header says that no extra money is needed, but the financial implications speak of a cost of "
            f"{cost.words}. Say there that the money is in the budget, or answer Yes."
        )
        yield Finding(message, place, field.text)


def _questions(reading: Reading) -> Iterator[Finding]:
    report = reading.report
    spending = report.field("spending").value
    if spending == "No":
        yield from _no_with(report)
    elif spending == "Yes":
        amount = report.field("spending-amount").text.strip()
        if amount and _is_nothing(amount):
            message = (
                f"Extra money is said to be needed, and the amount is “{amount}”. "
                "Give the amount, or answer No to the question before it."
            )
            yield _at("spending-amount", report, message)
    yield from _parts(report)


def _no_with(report: Report) -> Iterator[Finding]:
    amount = report.field("spending-amount").text
    if sums(amount):
        message = (
            f"No extra money is said to be needed, but the amount is “{amount.strip()}”. "
            "Put one of the two answers right."
        )
        yield _at("spending-amount", report, message)
    agreed = report.field("funding-agreed").value
    source = report.field("funding-source").text.strip()
    if source and not is_nil(source) and not _is_nothing(source) and not is_settled(source):
        message = (
            f"No extra money is said to be needed, but “{source}” is named as its source. "
            "If the money is in the budget already, say so here; else answer Yes."
        )
        yield _at("funding-source", report, message, doubtful=not sums(amount))
    elif agreed == "Yes" and (not source or is_nil(source)):
        message = (
            "No extra money is said to be needed and no source is named, but the source is said to be agreed. "
            "Put one of the answers right."
        )
        yield _at("funding-agreed", report, message)


def _parts(report: Report) -> Iterator[Finding]:
    """ "£125,000 (£98,000 capital, £27,000 revenue)": what stands in brackets is the whole sum, parted."""
    text = report.field("spending-amount").text
    whole, bracket, inside = text.partition("(")
    inner, closed, _ = inside.partition(")")
    parts = sums(inner)
    outer = sums(whole)
    lowered = inner.casefold()
    if not (bracket and closed and len(outer) == 1 and len(parts) == 2):
        return
    if "capital" not in lowered or "revenue" not in lowered:
        return
    total = sum(each.pounds for each in parts)
    if total != outer[0].pounds:
        message = f"The two parts in brackets come to £{total:,}, not {outer[0].words}. Put the figures right."
        yield _at("spending-amount", report, message)


def _is_nothing(text: str) -> bool:
    lowered = text.casefold().strip(" .")
    return lowered in (
        "£0",
        "£0.00",
        "0",
        "zero",
        "no cost",
        "no extra cost",
        "no additional cost",
        "nothing",
        "not required",
    )


def _at(field: str, report: Report, message: str, *, doubtful: bool = False) -> Finding:
    text = report.field(field).text
    place = Place(field=field, start=0, end=len(text))
    return Finding(message, place, text, severity="info" if doubtful else None)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "money-against-nil", "warning", "Money is spent where the report says that none is",
            "Members decide on the financial implications; what they say has to agree with what is asked for.",
            Across(_against_nil),
            source="Committee practice; Local Government Act 1972, section 151 (proper financial administration)",
        ),
        Rule(
            "funding-contradiction", "warning", "The answers about money in the header contradict each other",
            "The questions about money follow from each other: yes or no, how much, from where, agreed by whom.",
            Across(_questions), source="The council’s report template: its questions about spending",
        ),
    )  # fmt: skip
