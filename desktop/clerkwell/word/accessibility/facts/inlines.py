"""What stands in a paragraph: words with their looks, links, controls, fields, drawings.

Deleted and moved-away text is left out (ECMA-376 part 1, 17.13.5), and so are the codes of fields (17.16.23).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.values import Look, Run
from clerkwell.word.ooxml.controls import is_placeholder
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import MC, RPR, RUN, SDT, SDT_CONTENT, SDT_PR, VAL, R, T, w
from clerkwell.word.ooxml.relations import Relations
from clerkwell.word.ooxml.xml import child

# A real document stands some dozens deep; deeper ones are made to bring a reader down.
DEEPEST = 150
_BREAKS = {"page": "page", "column": "column"}
_MARKS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_SKIPPED = frozenset({w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("delText"), w("delInstrText")})
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_OWN_MARKS = frozenset({w("footnoteRef"), w("endnoteRef"), w("pgNum")})
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object")})
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\l\s+"(?P<anchor>[^"]*)"|"(?P<target>[^"]*)")', re.IGNORECASE)
ALTERNATE, _CHOICE, _FALLBACK = (f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))


@dataclass
class OpenField:
    """A field that has begun: its instruction so far, and whether its result has."""

    code: str = ""
    result: bool = False
    link: int = 0

    @property
    def name(self) -> str:
        """What kind it is: "TOC", "SEQ"; in capitals."""
        return (self.code.split() or [""])[0].upper()


@dataclass
class RawLink:
    """A link before its paragraph is known."""

    target: str = ""
    anchor: str = ""
    missing: bool = False
    pictured: bool = False
    words: list[str] = field(default_factory=list)


@dataclass
class Inline:
    """What one paragraph was found to hold."""

    runs: list[Run] = field(default_factory=list)
    holds: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    links: list[RawLink] = field(default_factory=list)
    controls: list[Element] = field(default_factory=list)
    form_fields: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words that are shown."""
        return "".join(run.text for run in self.runs if not run.look.hidden)


