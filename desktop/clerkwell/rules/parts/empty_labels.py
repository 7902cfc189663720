"""The rule about labels in the text that nothing stands after, among others that have their answer beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_LABEL: Final = re.compile(
    r"\s*(?:[-–•*]\s*|\d{1,2}(?:\.\d{1,2})*[.)]?\s+"
    r"|\(?[a-z]\)\s+)?(?P<label>[A-Z][\w’'()/&. -]{1,48}?)\s*:\s*(?P<answer>.*)",
    re.DOTALL,
)
_COLON: Final = Sign(":")
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
_READ: Final = frozenset(("paragraph", "item"))
_UNREAD: Final = frozenset(("appendices", "background-papers", "recommendations"))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "label-empty", "warning", "Nothing stands after a label, and its neighbours have their answers",
            "A reader cannot tell whether there was nothing to say or it was forgotten.",
            Across(_empty, by_part=True), source="Gloucester’s guidance: every section is completed",
        ),
    )  # fmt: skip


def _labelled(passage: Passage, _: Guide) -> tuple[str, str] | None:
    """The label that a passage begins with, and what stands after it."""
    place = passage.place
    if passage.kind not in _READ or place.section in _UNREAD or place.appendix:
        return None
    match = _LABEL.fullmatch(passage.text)
    return (match["label"], match["answer"].strip()) if match else None


def _empty(reading: Reading) -> Iterator[Finding]:
    passages = reading.passages
    if not any(there for _, there in reading.where(_labelled, _COLON)):
        return
    for index, passage in enumerate(passages):
        told = passage.known(_labelled, reading.guide)
        if told is None or told[1]:
            continue
        before, after = _beside(passages, index, -1, reading.guide), _beside(passages, index, 1, reading.guide)
        # What heads the labels below it is no label itself: one of them stands above it too, or has a word of it.
        among = before and (after or index + 1 == len(passages))
        first = not before and after and _words(told[0]) & _words(after)
        if among or first:
            message = f"Nothing stands after “{told[0]}:”. Write the answer, or take the label out."
            yield found(passage, 0, len(passage.text), message)


def _beside(passages: Sequence[Passage], index: int, step: int, guide: Guide) -> str:
    """The label of the neighbour that has its answer; "" where there is none."""
    at = index + step
    if not 0 <= at < len(passages) or passages[at].kind != passages[index].kind:
        return ""
    told = passages[at].known(_labelled, guide)
    return told[0] if told and told[1] else ""


def _words(label: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(label))
