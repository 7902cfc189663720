"""Footnotes and endnotes, read where they are called for (ECMA-376 part 1, 17.11)."""

from dataclasses import replace

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import w
from clerkwell.word.reader.document import WordBlock, WordParagraph
from clerkwell.word.reader.story import Shared, Story

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def gather(shared: Shared, kind: str, part: str, root: Element | None) -> None:
    """Take in the notes of a part; those that only draw lines between text and notes are none."""
    for each in () if root is None else root.iterchildren(w(kind)):
        if each.get(w("type")) not in _SEPARATORS:
            shared.notes[(kind, each.get(w("id"), ""))] = (part, each)


def note(story: Story, kind: str, note_id: str) -> tuple[WordParagraph, ...] | None:
    """The paragraphs of a note; none where it is missing, or where a note would stand in itself."""
    found = story.shared.notes.get((kind, note_id))
    if found is None:
        story.missed(f"a {kind} that is missing in the file")
        return None
    if story.where == "in a note":
        return None
    known = story.shared.notes_read.get((kind, note_id))
    if known is None:
        part, element = found
        inner = Story(story.shared, part, "in a note")
        story.shared.walk(inner, element)
        known = story.shared.notes_read[(kind, note_id)] = trimmed(paragraphs(tuple(inner.flow.blocks)))
    return known


def paragraphs(blocks: tuple[WordBlock, ...]) -> tuple[WordParagraph, ...]:
    """The paragraphs of blocks, those in tables too."""
    done: list[WordParagraph] = []
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, WordParagraph):
            done.append(block)
        else:
            waiting.extend(reversed([inner for row in block.rows for cell in row.cells for inner in cell.blocks]))
    return tuple(done)


def trimmed(found: tuple[WordParagraph, ...]) -> tuple[WordParagraph, ...]:
    """A note without the space that parts its number from its words."""
    if not found or not found[0].spans or found[0].spans[0].picture is not None:
        return found
    first = found[0].spans[0]
    rest = replace(first, text=first.text.lstrip(" \t\u00a0"))
    spans = (rest, *found[0].spans[1:]) if rest.text or rest.note else found[0].spans[1:]
    return (replace(found[0], spans=spans), *found[1:])
