"""Checking a document: its facts, the rules over them, findings told once, and what is the template's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clerkwell.model import GRAVITY, Problem
from clerkwell.word.accessibility.facts import Facts, Place, gather
from clerkwell.word.accessibility.facts.properties import custom
from clerkwell.word.accessibility.places import count, describe, first_upper
from clerkwell.word.accessibility.rule import DocumentRule, Found
from clerkwell.word.accessibility.rules import document_rules
from clerkwell.word.ooxml.anything import open_any

# A place of every style that is to blame is enough to find it; of other causes, some to begin with.
_NAMED = 3
# What the ids of the rules about leftovers begin with.
_LEFT = "left-"


@dataclass(frozen=True)
class Checked:
    """A problem of a document. `own`: the template that the document was made from has it as well."""

    problem: Problem
    own: bool = False


def check_document(data: bytes, template: bytes | None = None) -> tuple[Problem, ...]:
    """Every problem of a Word document, errors first. Raises `WordError` for what is none, or is damaged.

    What the `template` it was made from has as well is the template's own: told for information only, and to whoever
    looks after the template.
    """
    return tuple(_as_templates(each.problem) if each.own else each.problem for each in graded(data, template))


def graded(data: bytes, template: bytes | None = None) -> tuple[Checked, ...]:
    """Every problem of a document, those that count for information only last, each with whose it is."""
    facts = gather(open_any(data))
    own = _own_faults(template) if template is not None else frozenset()
    found: list[Checked] = []
    for rule in document_rules():
        for finding in _folded(rule.find(facts)):
            problem = _problem(rule, finding)
            found.append(Checked(problem, problem.severity != "info" and _key(rule.id, finding.found) in own))
    found.sort(key=lambda each: GRAVITY["info" if each.own else each.problem.severity])
    return tuple(found)


def made_with(data: bytes) -> tuple[str, str]:
    """The id and version of the pack that a document says it was made with; empty for any other document."""
    return custom(open_any(data))


def accessibility_rules() -> tuple[DocumentRule, ...]:
    """Every rule about documents, with its sources."""
    return document_rules()


@dataclass(frozen=True)
class _Finding:
    """A finding with all the places that it holds for."""

    found: Found
    places: tuple[Place, ...]


def _folded(found: Iterable[Found]) -> Iterator[_Finding]:
    """Findings of one cause as one, at the first place; the others as they are."""
    by_cause: dict[tuple[str, str, str | None], list[Found]] = {}
    order: list[tuple[str, str, str | None] | Found] = []
    for each in found:
        if not each.cause and not each.style:
            order.append(each)
            continue
        key = (each.cause, each.style, each.severity)
        if key not in by_cause:
            by_cause[key] = []
            order.append(key)
        by_cause[key].append(each)
    for entry in order:
        same = [entry] if isinstance(entry, Found) else by_cause[entry]
        # A header's paragraphs are one place to a person.
        places = tuple({describe(each.at): each.at for each in reversed(same) if each.at is not None}.values())[::-1]
        yield _Finding(same[0], places)


def _problem(rule: DocumentRule, finding: _Finding) -> Problem:
    found, places = finding.found, finding.places
    says = found.says
    if found.style:
        used = f"in {count(len(places), 'place')}, first in" if len(places) > 1 else "in"
        message = f"The style “{found.style}” ({used} {describe(places[0])}): {says}"
    elif len(places) > 1:
        more = [describe(each) for each in places[1:_NAMED]]
        rest = len(places) - 1 - len(more)
        named = [describe(places[0]), *more, *([count(rest, "other place")] if rest else [])]
        message = f"{first_upper(', '.join(named[:-1]))} and {named[-1]}: {says}"
    elif places:
        message = f"{first_upper(describe(places[0]))}: {says}"
    else:
        message = first_upper(says)
    return Problem(
        rule=rule.id, severity=found.severity or rule.severity, quote=found.quote, message=message, why=rule.why
    )


def _own_faults(template: bytes) -> frozenset[tuple[str, ...]]:
    """What is wrong with a template, by kind and place. Its prompts are for authors, and never excuse one left."""
    facts: Facts = gather(open_any(template))
    rules = [rule for rule in document_rules() if not rule.id.startswith(_LEFT)]
    return frozenset(_key(rule.id, finding.found) for rule in rules for finding in _folded(rule.find(facts)))


def _key(rule: str, found: Found) -> tuple[str, ...]:
    """What makes a fault of a document and one of its template the same: the rule, the cause, where it stands."""
    if found.style:
        return (rule, found.cause, found.style)
    at = found.at
    if at is None:
        return (rule, found.cause)
    if at.table and at.story == "body":
        return (rule, found.cause, f"table {at.table}")
    return (rule, found.cause, at.part) if at.part else (rule, found.cause, at.words)


def _as_templates(problem: Problem) -> Problem:
    words = "This is the template’s own, so it is for whoever looks after the template, and not for the author."
    return problem.model_copy(update={"severity": "info", "message": f"{problem.message} {words}"})
