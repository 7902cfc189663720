"""Whole files that a document takes its words from when Word opens it (`altChunk`, ECMA-376 part 1, 17.17.2.1)."""

import email
import email.policy
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from lxml import etree, html
from lxml.etree import _Element as Element

from clerkwell.model.text import clean
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import R
from clerkwell.word.reader.document import Span, WordBlock, WordDocument, WordParagraph, WordTable
from clerkwell.word.reader.story import Story

_BLOCKS = frozenset({"p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "br", "tr"})
_UNSEEN = frozenset({"script", "style", "head", "title"})
_HEADING = re.compile(r"h([1-6])\Z")


def read_chunk(story: Story, element: Element, read: Callable[[bytes], WordDocument]) -> None:
    """Put the blocks of such a file where it is called for. `read` reads one that is a Word document."""
    relation = story.shared.sources.relation(story.part, element.get(f"{{{R}}}id"))
    if relation is not None and not story.shared.first(relation.target):
        story.missed("a part of the document that is inserted again")
        return
    data = None if relation is None or relation.external else story.shared.sources.data(relation.target)
    if data is None:
        story.missed("a part of the document that is in another file")
        return
    blocks: Iterable[WordBlock] = ()
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK"):
        try:
            inner = read(data)
            blocks = plainer(inner.blocks)
            story.shared.unread += [f"{each} in an inserted document" for each in inner.unread]
            if inner.pictures:
                story.missed("the pictures of an inserted document")
        except WordError:
            story.missed("an inserted document that is damaged")
    elif start.startswith(b"{\\rtf"):
        story.missed("an inserted Rich Text document")
    elif start[:13].lower() == b"mime-version:":
        message = email.message_from_bytes(data, policy=email.policy.default)
        page = message.get_body(("html", "plain"))
        blocks = _page(str(page.get_content())) if page is not None else ()
    elif b"<" in start and re.search(rb"<(html|body|p|div|table)\b", start, re.IGNORECASE):
        blocks = _page(_text(data))
    else:
        blocks = [WordParagraph(spans=(Span(line),)) for line in _text(data).splitlines() if line.strip()]
    story.flow.blocks.extend(blocks)


def plainer(blocks: Iterable[WordBlock]) -> tuple[WordBlock, ...]:
    """The blocks of another document, its tracked changes accepted and what has an id of its own taken away."""
    done: list[WordBlock] = []
    for block in blocks:
        if isinstance(block, WordTable):
            rows = [
                replace(
                    row,
                    cells=tuple(
                        replace(cell, blocks=plainer(cell.blocks), controls=(), changes=()) for cell in row.cells
                    ),
                    controls=(),
                    changes=(),
                )
                for row in block.rows
            ]
            done.append(replace(block, rows=tuple(rows), controls=(), bookmarks=()))
        else:
            spans = [
                Span(each.text, each.bold, each.italic, each.script, each.link, note=each.note, hidden=each.hidden)
                for each in block.spans
                if each.picture is None
            ]
            done.append(
                replace(block, spans=tuple(spans), controls=(), mark_changes=(), bookmarks=(), list_id="", former=None)
            )
    return tuple(done)


def _page(text: str) -> list[WordBlock]:
    """The lines of a web page; nothing that it names is fetched."""
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return []
    done: list[WordBlock] = []
    words: list[str] = []
    heading: int | None = None

    def end() -> None:
        line = " ".join("".join(words).split())
        if line:
            done.append(WordParagraph(spans=(Span(clean(line)),), heading=heading))
        words.clear()

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (tag in _UNSEEN or not tag):
            walker.skip_subtree()
        elif event == "start":
            if tag in _BLOCKS:
                end()
                found = _HEADING.match(tag)
                heading = int(found[1]) if found else None
            words.append(element.text or "")
        else:
            if tag in _BLOCKS:
                end()
                heading = None
            words.append(element.tail or "" if element is not root else "")
    end()
    return done


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
