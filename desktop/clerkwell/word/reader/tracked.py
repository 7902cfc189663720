"""The tracked changes of a document, for people to decide on: who, when, what words, and what stands round them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from clerkwell.word.reader.document import Change, Span, WordBlock, WordCell, WordDocument, WordParagraph, WordTable

Where = Literal["body", "header", "footer", "footnote", "text box", "table"]
# As many characters of what stands round a change as say where it is.
_ROUND: Final = 40


@dataclass(frozen=True)
class Tracked:
    """A tracked change and where it stands. A move is listed where its words went, its other half with it in `ids`.

    `before` and `after` are the neighbour words in its paragraph, of which `paragraph` is the whole, deleted words and
    all; `controls` are the content controls round it, the outermost first. `whole`: the paragraph, row or cell itself
    comes or goes.
    """

    change: Change
    ids: tuple[str, ...]
    where: Where = "body"
    before: str = ""
    after: str = ""
    paragraph: str = ""
    controls: tuple[int, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class _Met:
    """A change as it was met: in which paragraph, between which spans."""

    where: Where
    paragraph: WordParagraph
    first: int
    last: int
    controls: tuple[int, ...]
    whole: bool


def tracked(document: WordDocument) -> tuple[Tracked, ...]:
    """Every change that stands somewhere, in the document's order: headers, text, footers."""
    known = {change.id: change for change in document.changes}
    met: dict[str, _Met] = {}
    for where, blocks in _stories(document):
        for name, found in _met_in(blocks, where, ()):
            earlier = met.get(name)
            if earlier is None:
                met[name] = found
            elif earlier.paragraph is found.paragraph and not found.whole:
                met[name] = replace(earlier, last=found.last)
            elif found.whole:
                met[name] = replace(earlier, whole=True)
    done: list[Tracked] = []
    for name, found in met.items():
        change = known.get(name)
        if change is None or (change.kind == "move-from" and change.pair in met):
            continue
        ids = (name, change.pair) if change.pair in met else (name,)
        done.append(_told(change, ids, found))
    return tuple(done)


def _stories(document: WordDocument) -> Iterator[tuple[Where, Sequence[WordBlock]]]:
    yield "header", document.headers
    yield "body", document.blocks
    yield "footer", document.footers


def _met_in(blocks: Iterable[WordBlock], where: Where, controls: tuple[int, ...]) -> Iterator[tuple[str, _Met]]:
    for block in blocks:
        if isinstance(block, WordTable):
            yield from _met_in_table(block, controls)
            continue
        here: Where = "text box" if block.box else where
        inside = (*controls, *(each for each in block.controls if each not in controls))
        for index, span in enumerate(block.spans):
            for name in span.changes:
                yield name, _Met(here, block, index, index, (*inside, *span.controls), whole=False)
            if span.note is not None:
                yield from _met_in(span.note, "footnote", inside)
        end = len(block.spans)
        for name in block.mark_changes:
            yield name, _Met(here, block, end, end, inside, whole=True)


def _met_in_table(table: WordTable, controls: tuple[int, ...]) -> Iterator[tuple[str, _Met]]:
    around = (*controls, *table.controls)
    for row in table.rows:
        first = next((each for cell in row.cells for each in cell.blocks if isinstance(each, WordParagraph)), None)
        line = WordParagraph(spans=(Span(text=_words_of(row.cells)),)) if first is None or row.changes else first
        for name in row.changes:
            yield name, _Met("table", line, 0, 0, (*around, *row.controls), whole=True)
        for cell in row.cells:
            inside = (*around, *row.controls, *cell.controls)
            for name in cell.changes:
                yield name, _Met("table", first or line, 0, 0, inside, whole=True)
            yield from _met_in(cell.blocks, "table", inside)


def _words_of(cells: Iterable[WordCell]) -> str:
    return "\t".join(
        " ".join(block.text for block in cell.blocks if isinstance(block, WordParagraph)) for cell in cells
    )


def _told(change: Change, ids: tuple[str, ...], found: _Met) -> Tracked:
    spans = found.paragraph.spans
    before = "".join(span.text for span in spans[: found.first])
    after = "".join(span.text for span in spans[found.last + 1 :])
    return Tracked(
        change=change,
        ids=ids,
        where=found.where,
        before=_end_of(before),
        after=_beginning_of(after),
        paragraph=found.paragraph.text,
        controls=found.controls,
        whole=found.whole,
    )


def _end_of(text: str) -> str:
    if len(text) <= _ROUND:
        return text
    cut = text[-_ROUND:]
    return cut.partition(" ")[2] or cut


def _beginning_of(text: str) -> str:
    if len(text) <= _ROUND:
        return text
    cut = text[:_ROUND]
    return cut.rpartition(" ")[0] or cut
