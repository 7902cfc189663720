"""Two states of a paragraph as one with tracked changes, and one that came or went."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.comparing.wording import changed_regions
from clerkwell.word.ooxml.names import FOOTNOTES, PPR, RUN, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.atoms import HYPERLINK, Atom, Atoms, atoms, joined_words, same_look, text_run
from clerkwell.word.writer.compared.bringing import Bringing, found_note, xml_key
from clerkwell.word.writer.compared.marks import Marks, State, bare_properties

_NOTE_MARK = w("footnoteReference")
_NUM_ID = w("numId")


@dataclass(frozen=True)
class Story:
    """A part of both documents: the body, a header, a footer. Its paragraphs are read once."""

    part: str
    bringing: Bringing
    marks: Marks
    read_before: dict[Element, Atoms]
    read_after: dict[Element, Atoms]

    def before(self, paragraph: Element) -> Atoms:
        """The pieces of a paragraph of the earlier document."""
        return _read(paragraph, self.bringing.before, self.part, self.read_before)

    def after(self, paragraph: Element) -> Atoms:
        """The pieces of a paragraph of the later document."""
        return _read(paragraph, self.bringing.after, self.part, self.read_after)

    def brought(self, element: Element) -> Element:
        """A copy of what stands in the earlier document."""
        return self.bringing.copied(element, self.part)


@dataclass(frozen=True)
class _Item:
    """A piece with what became of it; `old` is how it looked, where that is not how it looks."""

    piece: Atom
    state: State
    relooked: bool = False
    old: Element | None = None
    mark: Element | None = None


def changed_paragraph(before: Element, after: Element, story: Story) -> Element:
    """A paragraph that both have."""
    old, new = story.before(before), story.after(after)
    done = etree.Element(P)
    properties = child(after, PPR)
    if properties is not None:
        done.append(deepcopy(properties))
    was = child(before, PPR)
    known = None if was is None else story.brought(was)
    if not _same_properties(known, properties):
        story.marks.properties(done, known)
    if old.whole and new.whole:
        done.extend(_built(_items(old, new, story), story))
    else:
        done.extend(deepcopy(each) for each in after if each.tag != PPR)
    return done


def whole_paragraph(paragraph: Element, state: State, story: Story) -> Element:
    """A paragraph that came or went, without a word on its end."""
    read = story.before(paragraph) if state == "del" else story.after(paragraph)
    done = etree.Element(P)
    properties = child(paragraph, PPR)
    if properties is not None:
        done.append(story.brought(properties) if state == "del" else deepcopy(properties))
    if read.whole:
        items = [_Item(piece, state) for piece in read.pieces]
        for at, mark in reversed(
            story.bringing.pointers.kept(read.marks, story.marks) if state == "del" else read.marks
        ):
            items.insert(at, _Item(Atom(None), "same", mark=mark))
        done.extend(_built(items, story))
    elif state == "ins":
        done.extend(deepcopy(each) for each in paragraph if each.tag != PPR)
    return done


def old_properties(paragraph: Element) -> Element:
    """The properties of a paragraph that was built, as they were before a change of them."""
    return bare_properties(child(paragraph, PPR))


def _read(paragraph: Element, package: OpenPackage, part: str, known: dict[Element, Atoms]) -> Atoms:
    if paragraph not in known:
        known[paragraph] = atoms(paragraph, package, part)
    return known[paragraph]


def _same_properties(old: Element | None, new: Element | None) -> bool:
    one, other = bare_properties(old), bare_properties(new)
    return xml_key(one) == xml_key(other)


def _items(old: Atoms, new: Atoms, story: Story) -> list[_Item]:
    done: list[_Item] = []
    marks = list(new.marks)
    lost = story.bringing.pointers.lost(old.marks, story.marks)
    at, there = 0, 0

    def place_marks() -> None:
        while marks and marks[0][0] <= there:
            done.append(_Item(Atom(None), "same", mark=marks.pop(0)[1]))

    def place_lost() -> None:
        while lost and lost[0][0] <= at:
            done.append(_Item(Atom(None), "same", mark=lost.pop(0)[1]))

    end = (len(old.pieces),) * 2 + (len(new.pieces),) * 2
    for _, high, start, stop in (*changed_regions(old.keys, new.keys), end):
        while there < start:
            place_marks()
            was, now = old.pieces[at], new.pieces[there]
            other = now.text is not None and not same_look(was.look, now.look)
            done.append(_Item(now, "same", other, was.look if other else None))
            at, there = at + 1, there + 1
            place_lost()
        while at < high:
            place_lost()
            done.append(_Item(old.pieces[at], "del"))
            at += 1
        while there < stop:
            place_marks()
            done.append(_Item(new.pieces[there], "ins"))
            there += 1
    place_lost()
    place_marks()
    return done + [_Item(Atom(None), "same", mark=mark) for _, mark in (*lost, *marks)]


def _built(items: Sequence[_Item], story: Story) -> Iterator[Element]:
    """The children of a paragraph: what stands next to one another and fared alike is one."""
    for (mark, state, _), same in groupby(items, key=lambda each: (each.mark, each.state, id(each.piece.link))):
        group = list(same)
        if mark is not None:
            yield deepcopy(mark)
            continue
        runs = story.marks.round(_runs(group, state, story), state)
        link = group[0].piece.link
        if link is None:
            yield from runs
            continue
        holder = etree.Element(HYPERLINK, dict(link.attrib))
        if state == "del":
            holder = story.brought(holder)
        holder.extend(runs)
        yield holder


def _runs(items: Sequence[_Item], state: State, story: Story) -> Iterator[Element]:
    waiting: list[_Item] = []
    for item in items:
        if waiting and not _alike(waiting[-1], item):
            yield _text(waiting, story)
            waiting = []
        if item.piece.text is not None:
            waiting.append(item)
            continue
        for element in item.piece.elements:
            run = story.brought(element) if state == "del" else deepcopy(element)
            if state != "same":
                _note(run, element, state, story)
            yield run
    if waiting:
        yield _text(waiting, story)


def _alike(one: _Item, other: _Item) -> bool:
    if other.piece.text is None or one.relooked != other.relooked:
        return False
    return same_look(one.piece.look, other.piece.look) and (not one.relooked or same_look(one.old, other.old))


def _text(items: Sequence[_Item], story: Story) -> Element:
    run = text_run(joined_words([each.piece for each in items]), items[0].piece.look)
    if items[0].relooked:
        story.marks.looks(run, items[0].old)
    return run


def _note(run: Element, source: Element, state: State, story: Story) -> None:
    """A footnote whose mark came or went: its words come and go with it."""
    for mark, there in zip(run.iter(_NOTE_MARK), source.iter(_NOTE_MARK), strict=True):
        number = there.get(w("id"), "")
        if state == "del":
            brought = story.bringing.footnote(number)
            if brought is None:
                continue
            mark.set(w("id"), brought[0])
            note: Element | None = brought[1]
        else:
            part = story.bringing.after.related(FOOTNOTES)
            if part is not None:
                story.bringing.after.touch(part)
            note = found_note(story.bringing.after, number)
        for each in () if note is None else list(note.iter(RUN)):
            # The mark before a footnote's own words goes with them, in Word too.
            parent = each.getparent()
            if parent is not None and parent.tag in (P, HYPERLINK):
                place = parent.index(each)
                parent[place:place] = story.marks.round([each], state)
