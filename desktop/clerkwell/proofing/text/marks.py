"""Marks of punctuation that do not fit: doubled ones, brackets and quotation marks without their other half."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clerkwell.proofing.text.faults import Fault
from clerkwell.proofing.text.sentences import is_abbreviation

_DOUBLED: Final = re.compile(
    r"(?P<same>,{2,}|;{2,}|(?<![:\w]):{2,}(?![:\w])|(?<=\w):{2,}(?=\s|\Z))"
    r"|(?<![.\s])(?P<stops>\.\.)(?=[\s”’\"')]|\Z)"
    r"|(?P<spaced>(?<=[^\W_])(?:, ,|\. \.)(?=\s|\Z))"
    r"|(?P<mixed>,\.(?!\.)|[;:]\.(?!\.)|[,;][;:,]|[?!]\.(?=\s|\Z))"
    r"|(?<=[a-z0-9])(?P<comma>\.,)(?=\s)"
)
DOUBLED: Final = re.compile(r"[,;:.?!] ?[,;:.]")
# The word in which its second mark stands.
MARK_BEFORE: Final = re.compile(r"[,;:.?!][,;:.]|^[,;:.]", re.MULTILINE)
_WORD_BEFORE: Final = re.compile(r"[\w’')\]%-]{1,40}\Z")
_SHORTENED: Final = re.compile(
    r"(?:\b(?:etc|ltd|plc|inc|co|bros|jr|sr|esq|al|dept|approx|ibid|spp?|var|[ap]\.?m|e\.g|i\.e|no|vol|cllrs?|rev|hon)|\.[^\W\d_])\Z",
    re.IGNORECASE,
)


def doubled_marks(text: str) -> Iterator[Fault]:
    """Two marks where one belongs: ",,", "..", ",.", ";,". A row of three dots or more is left alone, as is "etc.."."""
    if not DOUBLED.search(text):
        return
    for match in _DOUBLED.finditer(text):
        start, end = match.span()
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        shown = before.start() if before else start
        marks = match[0]
        if (match["stops"] or match["comma"] or match["spaced"] == ". .") and (
            _SHORTENED.search(text, shown, start) or is_abbreviation(text[shown:start])
        ):
            continue
        if match["spaced"] == ". ." and text.startswith(" .", end):
            continue
        if match["mixed"] and text[max(0, start - 1) : start] in ("", " ", ":", ";", "("):
            # ":;" and the like among spaces are faces, or marks that are written about.
            continue
        yield Fault(shown, end, (start, end), _single(marks, text[end:].strip() == ""))


def _single(marks: str, last: bool) -> str | None:
    if len(set(marks.replace(" ", ""))) == 1:
        return marks[0]
    if marks in (",.", ";."):
        return "." if last else None
    return marks[0] if marks in ("?.", "!.") else None


class Half(NamedTuple):
    """A bracket or quotation mark without its other half: where it stands, and whether it opens."""

    at: int
    opens: bool


_BRACKETS: Final = re.compile(r"[()\[\]]")
# "a)", "iv)", "12)", "6c)", "8.62)": what stands before a bracket that may be the label of an item.
_LABEL: Final = re.compile(
    r"(?P<before>\A|[\s/(\[,;:–—-])(?:[^\W\d_]|[ivx]{1,5}|[IVX]{1,5}|\d{1,3}|\d{1,2}[a-z]|\d{1,2}\.\d{1,2})\Z"
)
_FACE: Final = re.compile(r"(?:\A|\s)[:;8=]-?\Z")


def lone_brackets(text: str) -> tuple[Half, ...]:
    """Brackets without their other half; the labels of items ("a)", "(i)") have none to seek."""
    if not _BRACKETS.search(text):
        return ()
    marks = [(match[0], match.start()) for match in _BRACKETS.finditer(text)]
    alone = _lone(marks)
    if not alone or len(marks) > _MANY:
        return alone
    # "(see a) and b) for more)": a bracket that may be a label's is one where the others then come out even.
    labels = _labels(text, [at for mark, at in marks if mark == ")"])
    alone = tuple(half for half in alone if half.at not in labels or half.opens)
    if alone and labels:
        others = _lone([each for each in marks if each[1] not in labels])
        alone = min(alone, others, key=len)
    return alone


_MANY: Final = 2_000


def _lone(marks: Sequence[tuple[str, int]]) -> tuple[Half, ...]:
    opened: dict[str, list[int]] = {"(": [], "[": []}
    alone = []
    for mark, at in marks:
        if mark in opened:
            opened[mark].append(at)
        elif before := opened["(" if mark == ")" else "["]:
            before.pop()
        else:
            alone.append(Half(at, opens=False))
    alone += [Half(at, opens=True) for places in opened.values() for at in places]
    return tuple(sorted(alone))


def _labels(text: str, closing: Sequence[int]) -> set[int]:
    """The closing brackets that end an item's label, or name it ("not admitted under c) above"), or draw a face."""
    labels = set()
    for at in closing:
        window = text[max(0, at - 8) : at]
        found = _LABEL.search(window)
        if (found and found["before"] != "(") or _FACE.search(window):
            labels.add(at)
    return labels


