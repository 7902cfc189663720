"""Questions of a template's header: a line or a row of a table for each, added, moved, labelled anew and taken out.

A question stands in a line of its own, in a row of its own (a cell for the label, one for the answer), or together with
others in one of these. Only the parts that it stands in are written anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, enclosing, place, tag_of, text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, SDT, SDT_CONTENT, STYLES, TBL, TC, TR, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.template.columns import add_column, column_of, take_column
from clerkwell.word.template.controls import made_control, plain_run, prompt_run
from clerkwell.word.template.copied import copied, name_control, replaced, style_of, tagged, title_for
from clerkwell.word.template.pairs import pair_of, swap_pairs
from clerkwell.word.template.question_labels import heading_of, is_label, labels_of, places_in, runs_before, said, say
from clerkwell.word.writer.clearing import take_out

_IN_LINE: Final = (w("tab"), w("br"), w("drawing"), w("pict"), w("object"))


@dataclass(frozen=True)
class Question:
    """What is printed for a question: its place's `tag`, the place's `title` and prompt, and its label, "" for none."""

    tag: str
    title: str
    prompt: str
    label: str = ""


def add_question(template: bytes, beside: str, question: Question, *, before: bool = False) -> bytes:
    """Print a question after another, or `before` it: in a line, a row or a column that looks as such ones do there.

    Raises `WordError` where the other is not printed.
    """
    package = OpenPackage(template)
    part, element = _printed(package, beside)
    column = column_of(element) if question.label else None
    if column is not None:
        fill(package, add_column(package, column, question.label, before=before), replace(question, label=""))
        package.touch(part)
        return package.save()
    row = _row(element)
    model = _like_row(package, row) if row is not None else None
    if row is not None and model is not None:
        new, at = copied(package, model), _outermost(row)
    else:
        line = _line(element)
        model = _like_line(package, part, element) if row is None else None
        new, at = copied(package, line if model is None else model), _outermost(line)
    fill(package, new, question)
    if before:
        at.addprevious(new)
    else:
        at.addnext(new)
    package.touch(part)
    return package.save()


def move_question(template: bytes, tag: str, beside: str, *, before: bool = False) -> bytes | None:
    """Print a question after another one, or `before` it; None where the two are not printed alike, one by one.

    In a row with others, each of which has a cell for its label and one for its answer, it changes places with the
    next.
    """
    package = OpenPackage(template)
    there = [element for name in (tag, beside) if len(all_of := tagged(package, name)) == 1 for _, element in all_of]
    if len(there) != 2:
        return None
    moved, target = map(_unit, there)
    if moved is None or target is None or moved.tag != target.tag or moved.getparent() is not target.getparent():
        return _swapped(package, there[0], there[1], before=before)
    if before:
        target.addprevious(moved)
    else:
        target.addnext(moved)
    package.touch(tagged(package, tag)[0][0])
    return package.save()


def _swapped(package: OpenPackage, element: Element, beside: Element, *, before: bool) -> bytes | None:
    """A question after another one, or `before` it, by changing places; None where that cannot be, or it stands so."""
    part = tagged(package, tag_of(element))[0][0]
    all_of = list(package.tree(part).iter(SDT))
    if element not in all_of or beside not in all_of or (all_of.index(element) < all_of.index(beside)) == before:
        return None
    one, other = pair_of(element), pair_of(beside)
    if one is None or other is None or not swap_pairs(one, other):
        return None
    package.touch(part)
    return package.save()


def take_question(template: bytes, tags: Iterable[str]) -> bytes:
    """Print a question no more: its line, row or column goes with its label, and nothing empty stays behind.

    `tags` are those of its places: a question of several answers may have a place that repeats, too.
    """
    package = OpenPackage(template)
    for tag in tags:
        for part, element in tagged(package, tag):
            if element.getroottree().getroot() is not package.tree(part):
                continue
            _take(element)
            package.touch(part)
    return package.save()


def label_question(template: bytes, tag: str, old: Sequence[str], new: str) -> tuple[bytes, bool]:
    """Let a question have another label, where one of the old ones stands right before its place; whether it did.

    In rows that come once for each, it may stand in the heading row instead.
    """
    package = OpenPackage(template)
    done = False
    for part, element in tagged(package, tag):
        repeats = any(each.kind == "repeat" for each in enclosing(element))
        for label in [*labels_of(element), *([heading_of(element)] if repeats else [])]:
            words = replaced(said(label), list(old), new)
            if words is not None and say(label, words):
                package.touch(part)
                done = True
                break
    return (package.save(), True) if done else (template, False)


def title_question(template: bytes, tag: str, title: str) -> bytes:
    """Give the places of a question another title."""
    package = OpenPackage(template)
    for part, element in tagged(package, tag):
        name_control(package, element, tag, title_for(title))
        package.touch(part)
    return package.save()


def _printed(package: OpenPackage, tag: str) -> tuple[str, Element]:
    """Where a question is printed, the first time it is in the main text."""
    found = sorted(tagged(package, tag), key=lambda each: each[0] != package.main)
    if not found:
        raise WordError("The question after which this one is to be printed is not printed itself.")
    return found[0]


def _line(element: Element) -> Element:
    """The paragraph that a place stands in, or goes round."""
    line = next(element.iterancestors(P), None)
    if line is None:
        line = next(element.iter(P), None)
    if line is None:
        raise WordError("The question after which this one is to be printed has no line of its own.")
    return line


def _row(element: Element) -> Element | None:
    """The row that a question stands in; none where its row comes once for each of several, or there is none."""
    row = next(element.iterancestors(TR), None)
    if row is None or any(each.kind == "repeat" and row in each.element.iter(TR) for each in enclosing(element)):
        return None
    return row


def _is_rows(row: Element, element: Element) -> bool:
    """Whether a row is a question's alone: the others of its cells say only what is asked."""
    return len(places_in(row)) == 1 and places_in(row)[0].element is element


