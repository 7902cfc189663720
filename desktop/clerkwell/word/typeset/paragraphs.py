"""Paragraphs: how each stands, under which label, and the space between it and the one before."""

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, w
from clerkwell.word.ooxml.numbering import Labels, paragraph_numbering
from clerkwell.word.ooxml.styles import Style
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.book import Book
from clerkwell.word.typeset.literals import colour, content, pt, string
from clerkwell.word.typeset.properties import ParagraphLook, RunLook, merged, paragraph_look, run_look, value
from clerkwell.word.typeset.words import PAGE_BREAK, TAB, Story, dressed, edges_of, line_height, text_arguments

_ALIGN = {"center": "center", "right": "right", "end": "right"}
# What text looks like where nothing is said.
_USUAL = {"style": '"normal"', "fill": 'rgb("#000000")', "baseline": "0pt"}
# How wide signs are at most, in parts of their size, in the fonts that councils write in, and bold; and all others.
_WIDEST = {".,()": 0.4, "0123456789abcdefghijklnopqrstuvxyz": 0.65}
_WIDER = 1.15
# Points that stay free between a label and the words.
_BESIDE_LABEL = 2
# 17.15.1.25: half an inch, where the settings do not say.
_STEP = 720


@dataclass
class Looks:
    """The looks met so far, each written once and called by its name."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, written: str) -> str:
        """The name of a look."""
        return self.names.setdefault(written, f"look{len(self.names)}")

    def source(self) -> str:
        """All of them, as definitions."""
        return "".join(f"#let {name} = {written}\n" for written, name in self.names.items())


@dataclass(frozen=True)
class Before:
    """What the next paragraph stands under: its space after, in twentieths of a point, and its style."""

    after: int
    style: str
    contextual: bool
    # Whether it is an item of a list, and the space over it.
    listed: bool = False
    above: int = 0


class Paragraphs:
    """Writes the paragraphs of a document; the labels of its lists count through it.

    Without `listing`, an item of a list is a paragraph like any other.
    """

    def __init__(self, book: Book, looks: Looks, *, listing: bool = True) -> None:
        self._book = book
        self._looks = looks
        self._listing = listing
        self._labels = Labels(book.numbering)
        self._level = 0

    def write(self, paragraph: Element, story: Story, before: Before | None, table: RunLook) -> tuple[str, Before]:
        """A paragraph's source, and what the next one stands under: nothing `before` is the top of a page or a cell.

        `table` is how its table has words look.
        """
        properties = child(paragraph, PPR)
        style = self._book.style(properties)
        look, numbered = self._look(properties, style)
        words = self._book.words_in(style, table)
        pieces = story.pieces(paragraph, words)
        label = self._label(numbered, properties, look, words)
        above = _gap(look, style, before, self._book.adds_space)
        name = self._named(look, words)
        done = "#pagebreak(weak: true)\n" if look.get("page_break") and story.is_body else ""
        if before is None and above:
            # Room that a page or a cell would swallow at its top.
            done, above = f"{done}#v({pt(above)})\n", 0
        parts = _parted(pieces, PAGE_BREAK)
        item = bool(label) and look.get("outline", 9) > 8 and len(parts) == 1 and not done
        # What keeps to the next paragraph would be parted from it as the last item of a list.
        listed = self._listing and item and not look.get("keep_next")
        after = Before(look.get("after", 0), style.id if style else "", look.get("contextual", False), listed, above)
        if listed:
            above = 0  # the list keeps it
        for at, part in enumerate(parts):
            if at:
                done += "#pagebreak()\n"
            done += self._one(part, label if at == 0 else "", look, name, above if at == 0 else 0)
        return done, after

    def _one(self, pieces: list[str], label: str, look: ParagraphLook, name: str, above: int) -> str:
        if not any(pieces) and not label:
            return f"#empty({name}, {pt(above)})\n"
        level = self._heading(look) if any(each for each in pieces if each != TAB) else 0
        told = f", level: {level}" if level else ""
        return f"#p({name}, {pt(above)}{told}){content(label + _tabbed(pieces, look, bool(label)))}\n"

    def _look(self, properties: Element | None, style: Style | None) -> tuple[ParagraphLook, tuple[str, int] | None]:
        numbered = paragraph_numbering(properties, style, self._book.styles, self._book.numbering)
        look = self._book.paragraph(style)
        direct = paragraph_look(properties)
        if properties is not None and child(properties, w("numPr")) is not None:
            at_level: ParagraphLook = self._book.level_look(*numbered) if numbered else {"left": 0, "first": 0}
            look = merged(look, at_level)
        return merged(look, direct), numbered

    def _label(
        self, numbered: tuple[str, int] | None, properties: Element | None, look: ParagraphLook, words: RunLook
    ) -> str:
        if numbered is None:
            return ""
        text = self._labels.next(*numbered)
        level = self._book.level(*numbered)
        if not text or level is None:
            return ""
        mark = None if properties is None else child(properties, RPR)
        themes = self._book.themes
        dressing: RunLook = {**words, **run_look(mark, themes), **run_look(child(level, RPR), themes)}
        shown = dressed(f"#{string(text)}", dressing, words)
        match value(level, "suff"):
            case "nothing":
                return shown
            case "space":
                return f'{shown}#" "'
        room = -look.get("first", 0)
        width = room if room > 0 else _STEP
        fits = _at_most(text) * dressing.get("size", 20) / 2 + _BESIDE_LABEL <= width / 20
        # A label that is measured costs more than its paragraph's words.
        return f"#box(width: {pt(width)})[{shown}]" if fits else f"#label({pt(width)})[{shown}]"

    def _heading(self, look: ParagraphLook) -> int:
        """The level in the outline, from 1; none is left out on the way down, as PDF/UA asks."""
        outline = look.get("outline")
        if outline is None or outline > 8:
            return 0
        self._level = min(outline + 1, self._level + 1)
        return self._level

    def _named(self, look: ParagraphLook, words: RunLook) -> str:
        left, first = look.get("left", 0), look.get("first", 0)
        line, rule = look.get("line", 240), look.get("rule", "auto")
        told = {**text_arguments(words), **edges_of(words, line, rule)}
        told = {key: said for key, said in told.items() if _USUAL.get(key) != said}
        edges = {name: edge for name, edge in look.get("edges", {}).items() if edge["width"] and name != "between"}
        stroke = ", ".join(f"{name}: {edge['width']:g}pt + {colour(edge['colour'])}" for name, edge in edges.items())
        outset = ", ".join(f"{name}: {edge['room']:g}pt" for name, edge in edges.items())
        fill = look.get("fill", "")
        return self._looks.name(
            f"(left: {pt(left + min(first, 0))}, right: {pt(look.get('right', 0))}, hang: {pt(max(-first, 0))}, "
            f"first: {pt(max(first, 0))}, align: {_ALIGN.get(look.get('jc', ''), 'left')}, "
            f"justify: {'true' if look.get('jc') == 'both' else 'false'}, "
            f"keep: {'true' if look.get('keep_next') else 'false'}, "
            f"together: {'true' if look.get('keep_lines') else 'false'}, "
            f"boxed: {'true' if edges or fill else 'false'}, stroke: ({stroke or ':'}), outset: ({outset or ':'}), "
            f"fill: {colour(fill) if fill else 'none'}, line: {line_height(words, line, rule):.4g}pt, "
            f"text: ({', '.join(f'{key}: {said}' for key, said in told.items())}))"
        )


def _gap(look: ParagraphLook, style: Style | None, before: Before | None, adds: bool) -> int:
    """The space over a paragraph: what the one before wants after it or what this one wants, whichever is more.

    Unless the document `adds` them: it does without a web page's way of spacing (17.15.3.21).
    """
    own = look.get("before", 0)
    if before is None:
        return own
    same = style is not None and style.id == before.style
    after = 0 if same and before.contextual else before.after
    own = 0 if same and look.get("contextual") else own
    return after + own if adds else max(after, own)


def _at_most(label: str) -> float:
    """How wide a label is at most in any common font, in parts of its size."""
    return sum(next((width for signs, width in _WIDEST.items() if sign in signs), _WIDER) for sign in label)


def _parted(pieces: list[str], at: str) -> list[list[str]]:
    """The pieces, parted where this mark stands."""
    parts: list[list[str]] = [[]]
    for piece in pieces:
        if piece == at:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _tabbed(pieces: list[str], look: ParagraphLook, labelled: bool) -> str:
    """The pieces, those after a tab at their stop."""
    groups = ["".join(part) for part in _parted(pieces, TAB)]
    if len(groups) == 1:
        return groups[0]
    left, first = look.get("left", 0), look.get("first", 0)
    edge = left + min(first, 0)
    stops = sorted((each for each in look.get("tabs", ()) if each["kind"] != "clear"), key=lambda each: each["at"])
    if any(each["kind"] in ("center", "right", "end") for each in stops):
        # A header's left, middle and right: what is left over is shared between them.
        return "#h(1fr)".join(groups)
    places = sorted({each["at"] - edge for each in stops if each["at"] > edge} | ({-first} if first < 0 else set()))
    start = -first if labelled and first < 0 else max(first, 0)
    written = "".join(f"{pt(place)}, " for place in places)
    return f"#tabbed({pt(start)}, ({written}), {pt(_STEP)}, {', '.join(f'[{each}]' for each in groups)})"
