"""Words that stand twice in a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import eq
from typing import Final

from clerkwell.proofing.spelling.dictionary import british
from clerkwell.proofing.text.tokens import is_quoted, listed, opens

# Not right twice in a row, but for what `_meant` knows.
_SMALL: Final = listed(
    "a an the of to from with at by for into and or but if than as be been would should could have has are is was "
    "were will we they their our its my your not on in which who whose these those upon within until between"
)
# Right twice in a row, or now and then: "had had", "that that", "gave her her money", "log in in May", "very very".
_LEFT: Final = listed(
    "had that her his one do etc bla very really much many more far long no yes never well quite bye hear ha blah tut "
    "chop "
    "aye knock night please extra twenty thirty ten ditto nil none cha pom la win lose great coo sob hula ho tap drip"
)
_OPENING: Final = listed("they he she you his her its")
# They end one part of a sentence and begin the next: "those who use it it suits".
_AFTER_CLAUSE: Final = listed("it this there all what you up out off about through along around down then now too can")
# They open a clause that ends in a verb, so that the same verb may follow: "what it is is", "those we use use".
_CLAUSES: Final = listed("what whatever who whoever whom which those where wherever how why when all that as if")
_ENDING: Final = listed("what whatever who whoever whom which those wherever whenever")
# After these alone a verb of having follows no other: "as they have have done", but "what they have has gone".
_NO_SUBJECTS: Final = listed("as if")
_HAVE: Final = listed("has have")
# Names of places, things and people that do double; what leads to a name.
_DOUBLE_NAMES: Final = listed(
    "wagga walla bora sing pago baden duran woy curl gin tom tuk yin bang chitty big hip can choo chow cous girls "
    "location evan owen thomas james morgan howell lewis john david hugh rhys william henry lloyd llewellyn griffith "
    "gwyn long green red amber blue open closed new old"
)
_LEADS_TO_NAME: Final = re.compile(
    r"\b(?:at|in|of|to|from|near|by|for|and|with|the|on|across|around|through|between|outside)\s\Z", re.IGNORECASE
)
_SMALL_AFTER: Final = re.compile(r"[ \u00a0]+[a-z]")
_SHORTEST_NAME: Final = 4
_LONGEST: Final = 5
# A text that says one thing over and over is no slip of the keys.
_MOST: Final = 10
# "Been" and "be" end no clause before which another could begin: "had been been" is never right.
_BE: Final = listed("is are was were will has have would should could")
# "handed in in May", "carry on on Monday": verbs that have the one word or the other for a part of themselves.
_WITH: Final = {
    "in": re.compile(
        r"(?:log|hand|fill|com(?:e|ing)|bring|put|send|mov|call|go|tak|sign|feed|phas|opt|cash|check|set|turn|draw|factor|liv|join"
        r"|step|drop|came|went|gone|took|brought|sent|fed|drew|buil|kick|pull|plug|key|dial|tun|stay|break|broke|clock|book"
        r"|scann|read|writ|bed|fad|trad|stood|stand|sleep|pil|rush|mix|bak|lock|shut|mail|phon|ring|rang|vot)\w*\Z"
    ),
    "on": re.compile(
        r"(?:log|com(?:e|ing)|bring|put|send|mov|call|hold|held|go|carr|tak|sign|turn|work|depend|rel|agree|build|buil|draw|liv"
        r"|follow|came|went|gone|took|brought|sent|fed|drew|pass|keep|kept|switch|act|hang|hung|get|got|add|try|tri|mov|read|catch"
        r"|caught|spur|bas|count|decid|insist|report|touch|hand|wait|let|look|push|press|drag)\w*\Z"
    ),
}
# Those are taken, in a month; deliveries and lodgers may be taken in.
_TAKEN: Final = re.compile(
    r"\b(?:counts?|photo\w*|pictures?|readings?|samples?|measurements?|figures|minutes|decisions?|votes?|polls?|steps?|actions?"
    r"|surveys?|tests?|statements?|notes?|evidence|views|exams?|leave|part)\b[^.;!?]{0,40}\b(?:taken|took)\s\Z",
    re.IGNORECASE,
)
_TWICE: Final = re.compile(r"(?<![\w’'.-])([^\W\d_]+(?:['’][a-z]+)?)([ \u00a0\n]+)(\1)(?![\w’'-])", re.IGNORECASE)
# "of the of the", "in the in the".
_PAIR: Final = re.compile(
    r"(?<![\w’'.-])((?:of|to|in|on|at|by|for|from|with|and|that|as) (?:the|a|an|this|these|their|our))([ \u00a0]+)(\1)"
    r"(?![\w’'-])"
    r"|(?<![\w’'.-])((?:the|a|an) (?:of|to|in|on|at|by|for|from|with|and))([ \u00a0]+)(\4)(?![\w’'-])",
    re.IGNORECASE,
)


_UNIT_TWICE: Final = re.compile(
    r"(?P<sum>£\s?\d[\d,]*(?:\.\d+)?\s?(?P<unit>bn|m|k))[ \u00a0](?P<again>billion|million|thousand)\b"
)
_UNITS: Final = {"bn": "billion", "m": "million", "k": "thousand"}


def units_twice(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Sums whose unit stands in letters and in words, "£1.2m million": the stretch, the sum alone, the unit."""
    for match in _UNIT_TWICE.finditer(text) if "£" in text else ():
        if _UNITS[match["unit"]] == match["again"]:
            yield *match.span(), match["sum"], match["again"]


