"""`rules`: what is looked for in reports and in Word documents, why, and by what right."""

import argparse
import textwrap
from collections.abc import Iterable, Mapping

from clerkwell.cli.output import complain, say, say_json
from clerkwell.rules import Rule, catalogue
from clerkwell.rules.examples import Example, Examples, examples
from clerkwell.session.levels import without_effect
from clerkwell.system import Settings, load_settings
from clerkwell.word.accessibility import accessibility_rules

_WIDTH = 100


def list_rules(options: argparse.Namespace) -> int:
    """Print the catalogue: the rules about reports, then those about Word documents."""
    given, settings = examples(), load_settings()
    for sentence in without_effect(settings.check_levels):
        complain(sentence)
    if options.json:
        say_json([*(_as_json(rule, given, settings) for rule in catalogue()), *_documents_json()])
        return 0
    say("About reports:")
    for rule in catalogue():
        said = (*_said(rule), *_ruled(rule, settings), *_caught(given.get(rule.id, Examples())))
        _print(rule.id, rule.severity, rule.title, said)
    say("\nAbout Word documents:")
    for each in accessibility_rules():
        _print(each.id, each.severity, each.title, (f"Why: {each.why}",))
    return 0


def _as_json(rule: Rule, given: Mapping[str, Examples], settings: Settings) -> dict[str, object]:
    shown = given.get(rule.id, Examples())
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "why": rule.why,
        "source": rule.source,
        "locked": rule.locked,
        "policy": None if rule.locked else settings.check_levels.get(rule.id),
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
            "policy": None,
            "acceptable": False,
            "fix": None,
            "nation": None,
            "of": "document",
            "examples": None,
        }


def _ruled(rule: Rule, settings: Settings) -> Iterable[str]:
    level = settings.check_levels.get(rule.id)
    if level is not None and not rule.locked:
        weighs = "It is switched off" if level == "off" else f"It counts as {level}"
        yield f"{weighs} here, whatever the template says{settings.because('check_levels')}."


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
