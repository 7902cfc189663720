"""The rule about the option that a report prefers: it is the same one in all places, and the one that is asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clerkwell.model import Severity
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = r"(?P<number>\d{1,2}|[A-H])(?![\w]|\.\d)(?!\s*(?:,|and|or|&|/|to|–)\s*(?:[Oo]ption\s+)?(?:\d|[A-H])\b)"
_CHOSEN: Final = r"(?:preferred|recommended|proposed)"
_TAKES: Final = (
    r"(?:members|the\s+(?:Council|Cabinet|Committee|Board|Panel|Authority|Executive))\s+"
    r"(?:should\s+)?(?:adopt|approve|agree|choose|select|take|pursue|proceed|go|support)(?:e?s)?\s+(?:to\s+|with\s+|ahead\s+with\s+)?"
)
_WAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "Option 2 is therefore the preferred option", "Option B remains recommended"; not "was preferred by residents"
        rf"\b[Oo]ption\s+{_NUMBER}\s*(?:\([^)]{{1,60}}\)\s*|,\s[^,.;]{{1,60}},\s)?(?:is"
        r"|remains)\s+(?:therefore\s+|considered\s+to\s+be\s+|still\s+|also\s+)*(?:the\s+|our\s+"
        r"|officers[’']\s+)?"
        rf"{_CHOSEN}(?:\s+(?:option|one|course|approach|way))?(?!\s+(?:by|among|to|not))\b",
        (
            rf"\b(?:[Tt]he\s+|[Oo]ur\s+|[Oo]fficers[’']\s+)?{_CHOSEN}\s+(?:option|course|approach)\s*(?:is"
            rf"|remains|[:–—-])\s*(?:therefore\s+|thus\s+|to\s+(?:adopt|pursue|take)\s+)*[Oo]ption\s+{_NUMBER}"
        ),
        # "Officers therefore recommend that the Council adopts Option 2", "the Director favours Option 2"
        (
            r"\b(?:[Oo]fficers|[Ww]e|[Tt]he\s+(?:[A-Z][a-z]+\s+)?(?:Director|report|Board|working\s+group|project\s+team)|"
            r"[Tt]his\s+report)\s+(?:therefore\s+|also\s+|would\s+|now\s+)*(?:recommend|prefer|propose|favour|advise|support)s?\s+"
            rf"(?:that\s+)?(?:{_TAKES}|[a-z]+ing\s+(?:with\s+)?)?[Oo]ption\s+{_NUMBER}"
        ),
        rf"\b(?:[Oo]fficers[’']\s+|[Oo]ur\s+|[Tt]he\s+)(?:preference|recommendation|advice|proposal)\s+is\s+(?:therefore\s+)?"
        rf"(?:to\s+\w+\s+(?:with\s+)?|for\s+)?[Oo]ption\s+{_NUMBER}",
        rf"\b[Ii]t\s+is\s+(?:therefore\s+)?(?:recommended|proposed)\s+(?:that|to\s+\w+(?:\s+with)?)\s+(?:{_TAKES})?"
        rf"[Oo]ption\s+{_NUMBER}",
        rf"\b[Oo]ption\s+{_NUMBER}\s*[\(–—-]\s*(?:the\s+)?{_CHOSEN}(?:\s+option)?\b",
    )
)
# Whatever the recommendations say of an option asks for it, but for these.
_ASKED: Final = re.compile(rf"\b[Oo]ption\s+{_NUMBER}")
_NOT_ASKED: Final = re.compile(
    r"\b(?:[Nn]ot(?:e|es|ed|ing)?|[Rr]eject\w*|[Dd]ismiss\w*|[Ii]nstead|[Cc]onsider\w*|[Cc]ompar\w*|[Dd]ecid\w*|[Cc]hoos\w*"
    r"|[Ff]urther\s+work|[Rr]eport\s+back|[Ff]easibility|or|if|either|whether|than|[Ww]ithdraw\w*|[Ee]xplor\w*|[Ii]nvestigat\w*)\b"
)
_LABEL: Final = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|\([a-z]\)\s+)?[Oo]ption\s+(?P<number>\d{1,2}"
    r"|[A-H])\b\s*(?:[:–—.(-]|\Z|would|is|was)"
)
_MARKED: Final = re.compile(
    rf"\(\s*(?:the\s+)?{_CHOSEN}(?:\s+option)?\s*\)|,\s+as\s+(?:now\s+)?(?:proposed|recommended)(?=[,.;)]|\s+(?:in\s+this\s+report|here)\b|\Z)|\b[Tt]his\s+is\s+(?:therefore\s+)?the\s+{_CHOSEN}\s+option\b"
)
_NOT_IT: Final = re.compile(r"\b(?:not|no\s+longer|if|unless|would\s+be|was|were|had|instead|previous\w*|last)\b")
_CANNOT: Final = re.compile(
    r"\b(?:not\s+(?:recommended|affordable|viable|preferred)|unaffordable|(?:is|was"
    r"|has\s+been)\s+(?:therefore\s+)?(?:rejected|discounted|ruled\s+out)"
    r"|more\s+than\s+the\s+(?:funding|budget|money|sum)\s+available"
    r"|cannot\s+be\s+(?:afforded|achieved|funded|met))\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\d[\d,]*|[a-z]{4,}", re.IGNORECASE)
_PLAIN: Final = listed(
    "option options council would could this that with from have will more than they their which "
    "what year years cost costs approve "
    "agree committee cabinet report recommended recommendation preferred there these those into over "
    "work under other only proposed"
)
_OPTION: Final = Sign("ption ")
_CHOICE: Final = Sign("ption ", "referred", "ecommended")
_UNREAD: Final = frozenset(("quotation", "title", "alt"))
_SURE: Final = 3
_ENOUGH: Final = 2
_FEWEST: Final = 2


class _Said(NamedTuple):
    """An option that is said to be the one: where, and by which number or letter."""

    start: int
    end: int
    number: str
    asked: bool


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "option-two-ways", "warning", "The option that is preferred is another one elsewhere in the report",
            "Members may decide on the wrong one, and the reasons in the minutes would be another’s.",
            Across(_two_ways), source="Careful drafting: the options, the reasons and the recommendations agree",
        ),
    )  # fmt: skip


def _said(passage: Passage, _: Guide) -> tuple[_Said, ...]:
    if passage.kind in _UNREAD or passage.place.appendix:
        return ()
    done: dict[int, _Said] = {}
    label = _LABEL.match(passage.text)
    marked = _MARKED.search(passage.text) if label else None
    if label and marked and not _NOT_IT.search(passage.text, max(0, marked.start() - 30), marked.start()):
        done[label.start("number")] = _Said(marked.start(), marked.end(), label["number"], False)
    asking = passage.place.section == "recommendations"
    ways = (*_WAYS, _ASKED) if asking and not _NOT_ASKED.search(passage.text) else _WAYS
    for way in ways:
        for match in way.finditer(passage.text):
            if not _NOT_IT.search(match[0]) and not re.match(
                r"\s+(?:for|at|in|on)\s+(?:the\s+)?[A-Z]", passage.text[match.end() :]
            ):
                done.setdefault(match.start("number"), _Said(*match.span(), match["number"], asking))
    return tuple(done.values())


def _described(passage: Passage, _: Guide) -> tuple[str, str] | None:
    """An option that a passage describes: its number or letter, and the words."""
    if passage.kind in _UNREAD or passage.place.appendix:
        return None
    label = _LABEL.match(passage.text)
    return (label["number"], passage.text[label.end() :]) if label else None


def _two_ways(reading: Reading) -> Iterator[Finding]:
    said = [(passage, each) for passage, there in reading.where(_said, _CHOICE) for each in there]
    numbers = {each.number for _, each in said}
    if len(numbers) == _FEWEST:
        yield from _at_odds(said)
    elif len(numbers) == 1:
        yield from _another_meant(said, reading)


def _at_odds(said: Sequence[tuple[Passage, _Said]]) -> Iterator[Finding]:
    asked = {each.number for _, each in said if each.asked}
    if len(asked) > 1:
        return  # two things are chosen
    groups: Mapping[str, list[tuple[Passage, _Said]]] = {
        number: [each for each in said if each[1].number == number] for number in {each.number for _, each in said}
    }
    # What is asked for is right, then what is said more often, then what is said first.
    order = list(dict.fromkeys(each.number for _, each in said))
    right, wrong = sorted(
        groups.values(),
        key=lambda each: (each[0][1].number in asked, len(each), -order.index(each[0][1].number)),
        reverse=True,
    )
    here = {id(passage) for passage, _ in right}
    if len(wrong) > 1 or id(wrong[0][0]) in here:
        return
    passage, each = wrong[0]
    message = (
        f"This makes Option {each.number} the one that is chosen, and elsewhere the report chooses Option "
        f"{right[0][1].number}. "
        "Put the one that is wrong right."
    )
    yield found(passage, each.start, each.end, message)


def _another_meant(said: Sequence[tuple[Passage, _Said]], reading: Reading) -> Iterator[Finding]:
    """An option that is preferred, of which the recommendations have nothing, while they have another’s words."""
    described: dict[str, list[str]] = {}
    for _, there in reading.where(_described, _OPTION):
        if there:
            described.setdefault(there[0], []).append(there[1])
    number = said[0][1].number
    texts = {each: " ".join(words) for each, words in described.items() if " ".join(words).strip()}
    if len(texts) < _FEWEST or number not in texts or any(each.asked for _, each in said):
        return
    passage, each = said[0]
    asking = reading.section("recommendations")
    asked = _words(" ".join(p.text for p in asking.passages)) if asking is not None and asking.stands else frozenset()
    own = {
        name: _words(text) - frozenset().union(*(_words(other) for key, other in texts.items() if key != name))
        for name, text in texts.items()
    }
    scores = {name: len(words & asked) for name, words in own.items()}
    best = max(scores, key=lambda name: scores[name])
    cannot = _CANNOT.search(texts[number]) is not None
    only = [name for name, count in scores.items() if count == scores[best]] == [best]
    if cannot:
        message = f"Option {number} is preferred here, and what is said of it among the options rules it out."
    elif best != number and only and scores[number] == 0 and scores[best] >= _ENOUGH:
        message = f"Option {number} is preferred here, and the recommendations ask for what Option {best} is."
    else:
        return
    severity: Severity | None = None if cannot or scores[best] >= _SURE else "info"
    yield found(passage, each.start, each.end, f"{message} Put the one that is wrong right.", severity=severity)


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word for each in _WORD.findall(text.casefold()) if (word := each.removesuffix("s")[:6]) and each not in _PLAIN
    )
