"""The words of a paragraph with their looks, links, notes, fields and pictures, as pieces of Typst."""

from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import FOOTNOTES, MC, RPR, RUN, SDT, SDT_CONTENT, P, R, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.book import Book
from clerkwell.word.typeset.fonts import families, metrics
from clerkwell.word.typeset.literals import colour, string
from clerkwell.word.typeset.pictures import Pictures
from clerkwell.word.typeset.properties import RunLook, local, run_look, value

# Between pieces: what a paragraph has to be parted at.
TAB = "\t"
PAGE_BREAK = "\f"

_THROUGH = frozenset({w("ins"), w("smartTag"), w("moveTo"), w("customXml"), w("dir"), w("bdo")})
_COUNTERS = {
    "PAGE": "#context counter(page).display()",
    "NUMPAGES": "#context counter(page).final().first()",
    "SECTIONPAGES": "#context counter(page).final().first()",
}


class Story:
    """One part of the document (its body, a header): its relations, and how deep in fields its reading is."""

    def __init__(self, package: OpenPackage, part: str, book: Book, pictures: Pictures) -> None:
        self.part = part
        self._package = package
        self._book = book
        self._pictures = pictures
        self._relations = package.relations(part)
        # One for each field that is open: its code so far, and whether its result has begun.
        self._fields: list[tuple[str, bool]] = []
        self._notes = _notes(package)

    @property
    def is_body(self) -> bool:
        """Whether this is the document's text, rather than a header or a note."""
        return self.part == self._package.main

    def pieces(self, paragraph: Element, base: RunLook) -> list[str]:
        """The pieces of a paragraph whose words look like `base` where they do not say otherwise."""
        return list(self._inline(paragraph, base))

    def _inline(self, element: Element, base: RunLook) -> Iterator[str]:
        for each in element:
            if each.tag == RUN:
                yield from self._run(each, base)
            elif each.tag == w("hyperlink"):
                yield from self._linked(each, base)
            elif each.tag == SDT:
                inside = child(each, SDT_CONTENT)
                if inside is not None:
                    yield from self._inline(inside, base)
            elif each.tag == w("fldSimple"):
                yield from self._simple_field(each, base)
            elif each.tag in _THROUGH:
                yield from self._inline(each, base)
            elif each.tag == f"{{{MC}}}AlternateContent":
                choice = child(each, f"{{{MC}}}Choice")
                if choice is not None:
                    yield from self._inline(choice, base)

    def _linked(self, element: Element, base: RunLook) -> Iterator[str]:
        pieces = list(self._inline(element, base))
        relation = self._relations.get(element.get(f"{{{R}}}id", ""))
        inner = "".join(each for each in pieces if each not in (TAB, PAGE_BREAK))
        if relation is None or not relation.external or not relation.target or not inner:
            yield from pieces
        else:
            yield f"#link({string(relation.target)})[{inner}]"

    def _simple_field(self, element: Element, base: RunLook) -> Iterator[str]:
        counter = _counter(element.get(w("instr"), ""))
        if not counter:
            yield from self._inline(element, base)
            return
        run = next(element.iter(RUN), None)
        yield dressed(counter, self._look(run, base), base)

    def _look(self, run: Element | None, base: RunLook) -> RunLook:
        properties = None if run is None else child(run, RPR)
        if properties is None:
            return base
        named = value(properties, "rStyle")
        added = self._book.character(named) if named else {}
        return {**base, **added, **run_look(properties, self._book.themes)}

    def _run(self, run: Element, base: RunLook) -> Iterator[str]:
        look = self._look(run, base)
        for each in run:
            if each.tag == w("fldChar"):
                yield from self._field(each, look, base)
            elif each.tag == w("instrText"):
                if self._fields and not self._fields[-1][1]:
                    self._fields[-1] = (self._fields[-1][0] + (each.text or ""), False)
            elif not self._in_code() and not look.get("hidden"):
                yield from self._mark(each, look, base)

    def _in_code(self) -> bool:
        """Whether what comes is not to be shown: a field's code, or a result that is counted here instead."""
        return any(not shown or _counter(code) for code, shown in self._fields)

    def _field(self, element: Element, look: RunLook, base: RunLook) -> Iterator[str]:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            code, _ = self._fields.pop()
            counter = _counter(code)
            if counter and not self._in_code():
                yield dressed(counter, look, base)

    def _mark(self, each: Element, look: RunLook, base: RunLook) -> Iterator[str]:
        match local(each):
            case "t" if each.text:
                words = each.text.upper() if look.get("caps") or look.get("small_caps") else each.text
                yield dressed(f"#{string(words)}", look, base)
            case "tab" | "ptab":
                yield TAB
            case "br" if each.get(w("type")) == "page":
                yield PAGE_BREAK
            case "br" | "cr":
                yield "#linebreak()"
            case "noBreakHyphen":
                yield dressed('#"\u2011"', look, base)
            case "softHyphen":
                yield '#"\u00ad"'
            case "sym":
                yield dressed(f"#{string(_symbol(each))}", look, base)
            case "drawing" | "pict" | "object":
                yield from self._pictures.pieces(each, self._package, self._relations)
                yield from self._boxed(each)
            case "footnoteReference":
                yield self._note(each.get(w("id"), ""))
            case "AlternateContent":
                choice = child(each, f"{{{MC}}}Choice")
                for inner in () if choice is None else choice:
                    yield from self._mark(inner, look, base)

    def _boxed(self, drawing: Element) -> Iterator[str]:
        """The words of text boxes, each box where it is anchored."""
        for box in drawing.iter(w("txbxContent")):
            lines = []
            for paragraph in box.iter(P):
                base = self._book.words_in(self._book.style(child(paragraph, w("pPr"))))
                lines.append("".join(each for each in self._inline(paragraph, base) if each not in (TAB, PAGE_BREAK)))
            yield f"#box(inset: 4pt)[{'#linebreak()'.join(lines)}]"

    def _note(self, note_id: str) -> str:
        note = self._notes.get(note_id)
        if note is None:
            return ""
        written = []
        reading = Story(self._package, self._package.related(FOOTNOTES) or self.part, self._book, self._pictures)
        for paragraph in note.iter(P):
            base = self._book.words_in(self._book.style(child(paragraph, w("pPr"))))
            pieces = [each for each in reading.pieces(paragraph, base) if each not in (TAB, PAGE_BREAK)]
            written.append("".join(pieces))
        return f"#footnote[{'#linebreak()'.join(written)}]"


