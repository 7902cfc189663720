"""The rule about lists: one has as many items as the sentence before it says."""

from collections.abc import Iterator, Sequence

from clerkwell.model import ListItem, SubHeading
from clerkwell.proofing.counted import Count, counts_before_list
from clerkwell.rules.bearings import number_typed
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found


def _said(passage: Passage, _: Guide) -> tuple[Count, ...]:
    if passage.kind not in ("paragraph", "item", "subheading"):
        return ()
    skip = number_typed(passage.text)
    said = counts_before_list(passage.text[skip:])
    return tuple(Count(each.start + skip, each.end + skip, each.number) for each in said)


def _against_list(reading: Reading) -> Iterator[Finding]:
    passages = reading.passages
    for index, (passage, said) in enumerate(reading.each(_said)):
        if not said:
            continue
        level = passage.block.level + 1 if isinstance(passage.block, ListItem) else 0
        possible = _lengths(passages, index, level)
        if not possible or any(each.number in possible for each in said):
            continue
        first, has = said[-1], possible[0]
        # A list of one item may be what an import left of it.
        if has < 2 and len(possible) > 1:
            continue
        words = passage.text[first.start : first.end]
        items = "one item" if has == 1 else f"{has} items"
        message = f"The text says “{words}”, but the list that follows has {items}. Put the number or the list right."
        yield found(passage, first.start, first.end, message)


def _lengths(passages: Sequence[Passage], index: int, level: int) -> tuple[int, ...]:
    """How many items the list has that begins after a passage: as it stands first, then as it may be meant to be read.

    A list may go on after a paragraph, and an item that begins in small letters among others that do not may be what
    is left of the one before.
    """
    stretches = list(_stretches(passages, index, level))
    if not stretches:
        return ()
    first = stretches[0]
    done = [sum(map(len, stretches[: at + 1])) for at in range(len(stretches))]
    if first[0].isupper():
        done.append(sum(1 for letter in first if not letter.islower()))
    return tuple(done)


def _stretches(passages: Sequence[Passage], index: int, level: int) -> Iterator[str]:
    """The first letters of the items of a list, stretch by stretch, where paragraphs stand between them."""
    here = passages[index].place
    letters, begun = "", False
    for passage in passages[index + 1 :]:
        block = passage.block
        other = (passage.place.section, passage.place.appendix) != (here.section, here.appendix)
        if other or isinstance(block, SubHeading):
            break
        if passage.kind == "footnote":
            continue
        if isinstance(block, ListItem):
            if block.level < level or (begun and not letters and block.start == 1):
                break
            if block.level == level:
                letters, begun = letters + passage.text.lstrip()[:1], True
                continue
        elif letters:
            yield letters
            letters = ""
        if not begun:
            # Something else comes first: whether a later list is meant is not certain.
            return
    if letters:
        yield letters


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "count-against-list", "warning", "A list has more or fewer items than the text says",
            "A reader looks for the one that is missing.",
            Across(_against_list), source="Careful drafting: figures in a report agree with what they count",
        ),
    )  # fmt: skip
