"""From the bytes of a Word document to the source of its pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import BODY, CORE_PROPERTIES, SDT, SDT_CONTENT, SECT_PR, TBL, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.typeset.book import Book, language
from clerkwell.word.typeset.literals import pt, string
from clerkwell.word.typeset.pages import Stretch, even_pages_differ, stretches
from clerkwell.word.typeset.paragraphs import Before, Looks, Paragraphs
from clerkwell.word.typeset.pictures import Pictures
from clerkwell.word.typeset.prelude import PRELUDE
from clerkwell.word.typeset.properties import RunLook
from clerkwell.word.typeset.tables import write_table
from clerkwell.word.typeset.words import Story, edges_of, text_arguments

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_THROUGH = frozenset({w("ins"), w("moveTo"), w("customXml")})


@dataclass(frozen=True)
class Typeset:
    """The source of the pages, the files it names, and how many pictures are of a kind that cannot be shown."""

    text: str
    files: Mapping[str, bytes]
    unshown: int = 0


def typeset(document: bytes, pictures: bool = True, heard: bool = True) -> Typeset:
    """The pages of a document; without `pictures`, they only leave their places. Raises `WordError`.

    Not `heard`, they are for the eye alone. They do not say what the document is called, as whatever stands under a
    title is laid out anew with it; nor which paragraphs are a list. A list goes on over many pages where paragraphs are
    numbered, and whatever is in one is laid out again for each of its footnotes, and kept each time.
    """
    setter = _Setter(OpenPackage(document), Pictures(pictures), heard)
    text = setter.all()
    return Typeset(text, setter.pictures.files, setter.pictures.unshown)


class _Setter:
    """Sets one document."""

    def __init__(self, package: OpenPackage, pictures: Pictures, heard: bool) -> None:
        self.pictures = pictures
        self._heard = heard
        self._package = package
        self._book = Book(package)
        self._looks = Looks()
        self._paragraphs = Paragraphs(self._book, self._looks, listing=heard)

    def all(self) -> str:
        """The whole source."""
        body = child(self._package.tree(self._package.main), BODY)
        flow = [] if body is None else list(_flow(body))
        last = None if body is None else child(body, SECT_PR)
        written = "".join(
            self._stretch(each, at)
            for at, each in enumerate(stretches(self._package, flow, last))
            if at == 0 or each.flow
        )
        code, region = language(self._book)
        told = f"#set document(title: {string(self._title())})\n" if self._heard else ""
        told += f'#set text(lang: "{code}", region: {string(region) if region else "none"})\n'
        note = self._book.words_in(self._book.styles.named("footnote text", "paragraph"))
        dress = {**text_arguments(note), **edges_of(note, 240, "auto")}
        told += f"#show footnote.entry: set text({', '.join(f'{name}: {said}' for name, said in dress.items())})\n"
        return PRELUDE + told + self._looks.source() + written

    def _title(self) -> str:
        part = self._package.relations("").target(CORE_PROPERTIES)
        root = self._package.tree(part) if part in self._package.names else None
        found = None if root is None else child(root, _TITLE)
        return ((found.text if found is not None else "") or "Report").strip()

    def _stretch(self, stretch: Stretch, at: int) -> str:
        """The pages of one kind."""
        flow = self._flowing(stretch.flow, self._story(self._package.main), {}, stretch.room)
        if at and stretch.goes_on:
            return flow
        page = stretch.page()
        even = even_pages_differ(self._package)
        heads = self._margin(stretch.heads, stretch.first_differs, even, stretch.room)
        feet = self._margin(stretch.feet, stretch.first_differs, even, stretch.room)
        start, form = stretch.numbering
        counter = "" if start is None else f"#counter(page).update({start})"
        sizes = ", ".join(f"{name}: {page[name]}" for name in page)
        return f"#pages(({sizes}), {heads}, {feet}, {form}, <stretch-{at}>)[{counter}\n{flow}]\n"

    def _margin(self, parts: Mapping[str, str], first: bool, even: bool, room: int) -> str:
        """What stands at the head or the foot: on the first page, on even ones, on the others."""

        def written(kind: str) -> str:
            part = parts.get(kind)
            if part is None:
                return "[]"
            return f"[{self._flowing(_flow(self._package.tree(part)), self._story(part), {}, room, closed=True)}]"

        usual = written("default")
        ends = written("first") if first else usual, written("even") if even else usual
        return f"(usual: {usual}, first: {ends[0]}, even: {ends[1]})"

    def _story(self, part: str) -> Story:
        return Story(self._package, part, self._book, self.pictures)

    def _flowing(
        self, elements: Iterable[Element], story: Story, table: RunLook, room: int, *, closed: bool = False
    ) -> str:
        """Paragraphs and tables under one another; where they are `closed` in, the space under the last one counts."""
        written: list[str] = []
        items: list[tuple[int, str]] = []
        before: Before | None = None

        def end_list() -> None:
            if items:
                written.append(_list(items))
                items.clear()

        for element in elements:
            if element.tag == TBL:
                end_list()
                above = before.after if before else 0

                def cell(inside: Element, words: RunLook) -> str:
                    return self._flowing(_flow(inside), story, words, room, closed=True)

                written.append(write_table(element, self._book, cell, above, room))
                before = Before(0, "", False)
            else:
                source, after = self._paragraphs.write(element, story, before, table)
                if after.listed:
                    items.append((after.above, source))
                else:
                    end_list()
                    written.append(source)
                before = after
        end_list()
        if closed and before is not None and before.after:
            written.append(f"#v({pt(before.after)})\n")
        return "".join(written)


def _list(items: list[tuple[int, str]]) -> str:
    """Items under one another as a list, for who hears them; how each stands is its own affair."""
    written = ", ".join(f"({pt(above)}, [{source}])" for above, source in items)
    return f"#items({written},)\n"


def _flow(element: Element) -> Iterator[Element]:
    """The paragraphs and tables in an element, also those in content controls."""
    for each in element:
        if each.tag in (P, TBL):
            yield each
        elif each.tag == SDT:
            inside = child(each, SDT_CONTENT)
            if inside is not None:
                yield from _flow(inside)
        elif each.tag in _THROUGH:
            yield from _flow(each)
