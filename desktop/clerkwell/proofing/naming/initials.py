"""Whether words spell an acronym out: their initials, small words passed over, now and then a letter from inside."""

import re
from functools import cache
from typing import Final, NamedTuple

# What stands between words that count: "the Department *for* Education".
SMALL: Final = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "within")
)
_WORD = re.compile(r"&|[^\W_]+(?:['’][^\W_]+)?")
# No expansion worth the name passes over more words that count than this.
_FAR: Final = 9.0
_LONGEST: Final = 24


class Word(NamedTuple):
    """A word of an expansion; those of "multi-agency" are two."""

    start: int
    end: int
    text: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch, with hyphens and strokes as spaces."""
    last = len(text) if end is None else end
    return [Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(text, start, last)]


def letters(acronym: str) -> str:
    """What has to be spelled out: "R&D" is R and D."""
    return "".join(each for each in acronym if each.isalpha()).casefold()


def distance(acronym: str, expansion: list[str]) -> float | None:
    """How far the words are from spelling the acronym out, 0 being letter for letter; None if they do not.

    Each word that counts and is passed over costs 1, each letter taken from inside a word as well. The first word gives
    the first letter.
    """
    wanted = letters(acronym)
    found = [word.casefold() for word in expansion[:_LONGEST]]
    # "UK Shared Prosperity Fund": all the letters of an acronym inside count in full.
    capitals = [word.isupper() for word in expansion[:_LONGEST]]
    memo: dict[tuple[int, int], float] = {}

    def rest(at: int, word: int) -> float:
        if at == len(wanted):
            return float(sum(1 for each in found[word:] if each not in SMALL and each != "&"))
        if word == len(found):
            return _FAR
        if (at, word) not in memo:
            memo[at, word] = min(passed(at, word), taken(at, word))
        return memo[at, word]

    def passed(at: int, word: int) -> float:
        free = found[word] in SMALL or found[word] == "&"
        return (0.0 if free else 1.0) + rest(at, word + 1)

    def taken(at: int, word: int) -> float:
        text = found[word]
        if text[0] != wanted[at]:
            return _FAR
        best, cost, inside = rest(at + 1, word + 1), 0.0, 0
        for step in range(at + 1, len(wanted)):
            inside = text.find(wanted[step], inside + 1)
            if inside < 0:
                break
            cost += 0.0 if capitals[word] else 1.0
            best = min(best, cost + rest(step + 1, word + 1))
        return best

    if not wanted or not found:
        return None
    least = taken(0, 0)
    return least if least < _FAR else None


def expansion_before(acronym: str, before: list[Word], most: float) -> tuple[Word, ...]:
    """The words right before an acronym that spell it out, at no greater distance than `most`; the nearest of them."""
    best: tuple[float, int] | None = None
    texts = [word.text for word in before]
    reach = max(0, len(before) - 2 * len(letters(acronym)) - 4)
    for start in range(len(before) - 1, reach - 1, -1):
        if texts[start][:1].casefold() != acronym[:1].casefold():
            continue
        far = distance(acronym, texts[start:])
        if far is not None and far <= most and (best is None or far < best[0]):
            best = (far, start)
    return tuple(before[best[1] :]) if best else ()


def expansion_after(acronym: str, after: list[Word], most: float) -> tuple[Word, ...]:
    """The words right after an acronym that spell it out, at no greater distance than `most`: the nearest to it."""
    best: tuple[float, int] | None = None
    texts = [word.text for word in after[:_LONGEST]]
    if texts and texts[0][:1].casefold() == acronym[:1].casefold():
        for end in range(1, len(texts) + 1):
            far = distance(acronym, texts[:end])
            if far is not None and far <= most and (best is None or far < best[0]):
                best = (far, end)
    return tuple(after[: best[1]]) if best else ()


@cache
def spelled_out(acronym: str, *, any_case: bool = False) -> re.Pattern[str] | None:
    """What finds an acronym's words anywhere in a text; none for two letters, which any two words might give.

    Three letters are looked for as capitals only, unless in `any_case`. Matching does not go back over what it passed.
    """
    wanted = [each for each in acronym if each.isalpha()]
    if len(wanted) < 3:
        return None
    between = r"(?:[’']?\w)*(?:[\s,/&-]++(?:and|of|for|the|in|to|on|with|at|by)\b)*[\s,/&-]++"
    capitals = len(wanted) == 3 and not any_case
    first = [each if capitals and each.isupper() else f"[{each.upper()}{each.lower()}]" for each in wanted]
    return re.compile(rf"(?<!\w){between.join(first)}[a-z][\w’']*")
