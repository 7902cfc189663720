"""Reading one part of a document, block by block, into facts."""

import re
from dataclasses import replace

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.cells import below, ends_after_table
from clerkwell.word.accessibility.facts.drawings import BOX, drawing, filled, old_drawings, unfilled
from clerkwell.word.accessibility.facts.inlines import (
    ALTERNATE,
    DEEPEST,
    Inline,
    InlineReader,
    chosen_of,
    kind_of,
    prompting,
)
from clerkwell.word.accessibility.facts.looks import OFF, TableKey
from clerkwell.word.accessibility.facts.state import Around, Gathered, Manner
from clerkwell.word.accessibility.facts.tablelooks import table_look
from clerkwell.word.accessibility.facts.values import (
    Cell,
    Control,
    Link,
    Look,
    Paragraph,
    Place,
    Row,
    Section,
    Table,
)
from clerkwell.word.ooxml.controls import tag_of, title_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, SDT, SDT_CONTENT, SECT_PR, TBL, TC, TR, VAL, P, w
from clerkwell.word.ooxml.numbering import paragraph_numbering
from clerkwell.word.ooxml.styles import folded, number_of
from clerkwell.word.ooxml.xml import child

_PASSED_OVER = frozenset(
    {w("del"), w("moveFrom"), w("sdtPr"), w("sdtEndPr"), w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr")}
)
_HEADING = re.compile(r"heading ([1-9])\Z")
_LETTER = re.compile(r"[^\W_]")
_WORDS_KEPT = 60


class PartReader:
    """Reads a part; it counts paragraphs and tables as a person would."""

    def __init__(self, part: str, manner: Manner, gathered: Gathered) -> None:
        self._manner, self._gathered = manner, gathered
        self._relations = manner.package.relations(part)
        self._inlines = InlineReader(self._relations)
        self._number = self._tables = 0
        default = manner.styles.default("paragraph")
        self._default = default.id if default else ""
        table = manner.styles.default("table")
        self._default_table = table.id if table else ""

    def read(self, element: Element, around: Around) -> None:
        """Read all blocks below an element."""
        if around.depth > DEEPEST:
            raise WordError(
                "The Word document was not checked: its parts stand deeper in each other than in any real one."
            )
        before: object = None
        for each in element:
            tag = each.tag
            if tag == P:
                self._paragraph(each, around, after_table=before == TBL)
            elif tag == TBL:
                self._table(each, around)
            elif tag == SDT:
                self._control(each, around)
            elif tag == SECT_PR:
                self._section(each)
            elif tag == ALTERNATE:
                chosen = chosen_of(each)
                if chosen is not None:
                    self.read(chosen, around._replace(depth=around.depth + 1))
            elif isinstance(tag, str) and tag not in _PASSED_OVER and len(each):
                self.read(each, around._replace(depth=around.depth + 1))
            before = tag

    def _control(self, element: Element, around: Around) -> None:
        first = len(self._gathered.paragraphs)
        content = child(element, SDT_CONTENT)
        kind = kind_of(element)
        if content is not None:
            contents = around.contents or kind == "Table of Contents"
            self.read(content, around._replace(contents=contents, depth=around.depth + 1))
        inside = self._gathered.paragraphs[first:]
        at = inside[0].at if inside else around.place
        self._add_control(element, at, " ".join(each.text for each in inside) if prompting(element) else "")

    def _add_control(self, element: Element, at: Place, text: str) -> None:
        self._gathered.controls.append(
            Control(at, title_of(element), tag_of(element), kind_of(element), text.strip(), prompting(element))
        )

    def _section(self, properties: Element) -> None:
        columns = child(properties, w("cols"))
        number = columns.get(w("num"), "1") if columns is not None else "1"
        count = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 1
        self._gathered.sections.append(Section(len(self._gathered.sections) + 1, count))

    def _paragraph(self, element: Element, around: Around, *, after_table: bool) -> None:
        if not around.place.table and not around.place.box:
            self._number += 1
        properties = child(element, PPR)
        named = None if properties is None else child(properties, w("pStyle"))
        style_id = self._default if named is None else named.get(VAL, "")
        style = self._manner.styles.get(style_id) or self._manner.styles.default("paragraph")
        style_id = style.id if style else ""
        looks = self._manner.looks
        contents = around.contents or self._inlines.in_contents

        def look(own: Element | None) -> Look:
            return looks.text(style_id, around.table, own)

        inline = self._inlines.read(element, look)
        block = looks.block(style_id, around.table, properties)
        section = None if properties is None else child(properties, SECT_PR)
        if section is not None:
            inline.holds.add("section")
            self._section(section)
        text = inline.text
        words = " ".join(text.split())
        number = 0 if around.place.table else self._number
        place = replace(around.place, paragraph=number, words=_short(words))
        name = style.name if style else ""
        back = around.back if block.back == "" else block.back
        following = _next_block(element)
        self._gathered.paragraphs.append(
            Paragraph(
                at=place,
                text=text,
                runs=tuple(inline.runs),
                lettered=tuple(run for run in inline.runs if not run.look.hidden and _LETTER.search(run.text)),
                style=name,
                level=block.level or self._level(name),
                listed=self._is_listed(properties, style_id),
                align=block.align.value,  # type: ignore[arg-type]  # only ever filled from the table of alignments
                align_style=block.align.style,
                back=back,
                holds=frozenset(inline.holds),
                fields=frozenset(inline.fields),
                contents=contents or "TOC" in inline.fields or folded(name).startswith("toc "),
                after_table=after_table and following in (TBL, SECT_PR, None),
            )
        )
        self._beside(inline, place, around)

    def _beside(self, inline: Inline, place: Place, around: Around) -> None:
        """Keep what a paragraph holds besides words."""
        gathered = self._gathered
        gathered.footnotes += inline.notes.get("footnote", 0)
        gathered.endnotes += inline.notes.get("endnote", 0)
        for link in inline.links:
            known = not link.missing and (not link.anchor or bool(link.target) or self._leads(link.anchor))
            words = " ".join("".join(link.words).split())
            gathered.links.append(Link(place, words, link.target, link.anchor, known, link.pictured))
        for control in inline.controls:
            text = "".join(each.text or "" for each in control.iter(w("t"))) if prompting(control) else ""
            self._add_control(control, place, text)
        for data in inline.form_fields:
            name = child(data, w("name"))
            told = (
                child(data, w("helpText")) if child(data, w("helpText")) is not None else child(data, w("statusText"))
            )
            title = "" if told is None else told.get(VAL, "")
            gathered.controls.append(Control(place, title, "" if name is None else name.get(VAL, ""), legacy=True))
        for element in inline.drawings:
            if element.tag == w("drawing"):
                shown = drawing(element, place, self._relations)
                gathered.drawings += [shown] if shown else []
            else:
                gathered.drawings += old_drawings(element, place)
            for box in element.iter(BOX):
                self._box(box, place, around)

    def _box(self, box: Element, place: Place, around: Around) -> None:
        if any(each.tag == BOX for each in box.iterancestors(BOX)):
            return  # read with the box that it stands in
        back = self._manner.looks.drawn(filled(box)) if not unfilled(box) else around.back
        inner = replace(place, box=True, words="")
        self.read(box, Around(inner, back=back, depth=around.depth + 3))

    def _leads(self, anchor: str) -> bool:
        return anchor in self._manner.bookmarks or anchor.casefold() in ("_top", "top")

    def _table(self, element: Element, around: Around) -> None:
        outer = around.place.table
        if not outer:
            self._tables += 1
        number = outer or self._tables
        properties = child(element, w("tblPr"))
        look = table_look(properties, self._default_table)
        rows = below(element, TR)
        cells = [below(row, TC) for row in rows]
        done: list[Row] = []
        first = len(self._gathered.paragraphs)
        own = None if properties is None else child(properties, w("shd"))
        for index, (row, row_cells) in enumerate(zip(rows, cells, strict=True)):
            place = around.place if outer else replace(around.place, table=number, row=index + 1, paragraph=0, words="")
            made = tuple(
                self._cell(cell, around, place, look.key(index, len(rows), column, len(row_cells)), own)
                for column, cell in enumerate(row_cells)
            )
            about = child(row, w("trPr"))
            header = None if about is None else child(about, w("tblHeader"))
            gaps = about is not None and any(
                (number_of(about, w(name)) or 0) > 0 for name in ("gridBefore", "gridAfter")
            )
            done.append(Row(made, header is not None and header.get(VAL, "1") not in OFF, gaps))
        words = next((each.at.words for each in self._gathered.paragraphs[first:] if each.at.words), "")
        at = replace(around.place, table=number, row=around.place.row if outer else 0, paragraph=0, words=words)
        self._gathered.tables.append(Table(at, tuple(done), inside=bool(outer)))

    def _cell(self, cell: Element, around: Around, place: Place, key: TableKey, table_shade: Element | None) -> Cell:
        about = child(cell, w("tcPr"))
        looks = self._manner.looks
        shading = None if about is None else child(about, w("shd"))
        shade: str | None = looks.fill(shading)
        if shade == "":
            shade = looks.shade(key) or looks.fill(table_shade)
        back = around.back if shade == "" else shade
        first, drawn = len(self._gathered.paragraphs), len(self._gathered.drawings)
        self.read(cell, Around(place, key, back, around.contents, around.depth + 2))
        inside = self._gathered.paragraphs[first:]
        if inside and inside[-1].empty and (len(inside) == 1 or ends_after_table(cell)):
            # A cell cannot be without a last paragraph (17.4.65).
            self._gathered.paragraphs[-1] = replace(inside[-1], ends_cell=True)
        merged = None if about is None else child(about, w("vMerge"))
        return Cell(
            text=" ".join(filter(None, (each.text.strip() for each in inside))),
            span=min(max(number_of(about, w("gridSpan")) or 1, 1), 100),
            rows_merged=merged is not None,
            shade=shade or "",
            pictured=len(self._gathered.drawings) > drawn or any(each.holds for each in inside),
        )

    def _level(self, style: str) -> int | None:
        if style not in self._manner.headings:
            found = _HEADING.match(folded(style))
            self._manner.headings[style] = int(found[1]) if found else None
        return self._manner.headings[style]

    def _is_listed(self, properties: Element | None, style_id: str) -> bool:
        own = properties is not None and child(properties, w("numPr")) is not None
        if not own and style_id in self._manner.listed:
            return self._manner.listed[style_id]
        style = self._manner.styles.get(style_id)
        numbered = paragraph_numbering(properties, style, self._manner.styles, self._manner.numbering)
        level = self._manner.numbering.level(*numbered) if numbered else None
        listed = level is not None and level.format != "none"
        if not own:
            self._manner.listed[style_id] = listed
        return listed


def _short(words: str) -> str:
    if len(words) <= _WORDS_KEPT:
        return words
    return words[:_WORDS_KEPT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _next_block(element: Element) -> object:
    following = element.getnext()
    while following is not None and following.tag not in (P, TBL, SDT, SECT_PR):
        following = following.getnext()
    return None if following is None else following.tag
