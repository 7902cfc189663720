"""A rule about lists: their items end alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from clerkwell.model import ListItem, Severity
from clerkwell.proofing.text.endings import Item, Odd, ending, odd_ones, words_end
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule

_SHOWN_WORDS = 4
# A number or a letter that somebody typed before a paragraph: "2.1", "(a)", "iv)".
_TYPED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,5}\))\s+(?=\S)")


@dataclass
class _List:
    """A list as it is being read."""

    ordered: bool
    items: list[Passage] = field(default_factory=list)
    leading: set[int] = field(default_factory=set)
    together: bool = True
    interrupted: bool = False
    goes_on: bool = False
    # What its items are numbered with, where that was typed before paragraphs.
    typed: Literal["", "figures", "letters"] = ""


def _lists(passages: Iterable[Passage]) -> Iterator[_List]:
    """The lists of a part of a report, each with the items of its own level.

    A numbered list goes on across the paragraphs between its items; bullets do not.
    """
    open_lists: dict[int, _List] = {}
    for passage in passages:
        if passage.kind in ("footnote", "answer", "title", "heading", "alt", "caption"):
            continue
        block = passage.block
        if isinstance(block, ListItem):
            yield from _take(open_lists, passage, block)
        elif passage.kind == "paragraph" and _TYPED.match(passage.text):
            yield from _take_typed(open_lists, passage)
        elif open_lists:
            yield from _interrupt(open_lists, passage)
    yield from open_lists.values()


def _take_typed(open_lists: dict[int, _List], passage: Passage) -> Iterator[_List]:
    """Put a paragraph with a typed number in the list of those before it."""
    sort: Literal["figures", "letters"] = "figures" if passage.text.lstrip("(")[0].isdigit() else "letters"
    # "6.1.3" and the "6.2" after it are items of two lists.
    number = passage.text.split(maxsplit=1)[0].rstrip(".)")
    depth = number.count(".") if sort == "figures" else 0
    for level in [level for level, each in open_lists.items() if each.typed != sort or level > depth]:
        yield open_lists.pop(level)
    here = open_lists.setdefault(depth, _List(ordered=True, typed=sort))
    here.items.append(passage)


def _take(open_lists: dict[int, _List], passage: Passage, block: ListItem) -> Iterator[_List]:
    """Put an item in its list; gives the lists that end there."""
    for level in [level for level in open_lists if level > block.level]:
        yield open_lists.pop(level)
    here = open_lists.get(block.level)
    anew = here is not None and (here.typed != "" or block.start not in (None, len(here.items) + 1))
    if here is not None and (here.ordered != block.ordered or anew or here.goes_on):
        yield open_lists.pop(block.level)
        here = None
    for level, outer in open_lists.items():
        if level < block.level and outer.items:
            outer.leading.add(len(outer.items) - 1)
    if here is None:
        here = open_lists[block.level] = _List(block.ordered)
    here.items.append(passage)
    here.together = here.together and not here.interrupted


def _interrupt(open_lists: dict[int, _List], passage: Passage) -> Iterator[_List]:
    """What a paragraph, a sub-heading or a table does to the lists before it."""
    on = passage.text.lstrip()[:1].islower()
    for level, each in list(open_lists.items()):
        if each.ordered and passage.kind != "subheading" and not on and not each.typed:
            each.interrupted = True
        else:
            each.goes_on = on
            yield open_lists.pop(level)


def items_of(passages: Iterable[Passage]) -> Iterator[Sequence[Passage]]:
    """The items of each list of a part that no paragraph parts."""
    for each in _lists(passages):
        if each.together and not each.goes_on:
            yield each.items


def _in_part(piece: Piece, _: Guide) -> tuple[Finding, ...]:
    """The odd items of a part; kept until the part changes."""
    done = []
    for each in _lists(piece.passages) if piece.stands else ():
        if len(each.items) < 3:
            continue
        items = [Item(passage.text, index in each.leading) for index, passage in enumerate(each.items)]
        odd = list(odd_ones(items, together=each.together, goes_on=each.goes_on, typed=bool(each.typed)))
        if not odd and each.together and not each.goes_on and not each.typed:
            odd = _bare_after_commas(items)
        done += [_finding(each.items[one.index], one) for one in odd]
    return tuple(done)


def _bare_after_commas(items: Sequence[Item]) -> list[Odd]:
    """The last item of a list that is one sentence, "the first, the second, and the third", without its stop."""
    if items[-1].leads_on or ending(items[-1].text) != "open" or ending(items[-2].text) != "comma":
        return []
    if not items[-2].text.rstrip().endswith((" and", " or")) or {ending(each.text) for each in items[:-1]} != {"comma"}:
        return []
    at = words_end(items[-1].text)
    return [Odd(len(items) - 1, (at, at), ".", "last-open")]


def _odd_items(reading: Reading) -> Iterator[Finding]:
    for _, findings in reading.parts(_in_part):
        yield from findings


_SAID = {
    "stop-missing": "“{words}” ends an item without a full stop, and the other items have one. Add it.",
    "stop-extra": "“{words}” ends an item with a full stop, and the other items have none. Take it out.",
    "semicolon-missing": "“{words}” ends an item without a semicolon, and the other items have one. Add it.",
    "unfinished": "“{words}” ends the list as though another item followed. End it with a full stop.",
    "last-bare": "“{words}” ends a list of items with semicolons. End it with a full stop.",
    "last-open": "“{words}” ends a list whose items end in semicolons or commas. End it with a full stop.",
    "last-stop": "“{words}” ends the list with a full stop, and the items before it have none. Take it out.",
}


def _finding(passage: Passage, odd: Odd) -> Finding:
    text = passage.text
    end = max(odd.cut[1], len(text.rstrip()))
    start = end
    for _ in range(_SHOWN_WORDS - 1):
        before = text.rfind(" ", 0, start - 1 if start else 0)
        start = before + 1
        if before < 0:
            break
        start = before
    start += len(text[start:end]) - len(text[start:end].lstrip())
    words = text[start:end]
    linked = any(first < odd.cut[0] <= last for first, last in passage.links)
    fix = None if odd.better is None or linked else passage.replaced(*odd.cut, odd.better)
    message = _SAID[odd.kind].format(words=words)
    # After "; and" some leave the last item bare on purpose, and some end any list with a stop.
    severity: Severity | None = "info" if odd.kind in ("last-open", "last-stop") else None
    return Finding(message, passage.at(start, end), words, fix, severity)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "list-punctuation", "warning", "An item of a list ends otherwise than its neighbours",
            "Items that end alike read as one list; one that does not looks unfinished.",
            Across(_odd_items, by_part=True),
            source="New Hart’s Rules, chapter 15, “Lists and tables”: the items of a list are punctuated alike",
            fix="Punctuate it like its neighbours",
        ),
    )  # fmt: skip
