"""A draft read by its places: what it says, as a report of its own, with nothing known of the one it was made of."""

from collections.abc import Mapping, Sequence
from typing import Literal

from clerkwell.intake.homecoming.bodies import Maker, Manner, manner_of
from clerkwell.intake.homecoming.fields import ticked, unprinted
from clerkwell.intake.homecoming.flow import Line, Stand
from clerkwell.intake.homecoming.gathered import Left, Read, SectionRead
from clerkwell.intake.homecoming.opening import Openings
from clerkwell.intake.homecoming.pictures import Pictures
from clerkwell.intake.homecoming.printed import Printed, chunks, owner, said, single, without_number
from clerkwell.intake.homecoming.rows import Rows
from clerkwell.intake.homecoming.styles import meanings_of
from clerkwell.intake.results import Mapped
from clerkwell.packs import OTHER, Pack
from clerkwell.packs.manifest import SectionSpec
from clerkwell.packs.repeating import APPENDIX_PAGES, source_of
from clerkwell.word.reader.document import ReadControl


def read_lines(
    lines: Sequence[Line],
    controls: Mapping[int, ReadControl],
    pictures: Mapping[str, bytes],
    tags: Mapping[int, str],
    pack: Pack,
    printed: Printed,
) -> Read:
    """What these lines of a document say, place by place."""
    gathering = _Gathering(controls, pack, printed, Pictures(pictures), frozenset(tags.values()))
    for line in lines:
        gathering.add(line)
    gathering.settle()
    return gathering.read


def own_spec(section: str, pack: Pack) -> SectionSpec:
    """What a pack says of a section of this id, one of the report's own too."""
    spec = pack.section(section)
    if spec is not None:
        return spec
    other = pack.section(OTHER) or SectionSpec(id=OTHER, title="")
    return other.model_copy(update={"title": ""})


