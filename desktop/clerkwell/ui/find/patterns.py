"""What is wrong with a pattern (a regular expression), in words for somebody who writes one a year."""

import re
from collections.abc import Callable

_Told = Callable[[re.Match[str], str, str], str]


def what_is_wrong(error: re.error, pattern: str, shift: int = 0) -> str:
    """Why a pattern cannot be read, and how to mend it, as one or two sentences.

    `shift` is how many characters were put before the typed `pattern`, for the place that the error names.
    """
    at = min(max((error.pos or 0) - shift, 0), max(len(pattern) - 1, 0))
    for asked, told in _TOLD:
        match = re.match(asked, error.msg)
        if match:
            return f"The pattern cannot be read: {told(match, pattern[at : at + 1], f'at character {at + 1}')}"
    return f"The pattern cannot be read from character {at + 1} on. Mend it, or search without patterns."


def what_is_wrong_with_words(error: re.error | IndexError, groups: int) -> str:
    """Why the words to put in cannot be read, for a pattern with so many groups."""
    text = str(error)
    group = re.search(r"invalid group reference (\d+)", text)
    if group:
        have = {0: "has no round brackets", 1: "has one pair of round brackets"}.get(
            groups, f"has {groups} pairs of round brackets"
        )
        return f"The words to put in cannot be read: they use “\\{group[1]}”, and the pattern {have}."
    if "unknown group name" in text:
        return "The words to put in cannot be read: they name a group that the pattern does not have."
    return "The words to put in cannot be read: write “\\\\” where a “\\” is to stand in the report."


_TOLD: tuple[tuple[str, _Told], ...] = (
    (
        r"missing \), unterminated subpattern",
        lambda _, __, at: f"the round bracket {at} is never closed. Add “)”, or write “\\(” to find a bracket.",
    ),
    (
        r"unbalanced parenthesis",
        lambda _, __, at: f"the “)” {at} closes nothing. Take it out, or write “\\)” to find a bracket.",
    ),
    (
        r"unterminated character set",
        lambda _, __, at: f"the square bracket {at} is never closed. Add “]”, or write “\\[” to find a bracket.",
    ),
    (
        r"nothing to repeat",
        lambda _, sign, at: f"the “{sign}” {at} has nothing before it to repeat. Write “\\{sign}” to find the sign.",
    ),
    (
        r"multiple repeat",
        lambda _, sign, at: f"the “{sign}” {at} repeats what is repeated already. Take one of the two signs out.",
    ),
    (
        r"bad escape \(end of pattern\)",
        lambda _, __, ___: "it ends with a “\\” that stands for nothing. Write “\\\\” to find one.",
    ),
    (
        r"(?:bad|incomplete) escape (\\.)",
        lambda found, _, at: f"“{found[1]}” {at} has no meaning in a pattern. Leave the “\\” out, or write it twice.",
    ),
    (
        r"bad character range (.+)",
        lambda found, _, at: f"the range “{found[1]}” {at} runs backwards. Turn its ends round.",
    ),
    (
        r"min repeat greater than max repeat",
        lambda _, __, at: f"of the two numbers in “{{…}}” {at} the smaller has to come first.",
    ),
    (
        r"invalid group reference (\S+)",
        lambda found, _, at: f"“\\{found[1]}” {at} means a pair of round brackets that is not there.",
    ),
    (
        r"look-behind requires fixed-width pattern",
        lambda _, __, ___: "what “(?<=…)” looks back at must always be as many characters.",
    ),
    (
        r"(?:unknown extension|unexpected end of pattern|missing)",
        lambda _, __, at: f"what begins with “(?” {at} is not finished, or not known. Write “\\(” to find a bracket.",
    ),
)
