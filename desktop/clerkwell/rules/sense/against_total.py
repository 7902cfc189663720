"""The rule about things that the text counts and a table adds up: both come to the same number."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clerkwell.model import Table
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.summing import LOOSE_WORDS, NO_PART, SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import FIGURE, Sign

# "A total of 1,412 responses", "received 1,412 responses", "the 2,340 properties": all there are, and no share of them.
_TOLD: Final = re.compile(
    r"(?P<all>\b(?:total\s+of|in\s+(?:all|total),?|altogether,?|received|receiving|all|drew|attracted|generated|there\s+(?:were|are|have\s+been)|covers?|carried\s+out"
    r"|dealt\s+with|the)\s+)?(?<![\w£.,/–-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,5})\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]{3,}(?:s|people|staff|children))\b"
    r"(?P<after>\s+(?:(?:were|was|have\s+been|had\s+been)\s+(?:received|made|returned|submitted|carried\s+out|surveyed|issued|completed)|in\s+(?:all|total))\b)?"
    r"(?!\s+(?:from|by|on|about|against|in\s+(?!all|total|the\s+(?:survey|consultation|area|borough|district|county|city|town|scheme))|at|with|without|who|that|which|of|per|a|each|more|fewer|objecting|supporting)\b)",
    re.IGNORECASE,
)
# "Of the 230 entries in the table", "about 190 homes, as the table shows": of a table that is named.
_SHOWN: Final = re.compile(
    r"\bas\s+(?:is\s+|are\s+)?(?:shown|set\s+out|listed|given)\s+(?:in\s+(?:the\s+)?[Tt]able|below|above)"
    r"|\bas\s+(?:the\s+)?[Tt]able\b[^,.;]*?\bshows|\bin\s+the\s+table\b|\b(?:[Tt]he\s+table|Table\s+[A-Z\d]{1,2})\s+(?:above\s+|below\s+)?shows\b"
    r"|\((?:see\s+)?[Tt]able\s+[A-Z\d]{1,2}\)|\bshown\s+in\s+(?:the\s+)?[Tt]able\b|\blisted\s+(?:in\s+the\s+table|below|above)\b"
)
_TOLD_THERE: Final = re.compile(
    r"(?P<about>\b(?:about|around|approximately|some|roughly|nearly|almost)\s+)?(?<![\w£.,/–-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,5})"
    r"\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]{3,}(?:s|people|staff|children))\b(?!\s+(?:who|that|which|with|without|more|fewer)\b)"
)
_COUNTED: Final = Sign(pattern=re.compile(r"\d\s+[a-z]"), within=FIGURE)
# What is not meant exactly, is another year's, or is not all of them.
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|under|up\s+to|more\s+than|less\s+than|fewer\s+than|at\s+least|last\s+year"
    r"|previous\w*|earlier|compared|against|target|expected|forecast|planned|further|additional|extra|other|another|rose|fell|remaining|only"
    r"|duplicate\w*|valid|invalid|withdrawn|late|excluding|including|petition\w*|of\s+(?:these|those|which|whom|them)|if|could|estimated)\b|%|per\s+cent",
    re.IGNORECASE,
)
# Why a table may have fewer than there are.
_LEFT_OUT: Final = re.compile(
    r"\b(?:those\s+(?:on|in|at|from|with|who|that|of|for)|not\s+(?:all|every\w*|given|stated|known|say|answer|recorded)|did\s+not|gave\s+no|with\s+no|blank|skipped|no\s+postcode|unknown|without"
    r"|some\s+(?:people|respondents|replies|responses)|more\s+than\s+one|could\s+not|excluded|duplicates?)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b20\d\d\b")
_ABOUT: Final = re.compile(r"\b(?:about|around|approximately|some|nearly|almost|roughly|could)\b", re.IGNORECASE)
_HEAD: Final = re.compile(
    r"(?:(?:total|number|no\.?)\s+(?:of\s+)?)?(?:[a-z-]+\s+)?(?P<noun>[a-z]{3,}(?:s|people|staff|children))(?:\s+received)?",
    re.IGNORECASE,
)
_NO_NOUN: Final = listed("years months weeks days hours minutes pounds times totals pence metres points")
# A number further from the total than this is of something else.
_NEAR: Final = 0.12
_FEWEST_ROWS: Final = 2
_TURNED: Final = 4
# Not everybody who replies answers every question, so that a table of them may well have fewer.
_REPLIES: Final = listed(
    "responses replies respondents people comments returns submissions answers residents households"
)
_APART: Final = frozenset(("options", "appendices", "background-papers"))


class _Said(NamedTuple):
    """A number of things that is told; `shown`: as one that a table shows, and to which step it is told then."""

    start: int
    end: int
    number: int
    noun: str
    shown: int = 0


class _Total(NamedTuple):
    noun: str
    number: int
    known: frozenset[int]


def _said(passage: Passage, guide: Guide) -> tuple[_Said, ...]:
    """What a passage counts, all of it."""
    if passage.kind not in ("paragraph", "item") or passage.place.section in _APART or passage.place.appendix:
        return ()
    done: list[_Said] = []
    for start, end in passage.known(sentences_of, guide):
        done += _said_there(passage.text, start, end)
        if _OPEN.search(passage.text, start, end) or _YEAR.search(passage.text, start, end):
            continue
        for each in _TOLD.finditer(passage.text, start, end):
            if each["all"] or each["after"]:
                number = int(each["number"].replace(",", ""))
                done.append(_Said(each.start("number"), each.end("noun"), number, each["noun"].casefold()))
    return tuple(done)


def _said_there(text: str, start: int, end: int) -> Iterator[_Said]:
    """What a sentence says that a table shows: one number of things, all that there are."""
    if not _SHOWN.search(text, start, end) or _YEAR.search(text, start, end):
        return
    plain = _ABOUT.sub("", text[start:end])
    found = [] if _OPEN.search(plain) else list(_TOLD_THERE.finditer(text, start, end))
    if found and found[0]["noun"].casefold() not in [each["noun"].casefold() for each in found[1:]]:
        for each in found:
            number = int(each["number"].replace(",", ""))
            step = 1
            while each["about"] and number % (step * 10) == 0:
                step *= 10
            yield _Said(each.start("number"), each.end("noun"), number, each["noun"].casefold(), step)


def _totals(passage: Passage, _: Guide) -> tuple[_Total, ...]:
    """The totals of the table that begins with this cell, each with what its column counts and the table's numbers."""
    table = passage.block
    if passage.place.path != (0, 0, 0) or not isinstance(table, Table) or LOOSE_WORDS.search(table.caption):
        return ()
    rows = texts(table)
    last = rows[-1] if rows else []
    label = next((text for text in last if text.strip()), "")
    if len(rows) < _FEWEST_ROWS + 2 or not SUBTOTAL.match(label.strip(" *:")) or _YEAR.search(table.caption):
        return ()
    done, known = [], frozenset(int(each.value) for row in rows for text in row if (each := figure(text)))
    for column, head in enumerate(rows[0]):
        named = _HEAD.fullmatch(head.strip(" :"))
        cells = [figure(row[column]) for row in rows[1:] if column < len(row)]
        parts = [each.value for each in cells[:-1] if each]
        noun = named["noun"].casefold() if named else ""
        if not named or noun in _NO_NOUN or len(parts) < len(cells) - 1 or any(NO_PART.match(row[0]) for row in rows):
            continue
        total = cells[-1]
        # A total that is none is told elsewhere.
        if total and not total.unit and sum(parts) == total.value:
            done.append(_Total(noun, int(total.value), known))
    return tuple(done)


