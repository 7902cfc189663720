"""What a tracked change does that its own words do not say: how words look otherwise, and where they were moved to."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from clerkwell.word.reader.document import Look, Span, WordBlock, WordDocument, WordParagraph, WordTable

# Letters of a neighbouring paragraph that are enough to know it by.
_SHORT = 80
_SCRIPTS = {"super": "superscript", "sub": "subscript"}


def looks_before(document: WordDocument) -> Mapping[str, str]:
    """How the words of each formatting change look now: "in bold", "no longer in italics".

    "" for those that differ in what no report can say, such as a colour.
    """
    known = {change.id for change in document.changes if change.kind == "formatting"}
    told: dict[str, str] = {}
    for paragraph in _paragraphs((*document.headers, *document.blocks, *document.footers)):
        for span in paragraph.spans:
            for name in known.intersection(span.changes):
                if span.former is not None and not told.get(name):
                    told[name] = _look(span.former, span)
    return told


def stands_between(document: WordDocument, ids: Collection[str]) -> tuple[str, str]:
    """The paragraphs above and below the words that these changes moved, where they stand now; "" for none."""
    coming = {change.id for change in document.changes if change.id in ids and change.kind == "move-to"}
    for story in (document.headers, document.blocks, document.footers):
        lines = [each for each in story if isinstance(each, WordParagraph)]
        there = [at for at, line in enumerate(lines) if _stands_in(line, coming)]
        if there:
            rest = frozenset(ids)
            above = (line for line in reversed(lines[: there[0]]) if not _stands_in(line, rest))
            below = (line for line in lines[there[-1] + 1 :] if not _stands_in(line, rest))
            return _first(above), _first(below)
    return "", ""


def _look(former: Look, span: Span) -> str:
    told = [
        ("in " if now else "no longer in ") + name
        for name, was, now in (("bold", former.bold, span.bold), ("italics", former.italic, span.italic))
        if was != now
    ]
    if former.script != span.script:
        now = _SCRIPTS.get(span.script)
        told.append(f"in {now}" if now else f"no longer in {_SCRIPTS[former.script]}")
    return " and ".join(told)


def _stands_in(line: WordParagraph, names: Collection[str]) -> bool:
    return any(name in names for span in line.spans for name in span.changes)


def _first(lines: Iterator[WordParagraph]) -> str:
    for line in lines:
        words = " ".join(line.text.split())
        if words:
            return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
    return ""


def _paragraphs(blocks: Sequence[WordBlock]) -> Iterator[WordParagraph]:
    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
        else:
            yield block
