"""Two states of what stands one below another, paragraphs and tables, as one with tracked changes."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.rows import Said
from clerkwell.word.ooxml.names import PPR, SDT, SDT_CONTENT, TBL, P
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.bringing import xml_key
from clerkwell.word.writer.compared.columns import text_of
from clerkwell.word.writer.compared.marks import State
from clerkwell.word.writer.compared.paragraphs import Story, changed_paragraph, old_properties, whole_paragraph
from clerkwell.word.writer.compared.tables import changed_table, in_pairs, whole_table

Pair = tuple[Element | None, Element | None]


def changed_blocks(before: Sequence[Element], after: Sequence[Element], story: Story) -> list[Element]:
    """What both have, what came and what went, in order."""

    def said(element: Element) -> Said:
        if element.tag == P:
            read = story.before(element) if element in known else story.after(element)
            return Said((P, read.keys), spoken(read.text))
        text = text_of(element)
        return Said((element.tag, text), spoken(text))

    known = set(before)
    pairs = _joined_tables(in_pairs(before, after, said, by=lambda element: str(element.tag)))
    done: list[tuple[Element, State]] = []
    for was, now in _with_an_end(pairs):
        if was is not None and now is not None:
            done.append((_both(was, now, story), "same"))
        elif now is not None:
            done += [(each, "ins") for each in whole_blocks([now], "ins", story, marked=False)]
        elif was is not None:
            done += [(each, "del") for each in whole_blocks([was], "del", story, marked=False)]
    _mark_ends(done, story)
    return [element for element, _ in done]


def whole_blocks(blocks: Sequence[Element], state: State, story: Story, *, marked: bool = True) -> list[Element]:
    """What came or went whole."""
    done: list[Element] = []
    for block in blocks:
        if block.tag == P:
            paragraph = whole_paragraph(block, state, story)
            if marked:
                story.marks.end(paragraph, state)
            done.append(paragraph)
        elif block.tag == TBL:
            done.append(whole_table(block, state, story, whole_blocks))
        elif block.tag == SDT:
            content = child(block, SDT_CONTENT)
            inner = [] if content is None else list(content.iterchildren(etree.Element))
            done += whole_blocks(inner, state, story, marked=marked)
        elif state == "ins":
            done.append(deepcopy(block))
    return done


def _both(before: Element, after: Element, story: Story) -> Element:
    if after.tag == P:
        return changed_paragraph(before, after, story)
    if after.tag == TBL:
        return changed_table(before, after, story, changed_blocks, whole_blocks)
    done = deepcopy(after)
    if after.tag == SDT:
        old, new, content = child(before, SDT_CONTENT), child(after, SDT_CONTENT), child(done, SDT_CONTENT)
        if old is not None and new is not None and content is not None:
            content[:] = changed_blocks(
                list(old.iterchildren(etree.Element)), list(new.iterchildren(etree.Element)), story
            )
    return done


def _joined_tables(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, so that no table that came stands behind one that went: Word joins two tables, so they are one."""
    done: list[Pair] = []
    for pair in pairs:
        went = done[-1][0] if done and done[-1][1] is None else None
        if went is not None and went.tag == TBL and pair[0] is None and pair[1] is not None and pair[1].tag == TBL:
            done[-1] = (went, pair[1])
        else:
            done.append(pair)
    return done


def _with_an_end(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, so that the last paragraphs of both are one where each would be the end: an end cannot come or go."""
    tail = len(pairs)
    while tail and None in pairs[tail - 1]:
        tail -= 1
    went = [each for each, _ in pairs[tail:] if each is not None]
    came = [each for _, each in pairs[tail:] if each is not None]
    if not went or not came or went[-1].tag != P or came[-1].tag != P:
        return list(pairs)
    return [
        *pairs[:tail],
        *((each, None) for each in went[:-1]),
        *((None, each) for each in came[:-1]),
        (went[-1], came[-1]),
    ]


def _mark_ends(blocks: Sequence[tuple[Element, State]], story: Story) -> None:
    """Say of each paragraph's end whether it came or went.

    The last end of a cell or a document stays whatever happens. Where the last paragraph came or went, its end is held
    to be the one of the paragraph before it, whose own end came or went instead.
    """
    states = [state for _, state in blocks]
    last = len(blocks) - 1
    while last >= 0 and states[last] != "same" and blocks[last][0].tag == P:
        last -= 1
    tail = blocks[last + 1 :]
    if tail and last >= 0 and blocks[last][0].tag == P:
        state = tail[0][1]
        before, end = blocks[last][0], tail[-1][0]
        for paragraph, _ in blocks[last : len(blocks) - 1]:
            story.marks.end(paragraph, state)
        _swap_ends(before, end, state, story)
        blocks = blocks[:last]
    for element, state in blocks:
        if element.tag == P:
            story.marks.end(element, state)


def _swap_ends(before: Element, end: Element, state: State, story: Story) -> None:
    """The end that stays has the properties of the paragraph that will end there, either way."""
    one, other = old_properties(before), old_properties(end)
    if xml_key(one) == xml_key(other):
        return
    if state == "ins":
        story.marks.properties(end, one)
        return
    properties = child(end, PPR)
    if properties is not None:
        end.remove(properties)
    end.insert(0, one)
    story.marks.properties(end, other)
