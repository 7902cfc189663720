"""The rule about leftovers: the template's own prompts are not part of a report."""

import re
from collections.abc import Iterator

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import texts, texts_beside

# Prompts as Word and councils' templates word them; a council's own are in its pack.
_PROMPTS = (
    r"[\[<{«]\s*(?:click|tap|enter|insert|type|add|delete|select|choose|state|complete|fill in)\b"
    r"[^\]>}»\n]{0,200}[\]>}»]",
    r"click(?: or tap)?(?: here)? to (?:enter|insert|add|choose|select)(?: (?:text|a date|an? [a-z]+))?\.?",
    r"choose an item\.?",
    r"lorem ipsum\b",
    r"\b(?:dd|xx)/(?:mm|xx)/(?:yyyy|yy|xxxx|xx)\b",
    r"\[(?:\.{2,}|…|x{2,}|tbc|tba|date|name|title|number|text|here)\]",
    # "[to be completed by Finance]", "[Officer to confirm]", "[DN: check]", "[Please complete]"
    r"\[\s*(?:please\b|to be \w|d\.?n\.?\s*:|note to\b|drafting note|guidance(?: note)?\s*:)[^\]\n]{0,200}\]",
    # "[Finance to confirm]", "[figures to follow]": somebody's task, not an author's aside in brackets
    r"\[\s*(?:the )?(?:officers?|authors?|finance|legal|hr|procurement|democratic services|service|team|director|clerk"
    r"|names?|figures?|details?|dates?|costs?|text|tables?|maps?|plans?)\b[^\]\n]{0,30}"
    r"\bto (?:complete|insert|add|confirm|provide|supply|update|follow)\b[^\]\n]{0,40}\]",
    r"<<[^<>\n]{1,80}>>",
    r"\((?:insert|enter|type) [^()\n]{1,80}\)",
    r"\b(?:insert|enter|type) (?:text|name|date|title|details?) here\b",
    r"(?:^|\b)(?:drafting note|notes? to (?:the )?(?:authors?|officers?|report writers?)|author'?s note)\s*:",
    r"(?<![\w£])x{4,}(?!\w)",
    r"\?{3,}",
)

# Every prompt has one of these; looking for them first is what makes the rule quick on a long report.
_HINTS = (
    "[",
    "<",
    "{",
    "«",
    "(insert",
    "(enter",
    "(type",
    " here",
    " note",
    "notes to",
    "xxxx",
    "???",
    "click",
    "choose an item",
    "lorem",
    "dd/mm",
    "xx/xx",
    "dd/xx",
    "xx/mm",
)


def _left(report: Report, pack: Pack) -> Iterator[Finding]:
    own = pack.manifest.rules.prompts
    pattern = re.compile("|".join((*map(re.escape, own), *_PROMPTS)), re.IGNORECASE)
    hints = (*_HINTS, *(prompt.casefold() for prompt in own))
    for place, text, counted in (
        *((place, text, True) for place, text in texts(report)),
        *((place, text, False) for place, text in texts_beside(report)),
    ):
        # A line break or a non-breaking space inside a prompt makes it no less of one.
        line = text.replace("\n", " ").replace("\u00a0", " ")
        folded = line.casefold()
        if not any(hint in folded for hint in hints):
            continue
        for found in pattern.finditer(line):
            quote = found.group()
            message = f"The template’s own words “{quote}” are still here. Write what they ask for, or take them out."
            at = place.model_copy(update={"start": found.start(), "end": found.end()}) if counted else place
            yield Finding(message, at, quote)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "prompt-left", "error", "A prompt of the template is still in the report",
            "What the template says to its author is not for readers.", _left, locked=True, acceptable=False,
        ),
    )  # fmt: skip