_DOUBLE_QUOTES: Final = re.compile('["“”„]')
# "12" may be inches, and a quotation that ends in a number: where one stands, nobody can tell.
_AFTER_NUMBER: Final = re.compile('\\d["”]|[′″]')
_SINGLE: Final = re.compile("['‘]")
_SINGLE_CLOSING: Final = re.compile(r"(?<=\S)['’](?![^\W_])")
# Letters left out at the beginning of a word take an apostrophe, which typing turns the wrong way.
_LEFT_OUT: Final = re.compile(
    r"['‘’](?:\d|(?:tis|twas|twill|em|til|till|cause|cos|n|round|bout|phone|bus|plane|flu|cello|s|d|m|t|re|ve|ll)\b)",
    re.I,
)


def lone_quote(text: str) -> Half | None:
    """The quotation mark without its other half, if a text has an odd one; an apostrophe is none.

    Where it cannot be told (inches, one that only stands for "ditto") there is none.
    """
    if '"' in text or "“" in text or "”" in text or "„" in text:
        marks = [match.start() for match in _DOUBLE_QUOTES.finditer(text)]
        if len(marks) % 2 and not _AFTER_NUMBER.search(text) and not _is_ditto(text):
            return _odd_one(text, marks)
    if "'" in text or "‘" in text:
        return _lone_single(text)
    return None


_TYPED_NUMBER: Final = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-z]{1,4}\))\s+")


def opens_quotation(text: str) -> bool:
    """Whether the text begins with a quotation mark."""
    return _TYPED_NUMBER.sub("", text.lstrip(), count=1)[:1] in tuple("\"“„'‘")


def _is_ditto(text: str) -> bool:
    return not any(map(str.isalpha, text)) or len(text.split()) < 2


def _odd_one(text: str, marks: Sequence[int]) -> Half:
    """Which of an odd number of marks is too many: the first that finds no partner by the way it is turned."""
    opened: int | None = None
    for at in marks:
        opens = text[at] in "“„" or (text[at] == '"' and _turned_open(text, at))
        if opens and opened is not None:
            return Half(opened, opens=True)
        if not opens and opened is None:
            return Half(at, opens=False)
        opened = at if opens else None
    return Half(marks[-1] if opened is None else opened, opens=True)


def _turned_open(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] in " \t\n\u00a0([–—/‘'") and not text[at + 1 : at + 2].isspace()


def _lone_single(text: str) -> Half | None:
    """A single quotation mark that opens and after which none closes; what only closes may be a possessive."""
    last = None
    for match in _SINGLE.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
        turned = text[at] == "‘" and not before.isalnum()
        if after.isalnum() and (turned or before in ' \t\n\u00a0([“"–—/') and not _LEFT_OUT.match(text, at):
            last = at
    if last is None or _SINGLE_CLOSING.search(text, last + 1):
        return None
    return Half(last, opens=True)
