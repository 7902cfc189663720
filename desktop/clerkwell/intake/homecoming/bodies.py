"""The lines of a section's text as blocks: what each line's style and list mean there (`word.writer.layout`, back)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from clerkwell.intake.homecoming.flow import Line
from clerkwell.intake.homecoming.ordinals import with_starts
from clerkwell.intake.homecoming.pictures import Pictures
from clerkwell.intake.homecoming.spans import runs_of
from clerkwell.intake.homecoming.styles import Meanings, folded_style
from clerkwell.intake.homecoming.tables import table_of
from clerkwell.intake.shown import width_of
from clerkwell.model import (
    Block,
    Blocks,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Runs,
    SubHeading,
    Table,
    is_nil,
    plain,
)
from clerkwell.packs import Pack
from clerkwell.packs.manifest import SectionSpec
from clerkwell.word.reader.document import Span, WordParagraph

_CAPTION: Final = re.compile(r"\s*(Table|Figure)[ \u00a0]\d+(?:\s*:\s*(.*))?\s*", re.DOTALL)


@dataclass(frozen=True)
class Manner:
    """How a section is set: the roles of its paragraphs, of those on wide pages, of plain ones and of its items."""

    paragraph: str = "paragraph"
    wide: str = "paragraph"
    plain: str = "paragraph"
    item: str = ""
    numbered: bool = False


def manner_of(spec: SectionSpec, pack: Pack) -> Manner:
    """How a section is set, by what the pack says of it."""
    numbered = spec.numbered and pack.manifest.pack.numbering != "headings"
    return Manner(
        paragraph=spec.paragraph or ("numbered-paragraph" if numbered else "paragraph"),
        wide="paragraph" if numbered else spec.paragraph or "paragraph",
        plain="unnumbered-paragraph" if numbered and not spec.paragraph else "paragraph",
        item=spec.item,
        numbered=numbered,
    )


@dataclass
class Maker:
    """Makes blocks, each with an id of this reading, and remembers which bookmarks stand in which."""

    meanings: Meanings
    pictures: Pictures
    marks: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _count: int = 0

    def blocks(
        self, lines: Sequence[Line], manner: Manner, items: Mapping[int, tuple[str, Sequence[str]]] | None = None
    ) -> Blocks:
        """The blocks of these lines. `items` are those lines, by index, that are items whatever their look, each with
        its number and what points at it.
        """
        own = {id(lines[at]): item for at, item in (items or {}).items()}
        made = list(self._made(lines, manner, own))
        told = with_starts([block for block, _, _ in made], [label for _, _, label in made])
        return _stretches(list(zip(told, [wide for _, wide, _ in made], strict=True)))

    def mark(self, names: Iterable[str], to: str, target: str) -> None:
        """Remember what stands at these bookmarks."""
        for name in names:
            self.marks.setdefault(name, []).append((to, target))

    def new_id(self) -> str:
        """An id that no other block of this reading has."""
        self._count += 1
        return f"r{self._count}"

    def _made(
        self, lines: Sequence[Line], manner: Manner, items: Mapping[int, tuple[str, Sequence[str]]]
    ) -> Iterator[tuple[Block, bool, str]]:
        lines = [each for each in lines if each.shows or (each.paragraph is not None and each.paragraph.bookmarks)]
        at = 0
        while at < len(lines):
            line = lines[at]
            after = lines[at + 1] if at + 1 < len(lines) else None
            wide = line.block.landscape
            at += 1
            item = items.get(id(line))
            if item is not None:
                yield self._item_of(line, item), wide, item[0]
                continue
            caption = self._caption(line)
            if caption is not None and caption[0] != "Figure" and after is not None and after.paragraph is None:
                yield self._table(after, caption[1], line), after.block.landscape, ""
                at += 1
            elif caption is not None and caption[0] == "Table":
                yield self._captioned(Table(header_rows=1, caption=caption[1]), line), wide, ""
            elif caption is not None and caption[0] == "Figure":
                yield Image(id=self.new_id(), attachment="", caption=caption[1]), wide, ""
            elif line.paragraph is None:
                yield self._table(line, "", None), wide, ""
            elif any(piece.span.picture is not None for piece in line.pieces):
                below = self._caption(after) if after is not None and after.paragraph is not None else None
                found = list(self._with_pictures(line, manner))
                if below is not None and below[0] != "Table" and isinstance(found[-1], Image):
                    found[-1] = found[-1].model_copy(update={"caption": below[1]})
                    at += 1
                for block in found:
                    yield block, wide, line.paragraph.label
            elif line.shows:
                yield self._worded(line, [piece.span for piece in line.pieces], manner), wide, line.paragraph.label

    def _item_of(self, line: Line, item: tuple[str, Sequence[str]]) -> Block:
        made = ListItem(id=self.new_id(), ordered=True, runs=runs_of(piece.span for piece in line.pieces))
        own = () if line.paragraph is None else line.paragraph.bookmarks
        self.mark((*own, *item[1]), "paragraph", made.id)
        return made

    def _caption(self, line: Line) -> tuple[str, str] | None:
        """What a line is the caption of ("" where it does not say), and its words; none for what is no caption."""
        paragraph = line.paragraph
        if paragraph is None:
            return None
        style = folded_style(paragraph.style)
        own = style == self.meanings.name("caption") != self.meanings.name("paragraph")
        found = _CAPTION.fullmatch(line.words)
        if found is not None and (own or style == self.meanings.name("caption")):
            return found[1], (found[2] or "").strip()
        return ("", line.words.strip()) if own and line.shows else None

    def _captioned(self, table: Table, line: Line | None) -> Table:
        made = table.model_copy(update={"id": self.new_id()})
        if line is not None and line.paragraph is not None:
            self.mark(line.paragraph.bookmarks, "table", made.id)
        return made

    def _table(self, line: Line, caption: str, above: Line | None) -> Table:
        assert not isinstance(line.block, WordParagraph)
        told = self.meanings
        made = table_of(line.block, bold_headers=told.name("table-heading") == told.name("table-text"))
        table = self._captioned(made.model_copy(update={"caption": caption}), above)
        self.mark(line.block.bookmarks, "table", table.id)
        return table

    def _with_pictures(self, line: Line, manner: Manner) -> Iterator[Block]:
        """The pictures of a paragraph, and the words before, between and after them as paragraphs of their own."""
        waiting: list[Span] = []
        for piece in line.pieces:
            picture = piece.span.picture
            if picture is None:
                waiting.append(piece.span)
                continue
            if any(span.text.strip() or span.note is not None for span in waiting):
                yield self._worded(line, waiting, manner)
            waiting = []
            yield Image(
                id=self.new_id(),
                attachment=self.pictures.kept(picture.name),
                alt="" if picture.decorative else picture.alt,
                decorative=picture.decorative,
                width=width_of(picture, self.pictures.data(picture.name)),
            )
        if any(span.text.strip() or span.note is not None for span in waiting):
            yield self._worded(line, waiting, manner)

    def _worded(self, line: Line, spans: Sequence[Span], manner: Manner) -> Block:
        assert line.paragraph is not None
        runs = runs_of(spans)
        block = self._kind(line.paragraph, runs, manner)
        self.mark(line.paragraph.bookmarks, "paragraph", block.id)
        return block

    def _kind(self, paragraph: WordParagraph, runs: Runs, manner: Manner) -> Block:
        style, told, name = folded_style(paragraph.style), self.meanings, self.new_id()
        item = self._item(paragraph, style, manner)
        if item is not None:
            return item.model_copy(update={"id": name, "runs": runs})
        if style == told.name("quotation") != told.name("paragraph"):
            return Quotation(id=name, runs=runs)
        own = style == told.name(manner.wide if paragraph.landscape else manner.paragraph)
        is_text = own or style in (told.name(manner.plain), told.name(manner.paragraph), told.name("paragraph"))
        if not is_text and (paragraph.heading is not None or style in told.headings):
            return SubHeading(id=name, runs=runs)
        return Paragraph(id=name, runs=runs, nil=is_nil(plain(runs)), plain=self._is_plain(paragraph, style, manner))

    def _is_plain(self, paragraph: WordParagraph, style: str, manner: Manner) -> bool:
        if paragraph.landscape:
            return style == self.meanings.name(manner.plain) != self.meanings.name(manner.wide)
        usual = self.meanings.name(manner.paragraph)
        if usual == self.meanings.name(manner.plain):
            return False
        if manner.numbered:
            # What Word numbers is what its reader sees as a numbered paragraph, whatever its style.
            return not paragraph.label and style != usual
        return style != usual

    def _item(self, paragraph: WordParagraph, style: str, manner: Manner) -> ListItem | None:
        """The item that a paragraph is, by its style or else by its list; none for what is no item."""
        told = self.meanings
        texts = {told.name(each) for each in (manner.paragraph, manner.plain, manner.wide, "paragraph")}
        for role in (manner.item, "bullet", "number"):
            level = told.level(role, style) if role else None
            shared = role and style in told.levels.get(role, ())
            if level is None and shared and paragraph.listed:
                level = min(paragraph.level, 2)
            if level is not None and style not in texts:
                ordered = paragraph.listed == "number" or (role == "number" and paragraph.listed != "bullet")
                return ListItem(level=level, ordered=ordered)
        if not paragraph.listed or (style in texts and not self._is_list(paragraph, style, manner)):
            return None
        return ListItem(level=min(paragraph.level, 2), ordered=paragraph.listed == "number")

    def _is_list(self, paragraph: WordParagraph, style: str, manner: Manner) -> bool:
        """Whether a paragraph of running text is in a list of its own, and not numbered as its style has it."""
        if paragraph.listed == "bullet" or paragraph.level:
            return True
        numbers = style == self.meanings.name(manner.paragraph) and style in self.meanings.counted
        return not numbers


def _stretches(blocks: Sequence[tuple[Block, bool]]) -> Blocks:
    """The blocks, those on wide pages gathered into stretches; a quotation there is a paragraph."""
    done: list[Block] = []
    inner: list[Block] = []
    for block, wide in (*blocks, (None, False)):
        if inner and not wide:
            done.append(Landscape.model_validate({"id": f"{inner[0].id}w", "blocks": tuple(inner)}))
            inner = []
        if block is None:
            break
        if wide:
            inner.append(Paragraph(id=block.id, runs=block.runs) if isinstance(block, Quotation) else block)
        else:
            done.append(block)
    return tuple(done)
