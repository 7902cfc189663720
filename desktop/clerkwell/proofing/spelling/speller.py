"""Spelling: the words of a text that no dictionary has, what they may have been meant for, and how sure that is."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from clerkwell.proofing.spelling.american import british_spelling, with_capital_of
from clerkwell.proofing.spelling.confusions import looked_for
from clerkwell.proofing.spelling.dictionary import (
    Dictionary,
    american_words,
    british,
    council_words,
    frequent_words,
    misspellings,
)
from clerkwell.proofing.text.tokens import HYPHENS, covers, is_quoted, listed, opens, plainly, shielded, tokens

# How the first letter was written: small, capital because a sentence begins, capital for a reason of its own (a name, a
# title), or the whole word in capitals.
Case = Literal["small", "opening", "name", "capitals"]


class Slip(NamedTuple):
    """A word that no dictionary has: where it stands, itself as it is looked up, and how it is written.

    `before` and `after` are the words beside it. A part of a hyphened word stands for itself.
    """

    start: int
    end: int
    word: str
    case: Case
    before: str
    after: str


# What goes before a hyphen though it is no word by itself, and what may stand before a word without one.
_BEFORE_HYPHEN: Final = listed(
    "anti auto be bi bio co counter cross cyber de demi dis e eco en ex extra fore geo hyper in infra inter intra "
    "macro mal mega meta micro mid mini mis mono multi neo neuro non over pan para photo poly post pre pro proto "
    "pseudo psycho quasi re retro self semi socio step sub super tele trans tri ultra un under uni vice"
)
_BEFORE_WORD: Final = (
    "anti", "bio", "cyber", "eco", "inter", "micro", "multi", "neuro", "non", "over", "post", "pre", "sub", "under",
)  # fmt: skip
_LEAST_AFTER = 4
_LONGEST_ACRONYM = 6
_SHORTEST = 3
_LONGEST = 40
_TITLES: Final = listed(
    "mr mrs ms miss mx dr prof professor cllr cllrs councillor councillors sir dame lord lady baroness alderman "
    "alderwoman rev reverend hon judge st saint inspector"
)
_DIALECT: Final = ("'", "’")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MOST_KEPT = 200_000
# A sentence with so many words that are in no dictionary, and one in so many, is in another language.
_FEWEST_FOREIGN = 4
_FOREIGN_SHARE = 4
_SMALL_WORD: Final = re.compile(r"(?<![\w’'-])[a-zâêîôûŵŷ][\w’']+")
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?\n]|\Z)|[.!?\n]")


class Speller:
    """Looks words up, and remembers what it has found."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._clean: set[str] = set()
        self._known: dict[str, bool] = {}
        self._near: dict[str, frozenset[str]] = {}

    def slips(self, text: str) -> tuple[Slip, ...]:
        """The words of a text that no dictionary has; what is shielded from rules of language is not looked at."""
        fresh = set(text.split())
        fresh -= self._clean
        dirty = [chunk for chunk in fresh if not all(self.knows(token.text) for token in tokens(chunk))]
        if len(self._clean) > _MOST_KEPT:
            self._clean.clear()
        self._clean.update(fresh.difference(dirty))
        return _in_english(text, tuple(self._found(text))) if dirty else ()

    def is_foreign(self, text: str) -> bool:
        """Whether a text is in another language than English, such as Welsh: many of its words are in no dictionary."""
        unknown = [word for word in _SMALL_WORD.findall(text) if not self.knows(plainly(word))]
        return len(unknown) >= _FEWEST_FOREIGN and len(unknown) * _FOREIGN_SHARE >= len(text.split())

    def knows(self, word: str) -> bool:
        """Whether a word (with plain apostrophes and hyphens) is spelt right, or is nothing that one could misspell."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            known = self._known[word] = not self._wrong_parts(word)
        return known

    def near(self, word: str) -> frozenset[str]:
        """The dictionary's words, in small letters, that one slip of a finger away from this one."""
        found = self._near.get(word)
        if found is None:
            found = self._near[word] = frozenset(each for each in _one_away(word) if self._dictionary.has(each))
        return found

    def suggest(self, word: str, most: int = 6) -> tuple[str, ...]:
        """What may have been meant, the likeliest first, British, with the word's capitals: a quarter of a second."""
        bare = plainly(word)
        folded = bare.casefold()
        first = (*self.meant(folded)[:2], *self._dictionary.instead(bare))
        done: dict[str, None] = {}
        for each in first:
            better = british_spelling(each) or each
            if any(len(part) < _SHORTEST for part in better.replace("-", " ").split()[:-1]) and better != "a lot":
                continue
            done.setdefault(with_capitals_of(bare, better), None)
        done.pop(bare, None)
        return tuple(done)[:most]

    def likely(self, folded: str) -> tuple[str, ...]:
        """What was most likely meant, by a quick look: for a slip that everybody makes, or a frequent word nearby."""
        if listed := misspellings().get(folded):
            return (listed,)
        if len(folded) < _SHORTEST + 1:
            return ()
        far = 2 if len(folded) >= 9 else 1
        extracted = process.extract(folded, _frequent(), scorer=OSA.distance, score_cutoff=far, limit=4)
        # Two slips that make a word two letters longer or shorter are rather another word.
        found = [each for each in extracted if abs(len(each[0]) - len(folded)) < 2]
        nearest = min((distance for _, distance, _ in found), default=0)
        return tuple(each for each, distance, _ in found if distance == nearest and each[0] == folded[0]) or tuple(
            each for each, distance, _ in found if distance == nearest and len(folded) > 4
        )

    def meant(self, folded: str) -> tuple[str, ...]:
        """What may have been meant, as far as a quick look tells: what is one slip away before what is two."""
        likely = self.likely(folded)
        if len(folded) < _SHORTEST + 2 or any(OSA.distance(folded, each) < 2 for each in likely):
            return likely
        if folded in misspellings():
            return likely
        near = sorted(self.near(folded), key=lambda each: (each[0] != folded[0], each))
        return tuple(near) or likely

    def certain(self, folded: str) -> str | None:
        """The one word that can have been meant, if there is just one."""
        if listed := misspellings().get(folded):
            return listed
        near = self.near(folded)
        if len(near) == 1 and len(folded) > 4 and near <= frequent_words():
            return next(iter(near))
        return None

    def capitalised(self, folded: str) -> str | None:
        """The word with a capital, where that is how the dictionary has it: "Monday"."""
        better = folded.capitalize()
        return better if self._dictionary.has(better) else None

    def two_words(self, folded: str) -> tuple[str, str] | None:
        """The two words, of four letters each or more, that this one is made of: likely a new compound."""
        for at in range(_LEAST_AFTER, len(folded) - _LEAST_AFTER + 1):
            if self._dictionary.has(folded[:at]) and self._dictionary.has(folded[at:]):
                return folded[:at], folded[at:]
        return None

    def _found(self, text: str) -> Iterable[Slip]:
        shields = shielded(text)
        listed = list(tokens(text))
        for index, token in enumerate(listed):
            if self.knows(token.text) or covers(shields, token.start, token.end):
                continue
            before = listed[index - 1].text if index else ""
            after = listed[index + 1].text if index + 1 < len(listed) else ""
            whole = text[token.start : token.end]
            if is_quoted(text, token.start) or text[: token.start].endswith(_DIALECT):
                continue  # other people's words, and dialect: "'tis"
            if token.text.casefold() in misspellings():
                yield Slip(
                    token.start, token.end, token.text, _case(token.text, opens(text, token.start)), before, after
                )
                continue
            at = token.start
            for part in _parts(whole):
                plain = plainly(part)
                if not self.knows(plain):
                    end = at + len(part)
                    case = _case(plain, opens(text, at) if at == token.start else False)
                    yield Slip(at, end, plain, case, before, after)
                at += len(part) + 1

    def _wrong_parts(self, word: str) -> list[str]:
        if word.casefold() in misspellings():
            return [word]
        if self._has(word):
            return []
        parts = word.split("-")
        last = len(parts) - 1
        return [
            part
            for index, part in enumerate(parts)
            if not (index < last and part.casefold() in _BEFORE_HYPHEN) and not self._has(part)
        ]

    def _has(self, word: str) -> bool:
        folded = word.casefold()
        if folded in misspellings():
            return False
        if len(word) < _SHORTEST or len(word) > _LONGEST or not word.isascii() or any(map(str.isdigit, word)):
            return True
        if _is_acronym(word) or self._dictionary.has(word) or folded in council_words() or word in council_words():
            return True
        bare = word.removesuffix("'s").removesuffix("'S")
        if bare != word:
            return self._has(bare)
        if folded in american_words() or folded in looked_for() or british_spelling(word):
            return True  # another rule's
        if word[1:2] == "'":
            return True  # "t'other", "d'œuvre", "O'Hanlon"
        for start in _BEFORE_WORD:
            rest = folded.removeprefix(start)
            if rest != folded and len(rest) >= _LEAST_AFTER and self._dictionary.has(rest):
                return True
        return False


