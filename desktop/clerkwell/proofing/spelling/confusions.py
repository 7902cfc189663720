"""Words that are taken for each other, where what stands beside them says which was meant. A short list, on purpose."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from clerkwell.proofing.text.tokens import is_quoted
from clerkwell.system import resources_folder


class Confusion(NamedTuple):
    """A word taken for another: the stretch that is wrong, and what is right there."""

    start: int
    end: int
    better: str


def confusions(text: str, words: Sequence[str]) -> Iterator[Confusion]:
    """The words of a text that were taken for others, in their order. `words` are its `bare_words`."""
    listed, given, by_first = _by_word(), set(words), _phrases()
    hints = listed.keys() & given
    line = " ".join(words)
    # Most texts have an " of", and hardly one "should"; after a slash or a dash a word is not told from the last.
    if "/" in text or "—" in text or "–" in text:
        given.update(_WORD.findall(line))
    for first in (*(by_first.keys() & given), ""):
        hints.update([phrase for phrase in by_first[first] if phrase in line])
    if not hints:
        return
    wanted = dict.fromkeys(each for hint in hints for each in listed[hint])
    end = 0
    for found in sorted(
        Confusion(match.start(1), match.end(1), _like(match[1], better))
        for wrong, better in wanted
        for match in _pattern(wrong).finditer(text)
    ):
        if found.start >= end and not is_quoted(text, found.start):
            yield found
            end = found.end


def looked_for() -> Collection[str]:
    """The words, in small letters, that a text is looked through for."""
    return _by_word().keys()


_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A blank of a pattern may be one that does not break, or the end of a line; inside a set it stays what it is.
_BLANK: Final = re.compile(r"\[[^\]]*\]| ")


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """The hints of several words, by their first; under "" those that may begin within a word: "n't of", "s has"."""
    done: dict[str, tuple[str, ...]] = {}
    for hint in _by_word():
        first, blank, _ = hint.partition(" ")
        if blank:
            whole = first if len(first) > 1 and first.isalpha() else ""
            done[whole] = (*done.get(whole, ()), hint)
    return done


@cache
def _pattern(wrong: str) -> re.Pattern[str]:
    """A pattern of the list: few reports need all of them, and each takes its time to be made."""
    return re.compile(_BLANK.sub(lambda match: match[0] if match[0] != " " else "[ \u00a0\n]", wrong), re.IGNORECASE)


def _given() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The words that are right with those that are taken for them, by their sound, by a slip of the keys, or in
    a name."""
    for name in ("confused.toml", "confused-by-place.toml", "mistyped.toml", "names-of-bodies.toml"):
        yield from tomllib.loads((resources_folder() / "dictionaries" / name).read_text(encoding="utf-8")).items()


@cache
def _by_word() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The patterns with what is right, by the words without which they need not be tried."""
    done: dict[str, list[tuple[str, str]]] = {}
    for better, given in _given():
        for wrong in given["in"]:
            named = [word for word in given["words"] if word.replace("’", "'") in wrong.replace("['’]", "'")]
            for word in named or given["words"]:
                done.setdefault(word, []).append((wrong, better))
    return {word: tuple(patterns) for word, patterns in done.items()}


def _like(word: str, better: str) -> str:
    """The better word, with the capitals of the one it takes the place of."""
    if word.isupper() and len(word) > 1:
        return better.upper()
    return better[0].upper() + better[1:] if word[0].isupper() else better