class InlineReader:
    """Reads the paragraphs of one part in order; a field may begin in one and end in another."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._open: list[OpenField] = []

    @property
    def in_contents(self) -> bool:
        """Whether a contents list has begun and not ended."""
        return any(each.name == "TOC" for each in self._open)

    def read(self, paragraph: Element, look: Callable[[Element | None], Look]) -> Inline:
        """What a paragraph holds; `look` says how a run with these properties looks in it."""
        found = Inline()
        found.fields.update(each.name for each in self._open if each.name)
        # A link that goes on from the paragraph before is a link of this one as well.
        for each in self._open:
            if each.link:
                each.link = self._link(found, each.code)
        self._inside(paragraph, found, look, 0, 0)
        return found

    def _inside(
        self, element: Element, found: Inline, look: Callable[[Element | None], Look], link: int, depth: int
    ) -> None:
        if depth > DEEPEST:
            raise WordError(
                "The Word document was not checked: its parts stand deeper in each other than in any real one."
            )
        for each in element:
            tag = each.tag
            if tag == RUN:
                self._run(each, found, look, link)
            elif tag in _SKIPPED or not isinstance(tag, str):
                continue
            elif tag == w("hyperlink"):
                self._inside(each, found, look, self._linked(each, found), depth + 1)
            elif tag == w("fldSimple"):
                code = each.get(w("instr"), "")
                found.fields.add((code.split() or [""])[0].upper())
                inner = self._link(found, code) if _ADDRESS.search(code) else link
                self._inside(each, found, look, inner, depth + 1)
            elif tag == SDT:
                found.controls.append(each)
                content = child(each, SDT_CONTENT)
                if content is not None:
                    self._inside(content, found, look, link, depth + 1)
            elif tag == ALTERNATE:
                chosen = chosen_of(each)
                if chosen is not None:
                    self._inside(chosen, found, look, link, depth + 1)
            elif str(tag).endswith("}oMath") or str(tag).endswith("}oMathPara"):
                found.holds.add("formula")
            else:
                self._inside(each, found, look, link, depth + 1)

    def _run(self, run: Element, found: Inline, look: Callable[[Element | None], Look], link: int) -> None:
        text = "".join(self._piece(each, found, link) for each in run)
        if not text or any(not each.result for each in self._open):
            return
        for field_of_text in self._open:
            link = link or field_of_text.link
            found.fields.add(field_of_text.name)
        if link:
            found.links[link - 1].words.append(text)
        found.runs.append(Run(text, look(child(run, RPR)), link))

    def _piece(self, each: Element, found: Inline, link: int) -> str:
        """The characters that a part of a run stands for; what is no character is noted."""
        tag = each.tag
        if tag == T:
            return each.text or ""
        if tag in _MARKS:
            return _MARKS[str(tag)]
        if tag == w("br"):
            kind = each.get(w("type"), "")
            if kind not in _BREAKS:
                return "\n"
            found.holds.add(_BREAKS[kind])
        elif tag == w("sym"):
            return _symbol(each)
        elif tag == w("fldChar"):
            self._field(each, found)
        elif tag == w("instrText"):
            if self._open and not self._open[-1].result:
                self._open[-1].code += each.text or ""
        elif tag in _NOTES:
            found.holds.add("note")
            found.notes[_NOTES[str(tag)]] = found.notes.get(_NOTES[str(tag)], 0) + 1
        elif tag in _OWN_MARKS:
            found.holds.add("mark")
        else:
            self._drawings(each, found, link)
        return ""

    def _drawings(self, each: Element, found: Inline, link: int) -> None:
        if each.tag in _DRAWINGS:
            self._drawing(each, found, link)
        elif each.tag == ALTERNATE:
            chosen = chosen_of(each)
            for inner in chosen if chosen is not None else ():
                self._drawings(inner, found, link)

    def _drawing(self, element: Element, found: Inline, link: int) -> None:
        found.drawings.append(element)
        found.holds.add("drawing")
        if link:
            found.links[link - 1].pictured = True

    def _field(self, mark: Element, found: Inline) -> None:
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            self._open.append(OpenField())
            data = child(mark, w("ffData"))
            if data is not None:
                found.form_fields.append(data)
        elif kind == "separate" and self._open:
            last = self._open[-1]
            last.result = True
            found.fields.add(last.name)
            if _ADDRESS.search(last.code):
                last.link = self._link(found, last.code)
        elif kind == "end" and self._open:
            found.fields.add(self._open.pop().name)

    def _link(self, found: Inline, code: str) -> int:
        address = _ADDRESS.search(code)
        if address is None:
            return 0
        target, anchor = address["target"] or "", address["anchor"] or ""
        found.links.append(RawLink(target, anchor))
        return len(found.links)

    def _linked(self, element: Element, found: Inline) -> int:
        named = element.get(f"{{{R}}}id", "")
        relation = self._relations.get(named) if named else None
        link = RawLink(relation.target if relation else "", element.get(w("anchor"), ""))
        link.missing = bool(named) and relation is None
        found.links.append(link)
        return len(found.links)


def chosen_of(alternate: Element) -> Element | None:
    """The content that a program of today shows (part 3, 7.6)."""
    chosen = child(alternate, _CHOICE)
    return chosen if chosen is not None else child(alternate, _FALLBACK)


def kind_of(control: Element) -> str:
    """What kind of content control it is: "date", "dropDownList", …; "" where it does not say."""
    properties = child(control, SDT_PR)
    kinds = {"alias", "tag", "id", "lock", "placeholder", "showingPlcHdr", "rPr", "temporary", "dataBinding"}
    for each in properties if properties is not None else ():
        name = str(each.tag).rpartition("}")[2]
        if name == "docPartObj":
            gallery = child(each, w("docPartGallery"))
            return "" if gallery is None else gallery.get(VAL, "")
        if name not in kinds and isinstance(each.tag, str):
            return name
    return ""


def prompting(control: Element) -> bool:
    """Whether the control still shows its prompt."""
    return is_placeholder(control)


def _symbol(element: Element) -> str:
    code = element.get(w("char"), "")
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
        return ""
    number = int(code, 16)
    # Symbol fonts keep their signs where Unicode has private characters.
    return "•" if 0xE000 <= number <= 0xF8FF else chr(number) if not 0xD800 <= number <= 0xDFFF else ""