def _in_english(text: str, slips: tuple[Slip, ...]) -> tuple[Slip, ...]:
    """The slips but for those of sentences in another language, such as Welsh: many a word is in no dictionary.

    Names do not count, nor do slips that everybody makes.
    """
    odd = [slip.start for slip in slips if slip.case == "small" and slip.word.casefold() not in misspellings()]
    if len(odd) < _FEWEST_FOREIGN:
        return slips
    if len(odd) * _FOREIGN_SHARE >= len(text.split()):
        return ()
    kept: list[Slip] = []
    starts = [slip.start for slip in slips]
    for sentence in _SENTENCE.finditer(text):
        within = bisect_left(odd, sentence.end()) - bisect_left(odd, sentence.start())
        if within < _FEWEST_FOREIGN or within * _FOREIGN_SHARE < len(sentence.group().split()):
            kept += slips[bisect_left(starts, sentence.start()) : bisect_left(starts, sentence.end())]
    return tuple(kept)


@cache
def speller() -> Speller:
    """The speller of British English, which remembers what it has looked up."""
    return Speller(british())


def is_title(word: str) -> bool:
    """Whether a name follows this word: "Cllr", "Mrs"."""
    return word.casefold() in _TITLES


def with_capitals_of(word: str, better: str) -> str:
    """A better word, with the capitals of the one it takes the place of."""
    if word.isupper() and len(word) > 1:
        return better.upper()
    return with_capital_of(word, better)


@cache
def _frequent() -> tuple[str, ...]:
    return tuple(sorted(frequent_words()))


def _is_acronym(word: str) -> bool:
    """Letters to be read one by one, their plural, or a name with capitals inside: DfE, FVs, GetInvolved."""
    bare = word.removesuffix("'s").removesuffix("'S").removesuffix("s")
    if bare.isupper():
        return len(bare) <= _LONGEST_ACRONYM
    return any(map(str.isupper, word[1:])) and not word.isupper()


def _case(word: str, opening: bool) -> Case:
    if word.isupper():
        return "capitals"
    if not word[0].isupper():
        return "small"
    return "opening" if opening else "name"


def _parts(word: str) -> list[str]:
    for hyphen in HYPHENS[1:]:
        word = word.replace(hyphen, HYPHENS[0])
    return word.split(HYPHENS[0])


def _one_away(word: str) -> Iterable[str]:
    """Every word that a letter more, less, other or swapped with its neighbour makes of this one."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ALPHABET:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail
