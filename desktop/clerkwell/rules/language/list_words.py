"""Rules about the words of lists: where “and” stands, and that the items begin alike."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clerkwell.proofing.grammar.word_classes import is_plain, plain_of_third
from clerkwell.proofing.text.tokens import is_quoted, listed
from clerkwell.rules.language.lists import items_of
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule

# "and;", wherever it stands; "and," at the end of an item, where no clause can go on. "Goes to the nearest school and:"
# leads into a list.
_MARK_AFTER: Final = re.compile(r"(?<=[\w’)] )(?P<word>and|or)(?P<mark>;|,(?=\s*\Z))")
_ENDS: Final = re.compile(r"[;,][ \u00a0]*(?P<word>and|or)\s*\Z")
_NUMBER: Final = re.compile(r"\A(?:\(?[a-z\d]{1,4}[.)]|\d{1,2}(?:\.\d{1,2})+)\s+")
_FEWEST: Final = 3
# Verbs of recommendations that are nouns too.
_PLAIN: Final = listed("note review support delegate comment request refer receive approve agree endorse welcome thank")
_THIRD: Final = listed("notes reviews supports delegates comments requests refers receives approves agrees endorses "
                       "welcomes thanks")  # fmt: skip


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    source = "New Hart’s Rules, chapter 15, “Lists and tables”: the items of a list are written alike"
    return (
        Rule(
            "list-and", "warning", "“And” stands in the wrong place of a list",
            "It tells a reader that one more item follows, and only one.",
            Across(_misplaced, by_part=True), source=source, fix="Put the mark before “and”",
        ),
        Rule(
            "list-not-alike", "warning", "An item of a list begins with another form of the verb than its neighbours",
            "The words before a list have to go on into each of its items.",
            Across(_unlike, by_part=True), source=source, fix="Begin it like its neighbours",
        ),
    )  # fmt: skip


def _misplaced(reading: Reading) -> Iterator[Finding]:
    for _, findings in reading.parts(_misplaced_in):
        yield from findings


def _misplaced_in(piece: Piece, _: Guide) -> tuple[Finding, ...]:
    if not piece.stands:
        return ()
    done = [each for passage in piece.passages for each in _mark_after(passage)]
    for items in items_of(piece.passages):
        done += _and_too_soon(items)
    return tuple(done)


def _mark_after(passage: Passage) -> Iterator[Finding]:
    if passage.kind not in ("paragraph", "item", "cell", "answer", "footnote"):
        return
    if " and;" not in passage.text and " or;" not in passage.text and not passage.text.rstrip().endswith(("d,", "r,")):
        return
    for match in _MARK_AFTER.finditer(passage.text):
        if is_quoted(passage.text, match.start()):
            continue
        start = passage.text.rfind(" ", 0, match.start() - 1) + 1
        words = passage.text[start : match.end()]
        before = passage.text[start : match.start()].rstrip()
        better = f"{before}{match['mark']} {match['word']}"
        message = f"In “{words}” the mark stands after “{match['word']}”. Write “{better}”."
        fix = passage.replaced(start, match.end(), better) if before[-1:].isalnum() else None
        yield Finding(message, passage.at(start, match.end()), words, fix)


def _and_too_soon(items: Sequence[Passage]) -> Iterator[Finding]:
    """ "A; B; and C; D.": one item that ends so, though two or more follow."""
    ending = [index for index, each in enumerate(items) if _ENDS.search(each.text)]
    last = len(items) - 1
    if len(items) <= _FEWEST or len(ending) > 2 or not ending or ending[0] >= last - 1:
        return
    if len(ending) == 2 and ending[1] != last - 1:
        return
    marked = [each.text.rstrip()[-1:] in (";", ",") for each in items[:last]]
    if sum(marked) < len(items) - 1 - len(ending):
        return
    passage = items[ending[0]]
    match = _ENDS.search(passage.text)
    if match is None:
        return
    start = passage.text.rfind(" ", 0, match.start()) + 1
    words = passage.text[start : match.end()].strip()
    message = f"“{words}” ends an item, and two or more follow it. Put “{match['word']}” before the last item alone."
    fix = passage.replaced(match.start() + 1, match.end(), "")
    yield Finding(message, passage.at(start, match.end()), words, fix)


def _unlike(reading: Reading) -> Iterator[Finding]:
    for _, findings in reading.parts(_unlike_in):
        yield from findings


def _unlike_in(piece: Piece, _: Guide) -> tuple[Finding, ...]:
    if not piece.stands:
        return ()
    return tuple(finding for items in items_of(piece.passages) for finding in _odd_verb(items))


def _odd_verb(items: Sequence[Passage]) -> Iterator[Finding]:
    """The one item that begins with "Agree" where the others begin with "Agrees" and "Notes"."""
    if len(items) < _FEWEST:
        return
    firsts = [_first(each.text) for each in items]
    forms = [_form(word.lower()) for _, word in firsts]
    if not all(forms):
        return
    for index, form in enumerate(forms):
        others = {each for place, each in enumerate(forms) if place != index}
        if len(others) == 1 and form not in others:
            passage, (start, word) = items[index], firsts[index]
            better = _turned(word, "third" in others)
            message = f"“{word}” begins an item in another form than the other items do. Write “{better}”."
            fix = passage.replaced(start, start + len(word), better)
            yield Finding(message, passage.at(start, start + len(word)), word, fix)


def _first(text: str) -> tuple[int, str]:
    number = _NUMBER.match(text)
    start = number.end() if number else len(text) - len(text.lstrip())
    word = text[start:].split(maxsplit=1)
    return start, word[0].rstrip(",;:") if word else ""


def _form(word: str) -> str:
    if word in _THIRD or plain_of_third(word):
        return "third"
    return "plain" if word in _PLAIN or is_plain(word) else ""


def _turned(word: str, third: bool) -> str:
    if not third:
        lower = word.lower()
        plain = plain_of_third(lower) or lower[:-1]
        return plain.capitalize() if word[0].isupper() else plain
    if word.endswith("y") and word[-2:-1] not in "aeo":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s"
