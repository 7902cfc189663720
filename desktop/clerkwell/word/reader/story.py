"""The state of reading one story of a document: where we are, and what the next words stand in."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, w
from clerkwell.word.ooxml.numbering import Labels, Numbering
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.building import Flow, Paragraph, Table
from clerkwell.word.reader.document import Look, Span, WordDocument, WordParagraph
from clerkwell.word.reader.fields import Field
from clerkwell.word.reader.looks import NONE, Looks, Properties, RunLook
from clerkwell.word.reader.paragraphs import Paragraphs, mark_changes
from clerkwell.word.reader.pictures import Pictures
from clerkwell.word.reader.sdts import Controls
from clerkwell.word.reader.sources import Sources
from clerkwell.word.reader.tracking import Mark, Tracked

_FRAME, _DROPPED = w("framePr"), w("dropCap")


# How many things that cannot be read are named; nobody reads on beyond.
MOST_MISSED = 500


@dataclass
class Shared:
    """What all stories of a document share."""

    sources: Sources
    styles: Styles
    numbering: Numbering
    looks: Looks
    paragraphs: Paragraphs
    pictures: Pictures
    walk: "Callable[[Story, Element], None]"
    # Reads a document that is inserted whole; none in such a document, as those could go on without end.
    read_inserted: Callable[[bytes], WordDocument] | None = None
    bookmarks: frozenset[str] = frozenset()
    tracked: Tracked = field(default_factory=Tracked)
    controls: Controls = field(default_factory=Controls)
    notes: dict[tuple[str, str], tuple[str, Element]] = field(default_factory=dict)
    notes_read: dict[tuple[str, str], tuple[WordParagraph, ...]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    lettering: dict[tuple[RunLook, str, bool], int] = field(default_factory=dict)
    # What is set of whole paragraphs and cells, by kind and value, and how often.
    noted: Counter[tuple[str, str]] = field(default_factory=Counter)

    def first(self, part: str) -> bool:
        """Whether a part is called for the first time: one that is called ten thousand times is read once."""
        if part in self.seen:
            return False
        self.seen.add(part)
        return True


class Story:
    """One story (the body, a header, a note) while it is read from its beginning to its end."""

    def __init__(
        self,
        shared: Shared,
        part: str,
        where: str = "",
        landscapes: tuple[bool, ...] = (),
        rooms: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.shared = shared
        self.part = part
        self.where = where
        self.labels = Labels(shared.numbering)
        self.flow = Flow()
        self.paragraph: Paragraph | None = None
        self.tables: list[Table] = []
        self.table_look: Properties = NONE
        self.fields: list[Field] = []
        self.unended: frozenset[Element] = frozenset()
        self.marks: list[Mark] = []
        self.moves: dict[str, str] = {}
        self.comments: dict[str, None] = {}
        self.pinned: set[str] = set()
        self.bookmarks: list[str] = []
        self.look = RunLook()
        self.run_marks: tuple[Mark, ...] = ()
        self.former: Look | None = None
        # What was begun, to be taken back where it ends: by element, as each knows what it changed.
        self.begun: dict[Element, Any] = {}
        # What a drawing says in its place, and whether it tells nothing; the ways of alternate content that are read.
        self.drawn: tuple[str, bool] = ("", False)
        # How wide the drawing is, in EMU; 0 where that is not said.
        self.across = 0
        self.chosen: set[Element] = set()
        # What follows is not said: it only repeats what is read otherwise.
        self.silent = False
        # A large first letter, which Word keeps in a paragraph of its own before the rest of it (17.3.1.11).
        self.capital: Paragraph | None = None
        self.follows = False
        self.turn = False
        self._landscapes = landscapes
        self._rooms = rooms
        self._section = 0
        self._span: Span | None = None
        self._last = ""

    # Words

    def say(self, text: str) -> None:
        """Words, in whatever they stand in."""
        if not text or self.silent:
            return
        if self.fields and self._held(text):
            return
        paragraph = self.paragraph or self.stray()
        changes = self.shared.tracked.ids((*self.marks, *self.run_marks), text)
        span = self._span
        if span is None or span.changes != changes:
            span = self._span = self._context(changes)
        paragraph.add(text, span, self.look)
        # Links and prompts have looks that go with them; notes, headers and footers have those of their places.
        if self.where or span.link or self._in_prompt(paragraph):
            return
        key = (self.look, paragraph.setting.style_id, paragraph.setting.heading is not None)
        self.shared.lettering[key] = self.shared.lettering.get(key, 0) + len(text)

    def note(self, kind: str, value: str) -> None:
        """A look of a whole paragraph or cell that no report holds."""
        if not self.where and value:
            self.shared.noted[(kind, value)] += 1

    def _in_prompt(self, paragraph: Paragraph) -> bool:
        return any(self.shared.controls.found[each].prompt for each in paragraph.controls)

    def show(self, mark: Span) -> None:
        """A picture or the mark of a note, in whatever it stands in."""
        if self.holding:
            return
        paragraph = self.paragraph or self.stray()
        context = self._context(self.shared.tracked.ids((*self.marks, *self.run_marks), ""))
        paragraph.add_mark(replace(context, picture=mark.picture, note=mark.note))

    def changed(self) -> None:
        """What the next words stand in is other than for the last."""
        self._span = None

    def begin_field(self, element: Element | None) -> Field:
        """A field begins, whose code comes first."""
        begun = self.fields[-1].inside() if self.fields else Field()
        begun.element = element
        self.fields.append(begun)
        return begun

    @property
    def holding(self) -> bool:
        """Whether a field's code is being read, which is not shown."""
        return bool(self.fields) and (not self.fields[-1].shows or self.fields[-1].holder is not None)

    def _held(self, text: str) -> bool:
        innermost = self.fields[-1]
        innermost.said = innermost.shows or innermost.said
        holder = innermost.holder if innermost.shows else innermost
        if holder is not None:
            holder.code.append(text)
        return holder is not None

    def _context(self, changes: tuple[str, ...]) -> Span:
        paragraph, look = self.paragraph, self.look
        given = paragraph.given if paragraph else look
        link = paragraph.links[-1] if paragraph and paragraph.links else ""
        target = ""
        self.pinned.update(self.comments)
        if self.fields:
            link, target = self.fields[-1].link or link, self.fields[-1].target
        return Span(
            bold=look.bold and not given.bold,
            italic=look.italic and not given.italic,
            script=look.script,
            link=link,
            changes=changes,
            comments=tuple(self.comments),
            controls=tuple(paragraph.controls) if paragraph else (),
            target=target,
            former=self.former,
            hidden=look.hidden,
        )

    def missed(self, what: str) -> None:
        """Something that cannot be read, named with its place."""
        if len(self.shared.unread) >= MOST_MISSED:
            return
        words = "".join("".join(each) for each in self.paragraph.words[-20:]) if self.paragraph else ""
        words = " ".join((words.strip() or self._last).split()[-6:])
        place = self.where or (f"after “{words}”" if words else "at the beginning")
        self.shared.unread.append(f"{what} {place}")

    # Paragraphs

    def open(self, element: Element) -> None:
        """A paragraph begins."""
        self.close_stray()
        properties = child(element, PPR)
        setting = self.shared.paragraphs.setting(properties)
        self.paragraph = Paragraph(setting, properties, self.flow, page=setting.turns or self.turn)
        if setting.list_id:
            self.paragraph.label = self.labels.next(setting.list_id, setting.level)
        self.paragraph.given = self.shared.looks.look(None, setting.style_id, self.table_look)
        self.turn = False
        if self.capital is not None:
            self.paragraph.begin_with(self.capital)
            self.capital = None
        self.paragraph.bookmarks += self.bookmarks
        self.bookmarks = []
        self.changed()

    def close(self) -> None:
        """The paragraph ends."""
        paragraph = self.paragraph
        if paragraph is None:
            return
        if paragraph.has_words and paragraph.setting.heading is None:
            for kind, value in paragraph.setting.other:
                self.note(kind, value)
        if self._is_large_letter(paragraph):
            self.capital, self.paragraph = paragraph, None
            return
        marks = (*self.marks, *mark_changes(paragraph.properties, self.moves))
        mark = self.shared.tracked.ids(tuple(dict.fromkeys(marks)), "\n")
        former = self.shared.paragraphs.former(paragraph.properties)
        paragraph.flow.blocks.append(paragraph.finished(mark, former, self.landscape))
        paragraph.flow.blocks += paragraph.boxes
        words = "".join("".join(each) for each in paragraph.words).strip()
        self._last = words or self._last
        properties = paragraph.properties
        section = None if properties is None else child(properties, w("sectPr"))
        if section is not None and not paragraph.flow.box:
            self._section += 1
            self.turn = True
        self.paragraph = None

    def stray(self) -> Paragraph:
        """A paragraph for words that stand in none."""
        setting = self.shared.paragraphs.setting(None)
        self.paragraph = self.flow.stray = Paragraph(setting, None, self.flow)
        self.changed()
        return self.paragraph

    def close_stray(self) -> None:
        """End a paragraph that only stray words made."""
        if self.flow.stray is not None and self.paragraph is self.flow.stray:
            self.flow.stray = None
            self.close()

    def _is_large_letter(self, paragraph: Paragraph) -> bool:
        frame = None if paragraph.properties is None else child(paragraph.properties, _FRAME)
        return (
            frame is not None
            and frame.get(_DROPPED, "none") != "none"
            and paragraph.has_words
            and self.capital is None
            and self.follows
        )

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self._section < len(self._landscapes) and self._landscapes[self._section]

    @property
    def room(self) -> tuple[int, int]:
        """The width and height of the text on the page, in twentieths of a point; 0 inside tables and text boxes."""
        inside = bool(self.tables) or self.flow.box
        return self._rooms[self._section] if self._section < len(self._rooms) and not inside else (0, 0)
