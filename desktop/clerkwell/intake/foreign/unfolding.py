"""A Word document unfolded into lines: paragraphs, rows of tables, pictures, each with what Word knows of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from clerkwell.intake.foreign.controls import answered, has_boxes, hint_of, is_prompt
from clerkwell.intake.foreign.leaving import without_hidden, without_prompts
from clerkwell.intake.foreign.looks import Looks, is_short, looks_of, stands_out
from clerkwell.intake.foreign.spans import columns, pieces, runs_of, split
from clerkwell.intake.foreign.tables import (
    Told,
    cell_words,
    data_table,
    inner_tables,
    labelled,
    logical_rows,
    paragraphs,
    sections_begin,
    text_of,
    use_of,
)
from clerkwell.intake.known import Known, Rows, label_marker
from clerkwell.intake.lines import Line
from clerkwell.intake.results import Mapped
from clerkwell.intake.shown import width_of
from clerkwell.model import Image, Runs, Text, canonical, plain
from clerkwell.word.reader.document import (
    Picture,
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)

# So many twentieths of a point are as wide as a character of a text.
_CHARACTER = 120
_CONTENTS = re.compile(r"(?:toc|contents|table of (?:figures|contents|authorities))\b.*", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense |block )?(?:quote|quotation)s?\b.*|block text", re.IGNORECASE)
_CAPTION = re.compile(r"caption\b.*", re.IGNORECASE)
_TITLE = re.compile(r"(?:(?:report|document|main|cover) )*title", re.IGNORECASE)


@dataclass
class Unfolded:
    """The lines of a document, what stands round them on each page, and what was seen on the way.

    `mapped` are words that no line has: numbers of empty paragraphs, prompts that nobody answered, answers not ticked.
    `prompts` are these prompts, `told` what tables lost, `boxes` how many paragraphs stood in text boxes. `hidden` are
    the words that Word does not print, each with its place.
    """

    lines: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    mapped: list[Mapped] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    told: Told = field(default_factory=Told)
    boxes: int = 0


def unfold(
    document: WordDocument, names_section: Callable[[str], bool], begins_part: Callable[[str], bool], *, ours: bool
) -> Unfolded:
    """The lines of a document whose changes are decided.

    `names_section` says whether words are a heading that some pack knows, `begins_part` whether words begin a label or
    give a contact, so that lines parted by a break in one paragraph are lines of their own. `ours`: the document was
    exported from here.
    """
    walk = _Walk(document, looks_of(document.blocks), names_section, begins_part, ours)
    walk.blocks(document.blocks)
    for block in (*document.headers, *document.footers):
        for paragraph in paragraphs([block]):
            if words := labelled(paragraph):
                walk.done.furniture.append(Line(0, words))
    return walk.done


@dataclass
class _Walk:
    document: WordDocument
    looks: Looks
    names_section: Callable[[str], bool]
    begins_part: Callable[[str], bool]
    ours: bool
    done: Unfolded = field(default_factory=Unfolded)
    paragraphs: int = 0
    tables: int = 0
    gap: int = 0
    page: bool = False

    def blocks(self, blocks: Iterable[WordBlock]) -> None:
        """Unfold these blocks, in order."""
        for block in blocks:
            if isinstance(block, WordTable):
                self.table(block)
            else:
                self.paragraph(block)

    def paragraph(self, paragraph: WordParagraph, *, strong: bool = False, prefix: str = "") -> None:
        """Unfold a paragraph: its words, and its pictures, each on a line of its own."""
        self.page = self.page or paragraph.page
        paragraph = self._shown(paragraph, f"paragraph {self.paragraphs + 1}")
        found = list(pieces(paragraph))
        if not found:
            self.gap += 1
            if paragraph.label or prefix:
                self.done.mapped.append(Mapped(paragraph.label or prefix, "number"))
            return
        self.paragraphs += 1
        self.done.boxes += paragraph.box
        if is_prompt(paragraph, self.document):
            self._prompt(paragraph)
            return
        paragraph = self._answered(paragraph)
        for piece in pieces(paragraph):
            if piece.picture is not None:
                self.picture(piece.picture, paragraph.landscape)
            else:
                self._words(paragraph, piece.spans, strong=strong, prefix=prefix)

    def _prompt(self, paragraph: WordParagraph) -> None:
        words = paragraph.text.strip()
        self.done.prompts.append(words)
        self.done.mapped.append(Mapped(f"{paragraph.label} {words}".strip(), "prompt"))

    def _shown(self, paragraph: WordParagraph, place: str) -> WordParagraph:
        """The paragraph without its hidden words, which are kept apart."""
        shown, words = without_hidden(paragraph)
        if words:
            self.done.hidden.append((place, words))
        return shown

    def _answered(self, paragraph: WordParagraph) -> WordParagraph:
        """The paragraph without prompts among its words."""
        left, prompts = without_prompts(paragraph, self.document)
        self.done.prompts += prompts
        self.done.mapped += [Mapped(words, "prompt") for words in prompts]
        return left

    def picture(self, picture: Picture, landscape: bool) -> None:
        """A line that stands for a picture."""
        if not picture.name:
            return
        # What stands in the tray, should the picture have no place.
        said = f": {picture.alt.strip()}" if picture.alt.strip() else ""
        words = f"[Picture {picture.name}{said}]"
        image = Image(
            attachment=picture.name,
            alt=picture.alt.strip(),
            decorative=picture.decorative,
            width=width_of(picture, self.document.pictures.get(picture.name)),
        )
        known = Known(place=self._place(), styled=self.looks.styled, block=image, landscape=landscape)
        self._add(Line(0, (Text(text=words),), known=known))

    def _words(self, paragraph: WordParagraph, spans: Sequence[Span], *, strong: bool, prefix: str) -> None:
        label = prefix or paragraph.label
        marker = label_marker(label, bullet=paragraph.listed == "bullet" and not prefix) if label else None
        if paragraph.listed == "bullet" and not label:
            marker = label_marker(label := "•", bullet=True)
        known = Known(
            place=self._place(paragraph),
            label=marker,
            level=paragraph.level,
            list_id=paragraph.list_id,
            styled=self.looks.styled,
            caption=_CAPTION.fullmatch(paragraph.style) is not None,
            hint=hint_of(paragraph.controls, spans, self.document),
            bookmarks=paragraph.bookmarks,
            landscape=paragraph.landscape,
        )
        base = Line(
            0,
            (),
            indent=paragraph.indent // _CHARACTER,
            # A title is no heading of a section, however it is styled.
            mark=0 if _TITLE.fullmatch(paragraph.style) else min(paragraph.heading or 0, 6),
            bold=strong or (is_short(paragraph) and stands_out(paragraph, self.looks)),
            quoted=_QUOTE.fullmatch(paragraph.style) is not None,
            known=known,
        )
        parts = [spans] if label else self._parts(spans)
        for index, part in enumerate(parts):
            own = replace(base, known=replace(known, bookmarks=() if index else known.bookmarks))
            if len(parts) > 1:
                own = replace(own, mark=0, bold=_all_bold(part))
            contents = _CONTENTS.fullmatch(paragraph.style) is not None
            held = columns(part) if not label and not base.mark and not contents else [part]
            if len(held) > 1:
                cells = tuple(runs_of(cell) for cell in held)
                self._add(replace(own, runs=_in_one(cells), cells=cells))
                continue
            runs, left = answered(runs_of(held[0]))
            self.done.mapped += [Mapped(words, "prompt") for words in left]
            if label:
                runs = canonical((Text(text=f"{label} "), *runs))
            if contents:
                self.done.furniture.append(replace(own, runs=runs))
            elif runs:
                self._add(replace(own, runs=runs))

    def _parts(self, spans: Sequence[Span]) -> list[Sequence[Span]]:
        """The lines of a paragraph, if they are more than breaks: labels, contacts, a bold heading over its text."""
        if not any("\n" in span.text for span in spans):
            return [spans]
        parts = [part for part in split(spans, "\n") if any(span.text.strip() or span.note for span in part)]
        if len(parts) < 2:
            return [spans]
        texts = ["".join(span.text for span in part).strip() for part in parts]
        headed = _all_bold(parts[0]) and not any(map(_all_bold, parts[1:])) and len(texts[0]) < 100
        if not headed and not any(map(self.begins_part, texts)):
            return [spans]
        return list(parts)

    def table(self, table: WordTable) -> None:
        """Unfold a table: its rows as lines, or, if it only sets text out, that text."""
        self.tables += 1
        number = self.tables
        use = use_of(table, self.names_section)
        match use:
            case "layout":
                for row in table.rows:
                    for cell in row.cells:
                        self.blocks(self._inside(cell))
            case "numbered":
                for row in table.rows:
                    self._numbered_row(row.cells)
            case "headed":
                self._headed(table.rows)
            case _ if at := sections_begin(table, self.names_section):
                self._rows(replace(table, rows=table.rows[:at]), number)
                self._headed(table.rows[at:])
            case _:
                self._rows(table, number)

    def _headed(self, rows: Iterable[WordRow]) -> None:
        for row in rows:
            for index, cell in enumerate(row.cells):
                self._cell(cell, strong=not index)

    def _inside(self, cell: WordCell) -> Iterator[WordBlock]:
        """What stands in a cell; the empty paragraph that every cell ends with is no gap."""
        blocks = list(cell.blocks)
        while blocks and isinstance(last := blocks[-1], WordParagraph) and not last.spans and not last.label:
            blocks.pop()
        yield from blocks

    def _cell(self, cell: WordCell, *, strong: bool) -> None:
        for block in self._inside(cell):
            if isinstance(block, WordTable):
                self.table(block)
            else:
                self.paragraph(block, strong=strong)

    def _numbered_row(self, cells: Sequence[WordCell]) -> None:
        """A row whose first cell is the number of the paragraph beside it."""
        first = next(iter(paragraphs(cells[0].blocks)), None) if cells else None
        number = f"{first.label} {first.text}".strip() if first is not None else ""
        rest = [block for cell in cells[1:] for block in self._inside(cell)]
        for block in rest:
            if isinstance(block, WordTable):
                self.table(block)
            elif number and (block.text.strip() or block.label) and not block.label:
                self.paragraph(block, prefix=number)
                number = ""
            else:
                self.paragraph(block)
        if number and first is not None:
            self.paragraph(first)

    def _rows(self, table: WordTable, number: int) -> None:
        table = self._cleaned(table)
        block = data_table(table, told := Told(), ours=self.ours)
        self.done.told.merged += told.merged
        self.done.told.inner += told.inner
        start = len(self.done.lines)
        for index, cells in enumerate(logical_rows(table), 1):
            place = f"table {number}, row {index}"
            self._row(cells, place, table)
        made = len(self.done.lines) - start
        rows = Rows(number, made, block, header=table.rows[0].header)
        for at in range(start, start + made):
            line = self.done.lines[at]
            known = replace(line.known or Known(), rows=rows)
            self.done.lines[at] = replace(line, known=known)
        for picture in told.pictures:
            self.picture(picture, table.landscape)
        self.done.told.pictures += told.pictures

    def _cleaned(self, table: WordTable) -> WordTable:
        """The table without prompts and without numbers that nothing stands behind, boxes as the answer ticked."""
        rows = (
            replace(row, cells=tuple(replace(cell, blocks=tuple(self._kept(cell))) for cell in row.cells))
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))

    def _kept(self, cell: WordCell) -> Iterator[WordBlock]:
        for block in cell.blocks:
            if isinstance(block, WordTable):
                yield self._cleaned(block)
                continue
            block = self._shown(block, f"table {self.tables}")
            if is_prompt(block, self.document):
                self._prompt(block)
            elif block.label and not any(True for _ in pieces(block)):
                self.done.mapped.append(Mapped(block.label, "number"))
            else:
                block = self._answered(block)
                boxes = len(cell.blocks) == 1 and has_boxes(block.text)
                runs, left = answered(runs_of(block.spans)) if boxes else ((), ())
                self.done.mapped += [Mapped(words, "prompt") for words in left]
                yield replace(block, spans=(Span(text=plain(runs)),)) if left else block

    def _row(self, cells: Sequence[WordCell], place: str, table: WordTable) -> None:
        held: list[Runs] = []
        for cell in cells:
            held.append(cell_words(cell))
        strong = _row_is_strong(cells)
        hints = [hint_of(cell.controls, (), self.document) for cell in cells]
        known = Known(
            place=place,
            styled=self.looks.styled,
            bookmarks=(
                *table.bookmarks,
                *(name for cell in cells for each in paragraphs(cell.blocks) for name in each.bookmarks),
            ),
            landscape=table.landscape,
            hint=next((hint for hint in hints if hint), ""),
        )
        if any(held):
            marked = len(held) == 1 and len(cells[0].blocks) == 1
            first = cells[0].blocks[0] if marked else None
            mark = (first.heading or 0) if isinstance(first, WordParagraph) and is_short(first) else 0
            row = tuple(held) if len(held) > 1 else ()
            self._add(Line(0, _in_one(held), mark=mark, bold=strong, cells=row, known=known))
        for cell in cells:
            for inner in inner_tables(cell):
                for each in logical_rows(inner):
                    self._row(each, place, table)

    def _add(self, line: Line) -> None:
        line = replace(line, number=len(self.done.lines) + 1, gap=self.gap, page=self.page)
        self.done.lines.append(line)
        self.gap, self.page = 0, False

    def _place(self, paragraph: WordParagraph | None = None) -> str:
        if paragraph is not None and paragraph.box:
            return f"a text box, paragraph {self.paragraphs}"
        return f"paragraph {self.paragraphs}"


def _in_one(cells: Iterable[Runs]) -> Runs:
    done: list[Runs] = []
    for cell in cells:
        if cell:
            done += [(Text(text=" "),)] if done else []
            done.append(cell)
    return canonical(run for runs in done for run in runs)


def _all_bold(spans: Sequence[Span]) -> bool:
    said = [span for span in spans if span.text.strip()]
    return bool(said) and all(span.bold for span in said)


def _row_is_strong(cells: Sequence[WordCell]) -> bool:
    said = [each for cell in cells for each in paragraphs(cell.blocks) if each.text.strip()]
    return bool(said) and all(each.strong for each in said) and bool(text_of(cells[0]))
