"""`rules`: what is looked for in reports and in Word documents, why, and by what right."""

import argparse
import textwrap
from collections.abc import Iterable, Mapping

from clerkwell.cli.output import say, say_json
from clerkwell.rules import Rule, catalogue
from clerkwell.rules.examples import Example, Examples, examples
from clerkwell.word.accessibility import accessibility_rules

_WIDTH = 100


def list_rules(options: argparse.Namespace) -> int:
    """Print the catalogue: the rules about reports, then those about Word documents."""
    given = examples()
    if options.json:
        say_json([*(_as_json(rule, given) for rule in catalogue()), *_documents_json()])
        return 0
    say("About reports:")
    for rule in catalogue():
        _print(rule.id, rule.severity, rule.title, (*_said(rule), *_caught(given.get(rule.id, Examples()))))
    say("\nAbout Word documents:")
    for each in accessibility_rules():
        _print(each.id, each.severity, each.title, (f"Why: {each.why}",))
    return 0


def _as_json(rule: Rule, given: Mapping[str, Examples]) -> dict[str, object]:
    shown = given.get(rule.id, Examples())
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "why": rule.why,
        "source": rule.source,
        "locked": rule.locked,
        "acceptable": rule.acceptable,
        "fix": rule.fix or None,
        "nation": "england" if rule.england else None,
        "of": "report",
        "examples": {"caught": _words(shown.caught), "left": _words(shown.left)},
    }


def _documents_json() -> Iterable[dict[str, object]]:
    # No pack grades these, and nothing is exported, so there is nothing to accept.
    for rule in accessibility_rules():
        yield {
            "rule": rule.id,
            "severity": rule.severity,
            "title": rule.title,
            "why": rule.why,
            "source": rule.why,
            "locked": True,
            "acceptable": False,
            "fix": None,
            "nation": None,
            "of": "document",
            "examples": None,
        }


def _words(given: Iterable[Example]) -> list[str]:
    return [each.says for each in given]


def _said(rule: Rule) -> Iterable[str]:
    yield f"Why: {rule.why}"
    yield f"Source: {rule.source}"
    if rule.fix:
        yield f"Can be put right: {rule.fix.lower() if rule.fix[1:2].islower() else rule.fix}"
    if rule.england:
        yield "For England only."
    if rule.locked:
        yield "No template can switch it off."
    if not rule.acceptable:
        yield "It can never be accepted for a final document."


def _caught(shown: Examples) -> Iterable[str]:
    for word, given in (("Caught", shown.caught), ("Left alone", shown.left)):
        if given:
            yield f"{word}: {' / '.join(given[0].says.split(chr(10)))}"


def _print(rule: str, severity: str, title: str, lines: Iterable[str]) -> None:
    say(f"\n{rule} ({severity}): {title}")
    for line in lines:
        say(textwrap.fill(line, _WIDTH, initial_indent="    ", subsequent_indent="        "))
