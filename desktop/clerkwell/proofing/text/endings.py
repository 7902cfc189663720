"""How an item of a list ends, and whether its siblings end alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from clerkwell.model.text import OBJECT
from clerkwell.proofing.text.sentences import sentences

# "open": in a word, a figure, a bracket. "other": in something that says nothing of how the list is punctuated.
Ending = Literal["stop", "semicolon", "comma", "open", "other"]

_CLOSERS: Final = "\"'”’»)]} \t\u00a0\ufffc"
_GOES_ON: Final = re.compile(r"[;,]\s*(?:and|or|and/or|but)\Z", re.IGNORECASE)
_SHORTENED: Final = re.compile(
    r"(?:\b(?:etc|ltd|plc|inc|co|bros|jr|sr|esq|al|dept|approx|[ap]\.m|e\.g|i\.e|no|vol|st|rd|ave)|\b[^\W\d_])\.\Z",
    re.IGNORECASE,
)
# A letter that something is called by: the stop after "Appendix A" ends the item.
_LETTERED: Final = re.compile(
    r"\b(?:append(?:ix|ices)|annex(?:es)?|schedules?|options?|parts?|tables?|bands?|grades?|classe?s?|lots?|sites?|areas?"
    r"|zones?|phases?|sections?|figures?|plans?|blocks?|units?|tiers?|categor(?:y|ies)|groups?|scenarios?|and|or|to)\s[A-Z]\.\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"(?:https?://\S+|www\.\S+|\S+@\S+\.\S+|\S+\.(?:uk|com|org|net)(?:/\S*)?)\Z", re.IGNORECASE
)
_FIGURE_LAST: Final = re.compile(r"[ :(£][\d][\d,.]*(?:%|p|k|m| ?per ?cent)?\)?\.?\s*\Z")
_FEW_WORDS: Final = 3
_LONG_SIBLINGS: Final = 15


@dataclass(frozen=True)
class Item:
    """An item: its words, and whether a list of its own or a paragraph goes on from it."""

    text: str
    leads_on: bool = False


@dataclass(frozen=True)
class Odd:
    """An item that ends otherwise than its siblings: which, what to put in place of `cut`, and what is wrong."""

    index: int
    cut: tuple[int, int]
    better: str | None
    kind: Literal[
        "stop-missing", "stop-extra", "semicolon-missing", "unfinished", "last-bare", "last-open", "last-stop"
    ]


def ending(text: str) -> Ending:
    """How an item ends, its closing brackets and quotation marks apart."""
    words = text[: words_end(text)]
    if _GOES_ON.search(words[-12:]):
        return "semicolon" if ";" in words[-6:] else "comma"
    bare = words.rstrip(_CLOSERS)
    last = bare[-1:]
    if last == "." and not bare.endswith(".."):
        shortened = bare == words and _SHORTENED.search(bare[-12:]) and not _LETTERED.search(bare[-24:])
        return "other" if shortened else "stop"
    if last in ("?", "!"):
        return "stop"
    if words[-1:] in (";", ","):
        return "semicolon" if words[-1] == ";" else "comma"
    if last in (":", "–", "—", "-", "…", "", "."):
        return "other"
    tail = words[-200:].split()
    return "other" if tail and _ADDRESS.search(tail[-1]) else "open"


def odd_ones(
    items: Sequence[Item], *, together: bool = True, goes_on: bool = False, typed: bool = False
) -> Iterator[Odd]:
    """The items of a list that are punctuated otherwise than all their siblings.

    Right are lists with a stop after every item, after none, after the last one alone, and those with semicolons that
    end in "; and" or ";" before a last item with its stop. An item of two sentences may keep its stops among single
    ones. `together`: no paragraphs stand between the items. `goes_on`: the sentence goes on after the list. `typed`:
    the items are paragraphs with numbers typed before them, which make a list only where they have semicolons.
    """
    ends = [ending(item.text) for item in items]
    judged = [
        index
        for index, (item, end) in enumerate(zip(items, ends, strict=True))
        if end != "other" and not (item.leads_on and end in ("open", "comma"))
    ]
    if len(judged) < 3:
        return
    with_stop = [index for index in judged if ends[index] == "stop"]
    without = [index for index in judged if ends[index] == "open"]
    if len(with_stop) + len(without) == len(judged):
        if typed:
            return
        if without and len(without) <= max(1, len(judged) // 5) and len(with_stop) > len(without):
            yield from (_stop_missing(items, index) for index in without if not _is_title(items, index))
        elif together and len(judged) - len(with_stop) >= 2:
            yield from _stops_extra(items, judged, with_stop)
    elif together:
        yield from _semicolons(items, ends, judged, goes_on=goes_on)


def _stop_missing(items: Sequence[Item], index: int) -> Odd:
    at = words_end(items[index].text)
    return Odd(index, (at, at), ".", "stop-missing")


def _stops_extra(items: Sequence[Item], judged: Sequence[int], with_stop: Sequence[int]) -> Iterator[Odd]:
    """The one item with a stop among those without; a stop after the last one alone is right."""
    last = judged[-1] == len(items) - 1 and judged[-1] in with_stop
    odd = [index for index in with_stop if not (last and index == judged[-1])]
    if last and not odd:
        yield from _last_stop(items)
    if len(odd) != 1 or (last and len(judged) < 5):
        return
    text = items[odd[0]].text
    at = words_end(text)
    if text[at - 1 : at] == "." and len(sentences(text)) == 1:
        yield Odd(odd[0], (at - 1, at), "", "stop-extra")


def _last_stop(items: Sequence[Item]) -> Iterator[Odd]:
    """The stop of a last item where the items go on no sentence: they begin with capitals, or end in figures."""
    texts = [item.text for item in items]
    text = texts[-1]
    at = words_end(text)
    apart = all(each.lstrip()[:1].isupper() for each in texts) or all(_FIGURE_LAST.search(each) for each in texts)
    if apart and text[at - 1 : at] == "." and len(sentences(text)) == 1:
        yield Odd(len(items) - 1, (at - 1, at), "", "last-stop")


def _semicolons(
    items: Sequence[Item], ends: Sequence[Ending], judged: Sequence[int], *, goes_on: bool
) -> Iterator[Odd]:
    """What is wrong in a list whose items end in semicolons: one that does not, or a last one that does."""
    last = len(items) - 1
    first = [index for index in judged if index != last]
    others = [index for index in first if ends[index] != "semicolon"]
    marked = len(first) - len(others)
    if not marked or len(others) > 1 or (others and marked < 2 and ends[last] != "stop"):
        return
    for index in others:
        text = items[index].text
        at = words_end(text)
        if len(sentences(text)) == 1:
            mark = text[at - 1 : at] in (".", ",")
            yield Odd(index, (at - 1 if mark else at, at), ";", "semicolon-missing")
    swapped = len(others) == 1 and ends[others[0]] == "stop" and ends[last] == "semicolon"
    if (others and not swapped) or marked < 2 or last not in judged or goes_on:
        return
    text = items[last].text
    at = words_end(text)
    if ends[last] == "semicolon":
        yield Odd(last, (at - 1, at), "." if text[at - 1] == ";" else None, "unfinished")
    elif ends[last] == "open":
        before = items[first[-1]].text
        yield Odd(last, (at, at), ".", "last-open" if _GOES_ON.search(before.rstrip()[-12:]) else "last-bare")


def words_end(text: str) -> int:
    """Where the words of a text end: before a footnote's mark, which stands right at a word, and after a reference."""
    end = len(text.rstrip())
    while end > 1 and text[end - 1] == OBJECT and not text[end - 2].isspace():
        end -= 1
    return end or len(text)


def _is_title(items: Sequence[Item], index: int) -> bool:
    """Whether a few words stand among long paragraphs: a heading that somebody numbered."""
    lengths = [len(item.text.split()) for place, item in enumerate(items) if place != index]
    return len(items[index].text.split()) <= _FEW_WORDS and sum(lengths) >= _LONG_SIBLINGS * len(lengths)