def _unit(element: Element) -> Element | None:
    """The row or line that is a question's alone, with what goes round it; none where it shares it."""
    row = _row(element)
    if row is not None:
        return _outermost(row) if _is_rows(row, element) else None
    line = _line(element)
    if len(places_in(line)) > 1 or any(each.kind == "section" for each in enclosing(element)):
        return None
    return _outermost(line)


def _outermost(element: Element) -> Element:
    """An element with the control that goes round nothing else."""
    at = element
    while (holder := at.getparent()) is not None and holder.tag == SDT_CONTENT and len(holder) == 1:
        outer = holder.getparent()
        found = None if outer is None else place(outer)
        if outer is None or (found is not None and found.kind in ("repeat", "section", "group")):
            break
        at = outer
    return at


def _like_row(package: OpenPackage, row: Element) -> Element | None:
    """A row of the same table that asks one thing: the nearest, which the new one looks like."""
    table = next(row.iterancestors(TBL))
    rows = [each for each in table.iter(TR) if next(each.iterancestors(TBL), None) is table]
    at = rows.index(row)
    fit = [
        each
        for each in rows
        if len(found := places_in(each)) == 1 and asks_one_thing(package, found[0]) and _row(found[0].element) is each
    ]
    return min(fit, key=lambda each: (abs(2 * (rows.index(each) - at) - 1), -rows.index(each)), default=None)


def _like_line(package: OpenPackage, part: str, element: Element) -> Element | None:
    """A line beside it that asks one thing and is no heading: the nearest, which the new one looks like."""
    around = next((each.element for each in enclosing(element) if each.kind == "repeat"), None)
    cell = next(element.iterancestors(TC), None)
    root = package.tree(part) if around is None else around
    lines = [each for each in (root if cell is None else cell).iter(P)]
    mine = _line(element)
    fit = [
        each
        for each in lines
        if len(found := places_in(each)) == 1
        and asks_one_thing(package, found[0])
        and next(each.iterancestors(TC), None) is cell
        and next((outer.element for outer in enclosing(found[0].element) if outer.kind == "repeat"), None) is around
    ]
    at = lines.index(mine)
    return min(fit, key=lambda each: (abs(2 * (lines.index(each) - at) - 1), -lines.index(each)), default=None)


def asks_one_thing(package: OpenPackage, found: Control) -> bool:
    """Whether a place is that of a question of the header whose line is no heading."""
    if found.kind != "field" or any(each.kind == "section" for each in enclosing(found.element)):
        return False
    part = package.related(STYLES)
    styles = Styles(package.tree(part) if part else None)
    return styles.outline(style_of(_line(found.element))) is None


def fill(package: OpenPackage, new: Element, question: Question) -> None:
    """Make a copied line or row another question's."""
    mine = next(iter(places_in(new)), None)
    for other in [each for each in places_in(new)[1:] if each.element.getparent() is not None]:
        other.element.getparent().remove(other.element)  # type: ignore[union-attr]  # asked a line above
    control = made_control(
        package, question.tag, title_for(question.title), [prompt_run(package, question.prompt)], prompted=True
    )
    line = new if new.tag == P else next(new.iter(P))
    if mine is not None:
        holder = mine.element.getparent()
        line = _line(mine.element)
        if mine.shape == "inline" and holder is not None:
            holder.replace(mine.element, control)
        else:
            # It went round its paragraph: the new one stands in it.
            outer = mine.element.getparent()
            line[:] = [each for each in line if each.tag == PPR]
            line.append(control)
            if outer is not None:
                outer.replace(mine.element, line)
    else:
        line.append(control)
    labels = labels_of(control)
    for label in labels[1:]:
        say(label, "")
    if labels:
        say(labels[0], question.label)
    elif question.label:
        control.addprevious(plain_run(f"{question.label} "))


def _take(element: Element) -> None:
    column = column_of(element)
    if column is not None and take_column(column):
        return
    row, line = _row(element), next(element.iterancestors(P), None)
    if row is not None and _is_rows(row, element) and not _said_elsewhere(row, element):
        take_out(_outermost(row))
        return
    unit = line if line is not None else element
    if line is not None and len(places_in(line)) > 1:
        for label in runs_before(element):
            take_out(label)
        unit = element
    elif line is None and (above := element.getprevious()) is not None and is_label(above):
        take_out(above)
    take_out(_outermost(unit) if unit.tag == P else unit)


def _said_elsewhere(row: Element, element: Element) -> bool:
    """Whether a row says more than its label: words in cells after the answer, pictures."""
    cells = [each for each in row.iter(TC) if next(each.iterancestors(TR), None) is row]
    mine = next((at for at, each in enumerate(cells) if element in each.iter(SDT)), 0)
    return mine > 1 or any(text_of(each).strip() for each in cells[mine + 1 :])
