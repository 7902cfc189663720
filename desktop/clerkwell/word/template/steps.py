"""Setting a whole template up in one go: the steps that put its places in, take words out, and add lines.

Every step names lines by their number in `template_lines` before any of them is done; offsets count the characters of
`LineShape.raw`. Only the parts that change are written anew.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, RPR, SDT_CONTENT, SDT_PR, SECT_PR, STYLES, TBL, TC, TR, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child, remove
from clerkwell.word.template.boxes import take_box
from clerkwell.word.template.controls import among_lines, made, made_control, plain_run, prompt_run
from clerkwell.word.template.copied import give_style
from clerkwell.word.template.cutting import cut, look_at, take, unlink
from clerkwell.word.template.lines import walked
from clerkwell.word.template.shapes import atoms


@dataclass(frozen=True)
class Inside:
    """A place in a line, instead of the characters from `start` to `end`; without a `prompt` it keeps them.

    `plain`: the answer does not look as they did.
    """

    line: int
    start: int
    end: int
    tag: str
    title: str
    prompt: str = ""
    plain: bool = False


@dataclass(frozen=True)
class Around:
    """A place round whole lines; a `prompt` stands there instead of them. `row`: round the rows that they stand in."""

    first: int
    last: int
    tag: str
    title: str
    prompt: str = ""
    row: bool = False


@dataclass(frozen=True)
class Gone:
    """Lines taken out; `row`: with their rows."""

    first: int
    last: int
    row: bool = False


@dataclass(frozen=True)
class Without:
    """Characters of a line taken out."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A piece of a new line: words, or, with a tag, a place that shows them as its prompt."""

    words: str
    tag: str = ""
    title: str = ""


@dataclass(frozen=True)
class NewLine:
    """A line added after another (`after`), made of pieces, in a style by name ("" for that of the other line).

    A `tag` puts the line in a place of its own; `prompted` where its words are a prompt.
    """

    after: int
    pieces: tuple[Piece, ...]
    style: str = ""
    tag: str = ""
    title: str = ""
    prompted: bool = False


@dataclass(frozen=True)
class Styled:
    """A line given a style by its name; its own look stays."""

    line: int
    style: str


@dataclass(frozen=True)
class Unboxed:
    """A text box taken out: which one of those that hang on a line."""

    line: int
    at: int


Step = Inside | Around | Gone | Without | NewLine | Styled | Unboxed
_BLOCK_KEPT: Final = (PPR,)


def set_up(template: bytes, steps: Sequence[Step]) -> bytes:
    """The document after these steps, one after another; `WordError` where a line is not there."""
    package = OpenPackage(template)
    work = _Work(package)
    for step in steps:
        work.do(step)
    for part in stories(package):
        if package.tree(part) in work.changed:
            package.touch(part)
    unlink(package)
    return package.save()


