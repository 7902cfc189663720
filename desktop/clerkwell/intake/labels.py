"""A pack's labels found in lines: "Report of:", "If so, how much?", and several of them in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from clerkwell.intake.committees import looks_like_date
from clerkwell.packs import FieldSpec, Pack

_TOKEN = re.compile(r"[^\s:?]+|[:?]+")
_DASHES = frozenset("-–—")
# "Report of the Director": a label that ends so may do without its colon.
_OPENING = frozenset({"of", "to", "by", "for", "from", "the"})

# Whose report it is; where a day stands after it, it is who meets: "COUNCIL – 24 FEBRUARY 2020".
_COUNCIL = "council"
# A choice has no more words, with whatever is said about it.
_MOST_WORDS = 15
_MOST_IN_BRACKETS = 8
_ASKS = re.compile(r"(?:is|are|does|will|has|have|do|was) [^?]{5,200}\?", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """A label: the field it stands before, its words folded, and whether it asks for no colon."""

    field: str
    words: tuple[str, ...]
    opening: bool


@dataclass(frozen=True)
class Found:
    """A label found in a text: where it and its value begin, and whether a colon or a question mark stood there."""

    field: str
    start: int
    value: int
    marked: bool


class Labels:
    """The labels of a pack, longest first; and those of the pack a text was written in, for fields that both have."""

    def __init__(self, pack: Pack, origin: Pack | None = None) -> None:
        self._by_first: dict[str, list[Label]] = {}
        self._choices = frozenset(spec.id for spec in pack.manifest.field if spec.kind == "choice")
        others = [spec for spec in origin.manifest.field if pack.field(spec.id)] if origin else []
        for spec in (*pack.manifest.field, *others):
            for words in {_folded_words(label) for label in _printed(spec)}:
                if words:
                    label = Label(spec.id, words, words[-1] in _OPENING and len(words) > 1)
                    self._by_first.setdefault(words[0], []).append(label)
        for labels in self._by_first.values():
            labels.sort(key=lambda label: -len(label.words))

    def at_start(self, text: str, *, loose: bool = True) -> Found | None:
        """The longest label that the text begins with. Unless `loose`, only with its colon or question mark."""
        return self._at(list(islice(_tokens(text), 40)), 0, text, loose=loose)

    def may_answer(self, found: Found, text: str) -> bool:
        """Whether what stands after a label can be its answer: a choice out of a few is no long sentence.

        "Purpose: For decision" answers; "Purpose: This report sets out how the hall came to be let …" is a section.
        """
        return found.field not in self._choices or len(text[found.value :].split()) <= _MOST_WORDS

    def inside(self, text: str) -> tuple[Found, ...]:
        """Every label of the text that begins with a capital and has its colon or question mark, in order."""
        tokens = list(islice(_tokens(text), 400))
        done: list[Found] = []
        index = 0
        while index < len(tokens):
            found = None
            # "Report of the Leader of the Council: street trading" has no label "Council:".
            if tokens[index][1][:1].isupper() and not (index and tokens[index - 1][1] in ("of", "the")):
                found = self._at(tokens, index, text, loose=False)
            if found is None:
                index += 1
                continue
            done.append(found)
            while index < len(tokens) and tokens[index][0] < found.value:
                index += 1
        return tuple(done)

    def _at(self, tokens: list[tuple[int, str]], index: int, text: str, *, loose: bool) -> Found | None:
        if index >= len(tokens):
            return None
        for label in self._by_first.get(_folded_word(tokens[index][1]), ()):
            after = index
            for word in label.words:
                if after >= len(tokens) or _folded_word(tokens[after][1]) != word:
                    break
                after += 1
            else:
                found = _ended(label, tokens, index, after, text, loose)
                if found and not (found.field == _COUNCIL and looks_like_date(text[found.value :])):
                    return found
        return None


def _ended(label: Label, tokens: list[tuple[int, str]], index: int, after: int, text: str, loose: bool) -> Found | None:
    """The label, if what follows it says that it is one: a colon, a dash, the end, a new line in its cell, or (an
    opening one) anything."""
    start = tokens[index][0]
    after = _after_brackets(tokens, after)
    marked = False
    while after < len(tokens) and tokens[after][1][0] in ":?":
        marked = True
        after += 1
    if not marked and loose and 0 < after < len(tokens):
        last, word = tokens[after - 1]
        marked = "\n" in text[last + len(word) : tokens[after][0]]
    if not marked and after < len(tokens) and tokens[after][1] in _DASHES and loose:
        after += 1
        if _ASKS.match(text[tokens[after][0] :] if after < len(tokens) else ""):
            return None  # "Key decision - is it in the Forward Plan?" asks something else
    elif not marked and not (loose and (after >= len(tokens) or label.opening)):
        return None
    value = tokens[after][0] if after < len(tokens) else len(text)
    return Found(label.field, start, value, marked)


def _after_brackets(tokens: list[tuple[int, str]], at: int) -> int:
    """Past what stands in brackets before a label's colon: "Key decision (delete as appropriate):"."""
    if at >= len(tokens) or not tokens[at][1].startswith("("):
        return at
    for end in range(at, min(at + _MOST_IN_BRACKETS, len(tokens) - 1)):
        if tokens[end][1].endswith(")"):
            return end + 1 if tokens[end + 1][1][0] in ":?" else at
    return at


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    for found in _TOKEN.finditer(text):
        yield found.start(), found[0]


def _printed(spec: FieldSpec) -> tuple[str, ...]:
    if not spec.printed:
        return spec.labels
    own = spec.prefix.strip()
    return (*spec.labels, spec.title, *((own,) if own.endswith(":") else ()))


def _folded_words(label: str) -> tuple[str, ...]:
    return tuple(_folded_word(token) for _, token in _tokens(label) if token[0] not in ":?")


def _folded_word(word: str) -> str:
    word = word.casefold().replace("’", "'").replace("‘", "'").strip(".,;")
    return "and" if word == "&" else word