def doubled(text: str, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Words and pairs of words that stand twice by mistake: the stretch of both, and the one that stays.

    `words` are the text's `bare_words`.
    """
    if any(map(eq, words, words[1:])):
        for match in _TWICE.finditer(text):
            if not _meant(text, match):
                yield *match.span(), match[1]
    if any(map(eq, words, words[2:])):
        for match in _PAIR.finditer(text):
            yield *match.span(), match[1] or match[4]
    yield from _phrases_twice(text, words)


def _phrases_twice(text: str, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Two words to five that stand twice: "in order to in order to", "will be will be"."""
    for length in range(2, _LONGEST + 1):
        later = words[length:]
        if not any(map(eq, words, later)) or not any(map(all, pairwise(map(eq, words, later)))):
            continue
        starts = (at for at in range(len(words) - 2 * length + 1) if words[at] == words[at + length])
        same = {
            tuple(words[at : at + length])
            for at in starts
            if words[at : at + length] == words[at + length : at + 2 * length]
        }
        for phrase in sorted(filter(_is_slip, same))[:_MOST]:
            yield from _places(text, "[ \u00a0]".join(map(re.escape, phrase)))


def _places(text: str, pattern: str) -> Iterator[tuple[int, int, str]]:
    twice = re.finditer(rf"(?<![\w-])({pattern})[ \u00a0]{pattern}(?![\w-])", text, re.IGNORECASE)
    for match in islice(twice, _MOST):
        again = text[match.end(1) + 1]
        alike = again.islower() or again == match[1][0]
        if alike and not is_quoted(text, match.start()) and not _PAIR.match(text, match.start()):
            yield *match.span(), match[1]


def _is_slip(phrase: Sequence[str]) -> bool:
    """Whether nobody says a phrase twice on purpose: "like for like for" and "more and more and" are said."""
    if len(set(phrase)) < 2 or not all(map(str.isalpha, phrase)) or _SMALL.isdisjoint(phrase):
        return False
    if len(phrase) > 2:
        return "of" not in phrase and phrase[0] not in ("and", "or")
    return phrase[1] in ("be", "been", "the", "a", "have", "has", "not") or (
        phrase[1] in ("to", "of")
        and phrase[0] not in ("day", "end", "face", "one", "door", "back", "next", "hand", "wall")
    )


def _meant(text: str, match: re.Match[str]) -> bool:
    """Whether it is right that this word stands twice."""
    word = match[1].lower()
    if is_quoted(text, match.start()):
        return True
    return _is_meant(text, match, word)


def _is_meant(text: str, match: re.Match[str], word: str) -> bool:
    first, between, second = match[1], match[2], match[3]
    opening = first[0].isupper() and second.islower() and opens(text, match.start())
    if word == "a" or len(word) == 1:
        return word != "a" or not (second == "a" and (first == "a" or opening))  # "Option A a", "grade A A"
    if word in _LEFT:
        return not (opening and word in _OPENING)
    if word in _AFTER_CLAUSE and (opening or "\n" not in between):
        ends_one = second != second.lower() or not _ENDING.isdisjoint(_words_before(text, match.start()))
        return not opening and ends_one
    if "\n" in between:
        return word not in _SMALL or second != second.lower()
    before = _words_before(text, match.start())
    if word not in _SMALL:
        # Names (Bora Bora, New York New York), words all in capitals, and verbs that end one clause and begin the next.
        if not opening and (first[0].isupper() or second[0].isupper()):
            return not _name_by_mistake(text, match)
        if first[0].isupper() and second[0].islower() and not british().has(second):
            return True  # an animal's Latin name: "Bufo bufo"
        return len(word) < 3 or (not opening and not _CLAUSES.isdisjoint(before))
    if word in _BE:
        if word in _HAVE and _CLAUSES.intersection(before) <= _NO_SUBJECTS:
            return False
        return not _CLAUSES.isdisjoint(before) or (word == "will" and second[0].isupper())
    if word in ("in", "on"):
        return bool(before) and _WITH[word].match(before[-1]) is not None and not _TAKEN.search(text, 0, match.start())
    if word == "the" and first[0].isupper():
        return False
    # A capital for the second begins a name or a title: "refer to To Kill a Mockingbird".
    return second != second.lower() and not (opens(text, match.start()) and first[0].isupper())


def _words_before(text: str, at: int) -> list[str]:
    return re.findall(r"[\w’']+", text[max(0, at - 60) : at].lower())[-4:]


def _name_by_mistake(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands twice that does not: "At Riverside Riverside the road". Unknown names may."""
    first, second = match[1], match[3]
    if not (first == second and first.istitle() and len(first) >= _SHORTEST_NAME) or first.lower() in _DOUBLE_NAMES:
        return False
    led = _LEADS_TO_NAME.search(text, max(0, match.start() - 12), match.start()) is not None
    return led and _SMALL_AFTER.match(text, match.end()) is not None and british().has(first)
