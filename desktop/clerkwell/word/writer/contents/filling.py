"""A contents list, where the template has one: filled with what the report has, so that it is right as it is opened.

The list is a `TOC` field, whose result Word makes only when it is told to (17.16.5.68). Its entries are written here as
Word would: the styles TOC 1 to TOC 9, a link to a bookmark on each heading, a `PAGEREF` for its page. On what page a
heading falls only a layout can say. A wrong number would be believed, and marking the field as out of date makes Word
ask each reader about "other files"; so the page is left for Word, which fills it in when it prints, makes a PDF or is
asked to update the list.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import mark_filled
from clerkwell.word.ooxml.names import BODY, NUMBERING, PPR, RUN, SDT, SECT_PR, TBL, VAL, P, w
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child, pieces, remove
from clerkwell.word.writer.contents.code import Code, read_code
from clerkwell.word.writer.contents.entries import Entry, entries_of, lines_of
from clerkwell.word.writer.fields import shows
from clerkwell.word.writer.words import field, run

_CHAR = w("fldChar")
_TAB = "<w:r><w:tab/></w:r>"
# How far the words of a numbered entry, and the entries of each level, stand in, as Word has it.
_NUMBER, _STEP = 480, 240


def fill_contents(package: OpenPackage, styles: Styles, width: int) -> None:
    """Fill every contents list of the main part; `width` is that of the text, in twentieths of a point."""
    # Word may part the word TOC itself over two runs.
    if b"instr" not in package.data(package.main):
        return
    root = package.tree(package.main)
    body = root.find(BODY)
    lists = [] if body is None else list(_lists(body))
    if body is None or not lists:
        return
    part = package.related(NUMBERING)
    lines = lines_of(body, styles, Numbering(package.tree(part) if part else None))
    own = {line for each in lists for line in each.paragraphs}
    kept = [line for line in lines if line.element not in own]
    marks = _Bookmarks(root)
    filled = [(each, entries_of(each.code, kept, marks.on)) for each in lists]
    for each, entries in filled:
        _fill(each, entries, _Looks(styles, width, each))


@dataclass(frozen=True)
class _List:
    """A list as the template has it: its code, the runs that begin and end it, and the paragraphs between, both in."""

    code: Code
    words: str
    begin: Element
    end: Element
    paragraphs: tuple[Element, ...]


def _lists(body: Element) -> Iterator[_List]:
    for simple in [each for each in body.iter(w("fldSimple")) if read_code(each.get(w("instr"), ""))]:
        _make_complex(simple)
    # (the run that begins it, its code so far, whether that is still being read), the innermost last
    open_fields: list[tuple[Element, list[str], list[bool]]] = []
    for each in list(body.iter(_CHAR, w("instrText"))):
        holder = each.getparent()
        if holder is None:
            continue
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append((holder, [], [True]))
        elif open_fields and each.tag == w("instrText"):
            if open_fields[-1][2][0]:
                open_fields[-1][1].append(each.text or "")
        elif open_fields and kind == "separate":
            open_fields[-1][2][0] = False
        elif open_fields and kind == "end":
            begin, words, _ = open_fields.pop()
            found = _list("".join(words), begin, holder)
            if found is not None:
                yield found


def _list(words: str, begin: Element, end: Element) -> _List | None:
    code = read_code(words)
    first, last = next(begin.iterancestors(P), None), next(end.iterancestors(P), None)
    # A list that begins in one cell or control and ends in another is left to Word.
    if code is None or first is None or last is None or first.getparent() is not last.getparent():
        return None
    between = [first]
    while between[-1] is not last:
        following = between[-1].getnext()
        if following is None:
            return None
        between.append(following)
    return _List(code, words.strip(), begin, end, tuple(between))


def _make_complex(simple: Element) -> None:
    """Make of a simple field, which holds no paragraphs, one that begins and ends anywhere (17.16.18)."""
    code = simple.get(w("instr"), "").strip()
    [line] = pieces(f"<w:p>{field(code, '')}</w:p>")
    for each in list(line):
        simple.addprevious(each)
    remove(simple)


class _Bookmarks:
    """Puts bookmarks on paragraphs: Word's own names for what contents lists lead to."""

    def __init__(self, root: Element) -> None:
        marks = list(root.iter(w("bookmarkStart")))
        self._names = {each.get(w("name"), "") for each in marks}
        numbers = [each.get(w("id"), "0") for each in marks]
        self._id = max((int(each) for each in numbers if each.isdecimal()), default=0)
        self._next = 100000000
        self._made: dict[Element, str] = {}

    def on(self, line: Element) -> str:
        """The name of the bookmark on this paragraph."""
        if line not in self._made:
            self._id += 1
            self._next += 1
            while f"_Toc{self._next}" in self._names:
                self._next += 1
            name = self._made[line] = f"_Toc{self._next}"
            at = 1 if child(line, PPR) is not None else 0
            line.insert(at, line.makeelement(w("bookmarkStart"), {w("id"): str(self._id), w("name"): name}))
            line.append(line.makeelement(w("bookmarkEnd"), {w("id"): str(self._id)}))
        return self._made[line]


