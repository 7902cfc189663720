"""The rule about leftovers: the template's own prompts are not part of a report."""

from collections.abc import Iterator

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.proofing.prompts import prompt_finder
from clerkwell.rules.rule import Apart, Finding, Rule
from clerkwell.rules.words import texts, texts_beside


def _left(report: Report, pack: Pack) -> Iterator[Finding]:
    prompts = prompt_finder(pack.manifest.rules.prompts)
    for place, text, counted in (
        *((place, text, True) for place, text in texts(report)),
        *((place, text, False) for place, text in texts_beside(report)),
    ):
        for found in prompts(text):
            quote = found.group()
            message = f"The template’s own words “{quote}” are still here. Write what they ask for, or take them out."
            told = counted and (place.field or place.block)
            at = place.model_copy(update={"start": found.start(), "end": found.end()}) if told else place
            yield Finding(message, at, quote)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "prompt-left", "error", "A prompt of the template is still in the report",
            "What the template says to its author is not for readers.", Apart(_left), locked=True, acceptable=False,
            source="The council’s template; Brighton & Hove’s guidance: notes to authors are deleted before submission",
        ),
    )  # fmt: skip
