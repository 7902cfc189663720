"""What a paragraph's properties say: style, list, heading, where it stands (ECMA-376 part 1, 17.3.1)."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, VAL, w
from clerkwell.word.ooxml.numbering import Labels, Level, Numbering, paragraph_numbering
from clerkwell.word.ooxml.styles import Style, Styles, number_of
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.document import ListKind, WordParagraph
from clerkwell.word.reader.tracking import Mark, mark_of

NO_LIST: ListKind = ""
_MARKS = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveFrom"): "move-from",
    w("moveTo"): "move-to",
}


@dataclass(frozen=True)
class Setting:
    """What a paragraph is, before its words are known."""

    style_id: str = ""
    style: str = ""
    heading: int | None = None
    label: str = ""
    listed: ListKind = ""
    level: int = 0
    list_id: str = ""
    indent: int = 0
    centred: bool = False
    turns: bool = False


class Paragraphs:
    """Works out what paragraphs are, by their own properties and their styles."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._default = styles.default("paragraph")
        self._given: dict[tuple[str, str], Element | None] = {}

    def setting(self, properties: Element | None, labels: Labels | None) -> Setting:
        """What a paragraph of these properties is. `labels` counts; without it nothing is counted."""
        style = self._style(properties)
        style_id = style.id if style else ""
        numbered = paragraph_numbering(properties, style, self._styles, self._numbering)
        label, listed, level, list_id = "", NO_LIST, 0, ""
        how: Level | None = None
        if numbered is not None:
            list_id, level = numbered
            how = self._numbering.level(list_id, level)
            if how is not None:
                listed = "bullet" if how.format == "bullet" else "number"
            label = labels.next(list_id, level) if labels else ""
        return Setting(
            style_id=style_id,
            style=style.name if style else "",
            heading=self._heading(properties, style_id),
            label=label,
            listed=listed,
            level=level,
            list_id=list_id if listed else "",
            indent=self._left(properties, style_id, how),
            centred=self._centred(properties, style_id),
            turns=self._turns(properties, style_id),
        )

    def former(self, properties: Element | None) -> WordParagraph | None:
        """What a paragraph was before a tracked change of its properties (17.13.5.29)."""
        change = None if properties is None else child(properties, w("pPrChange"))
        if change is None:
            return None
        now = self.setting(child(change, PPR), None)
        return WordParagraph(
            style=now.style, heading=now.heading, listed=now.listed, level=now.level, list_id=now.list_id,
            indent=now.indent, centred=now.centred,
        )  # fmt: skip

    def _style(self, properties: Element | None) -> Style | None:
        named = None if properties is None else child(properties, w("pStyle"))
        found = None if named is None else self._styles.get(named.get(VAL, ""))
        return found or self._default

    def _heading(self, properties: Element | None, style_id: str) -> int | None:
        own = number_of(properties, w("outlineLvl"))
        level = own if own is not None else self._styles.outline(style_id)
        return level + 1 if level is not None and 0 <= level < 9 else None

    def _left(self, properties: Element | None, style_id: str, level: Level | None) -> int:
        """Where lines begin: its own words on it, its style's, those of its list (17.9.22)."""
        own_list = number_of(properties, w("numPr"), w("numId")) is not None
        of_list = level.indent if level else None
        of_style = _length(self._inherited("ind", style_id))
        given = (of_list, of_style) if own_list else (of_style, of_list)
        found = _length(None if properties is None else child(properties, w("ind")))
        return next((each for each in (found, *given) if each is not None), 0)

    def _centred(self, properties: Element | None, style_id: str) -> bool:
        own = None if properties is None else child(properties, w("jc"))
        given = own if own is not None else self._inherited("jc", style_id)
        return given is not None and given.get(VAL) == "center"

    def _turns(self, properties: Element | None, style_id: str) -> bool:
        own = None if properties is None else child(properties, w("pageBreakBefore"))
        given = own if own is not None else self._inherited("pageBreakBefore", style_id)
        return given is not None and given.get(VAL, "1") not in ("0", "false", "off")

    def _inherited(self, name: str, style_id: str) -> Element | None:
        """What a style says of this, itself or by what it is based on."""
        key = (name, style_id)
        if key not in self._given:
            self._given[key] = self._styles.given(style_id, w(name))
        return self._given[key]


def mark_changes(properties: Element | None, moves: tuple[str, str]) -> tuple[Mark, ...]:
    """The tracked changes of a paragraph's end, and of its properties. `moves` name the moves it stands in."""
    if properties is None:
        return ()
    done: list[Mark] = []
    run = child(properties, RPR)
    for each in () if run is None else run:
        kind = _MARKS.get(str(each.tag))
        if kind == "insertion":
            done.append(mark_of(each, "insertion"))
        elif kind == "deletion":
            done.append(mark_of(each, "deletion"))
        elif kind == "move-from":
            done.append(mark_of(each, "move-from", moves[0]))
        elif kind == "move-to":
            done.append(mark_of(each, "move-to", moves[1]))
    change = child(properties, w("pPrChange"))
    if change is not None:
        done.append(mark_of(change, "formatting"))
    return tuple(done)


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