def _against_total(reading: Reading) -> Iterator[Finding]:
    tables = [(passage, each) for passage, there in reading.where(_totals) for each in there]
    if not tables:
        return
    nouns = [each.noun for _, each in tables]
    said = [(passage, each) for passage, there in reading.where(_said, _COUNTED) for each in there]
    for first, total in tables:
        told = [(passage, each) for passage, each in said if each.noun == total.noun]
        shown = [(p, e) for p, e in told if e.shown and p.place.section == first.place.section]
        alone = sum(1 for f, each in tables if each.noun == total.noun and f.place.section == first.place.section) == 1
        wrong = _shown_wrong(total, shown) if alone else None
        if wrong is None and nouns.count(total.noun) == 1:
            wrong = _wrong(reading, first, total, [(p, e) for p, e in told if not e.shown])
        if wrong is not None:
            passage, each = wrong
            words = passage.text[each.start : each.end]
            message = (
                f"The text says “{words}”, but the table has a total of {total.number:,}. "
                "Put the one that is wrong right."
            )
            yield found(passage, each.start, each.end, message)


_Told = tuple[Passage, _Said]


def _shown_wrong(total: _Total, shown: Sequence[_Told]) -> _Told | None:
    """What is said to be in the table, and is not its total."""
    for passage, each in shown:
        rounded = round(total.number / each.shown) * each.shown
        if each.number in total.known or each.number == rounded or abs(each.number - total.number) < each.shown / 2:
            continue
        turned = sorted(str(each.number)) == sorted(str(total.number))
        if (turned or abs(each.number - total.number) <= total.number * _NEAR) and not re.search(
            rf"(?<![\d,.]){total.number:,}(?!\d|[,.]\d)", passage.text
        ):
            return passage, each
    return None


def _wrong(reading: Reading, first: Passage, total: _Total, told: Sequence[_Told]) -> _Told | None:
    """What the text counts, once, that is not the total of the only table of such things."""
    if any(each.number == total.number for _, each in told):
        # Told rightly once: another is of something else, or told by another rule.
        return None
    near = [(p, e) for p, e in told if e.number not in total.known and _is_near(e.number, total)]
    if len({each.number for _, each in near}) != 1 or len(near) < len(told):
        return None
    passage, each = near[0]
    beside = [passage.text, *(text for text in _round(reading, first) if total.noun in text)]
    numbers = re.compile(
        rf"(?<![\d,.])(?:{total.number:,}|{total.number}|{abs(total.number - each.number)})(?!\d|[,.]\d)"
    )
    if any(_LEFT_OUT.search(text) or _YEAR.search(text) or numbers.search(text) for text in beside):
        return None
    return passage, each


def _round(reading: Reading, first: Passage) -> Iterator[str]:
    """The running text of the part in which a table stands."""
    return (each.text for each in reading.prose_of((first.place.section,)) if each.kind != "cell")


def _is_near(number: int, total: _Total) -> bool:
    """Whether a number may be a total with a slip of the pen."""
    one, other = str(number), str(total.number)
    turned = sorted(one) == sorted(other)
    if turned and len(other.rstrip("0")) >= _TURNED:
        # Told as two digits changed about.
        return False
    if total.noun in _REPLIES:
        differ = sum(a != b for a, b in zip(one, other, strict=False))
        return turned or (len(one) == len(other) and differ == 1)
    return turned or 0 < abs(number - total.number) <= total.number * _NEAR


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "number-against-total", "warning", "The text counts more or fewer than the table adds up to",
            "A reader cannot tell which of the two is right, and the minutes may record the wrong one.",
            Across(_against_total), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
