"""What words and blocks need from the document that they go into: relations, numbers, footnotes, pictures, styles."""

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from clerkwell.model import Footnote, Reference
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import HYPERLINK, IMAGE, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.writer.addresses import address
from clerkwell.word.writer.bare import bare
from clerkwell.word.writer.comments import Remarks
from clerkwell.word.writer.notes import Notes
from clerkwell.word.writer.nums import Nums
from clerkwell.word.writer.page import Page, room_for
from clerkwell.word.writer.pictures import PictureFile, picture_file
from clerkwell.word.writer.references import Target, Targets, begins_sentence, names_sections
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.tables import TableLooks
from clerkwell.word.writer.words import Pointer, footnote_words, own_mark

_DRAWING = re.compile(rb"<wp:docPr\b[^>]*?\bid=[\"'](\d{1,9})[\"']")


class Supplies:
    """The supplies of one part of one document. Asking for something adds it to the package."""

    def __init__(
        self,
        package: OpenPackage,
        part: str,
        looks: Looks,
        nums: Nums,
        notes: Notes,
        targets: Targets,
        page: Page,
        attachments: Mapping[str, bytes],
    ) -> None:
        self._package = package
        self._part = part
        self._notes = notes
        self.targets = targets
        self._attachments = attachments
        self._links: dict[str, str | None] = {}
        self._pictures: dict[str, tuple[str, PictureFile]] = {}
        self._next_drawing = 0
        self._counts: dict[str, int] = {}
        self.looks = looks
        self.nums = nums
        self._page = page
        self._place: Element | None = None
        # Comments stand in the text alone.
        self.remarks = Remarks()
        self.link_style = looks.character("hyperlink")
        self.note_style = looks.character("footnote-reference")
        text = looks.paragraph("table-text")
        size = looks.styles.size(text)
        self.table_looks = TableLooks(looks.table(), looks.paragraph("table-heading"), text, size)

    def stand_in(self, place: Element) -> None:
        """What is made from now on stands in this place, so it has the room of the page or the cell there."""
        self._place = place

    @property
    def page(self) -> Page:
        """The room for what is made now; worked out when it is asked for, as few sections hold tables or pictures."""
        if self._place is not None:
            self._page, self._place = room_for(self._place), None
        return self._page

    def link(self, link: str) -> str | None:
        """The id of the relation to an address, one for each address; none for what is no address."""
        if link not in self._links:
            target = address(link)
            self._links[link] = (
                None if target is None else self._package.relations(self._part).add(HYPERLINK, target, external=True)
            )
        return self._links[link]

    def footnote(self, note: Footnote) -> int:
        """The id of a new footnote."""
        return self._notes.add(note)

    def reference(self, reference: Reference, before: str) -> tuple[str, tuple[Pointer, ...]]:
        """The word "section" where a number would stand alone, and the fields of a reference; none without a target."""
        pointers = self.targets.pointers(reference.to, reference.target)
        found = self.targets.get(reference.to, reference.target)
        if found is not None and found.first:
            return found.first, pointers
        numbered = reference.to == "section" and any(switch for _, _, switch in pointers)
        if not numbered or names_sections(before):
            return "", pointers
        return ("Section " if begins_sentence(before) else "section "), pointers

    def target(self, block_id: str) -> Target | None:
        """The bookmark that a block carries."""
        return self.targets.of_block(block_id) if block_id else None

    def appendix(self, appendix_id: str) -> Target | None:
        """The bookmark that an appendix's number carries."""
        return self.targets.get("appendix", appendix_id) if appendix_id else None

    def told(self, appendix_id: str, target: Target) -> None:
        """Take note of what an appendix's bookmark holds, now that it stands."""
        self.targets = Targets({**self.targets.found, ("appendix", appendix_id): target})

    def picture(self, attachment: str) -> tuple[str, PictureFile]:
        """The relation to a kept picture, and its size; `WordError` where the report holds no such picture."""
        if attachment not in self._pictures:
            data = self._attachments.get(attachment)
            if data is None:
                raise WordError(
                    f"The picture “{attachment}” is not kept with the report. Take it out or insert it again."
                )
            found = picture_file(data)
            if found is None:
                raise WordError(
                    f"The picture “{attachment}” is of a kind that Word does not show everywhere. "
                    "Save it as PNG or JPEG and insert it again."
                )
            self._pictures[attachment] = (self._keep(data, found), found)
        return self._pictures[attachment]

    def count(self, label: str) -> int:
        """The number of the next caption with this label."""
        self._counts[label] = self._counts.get(label, 0) + 1
        return self._counts[label]

    def drawing_number(self) -> int:
        """A number that no other drawing has."""
        self._next_drawing = (self._next_drawing or highest_drawing(self._package)) + 1
        return self._next_drawing

    def for_part(self, part: str) -> "Supplies":
        """The same supplies for another part, whose relations are its own."""
        return Supplies(
            self._package, part, self.looks, self.nums, self._notes, self.targets, self.page, self._attachments
        )

    def settle_footnotes(self) -> None:
        """Put the footnotes that were asked for into their part."""
        if not self._notes.waiting:
            return
        inside = self.for_part(self._notes.part())
        style = self.looks.paragraph("footnote-text")
        mark = own_mark(self.note_style)
        self._notes.settle(
            "".join(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{mark}'
                f"{footnote_words(note, inside)}</w:p></w:footnote>"
                for number, note in self._notes.waiting
            )
        )

    def _keep(self, data: bytes, picture: PictureFile) -> str:
        """The relation to the part with this picture, without its maker's notes; one, however often it is shown."""
        data = bare(data)
        for name in self._package.names:
            if name.startswith("word/media/") and self._package.data(name) == data:
                return self._package.relations(self._part).add(IMAGE, name)
        name = self._package.free_name(f"word/media/picture{{}}.{picture.extension}")
        self._package.add(name, data, picture.content_type)
        return self._package.relations(self._part).add(IMAGE, name)


def highest_drawing(package: OpenPackage) -> int:
    numbers = [1]
    for name in package.names:
        if name.startswith("word/") and name.endswith(".xml"):
            numbers += [int(found[1]) for found in _DRAWING.finditer(package.data(name))]
    return max(numbers)


def highest_bookmark(package: OpenPackage) -> int:
    """The highest number of a bookmark in the main part."""
    numbers = [each.get(w("id"), "0") for each in package.tree(package.main).iter(w("bookmarkStart"))]
    return max([0, *(int(number) for number in numbers if number.isdecimal())])
