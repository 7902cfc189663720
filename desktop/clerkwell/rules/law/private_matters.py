"""The rule about a named person's health, debts or offences in a text that everybody may read."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.packs.openness import openness
from clerkwell.proofing.text.sentences import sentences
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

# Officers and councillors have other titles, or none.
_PERSON: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \u00a0](?:[A-Z]\.?[ \u00a0]?){0,3}[A-Z][a-z][\w’'-]+(?:[ \u00a0][A-Z][a-z][\w’'-]+)?"
)
_TITLES: Final = Sign("Mr", "Mrs", "Ms ", "Miss ", "Mx ")
_MATTER: Final = re.compile(
    r"\b(?:(?:been|is|was|were|are|stay(?:ed|s)?|time) in (?:hospital|prison|custody)|depression|anxiety|dementia"
    r"|schizophrenia|bipolar|chemotherapy|cancer|a stroke|heart attack|mental (?:health|illness)|suicid\w+|self-harm\w*"
    r"|pregnan\w+|diagnos(?:ed|is)|suffer(?:s|ed|ing)? (?:from|with)"
    r"|(?:his|her|their) (?:illness|disabilit\w+|medical|medication|treatment|health|condition|benefits|debts?|arrears"
    r"|convictions?|bankruptcy|divorce)"
    r"|(?:still )?ow(?:es|ed) (?:£|the Council)|in arrears|arrears of £|rent arrears|bankrupt\w*|convicted of"
    r"|alcohol (?:problem|dependen\w+|misuse)|claims? (?:Universal Credit|housing benefit)|evict(?:ed|ion)"
    r"|domestic (?:abuse|violence))(?:\b|(?<=£))",
    re.IGNORECASE,
)
# Who speaks of such things in a post, or whose business it is.
_IN_A_POST: Final = re.compile(
    r"\b(?:Director|Manager|Officer|Head of|Chief|Consultant|Adviser|Judge|Inspector|Minister|MP|KC|Chair\w*|chairs?"
    r"|on behalf of|from the|of the|spoke|asked|said that the|representing|charity|trust)\b"
)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "private-matter-public", "warning", "A person’s health, debts or offences are told in public",
            "What was published is out. Health and offences are specially protected, and a council has to say under "
            "what law it tells of them.",
            Across(_told), england=True,
            source="UK GDPR, articles 5, 9 and 10; Local Government Act 1972, Schedule 12A (England), paragraphs 1 "
            "and 2",
        ),
    )  # fmt: skip


def _matters(passage: Passage, _: Guide) -> tuple[tuple[int, int], ...]:
    if passage.kind not in ("paragraph", "item", "cell") or passage.private or not _MATTER.search(passage.text):
        return ()
    done = []
    for start, end in sentences(passage.text):
        person = _PERSON.search(passage.text, start, end)
        if person and _MATTER.search(passage.text, start, end) and not _IN_A_POST.search(passage.text, start, end):
            done.append(person.span())
    return tuple(done)


def _told(reading: Reading) -> Iterator[Finding]:
    told = list(reading.where(_matters, _TITLES))
    if not told or openness(reading.report, reading.pack) not in ("public", "part-exempt"):
        return
    for passage, there in told:
        for start, end in there[:1]:
            name = passage.text[start:end]
            message = f"This tells the public something private of “{name}”. Leave the name out, or mark it as private."
            yield found(passage, start, end, message)