class _Looks:
    """How the entries of each level look: as those in the template do, or else as their style and Word's habit say."""

    def __init__(self, styles: Styles, width: int, of: _List) -> None:
        self._styles = styles
        self._width = width
        self._of = of
        self._models: Mapping[str, Element] = {
            _style_of(each): properties
            for each in reversed(of.paragraphs)
            if (properties := child(each, PPR)) is not None
        }

    def properties(self, entry: Entry) -> Element:
        """The paragraph properties of an entry."""
        name = "table of figures" if self._of.code.captions else f"toc {entry.level}"
        style = self._styles.named(name, "paragraph")
        model = self._models.get(style.id) if style else None
        if model is not None:
            copy = deepcopy(model)
            for each in copy.findall(SECT_PR):
                copy.remove(each)
            return copy
        inner = f'<w:pStyle w:val="{style.id}"/>' if style else ""
        tabs = ""
        if entry.label and not self._has_tab(style.id if style else "", ("left", "start")):
            tabs += f'<w:tab w:val="left" w:pos="{_NUMBER + _STEP * (entry.level - 1)}"/>'
        if self._paged(entry) and not self._has_tab(style.id if style else "", ("right", "end")):
            tabs += f'<w:tab w:val="right" w:leader="dot" w:pos="{self._width}"/>'
        inner += f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        inner += "" if style or entry.level == 1 else f'<w:ind w:left="{_STEP * (entry.level - 1)}"/>'
        [line] = pieces(f"<w:p><w:pPr>{inner}</w:pPr></w:p>")
        return line[0]

    def words(self, entry: Entry) -> list[Element]:
        """The runs of an entry, or the link that holds them."""
        inner = (run(entry.label) + _TAB if entry.label else "") + run(entry.text)
        if self._paged(entry):
            separator = self._of.code.separator
            inner += run(separator) if separator else _TAB
            inner += field(f"PAGEREF {entry.bookmark} \\h", "")
        if self._of.code.links:
            inner = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{inner}</w:hyperlink>'
        [line] = pieces(f"<w:p>{inner}</w:p>")
        return list(line)

    def _paged(self, entry: Entry) -> bool:
        return entry.level not in self._of.code.unpaged

    def _has_tab(self, style_id: str, sides: Sequence[str]) -> bool:
        style = self._styles.get(style_id)
        seen: set[str] = set()
        while style is not None and style.id not in seen:
            seen.add(style.id)
            for tab in style.element.iterfind(f"{PPR}/{w('tabs')}/{w('tab')}"):
                if tab.get(VAL) in sides:
                    return True
            style = self._styles.get(style.based_on)
        return False


def _fill(found: _List, entries: Sequence[Entry], looks: _Looks) -> None:
    """Put the entries between the beginning and the end of a list, in place of what is there."""
    first, last = found.paragraphs[0], found.paragraphs[-1]
    for control in first.iterancestors(SDT):
        mark_filled(control)
    [line] = pieces(f"<w:p>{field(found.words, '')}</w:p>")
    runs = [each for each in line if child(each, w("t")) is None]
    opening, closing = runs[:-1], runs[-1]
    made = []
    for entry in entries:
        paragraph = first.makeelement(P, {})
        paragraph.append(looks.properties(entry))
        paragraph.extend(looks.words(entry))
        made.append(paragraph)
    before, after = _around(found)
    keeps_first = bool(before) and any(shows(each) for each in before)
    keeps_last = _ends_section(last) or any(shows(each) or next(each.iter(w("br")), None) is not None for each in after)
    if not made or keeps_first:
        head = first.makeelement(P, {})
        properties = child(first, PPR)
        if properties is not None:
            head.append(deepcopy(properties))
        head.extend(before)
        made.insert(0, head)
        head.extend(opening)
    else:
        made[0][1:1] = opening
    made[-1].append(closing)
    if keeps_last and last is not first:
        tail = first.makeelement(P, {})
        properties = child(last, PPR)
        if properties is not None:
            tail.append(deepcopy(properties))
        tail.extend(after)
        made.append(tail)
    elif keeps_last:
        made[-1].extend(after)
    for each in made:
        first.addprevious(each)
    for each in found.paragraphs:
        # What else stands between paragraphs is the end of a bookmark, or its beginning.
        if each.tag in (P, TBL, SDT):
            remove(each)


def _around(found: _List) -> tuple[list[Element], list[Element]]:
    """What stands before the list in its first paragraph, and after it in its last."""
    first, last = found.paragraphs[0], found.paragraphs[-1]
    begin, end = _outermost(found.begin, first), _outermost(found.end, last)
    before = [each for each in first[: first.index(begin)] if each.tag != PPR]
    return before, [each for each in last[last.index(end) + 1 :] if each.tag == RUN or shows(each)]


def _outermost(element: Element, line: Element) -> Element:
    for each in (element, *element.iterancestors()):
        if each.getparent() is line:
            return each
    return element


def _style_of(line: Element) -> str:
    properties = child(line, PPR)
    style = None if properties is None else child(properties, w("pStyle"))
    return "" if style is None else style.get(VAL, "")


def _ends_section(line: Element) -> bool:
    properties = child(line, PPR)
    return properties is not None and child(properties, SECT_PR) is not None
