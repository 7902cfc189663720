"""What changed in a pack's Word document: its words that stand there for good, their styles and looks, its pages."""

import difflib
from collections.abc import Iterator, Mapping, Sequence

from clerkwell.word.template import StyleLook, TemplateLine, template_lines, template_looks, template_pages
from clerkwell.word.template.lines import PLACE
from clerkwell.workshop.changed.change import PackChange


def document_changes(before: bytes, now: bytes, names: Mapping[str, str]) -> tuple[PackChange, ...]:
    """All that a reader would see otherwise, part by part; `WordError` where either is no sound Word document.

    `names` are what the pack calls the places, by their tags.
    """
    if before == now:
        return ()
    found: list[str] = []
    was, is_now = _by_part(template_lines(before)), _by_part(template_lines(now))
    for part in dict.fromkeys((*was, *is_now)):
        told = _lines(was.get(part, ()), is_now.get(part, ()), names)
        found += (f"In {part or 'the document'}, {each}." for each in told)
    found += _styles(template_looks(before), template_looks(now))
    found += _pages(template_pages(before), template_pages(now))
    return tuple(PackChange("The document", each) for each in found)


def _by_part(lines: Sequence[TemplateLine]) -> dict[str, tuple[TemplateLine, ...]]:
    parts = dict.fromkeys(each.at.part for each in lines)
    return {part: tuple(each for each in lines if each.at.part == part) for part in parts}


def _lines(before: Sequence[TemplateLine], now: Sequence[TemplateLine], names: Mapping[str, str]) -> Iterator[str]:
    """The lines that came, went, moved or read otherwise, and those that kept their words and not their style."""
    was, is_now = [_key(each) for each in before], [_key(each) for each in now]
    codes = difflib.SequenceMatcher(None, was, is_now, autojunk=False).get_opcodes()
    gone = {key for code, a, b, _, _ in codes if code != "equal" for key in was[a:b]}
    come = {key for code, _, _, c, d in codes if code != "equal" for key in is_now[c:d]}
    for code, a, b, c, d in codes:
        if code == "equal":
            yield from _restyled(before[a:b], now[c:d], names)
            continue
        old, new = list(before[a:b]), list(now[c:d])
        # Lines with words of their own that stand in each other's place are one line that was reworded.
        for one, other in [pair for pair in zip(old, new, strict=False) if all(map(_has_words, pair))]:
            yield f"{_said(one, names)} now reads {_said(other, names)}"
            old.remove(one)
            new.remove(other)
        for line in old:
            yield f"{_said(line, names)} {'stands somewhere else' if _key(line) in come else 'is gone'}"
        for line in new:
            if _key(line) not in gone:
                yield f"there is something new: {_said(line, names)}"


def _key(line: TemplateLine) -> tuple[object, ...]:
    return (line.words, line.holds, line.inside, bool(line.at.table))


def _has_words(line: TemplateLine) -> bool:
    return bool(line.words.strip(f"{PLACE} "))


def _said(line: TemplateLine, names: Mapping[str, str]) -> str:
    if _has_words(line):
        return f"“{line.words}”"
    place = next((tag for tag in (*line.holds, *line.inside)), "")
    return f"the place for “{names.get(place, place)}”" if place else "an empty line"


def _restyled(before: Sequence[TemplateLine], now: Sequence[TemplateLine], names: Mapping[str, str]) -> Iterator[str]:
    for was, is_now in zip(before, now, strict=True):
        said = _said(is_now, names)
        if was.style.casefold() != is_now.style.casefold():
            yield f"{said} has the style {is_now.style}; it had {was.style}"
        elif was.at.cell != is_now.at.cell:
            yield f"{said} stands in cell {is_now.at.cell} of its row; it stood in cell {was.at.cell}"


def _styles(before: Sequence[StyleLook], now: Sequence[StyleLook]) -> Iterator[str]:
    was = {(each.kind, each.name.casefold()): each for each in before}
    is_now = {(each.kind, each.name.casefold()): each for each in now}
    for key, look in was.items():
        if key not in is_now:
            yield f"The style “{look.name}” is gone."
        elif differs := look.otherwise(is_now[key]):
            yield f"The style “{look.name}” has another look: {', '.join(differs)}."
    for key, look in is_now.items():
        if key not in was:
            yield f"There is a new style, “{look.name}”."


def _pages(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*before, *now)):
        was, is_now = before.get(name, ""), now.get(name, "")
        if was != is_now and name.startswith("the pictures"):
            yield f"There are other pictures in {name.removeprefix('the pictures in ')}."
        elif was != is_now:
            yield f"{name[:1].upper()}{name[1:]} is {is_now or 'not said'}; it was {was or 'not said'}."
