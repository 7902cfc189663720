"""The rule about lists: one has as many items as the sentence before it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clerkwell.model import Block, ListItem, Paragraph, Text
from clerkwell.proofing.sense.counted import (
    Count,
    counts_before_list,
    first_number,
    is_joined,
    is_labelled,
    leads_on,
    may_be_several,
)
from clerkwell.proofing.sense.named import NAMES_HINT, counts_against_names
from clerkwell.proofing.sense.run_in import counts_against_run_in
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.bearings import number_typed
from clerkwell.rules.sense.labelled import against_labelled
from clerkwell.rules.sense.listed_counts import against_counts
from clerkwell.rules.signs import Sign

_BRACKET: Final = Sign(
    pattern=re.compile(
        r"\b(?i:two|three|four|five|six|seven|eight|nine|ten|\d)\s(?:[a-z-]+\s){1,3}\([a-z][^()]{3,},[^()]+\)"
    ),
    within=Sign(" ("),
)
# A list goes on after no more paragraphs than this.
_BETWEEN: Final = 2
_COLON: Final = Sign(
    ": ", "namely", "These are to ", "They are to ", "These were to ", "They were to ", others=(_BRACKET,)
)
_NAMES: Final = Sign(pattern=NAMES_HINT)
# Fewer lines than these are no list, and more are not counted.
_FEWEST_LINES: Final = 3
_MOST_LINES: Final = 31
# A name has no more words, and no others that begin in small letters.
_LONGEST_NAME: Final = 7
# What stands beside a name: "(a contractor at three schools)", "; and".
_BESIDE_NAME: Final = re.compile(r"\s*\([^()]*\)|[;,]?\s+(?:and|or)\s*\Z|[.;,]+(?=\s*\Z|\s+(?:and|or)\s*\Z)")
_IN_NAMES: Final = frozenset(("of", "the", "and", "for", "in", "on", "by", "&", "at", "to", "under", "upon", "le"))


def _said(passage: Passage, _: Guide) -> tuple[Count, ...]:
    if passage.kind not in ("paragraph", "item", "subheading") or not leads_on(passage.text):
        return ()
    return _counts(passage.text)


def _counts(text: str, labelled: bool = False) -> tuple[Count, ...]:
    skip = number_typed(text)
    said = counts_before_list(text[skip:], labelled)
    # "7 Members raised:" may be the seventh paragraph.
    said = tuple(each for each in said if each.start or not text[skip : skip + 1].isdigit())
    return tuple(replace(each, start=each.start + skip, end=each.end + skip) for each in said)


def _against_list(reading: Reading) -> Iterator[Finding]:
    yield from _against_run_in(reading)
    yield from against_labelled(reading)
    passages = reading.passages
    for index, (passage, counts) in enumerate(reading.each(_said)):
        yield from _against_counts(passages, index)
        said = counts or _before_labelled(passages, index)
        if not said:
            continue
        level = _level_below(passages, index)
        stretches = _as_far_as(_stretches(passages, index, level), max(each.number for each in said))
        stretches = stretches or _lines(passages, index)
        if not stretches:
            continue
        if any(map(is_joined, stretches[0])):
            continue
        # Each item a number of its own: the sentence may be about all that they count.
        counted = [number for text in stretches[0] if (number := first_number(text)) is not None]
        all_counted = len(counted) == len(stretches[0])
        names = _are_names(stretches[0])
        said = tuple(each for each in said if each.sure or all_counted or (each.named and names))
        if len(stretches[0]) < max((each.number for each in said), default=0) and any(
            map(may_be_several, stretches[0])
        ):
            said = tuple(each for each in said if not each.one_each)
        possible = {*_lengths(stretches), *([sum(counted)] if all_counted else [])}
        has = len(stretches[0])
        # A list of one item may be what an import left of it.
        if not said or any(each.number in possible for each in said) or (has == 1 and len(stretches) > 1):
            continue
        words = passage.text[said[-1].start : said[-1].end]
        items = "one item" if has == 1 else f"{has} items"
        message = f"The text says “{words}”, but the list that follows has {items}. Put the number or the list right."
        yield found(passage, said[-1].start, said[-1].end, message)


def _against_counts(passages: Sequence[Passage], index: int) -> Iterator[Finding]:
    """The number before a list whose items count what it is the number of."""
    here = passages[index]
    if not here.text.endswith((":", ": ")) or here.kind not in ("paragraph", "item"):
        return
    items = next(_stretches(passages, index, _level_below(passages, index)), [])
    last = index + 1 + len(items)
    if items:
        yield from against_counts(here, items, here.text + (passages[last].text if last < len(passages) else ""))


def _are_names(items: Sequence[str]) -> bool:
    """Whether the items of a list are names and nothing else: "Quayside Technology Limited"."""
    return all(
        0 < len(words := _BESIDE_NAME.sub("", each).split()) <= _LONGEST_NAME
        and all(word[0].isupper() or word in _IN_NAMES for word in words)
        for each in items
    )


def _as_far_as(stretches: Iterator[list[str]], most: int) -> list[list[str]]:
    """The stretches of a list until it has more items than anybody said it has."""
    done, length = list[list[str]](), 0
    for stretch in stretches:
        done.append(stretch)
        length += len(stretch)
        if length > most and len(done) > 1:
            break
    return done


def _level_below(passages: Sequence[Passage], index: int) -> int:
    """The level of the list that a passage leads to: (a) and (i) may be the outermost under a paragraph."""
    block = passages[index].block
    after = passages[index + 1].block if index + 1 < len(passages) else None
    if isinstance(block, ListItem):
        # An import takes "(i)" straight under "8." for a level deeper than there is.
        return max(block.level + 1, after.level if isinstance(after, ListItem) else 0)
    return after.level if isinstance(after, ListItem) else 0


def _run_in(passage: Passage, _: Guide) -> tuple[tuple[Count, int], ...]:
    """Numbers of things in a sentence that are not as many as the list after its colon has."""
    if passage.kind not in ("paragraph", "item", "cell", "footnote"):
        return ()
    skip = number_typed(passage.text)
    wrong = counts_against_run_in(passage.text[skip:])
    return tuple((replace(each, start=each.start + skip, end=each.end + skip), has) for each, has in wrong)


def _named(passage: Passage, guide: Guide) -> tuple[tuple[Count, int], ...]:
    """Numbers of things in a sentence that are not as many as the names beside them."""
    if passage.kind not in ("paragraph", "item", "cell", "footnote"):
        return ()
    skip = number_typed(passage.text)
    stretches = passage.known(sentences_of, guide)
    return tuple((each, has) for each, has in counts_against_names(passage.text, stretches) if each.start >= skip)


def _against_run_in(reading: Reading) -> Iterator[Finding]:
    told = set[tuple[int, int]]()
    for passage, wrong in reading.where(_run_in, _COLON):
        for each, has in wrong:
            told.add((id(passage), each.start))
            words = passage.text[each.start : each.end]
            message = f"The text says “{words}”, but names {has} of them. Put the number or the list right."
            yield found(passage, each.start, each.end, message)
    for passage, wrong in reading.where(_named, _NAMES):
        for each, has in ((each, has) for each, has in wrong if (id(passage), each.start) not in told):
            words = passage.text[each.start : each.end]
            message = f"The text says “{words}”, but names {has} of them. Put the number or the names right."
            yield found(passage, each.start, each.end, message)


def _before_labelled(passages: Sequence[Passage], index: int) -> tuple[Count, ...]:
    """What a paragraph that ends with a full stop says of the list right after it: "Option 1 …", "Option 2 …"."""
    here = passages[index]
    if here.kind != "paragraph" or index + 1 == len(passages):
        return ()
    if not is_labelled(passages[index + 1].text) or leads_on(here.text):
        return ()
    if not all(is_labelled(text) for stretch in _stretches(passages, index, 0) for text in stretch):
        return ()
    return _counts(here.text, labelled=True)


def _lengths(stretches: Sequence[Sequence[str]]) -> Iterator[int]:
    """How many items a list may be said to have.

    It may go on after a paragraph, and an item that begins in small letters among others that do not may be what is
    left of the one before.
    """
    length = 0
    for stretch in stretches:
        length += len(stretch)
        yield length
    if stretches[0][0][0].isupper():
        yield sum(1 for text in stretches[0] if not text[0].islower())


def _stretches(passages: Sequence[Passage], index: int, level: int) -> Iterator[list[str]]:
    """The items of a list after a passage, stretch by stretch, where paragraphs stand between them."""
    here = passages[index].place
    items, begun, between = list[str](), False, 0
    for at in range(index + 1, len(passages)):
        passage = passages[at]
        kind = passage.block.kind if passage.block is not None else ""
        other = (passage.place.section, passage.place.appendix) != (here.section, here.appendix)
        if other or kind == "subheading":
            break
        if passage.kind == "footnote":
            continue
        if kind == "item" and isinstance(block := passage.block, ListItem):
            if block.level < level or (begun and not items and block.start == 1):
                break
            if block.level == level:
                begun, between = True, 0
                if passage.text.strip():
                    items.append(passage.text.strip())
                continue
        elif items:
            yield items
            items = []
        between += 1
        if not begun or between > _BETWEEN or kind != "paragraph" or _is_bold(passage.block):
            # Something else comes first: whether a later list is meant is not certain.
            return
    if items:
        yield items


def _lines(passages: Sequence[Passage], index: int) -> list[list[str]]:
    """The names that stand after a passage as paragraphs, one a line: a list without marks."""
    here, names = passages[index].place, list[str]()
    for passage in passages[index + 1 : index + 1 + _MOST_LINES]:
        same = (passage.place.section, passage.place.appendix) == (here.section, here.appendix)
        if not same or passage.kind != "paragraph" or not passage.text.strip() or not _are_names([passage.text]):
            break
        names.append(passage.text.strip())
    return [names] if len(names) >= _FEWEST_LINES and not any(map(is_labelled, names)) else []


def _is_bold(block: Block | None) -> bool:
    """Whether all of a paragraph is bold: it plays a heading."""
    return isinstance(block, Paragraph) and all(
        isinstance(run, Text) and (run.bold or not run.text.strip()) for run in block.runs
    )


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "count-against-list", "warning", "A list has more or fewer items than the text says",
            "A reader looks for the one that is missing.",
            Across(_against_list, by_part=True),
            source="Careful drafting: figures in a report agree with what they count",
        ),
    )  # fmt: skip
