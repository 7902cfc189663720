"""When a report needs what a template asks for: in every report, with an answer, or never; and why that was guessed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from clerkwell.packs import FieldSpec, Pack, SectionSpec
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.known import Known
from clerkwell.workshop.making.proposal import Guess, Head, Hole, When

_ASKED: Final = ("field", "section", "rows")
# What is said beside a label or a heading to whoever fills the document in.
_BESIDE: Final = re.compile(
    r"\b(?:delete|remove|omit|leave (?:out|blank))\b[^.;:\])]{0,40}\b(?:if|where|when)\b[^.;:\])]{0,30}"
    r"\b(?:not|no|none|unused|blank)\b[^.;:\])]*"
    r"|\b(?:if|where|when) (?:any|applicable|relevant|required|needed|appropriate|known|available)\b|\boptional\b",
    re.IGNORECASE,
)
# In advice of whole sentences "where relevant" is about some words of the text, and no word about the section.
_SAID: Final = re.compile(
    r"\b(?:delete|remove|omit)\b(?: this(?: section| heading| paragraph| part)?)?[^.;:\])]{0,20}\b(?:if|where|when)\b"
    r"[^.;:\])]{0,30}\b(?:not|no|none)\b[^.;:\])]*|\b(?:this (?:section|part) is )?optional\b"
    r"|\b(?:complete|include|use) (?:this (?:section|part) )?only (?:if|where|when)\b[^.;:\])]*",
    re.IGNORECASE,
)
_MUST: Final = re.compile(
    r"\b(?:mandatory|compulsory)\b|\bmust (?:always )?be (?:completed|filled in|included)\b"
    r"|\b(?:do not|must not be) (?:deleted?|removed?|left blank)\b|[\[(]\s*required\s*[\])]",
    re.IGNORECASE,
)
# What a note may hang on: how it says so, the field that asks, and the answer to it.
_ONLY: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (
        re.compile(
            r"\bkey decisions? only\b|(?:\bonly for|[\[(]for|\b(?:if|where|when)) (?:it is |this is |the report is )?"
            r"(?:a )?key decisions?\b|\bif key\b(?=\W*$)",
            re.IGNORECASE,
        ),
        "key-decision",
        "Yes",
    ),
    (re.compile(r"\b(?:for decision|decision reports?) only\b", re.IGNORECASE), "purpose", "decision"),
)
_NIL: Final = re.compile(r"^\W*(?:none|nil|not applicable|n/?a|no implications?)\b[^.]{0,60}\W*$", re.IGNORECASE)
# Where the one meeting stands that a report goes to; rows of several are needed as rows.
_MEETING: Final = {"committee": "whose", "meeting-date": "when it is"}
_FEWEST: Final = 2
_AFTER: Final = 60


def with_needs(guesses: Sequence[Guess], shapes: Sequence[LineShape], known: Known, *, report: bool) -> list[Guess]:
    """The guesses, each part that a report fills in with when it is needed, and why that was guessed."""
    found = []
    for each in guesses:
        if each.what in _ASKED or (isinstance(each.where, Head) and each.part == "sections"):
            each = _needed(each, guesses, shapes, known, report=report)
        found.append(each)
    return found


def answers_offered(guess: Guess, guesses: Sequence[Guess], packs: Sequence[Pack]) -> tuple[tuple[When, str], ...]:
    """The answers that a part may hang on, each with its question and its words: "Key decision: Yes"."""
    known = Known(packs)
    fields = [each for each in guesses if each.what == "field" and each.taken and each.number != guess.number]
    return tuple(
        (When(each.number, answer), f"{each.title.rstrip(' :?')}: {answer}")
        for each in fields
        if each.inside is None
        for answer in _answers(each, known)
    )


def need_of(guess: Guess, taken: Sequence[Guess], known: Known) -> dict[str, Any]:
    """The same as a manifest has it. An answer that nobody is asked for, or can give, any more is needed by nothing."""
    if guess.required != "when":
        return {"required": guess.required, "when": {}}
    asked = next((each for each in taken if guess.when is not None and each.number == guess.when.field), None)
    if asked is None or guess.when is None or asked.what != "field" or guess.when.answer not in _answers(asked, known):
        return {"required": "never", "when": {}}
    return {"required": "when", "when": {asked.id: (guess.when.answer,)}}


def _needed(
    guess: Guess, guesses: Sequence[Guess], shapes: Sequence[LineShape], known: Known, *, report: bool
) -> Guess:
    """A guess with when it is needed: by what the document says beside it, else by what is known of it."""
    if guess.what == "rows":
        if guess.id == "committees":
            return replace(guess, required="always", why_needed="A report goes to one committee at least.")
        return guess
    beside, advice = _notes(guess, shapes, report=report)
    for pattern, field_id, answer in _ONLY:
        said = pattern.search(beside) or pattern.search(advice)
        when = said and _asks(field_id, answer, guess, guesses, known)
        if said and when:
            return replace(guess, required="when", when=when, why_needed=f"“{_short(said[0])}” stands beside it.")
    if said := _MUST.search(beside) or _MUST.search(advice):
        return replace(guess, required="always", why_needed=f"“{_short(said[0])}” stands beside it.")
    if said := _BESIDE.search(beside) or _SAID.search(advice):
        return replace(guess, required="never", why_needed=f"“{_short(said[0])}” stands beside it.")
    section = known.section(guess.id) if isinstance(guess.where, Head) else None
    field = None if isinstance(guess.where, Head) else known.field(guess.id)
    if section is not None and report and _NIL.match(guess.found):
        why = f"The report has it although there is nothing to say: “{_short(guess.found)}”."
        return replace(guess, required="always", why_needed=why)
    if guess.what == "field" and guess.id in _MEETING:
        why = f"A report goes to a meeting, and says {_MEETING[guess.id]}."
        return replace(guess, required="always", why_needed=why)
    if why := _always_elsewhere(section or field, known):
        return replace(guess, required="always", why_needed=why)
    if isinstance(guess.where, Head) and guess.where.row:
        why = "It is a row of a table that stands in the document as a whole."
        return replace(guess, required="always", why_needed=why)
    why = "Nothing in the document says that every report has it."
    if report and guess.what == "field" and not guess.found:
        why = "It is empty in this report."
    return replace(guess, required="never", why_needed=why)


def _notes(guess: Guess, shapes: Sequence[LineShape], *, report: bool) -> tuple[str, str]:
    """What stands beside a part, in its own line, and what a template says to authors where its text goes."""
    match guess.where:
        case Head() as head if head.row:
            return guess.words, guess.found
        case Head() as head:
            return "" if head.run_in else shapes[head.line].raw, "" if report else guess.found
        case Hole() as hole:
            after = shapes[hole.line].raw[hole.end :].partition("\t")[0]
            # Behind the answer no other label may begin.
            after = after[:_AFTER] if ":" not in after else ""
            label = shapes[hole.label].raw if hole.label >= 0 and hole.label != hole.line else guess.words
            return f"{label} {after}", guess.found if guess.prompt else ""
        case _:
            return "", ""


def _asks(field_id: str, answer: str, guess: Guess, guesses: Sequence[Guess], known: Known) -> When | None:
    """The field of the document that a note is about, with its answer, if it has such a one."""
    for each in guesses:
        if each.what == "field" and each.id == field_id and each.number != guess.number:
            offered = (one for one in _answers(each, known) if answer.casefold() in one.casefold())
            return next((When(each.number, one) for one in offered), None)
    return None


def _answers(guess: Guess, known: Known) -> tuple[str, ...]:
    if guess.kind == "yes-no":
        return ("Yes", "No")
    if guess.kind not in ("choice", "choices", "status"):
        return ()
    if guess.choices:
        return guess.choices
    spec = known.said_field(guess.id)
    if spec is None or spec.kind != guess.kind:
        return ()
    return spec.choices or tuple(entry.name for entry in known.entries(spec.vocab))


def _always_elsewhere(spec: FieldSpec | SectionSpec | None, known: Known) -> str:
    """Why every report has it, if those of any council have, or of all councils that are known to have it at all."""
    if spec is None:
        return ""
    every, councils = known.needed(spec)
    if every:
        return "Reports of every council have to have it."
    if len(councils) >= _FEWEST and all(councils.values()):
        who = "Both" if len(councils) == _FEWEST else f"All {len(councils)}"
        return f"{who} councils whose templates have it ask for it in every report."
    return ""


def _short(words: str) -> str:
    said = " ".join(words.split()).strip("[](){}<> ")
    return said if len(said) <= _AFTER else f"{said[: _AFTER - 1].rstrip()}…"