def text_arguments(look: RunLook) -> dict[str, str]:
    """What Typst's `text` is told for words of this look; every value is written out, so that two can be compared."""
    size = look.get("size", 20) / 2
    script = look.get("script", "baseline")
    arguments = {
        "font": _fonts(look.get("font", "")),
        "size": f"{size:g}pt" if script == "baseline" else f"{size * 0.65:g}pt",
        "weight": '"bold"' if look.get("bold") else '"regular"',
        "style": '"italic"' if look.get("italic") else '"normal"',
        "fill": colour(look.get("colour") or "000000"),
        "baseline": {"superscript": f"{-size * 0.33:g}pt", "subscript": f"{size * 0.1:g}pt"}.get(script, "0pt"),
    }
    if look.get("small_caps"):
        arguments["size"] = f"{size * 0.8:g}pt"
    return arguments


@lru_cache(maxsize=64)
def _fonts(name: str) -> str:
    """The font and those in its place, once for each: a long report has thousands of words in a look of their own."""
    return "(" + ", ".join(map(string, families(name))) + ",)"


def edges_of(look: RunLook, line: int, rule: str) -> dict[str, str]:
    """How far a line of these words reaches up and down, for the line spacing of a paragraph (17.3.1.33)."""
    above, below = metrics(look.get("font", ""))
    if rule == "auto":
        pitch = (above + below) * line / 240
        return {"top-edge": f"{pitch - below:.4g}em", "bottom-edge": f"{-below:.4g}em"}
    size = look.get("size", 20) / 2
    pitch = line_height(look, line, rule)
    return {"top-edge": f"{pitch - below * size:.4g}pt", "bottom-edge": f"{-below * size:.4g}pt"}


def line_height(look: RunLook, line: int, rule: str) -> float:
    """How high a line of these words is, in points."""
    single = sum(metrics(look.get("font", ""))) * look.get("size", 20) / 2
    if rule == "auto":
        return single * line / 240
    return line / 20 if rule == "exact" else max(line / 20, single)


def dressed(piece: str, look: RunLook, base: RunLook) -> str:
    """A piece in its look, said only as far as it differs from the paragraph's."""
    if look != base:
        usual = text_arguments(base)
        told = [f"{name}: {said}" for name, said in text_arguments(look).items() if said != usual[name]]
        if told:
            piece = f"#text({', '.join(told)})[{piece}]"
        if look.get("fill") and look.get("fill") != base.get("fill"):
            piece = f"#highlight(fill: {colour(look['fill'])})[{piece}]"
    if look.get("underline"):
        piece = f"#underline[{piece}]"
    return f"#strike[{piece}]" if look.get("strike") else piece


def _counter(code: str) -> str:
    words = code.split()
    return _COUNTERS.get(words[0].upper(), "") if words else ""


def _symbol(element: Element) -> str:
    try:
        found = chr(int(element.get(w("char"), "20"), 16))
    except (ValueError, OverflowError):
        return ""
    # Symbol and Wingdings keep theirs where Unicode has private characters.
    return "•" if "\ue000" <= found <= "\uf8ff" else found


def _notes(package: OpenPackage) -> dict[str, Element]:
    part = package.related(FOOTNOTES)
    if part is None:
        return {}
    return {each.get(w("id"), ""): each for each in package.tree(part).iterchildren(w("footnote"))}
