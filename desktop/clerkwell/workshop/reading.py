"""Whether everyone can read what a pack makes: the template itself, and the trial export, under the document rules."""

from collections.abc import Iterator
from typing import Final

from clerkwell.packs.load import SAMPLE, TEMPLATE
from clerkwell.word.accessibility import check_document, graded
from clerkwell.workshop.problem import PackProblem

# What a council may have its reasons for, as its layout or its house style, and a maintainer should still know of.
_HOUSE_STYLE: Final = frozenset(
    {"heading-in-table", "text-serif", "text-justified", "text-capitals", "text-underlined", "text-small", "space-tabs"}
)
# An export takes its title from the report's subject; the language is held to the pack's elsewhere.
_TITLE: Final = frozenset({"document-title", "document-title-words"})
_ELSEWHERE: Final = frozenset({"document-language"})
# What is left in a template by mistake has a check of its own; its prompts are for authors.
_LEFT: Final = "left-"
_EVERY: Final = "Every report made with this template has this"


def template_reading_problems(template: bytes) -> Iterator[PackProblem]:
    """What keeps readers out of every document that a template makes; `WordError` where it cannot be read."""
    for problem in check_document(template):
        if problem.rule.startswith(_LEFT) or problem.rule in _ELSEWHERE or problem.severity == "info":
            continue
        if problem.rule in _TITLE:
            says = "Reports get their own, from their subject; this is for whoever opens the template."
            yield PackProblem("info", f"{problem.message} {says}", TEMPLATE)
        elif problem.rule in _HOUSE_STYLE:
            yield PackProblem(
                "info",
                f"{problem.message} {_EVERY}; it is the template’s own, and only whoever looks after the template can "
                f"change it. ({problem.why})",
                TEMPLATE,
            )
        else:
            yield PackProblem("warning", f"{problem.message} {_EVERY}. ({problem.why})", TEMPLATE)


def reading_problems(template: bytes, export: bytes) -> Iterator[PackProblem]:
    """What else keeps readers out of the sample's export; `WordError` for a document that cannot be read."""
    for each in graded(export, template):
        if not each.own and each.problem.severity != "info":
            yield PackProblem("warning", f"The sample’s document is not for everyone. {each.problem.message}", SAMPLE)
