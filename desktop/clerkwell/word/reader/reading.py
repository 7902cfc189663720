"""A Word document read: `read_document`.

Read: words wherever they stand (paragraphs, tables, controls, text boxes, notes, headers and footers), as they would be
printed, with the numbers that Word works out and the results of its fields; tracked changes, put in and taken out;
comments; pictures. Named and not read: what only another program can show. Left out: the codes of fields, fallbacks of
alternate content, headers that no page shows.
"""

from functools import partial

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.anything import open_any
from clerkwell.word.ooxml.names import (
    CORE_PROPERTIES,
    CUSTOM_PROPERTIES,
    ENDNOTES,
    FOOTNOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    A,
    R,
    w,
)
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.reader.bound import show_bound
from clerkwell.word.reader.commenting import read_comments
from clerkwell.word.reader.document import WordBlock, WordDocument
from clerkwell.word.reader.dropping import dropped
from clerkwell.word.reader.looks import Looks
from clerkwell.word.reader.notes import gather
from clerkwell.word.reader.paragraphs import Paragraphs
from clerkwell.word.reader.pictures import Pictures
from clerkwell.word.reader.properties import read_properties
from clerkwell.word.reader.sections import landscapes, page_sections, rooms, stories_of
from clerkwell.word.reader.sources import Sources
from clerkwell.word.reader.story import Shared, Story
from clerkwell.word.reader.walking import walk


def read_document(data: bytes) -> WordDocument:
    """Everything that a Word document shows. `WordError` if it is none, or could not be opened.

    Parts that are missing or damaged, but for the one with its text, count as absent and are named in `unread`.
    """
    return _read(data, inserted=False)


def _read(data: bytes, *, inserted: bool) -> WordDocument:
    package = open_any(data)
    sources = Sources(package)
    root = package.tree(package.main)
    show_bound(sources, root)
    shared = _shared(sources, root)
    sections = page_sections(root)
    settings = sources.related(SETTINGS, "the settings")
    if not inserted:
        shared.read_inserted = partial(_read, inserted=True)
    body = Story(shared, package.main, landscapes=landscapes(sections), rooms=rooms(sections))
    walk(body, root)
    headers, footers = (
        _stories(shared, stories_of(sections, kind, settings), f"in the {kind}") for kind in ("header", "footer")
    )
    comments = read_comments(
        sources.related(f"{R}/comments", "the comments"),
        sources.related(f"{R}/commentsExtended", "what says which comments are answers"),
    )
    properties = read_properties(
        sources.related(CORE_PROPERTIES, "the properties", ""),
        sources.related(CUSTOM_PROPERTIES, "the properties of its own", ""),
    )
    return WordDocument(
        blocks=tuple(body.flow.blocks),
        headers=headers,
        footers=footers,
        changes=shared.tracked.done(),
        comments=comments,
        controls=shared.controls.found,
        pictures=shared.pictures.files,
        properties=properties,
        dropped=dropped(shared.lettering, shared.noted, shared.looks),
        unread=tuple(dict.fromkeys((*shared.unread, *sources.missing))),
        macros=any(name.casefold().endswith("vbaproject.bin") for name in package.names),
    )


def _shared(sources: Sources, root: Element) -> Shared:
    styles_root = sources.related(STYLES, "the styles")
    styles = Styles(styles_root)
    numbering = Numbering(sources.related(NUMBERING, "the numbering"))
    shared = Shared(
        sources=sources,
        styles=styles,
        numbering=numbering,
        looks=Looks(styles, styles_root, _theme(sources.related(f"{R}/theme", "the theme"))),
        paragraphs=Paragraphs(styles, numbering),
        pictures=Pictures(sources),
        bookmarks=frozenset(each.get(w("name"), "") for each in root.iter(w("bookmarkStart"))),
        walk=walk,
    )
    for kind, relation in (("footnote", FOOTNOTES), ("endnote", ENDNOTES)):
        ending = relation.rpartition("/")[2]
        for each in sources.relations(sources.main).values():
            if each.kind.rpartition("/")[2] == ending and not each.external:
                gather(shared, kind, each.target, sources.tree(each.target, f"the {kind}s"))
    return shared


def _stories(shared: Shared, relations: list[str], where: str) -> tuple[WordBlock, ...]:
    done: list[WordBlock] = []
    parts = [shared.sources.relation(shared.sources.main, each) for each in relations]
    for part in dict.fromkeys(each.target for each in parts if each is not None and not each.external):
        root = shared.sources.tree(part, where.removeprefix("in "))
        if root is None:
            continue
        story = Story(shared, part, where)
        walk(story, root)
        found = tuple(story.flow.blocks)
        if not _holds(done, found):
            done += found
    return tuple(done)


def _holds(done: list[WordBlock], found: tuple[WordBlock, ...]) -> bool:
    return any(tuple(done[at : at + len(found)]) == found for at in range(len(done) - len(found) + 1))


def _theme(root: Element | None) -> dict[str, str]:
    """The fonts that a theme calls "minor" and "major" (20.1.4.1.24)."""
    fonts: dict[str, str] = {}
    for name in ("minor", "major"):
        found = None if root is None else root.find(f".//{{{A}}}{name}Font/{{{A}}}latin")
        if found is not None:
            fonts[name] = found.get("typeface", "")
    return fonts
