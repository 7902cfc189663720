"""What a paragraph's properties say: style, list, heading, where it stands (ECMA-376 part 1, 17.3.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from clerkwell.model import Alignment
from clerkwell.word.ooxml.names import PPR, RPR, VAL, w
from clerkwell.word.ooxml.numbering import Level, Numbering, paragraph_numbering
from clerkwell.word.ooxml.styles import Styles, number_of
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.document import ChangeKind, ListKind, WordParagraph
from clerkwell.word.reader.tracking import Mark, mark_of

_STYLE, _LIST, _NUM, _LEVEL = w("pStyle"), w("numPr"), w("numId"), w("ilvl")
_CHANGE, _INSERTED, _RENUMBERED = w("pPrChange"), w("ins"), w("numberingChange")
# What is looked at by itself, and makes no paragraph other than the next.
_SIDES: Mapping[str, Alignment] = {
    "left": "left", "start": "left", "center": "centre", "right": "right", "end": "right",
}  # fmt: skip
_ASIDE = frozenset({RPR, w("sectPr"), _CHANGE})
_MARKS: Mapping[str, ChangeKind] = {
    _INSERTED: "insertion",
    w("del"): "deletion",
    w("moveFrom"): "move-from",
    w("moveTo"): "move-to",
}


@dataclass(frozen=True)
class Setting:
    """What a paragraph is, before its words and its number are known."""

    style_id: str = ""
    style: str = ""
    heading: int | None = None
    listed: ListKind = ""
    level: int = 0
    list_id: str = ""
    indent: int = 0
    centred: bool = False
    side: Alignment = ""
    turns: bool = False
    # What no report can hold, each kind with its value.
    other: tuple[tuple[str, str], ...] = ()


class Paragraphs:
    """Works out what paragraphs are, by their own properties and their styles; each kind once."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._default = styles.default("paragraph")
        self._given: dict[tuple[str, str], Element | None] = {}
        self._known: dict[tuple[object, ...], Setting] = {}

    def setting(self, properties: Element | None) -> Setting:
        """What a paragraph of these properties is."""
        key = _signature(properties)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._worked_out(properties)
        return known

    def former(self, properties: Element | None) -> WordParagraph | None:
        """What a paragraph was before a tracked change of its properties (17.13.5.29) or of its list (17.13.5.19)."""
        if properties is None:
            return None
        change = child(properties, _CHANGE)
        if change is not None:
            then = self.setting(child(change, PPR))
        elif _inserted_list(properties) is not None:
            then = replace(self.setting(properties), listed="", level=0, list_id="")
        else:
            return None
        return WordParagraph(
            style=then.style, heading=then.heading, listed=then.listed, level=then.level, list_id=then.list_id,
            indent=then.indent, centred=then.centred,
        )  # fmt: skip

    def _worked_out(self, properties: Element | None) -> Setting:
        named = None if properties is None else child(properties, _STYLE)
        style = (None if named is None else self._styles.get(named.get(VAL, ""))) or self._default
        style_id = style.id if style else ""
        numbered = paragraph_numbering(properties, style, self._styles, self._numbering)
        how = self._numbering.level(*numbered) if numbered else None
        listed: ListKind = "" if how is None else "bullet" if how.format == "bullet" else "number"
        return Setting(
            style_id=style_id,
            style=style.name if style else "",
            heading=self._heading(properties, style_id),
            listed=listed,
            level=numbered[1] if numbered else 0,
            list_id=numbered[0] if numbered and listed else "",
            indent=self._left(properties, style_id, how),
            centred=self._says(properties, "jc", style_id) == "center",
            side=_side(properties),
            other=self._other(properties, style_id),
            turns=self._says(properties, "pageBreakBefore", style_id) not in ("", "0", "false", "off"),
        )

    def _heading(self, properties: Element | None, style_id: str) -> int | None:
        own = number_of(properties, w("outlineLvl"))
        level = own if own is not None else self._styles.outline(style_id)
        return level + 1 if level is not None and 0 <= level < 9 else None

    def _left(self, properties: Element | None, style_id: str, level: Level | None) -> int:
        """Where lines begin: its own words on it, its style's, those of its list (17.9.22)."""
        own_list = number_of(properties, _LIST, _NUM) is not None
        of_list = level.indent if level else None
        of_style = _length(self._inherited("ind", style_id))
        given = (of_list, of_style) if own_list else (of_style, of_list)
        found = _length(None if properties is None else child(properties, w("ind")))
        return next((each for each in (found, *given) if each is not None), 0)

    def _says(self, properties: Element | None, name: str, style_id: str) -> str:
        own = None if properties is None else child(properties, w(name))
        given = own if own is not None else self._inherited(name, style_id)
        return "" if given is None else given.get(VAL, "on")

    def _other(self, properties: Element | None, style_id: str) -> tuple[tuple[str, str], ...]:
        side = self._says(properties, "jc", style_id)
        found = [("alignment", {"start": "left", "": "left", "end": "right", "both": "justified"}.get(side, side))]
        for name, kind, value in (("pBdr", "border", "paragraph"), ("shd", "background colour", "")):
            own = None if properties is None else child(properties, w(name))
            given = own if own is not None else self._inherited(name, style_id)
            if given is not None and given.get(w("fill"), "") not in ("auto", "FFFFFF"):
                found.append((kind, value or given.get(w("fill"), "")))
        return tuple(found)

    def _inherited(self, name: str, style_id: str) -> Element | None:
        """What a style says of this, itself or by what it is based on."""
        key = (name, style_id)
        if key not in self._given:
            self._given[key] = self._styles.given(style_id, w(name))
        return self._given[key]


def mark_changes(properties: Element | None, moves: Mapping[str, str]) -> tuple[Mark, ...]:
    """The tracked changes of a paragraph's end, and of its properties. `moves` are the moves it stands in, by kind."""
    if properties is None:
        return ()
    done: list[Mark] = []
    run = child(properties, RPR)
    for each in () if run is None else run:
        kind = _MARKS.get(str(each.tag))
        if kind is not None:
            done.append(mark_of(each, kind, moves.get(kind, "")))
    for change in (child(properties, _CHANGE), _inserted_list(properties)):
        if change is not None:
            done.append(mark_of(change, "formatting"))
    return tuple(done)


def _inserted_list(properties: Element) -> Element | None:
    """The tracked change that made a paragraph an item of a list, or numbered it otherwise (17.13.5.19, .18)."""
    numbering = child(properties, _LIST)
    if numbering is None or not len(numbering):
        return None
    return next(numbering.iterchildren(_INSERTED, _RENUMBERED), None)


def _signature(properties: Element | None) -> tuple[object, ...]:
    """What a paragraph's properties say, to know them again."""
    if properties is None:
        return ()
    done: list[object] = []
    for each in properties:
        if each.tag not in _ASIDE:
            done += (each.tag, *each.items())
            if each.tag == _LIST:
                done += [(inner.tag, inner.get(VAL)) for inner in each]
    return tuple(done)


def _side(properties: Element | None) -> Alignment:
    """Where the words stand by the paragraph's own properties (17.3.1.13)."""
    own = None if properties is None else child(properties, w("jc"))
    return "" if own is None else _SIDES.get(own.get(VAL, ""), "")


def _length(element: Element | None) -> int | None:
    if element is None:
        return None
    for name in ("start", "left"):
        text = element.get(w(name))
        if text is not None:
            try:
                return int(float(text))
            except ValueError:
                return None
    return None
