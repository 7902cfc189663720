"""The entries of a contents list: the headings or captions that the finished document has, and a bookmark on each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import MC, PPR, VAL, P, w
from clerkwell.word.ooxml.numbering import Labels, Numbering, paragraph_numbering
from clerkwell.word.ooxml.styles import Style, Styles, folded, number_of
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.lines import paragraph_text
from clerkwell.word.writer.contents.code import Code

_HEADING = re.compile(r"heading ([1-9])")
# What stands beside the text: text boxes, and what other programs show instead of them.
_BESIDE = (w("txbxContent"), f"{{{MC}}}Fallback")


@dataclass(frozen=True)
class Line:
    """A paragraph of the body: the style and level it has, the number that Word gives it, and its words."""

    element: Element
    style: str
    level: int | None
    label: str
    text: str
    marks: frozenset[str]


@dataclass(frozen=True)
class Entry:
    """An entry: its level, from 1, its number and words, and the name of the bookmark on what it names."""

    level: int
    label: str
    text: str
    bookmark: str


def lines_of(body: Element, styles: Styles, numbering: Numbering) -> list[Line]:
    """Every paragraph of the body in order, each with the bookmarks that it stands in."""
    labels = Labels(numbering)
    done: list[Line] = []
    open_marks: dict[str, str] = {}
    for each in body.iter(P, w("bookmarkStart"), w("bookmarkEnd")):
        if each.tag == w("bookmarkStart"):
            open_marks[each.get(w("id"), "")] = each.get(w("name"), "")
        elif each.tag == w("bookmarkEnd"):
            open_marks.pop(each.get(w("id"), ""), None)
        elif next(each.iterancestors(*_BESIDE), None) is None:
            done.append(_line(each, styles, numbering, labels, frozenset(open_marks.values())))
    return done


def entries_of(code: Code, lines: list[Line], mark: Callable[[Element], str]) -> list[Entry]:
    """The entries that this code takes of these lines; `mark` gives what an entry names its bookmark."""
    done = []
    for line in lines:
        if not line.text or (code.within and code.within not in line.marks):
            continue
        if code.captions:
            if _counts(line.element, code.captions):
                text = line.text if code.labels else _without_label(line, code.captions)
                done.append(Entry(1, "", text, mark(line.element)))
            continue
        level = _level(code, line)
        if level:
            done.append(Entry(level, line.label, line.text, mark(line.element)))
    return done


def _level(code: Code, line: Line) -> int:
    if line.style in code.styles:
        return code.styles[line.style]
    named = _HEADING.fullmatch(line.style)
    if named is not None and int(named[1]) in code.headings:
        return int(named[1])
    return line.level if line.level is not None and line.level in code.outline else 0


def _line(element: Element, styles: Styles, numbering: Numbering, labels: Labels, marks: frozenset[str]) -> Line:
    properties = child(element, PPR)
    style = _style(properties, styles)
    numbered = paragraph_numbering(properties, style, styles, numbering)
    own = number_of(properties, w("outlineLvl"))
    outline = own if own is not None else styles.outline(style.id) if style else None
    label = labels.next(*numbered) if numbered else ""
    return Line(
        element,
        folded(style.name) if style else "",
        outline + 1 if outline is not None and outline < len(range(9)) else None,
        label.strip(),
        # A line break or a tab in a heading is a space in the list; a space that holds words together stays one.
        re.sub("[ \t\n\r]+", " ", paragraph_text(element)).strip(),
        marks,
    )


def _style(properties: Element | None, styles: Styles) -> Style | None:
    named = None if properties is None else child(properties, w("pStyle"))
    found = None if named is None else styles.get(named.get(VAL, ""))
    return found or styles.default("paragraph")


def _codes(element: Element) -> Iterator[str]:
    for each in element.iter(w("instrText")):
        yield each.text or ""
    for each in element.iter(w("fldSimple")):
        yield each.get(w("instr"), "")


def _counts(element: Element, label: str) -> bool:
    """Whether a paragraph is a caption that counts with this label (17.16.5.56)."""
    wanted = re.compile(rf'\s*SEQ\s+"?{re.escape(label)}"?(\s|$)', re.IGNORECASE)
    return any(wanted.match(code) for code in _codes(element))


def _without_label(line: Line, label: str) -> str:
    return re.sub(rf"^\s*{re.escape(label)}\s*\d+\s*[:.–-]?\s*", "", line.text, flags=re.IGNORECASE) or line.text