class _Gathering:
    """Goes through the lines of a document and keeps what each place says."""

    def __init__(
        self,
        controls: Mapping[int, ReadControl],
        pack: Pack,
        printed: Printed,
        pictures: Pictures,
        tags: frozenset[str],
    ) -> None:
        self._controls = controls
        self._pack = pack
        self._printed = printed
        self._fields: dict[str, dict[int, list[str]]] = {}
        self._last = ""
        self._item: tuple[str, int, tuple[int, ...]] | None = None
        self._items = 0
        meanings = meanings_of(pack)
        self._openings = Openings(pack, printed, meanings, tags)
        self.read = Read(pack, Maker(meanings, pictures), tags)
        for tag in tags:
            kind, _, name = tag.partition(":")
            if kind == "field" and "." not in name:
                self.read.said.setdefault(name, [])

    def add(self, line: Line) -> None:
        """Take a line in."""
        section = self._section(line)
        opened = self._openings.opened(line)
        if opened:
            self._open(opened, section, line)
            return
        here = self._openings.section(section.id if section is not None else "")
        if here and (section is None or here != section.id) and line.story == "body" and not line.spot:
            if line.shows and (line.paragraph is None or not self._printed.has(line.words)):
                self._add_body(self._begun(here), line)
            return
        repeat = next((each for each in line.stands if each.kind == "repeat"), None)
        inline = next((each for piece in line.pieces for each in piece.stands if each.kind == "repeat"), None)
        if repeat is None:
            repeat = inline or self._row_of(line)
            if repeat is not None and section is None and source_of(repeat.id, self._pack) == "items":
                section = self._begun(repeat.id)
        body = line.inside("body")
        if repeat is not None and source_of(repeat.id, self._pack) != "items":
            self._add_to_row(repeat, line)
        elif repeat is not None and section is not None:
            self._add_to_item(section, repeat, line)
        elif section is not None and (body is not None or line.paragraph is None):
            self._add_body(section, line)
        elif line.paragraph is None:
            if line.shows:
                self._leave(line.words, line)
        else:
            self._add_pieces(section, line)
        if line.stands or line.pieces:
            self._last = section.id if section is not None else self._last

    def settle(self) -> None:
        """Put the words of each place of a field together."""
        for name, places in self._fields.items():
            spec = self._pack.field(name)
            texts = ["\n".join(lines) for lines in places.values()]
            if "." in name:
                self.read.columns[name] = [
                    unprinted(spec, each).strip() for text in texts for each in text.split("\n") if each.strip()
                ]
            else:
                self.read.said[name] = [unprinted(spec, text) for text in texts]

    def _row_of(self, line: Line) -> Stand | None:
        """The repeat that a line's fields belong to, where the control round the row was taken out."""
        for stand in (*line.stands, *(each for piece in line.pieces for each in piece.stands)):
            repeat, dot, _ = stand.id.partition(".")
            form = self._printed.rows.get(repeat)
            known = form is not None and any(tag == stand.tag for tag, _, _ in form.places)
            if dot and stand.kind == "field" and (known or repeat == APPENDIX_PAGES):
                return Stand(f"repeat:{repeat}", 0)
        return None

    # Sections

    def _open(self, name: str, inside: SectionRead | None, line: Line) -> None:
        """Begin a section whose heading was typed, or stands where its place was."""
        self._openings.begin(name, inside.id if inside is not None else "")
        self._begun(name).heading.append(without_number(line.words))
        if line.paragraph is not None:
            self.read.maker.mark(line.paragraph.bookmarks, "section", name)
        self._last = name

    def _section(self, line: Line) -> SectionRead | None:
        stands = [*line.stands, *(each for piece in line.pieces for each in piece.stands)]
        for each in stands:
            if each.kind in ("section", "heading", "body"):
                return self._begun(each.id)
            if each.kind == "repeat" and source_of(each.id, self._pack) == "items":
                return self._begun(each.id)
        return None

    def _begun(self, name: str) -> SectionRead:
        if name not in self.read.sections:
            self.read.sections[name] = SectionRead(name, own_spec(name, self._pack))
        return self.read.sections[name]

    def _add_body(self, section: SectionRead, line: Line) -> None:
        section.lines.append((line, 0))

    def _add_to_item(self, section: SectionRead, repeat: Stand, line: Line) -> None:
        """Take in a line of a row for one item of a section's list."""
        key = (section.id, repeat.number, line.spot[:-1])
        if key != self._item:
            self._item = key
            self._items += 1
        number = [each for each in line.pieces if self._is(owner(line, each), f"{section.id}.number")]
        if number or self._is(line.inside("field"), f"{section.id}.number"):
            # What points at the item points at its number.
            names = [] if line.paragraph is None else list(line.paragraph.bookmarks)
            section.numbers[self._items] = (line.words, names)
            self._map(line.words, "number")
            return
        text = [each for each in line.pieces if self._is(owner(line, each), f"{section.id}.text")]
        if (
            text
            or line.inside("field") is not None
            or line.paragraph is None
            or (line.shows and not self._printed.has(line.words))
        ):
            section.lines.append((line, self._items))

    @staticmethod
    def _is(stand: Stand | None, name: str) -> bool:
        return stand is not None and stand.kind == "field" and stand.id == name

    # Lines of places

    def _add_pieces(self, section: SectionRead | None, line: Line) -> None:
        """Take in a line whose words are those of fields and headings, and the template's own between them."""
        parts = list(chunks(line))
        if not any(stand is not None for stand, _ in parts):
            self._add_free(section, line)
            return
        if any(stand is not None and stand.kind == "body" for stand, _ in parts):
            self._add_body(self._begun(next(s.id for s, _ in parts if s is not None and s.kind == "body")), line)
            return
        texts = self._with_neighbours([(stand, said(pieces)) for stand, pieces in parts], line)
        for stand, text in texts:
            if stand.kind == "heading":
                begun = self._begun(stand.id)
                begun.heading.append(text)
                if line.paragraph is not None:
                    self.read.maker.mark(line.paragraph.bookmarks, "section", stand.id)
            else:
                control = self._controls.get(stand.number)
                shown = ticked(self._pack.field(stand.id), text, control)
                if control is not None and control.prompt:
                    shown = ""
                self._fields.setdefault(stand.id, {}).setdefault(stand.number, []).append(shown)
        for piece in line.pieces:
            if piece.span.picture is not None and section is not None and owner(line, piece) is None:
                self._add_body(section, line)
                break

    def _with_neighbours(self, parts: Sequence[tuple[Stand | None, str]], line: Line) -> list[tuple[Stand, str]]:
        """The words of each place of a line, with what somebody typed just outside of it."""
        done: list[tuple[Stand, str]] = []
        waiting = ""
        for at, (stand, text) in enumerate(parts):
            if stand is not None:
                done.append((stand, waiting + text))
                waiting = ""
                continue
            typed = text
            if self._printed.has(text):
                self._map(text, "label")
                continue
            found = self._printed.parted(text)
            if found is not None:
                self._map(found[0], "label")
                typed = found[1]
            after = next((each for each, _ in parts[at + 1 :] if each is not None), None)
            if done and (found is None or after is None):
                done[-1] = (done[-1][0], done[-1][1] + typed)
            elif after is not None:
                waiting = typed + (" " if typed and not typed.endswith(" ") else "")
            else:
                self._leave(typed, line)
        return done

    def _add_free(self, section: SectionRead | None, line: Line) -> None:
        """Take in a line that stands in no place: the template's, typed where a place was, or somebody's own."""
        text = line.words
        if not line.shows:
            return
        has_more = any(piece.span.picture or piece.span.note is not None for piece in line.pieces)
        if line.story != "body" or (self._printed.has(text) and not has_more):
            self._map(text, "page" if line.story != "body" else "label")
            return
        found = self._printed.parted(text)
        if found is not None and section is None:
            tag = self._printed.before.get(found[0], "")
            name = tag.removeprefix("field:")
            if tag.startswith("field:") and not any(self.read.said.get(name, ())) and name not in self._fields:
                self._map(found[0], "label")
                self._fields.setdefault(name, {}).setdefault(-1, []).append(found[1])
                return
        if section is not None:
            self._add_body(section, line)
        else:
            self._leave(text, line)

    def _add_to_row(self, repeat: Stand, line: Line) -> None:
        rows = self.read.rows.setdefault(repeat.id, Rows(repeat.id, self._pack))
        if line.paragraph is None:
            rows.add_block(line)
            return
        typed = []
        held = False
        for stand, pieces in chunks(line):
            if stand is not None and stand.kind == "field" and stand.id.startswith(f"{repeat.id}."):
                held = True
                control = self._controls.get(stand.number)
                text = "" if control is not None and control.prompt else said(pieces)
                link = next((each.span.link for each in pieces if each.span.link), "")
                rows.add(repeat, stand, unprinted(self._pack.field(stand.id), text), link, line)
            elif stand is not None and stand.kind == "field":
                held = True
                self._fields.setdefault(stand.id, {}).setdefault(stand.number, []).append(said(pieces))
            else:
                typed.append(said(pieces))
        for text in typed:
            if self._printed.has(text):
                self._map(text, "label")
            elif not held:
                rows.add_typed(repeat, line)
                break
            elif single(text):
                rest = self._printed.parted(text)
                rows.append(rest[1] if rest else text)
        if line.paragraph.bookmarks:
            rows.mark(line.paragraph.bookmarks)

    def _leave(self, text: str, line: Line) -> None:
        if single(text):
            self.read.left.append(Left(text.strip(), line, self._last))

    def _map(self, text: str, to: Literal["label", "number", "page"]) -> None:
        if single(text):
            self.read.mapped.append(Mapped(single(text), to))


def manner(section: SectionRead, pack: Pack) -> Manner:
    """How a section is set."""
    return manner_of(section.spec, pack)


def heading_of(section: SectionRead) -> str:
    """The heading as it was read."""
    return single(" ".join(section.heading))