class _Work:
    """One document while its steps are being done: its lines by number, and what each has become."""

    def __init__(self, package: OpenPackage) -> None:
        self._package = package
        self._lines = [paragraph for paragraph, _ in walked(package)]
        part = package.related(STYLES)
        self._styles = Styles(package.tree(part) if part else None)
        # What stands where a line stood, for whatever goes round it later.
        self._starts: dict[int, Element] = {}
        self._ends: dict[int, Element] = {}
        self.changed: set[Element] = set()

    def do(self, step: Step) -> None:
        at = step.after if isinstance(step, NewLine) else step.first if isinstance(step, Around | Gone) else step.line
        if not 0 <= at < len(self._lines):
            raise WordError("The document has no such line any more. Choose it again.")
        self.changed.add(self._lines[at].getroottree().getroot())
        match step:
            case Inside():
                self._inside(step)
            case Around():
                self._around(step)
            case Gone():
                self._gone(step)
            case Without():
                take(self._lines[step.line], step.start, step.end)
            case NewLine():
                self._new_line(step)
            case Styled():
                self._style(self._lines[step.line], step.style)
            case Unboxed():
                take_box(self._lines[step.line], step.at)

    def _inside(self, step: Inside) -> None:
        paragraph = self._lines[step.line]
        if not step.prompt:
            holder, at, held = cut(paragraph, step.start, step.end)
            holder.insert(at, made_control(self._package, step.tag, step.title, held, prompted=False))
            return
        look = None if step.plain else look_at(paragraph, step.start, step.end)
        holder, at = take(paragraph, step.start, step.end)
        before = "".join(each.text for each in atoms(paragraph))[: step.start]
        if before.strip() and not before[-1].isspace():
            holder.insert(at, plain_run(" "))
            at += 1
        control = made_control(
            self._package, step.tag, step.title, [self._prompt(step.prompt, look)], prompted=True
        )  # fmt: skip
        holder.insert(at, control)
        own = [] if look is None else [copy.deepcopy(each) for each in look if each.tag != w("rStyle")]
        if own and (properties := child(control, SDT_PR)) is not None:
            # What the answer looks like, in Word as in an export: a prompt's own look goes with it (17.5.2.27).
            answer = made(RPR)
            answer.extend(own)
            properties.insert(0, answer)

    def _prompt(self, words: str, look: Element | None) -> Element:
        """A prompt that leaves its look to the answer."""
        run = prompt_run(self._package, words)
        own = child(run, RPR)
        if look is None:
            return run
        if own is None:
            own = made(RPR)
            run.insert(0, own)
        own.extend(copy.deepcopy(each) for each in look if each.tag != w("rStyle"))
        return run

    def _around(self, step: Around) -> None:
        lines = [self._lines[number] for number in range(step.first, step.last + 1)]
        ends = [self._starts.get(step.first, lines[0]), self._end(step.last)]
        if step.row:
            ends = [_row(each) for each in (lines[0], lines[-1])]
        begin, end = _siblings(ends[0], ends[1])
        parent = begin.getparent()
        assert parent is not None
        at = parent.index(begin)
        held = list(parent[at : parent.index(end) + 1])
        if step.prompt:
            model = next((each for each in lines if each in held), lines[0])
            closing = [each for element in held for each in element.iter(SECT_PR)]
            for each in held:
                remove(each)
            model[:] = [each for each in model if each.tag in _BLOCK_KEPT]
            model.append(prompt_run(self._package, step.prompt))
            _keep_page(model, closing)
            held = [model]
            for number in range(step.first, step.last + 1):
                self._lines[number] = model
        control = made_control(self._package, step.tag, step.title, held, prompted=bool(step.prompt))
        parent.insert(at, control)
        for number in range(step.first, step.last + 1):
            self._starts[number] = self._ends[number] = control
        _end_cell(parent)

    def _end(self, number: int) -> Element:
        return self._ends.get(number, self._lines[number])

    def _gone(self, step: Gone) -> None:
        lines = [self._lines[number] for number in range(step.first, step.last + 1)]
        for each in lines:
            outer: Element | None = _row(each) if step.row else each
            parent = None if outer is None else outer.getparent()
            if outer is None or parent is None:
                continue
            if not step.row and any(True for _ in each.iter(SECT_PR)):
                each[:] = [inner for inner in each if inner.tag == PPR]
                continue
            remove(outer)
            table = parent
            if table.tag == TC:
                _end_cell(table)
            elif table.tag == TBL and next(table.iter(TR), None) is None:
                remove(table)

    def _new_line(self, step: NewLine) -> None:
        before = self._end(step.after)
        paragraph = made(P)
        model = self._lines[step.after]
        properties = child(model, PPR)
        if step.style:
            self._style(paragraph, step.style)
        elif properties is not None:
            kept = copy.deepcopy(properties)
            for each in list(kept.iterchildren(SECT_PR, w("outlineLvl"), w("keepNext"), w("pageBreakBefore"))):
                remove(each)
            paragraph.append(kept)
        # In its place before it holds anything, so that no two controls get one number.
        before.addnext(paragraph)
        for piece in step.pieces:
            if piece.tag:
                run = prompt_run(self._package, piece.words)
                paragraph.append(made_control(self._package, piece.tag, piece.title, [run], prompted=True))
            elif step.prompted:
                paragraph.append(prompt_run(self._package, piece.words))
            else:
                paragraph.append(plain_run(piece.words))
        new = paragraph
        if step.tag:
            parent = paragraph.getparent()
            assert parent is not None
            at = parent.index(paragraph)
            new = made_control(self._package, step.tag, step.title, [paragraph], prompted=step.prompted)
            parent.insert(at, new)
        self._ends[step.after] = new

    def _style(self, paragraph: Element, name: str) -> None:
        style = self._styles.named(name, "paragraph")
        if style is None:
            raise WordError(f"The document has no paragraph style “{name}”.")
        give_style(paragraph, style.id)


def _keep_page(model: Element, closing: list[Element]) -> None:
    """What ended a page section still does, in the line that is left."""
    if not closing or any(True for _ in model.iter(SECT_PR)):
        return
    properties = child(model, PPR)
    if properties is None:
        properties = made(PPR)
        model.insert(0, properties)
    properties.append(closing[-1])


def _row(element: Element) -> Element:
    found = next(element.iterancestors(TR), None)
    if found is None:
        raise WordError("This line stands in no table, so there is no row to put the place round.")
    return found


def _end_cell(holder: Element) -> None:
    """A cell ends with a paragraph (17.4.66)."""
    if holder.tag == TC and (len(holder) == 0 or holder[-1].tag not in (P, w("sdt"))):
        holder.append(made(P))


def _siblings(first: Element, last: Element) -> tuple[Element, Element]:
    """The elements that the two stand in, or are, which have one parent."""
    below = {id(each.getparent()): each for each in (last, *last.iterancestors())}
    for each in (first, *first.iterancestors()):
        other = below.get(id(each.getparent()))
        parent = each.getparent()
        # Rows go with rows; lines of several cells take the whole table.
        fits = each is first or (among_lines(each) if first.tag != TR else each.tag not in (TR, TC, SDT_CONTENT))
        if other is not None and parent is not None and parent.tag != w("document") and fits:
            return each, other
    raise WordError("These lines stand in different parts of the document: a place cannot go round both.")
