"""Filling a template's places for a blank form, and numbering the notes on them."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from clerkwell.packs import Pack, Part, SectionSpec, field_advice, field_choices, need, section_advice
from clerkwell.word.ooxml.controls import Control, content_of, controls, mark_filled
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.blank.ink import Lines
from clerkwell.word.writer.blank.lines import begin_line, put_inline, room
from clerkwell.word.writer.blank.looks import FormLooks, ruled, set_apart
from clerkwell.word.writer.blank.places import (
    Row,
    before_it,
    has_label,
    in_cell,
    lines_of,
    multiply,
    name_of,
    row_of,
    section_of,
    spec_of,
    stands_under_label,
    ticked,
    ticks,
)
from clerkwell.word.writer.fields import holder_of
from clerkwell.word.writer.repeats import Ids
from clerkwell.word.writer.sections import fill_heading, put_blocks
from clerkwell.word.writer.words import look, run

# A line takes about nine words by hand. A form is to plan on, so no section has more than half a page.
_WORDS_ON_A_LINE = 9
_FEWEST, _USUAL, _MOST = 3, 4, 14
_FEW = 4
# More lines than this are a picture, as line breaks in a row are read out as blanks.
_MOST_BREAKS = 2


class Form:
    """A blank form while it is made: its notes are numbered in the order in which one meets them."""

    def __init__(self, pack: Pack, looks: FormLooks, lines: Lines, ids: Ids, page: int, prompts: str | None) -> None:
        self._pack = pack
        self._prompts = prompts
        self._lines = lines
        self._looks = looks
        self._ids = ids
        self._page = page
        self._numbers: dict[str, int] = {}
        self._guided: set[str] = set()
        self._rows: dict[Element, Row] = {}
        self._filled: set[Element] = set()
        # A pack of few sections gives each more to say.
        few = sum(spec.kind == "text" for spec in pack.manifest.section) <= _FEW
        self._usual = 2 * _USUAL if few else _USUAL

    def fill_fields(self, root: Element) -> list[Element]:
        """Make the places below an element ready to be written on; the notes on them, as paragraphs."""
        rows = multiply(root, self._pack, self._ids, self._rows)
        self._rows |= rows
        # The rows of a repeat that is the root stand beside it.
        roots = [root, *(each for each in rows if each is not root and each.getparent() is root.getparent())]
        notes: list[Element] = []
        for control in [each for one in roots for each in controls(one) if each.kind == "field"]:
            if control.element not in self._filled:
                self._filled.add(control.element)
                notes += self._note(control)
                self._fill(control)
        for each in rows:
            mark_filled(each)
        return notes

    def fill_section(self, place: Control) -> None:
        """Give a section its heading, its guidance and room for its text."""
        section = place.element
        spec = self._pack.section(place.id)
        if spec is None:
            return
        part = Part(spec, None, wanted=False, relevant=True, stands=True)
        fill_heading(controls(section), part, run_in=spec.heading == "run-in")
        # Rows of its own are where it is answered: appendices, items.
        listed = any(each.kind == "repeat" and each.id in (spec.id, spec.kind) for each in controls(section))
        number = self._number(f"section:{spec.id}")
        guidance = self._guidance(spec, number)
        box = [*guidance, *self.fill_fields(section)]
        set_apart(box, above=False, keep=True)
        body = next((each for each in controls(section) if each.kind == "body"), None)
        room_at = section if body is None else body.element
        answers = [] if listed else self._answers(spec, number, room(room_at, self._page))
        if body is None and place.shape == "block":
            _put_under_heading(section, [*box, *answers])
        elif body is not None and _has_room_above(section, body):
            put_blocks(body, answers)
            _put_under_heading(section, box)
        elif body is not None:
            put_blocks(body, [*box, *answers])

    def _guidance(self, spec: SectionSpec, number: int) -> list[Element]:
        """The boxed paragraphs on a section: what to write, what else there is to know, the standard wordings."""
        advice = dict(section_advice(spec, self._pack))
        for said in ("Where it has a place", "When it is needed", "What to write"):
            advice.pop(said, "")
        if spec.nil == "reason":
            # It is said once, at the beginning of the form.
            advice.pop("If there is nothing to say", "")
        first = [need(spec, self._pack) or "If it applies.", spec.guidance]
        told = [(f"Note {number}: {spec.title.rstrip(': ')}.", " ".join(each for each in first if each))]
        if advice:
            told.append(("", " ".join(f"{heading}: {text.rstrip('.')}." for heading, text in advice.items())))
        wordings = [self._pack.manifest.wording[each].text for each in spec.wordings]
        if wordings:
            told.append(("", f"Standard wordings: {' '.join(f'“{each}”' for each in wordings)}"))
        return [self._boxed(title, text) for title, text in told]

    def _boxed(self, title: str, text: str) -> Element:
        [paragraph] = pieces(self._looks.note_paragraph(title, text))
        return paragraph

    def _answers(self, spec: SectionSpec, number: int, width: int) -> list[Element]:
        """Ruled lines for a section: as many as its words take, or some under each of its usual sub-headings."""
        lines = self._usual
        if spec.words is not None:
            lines = min(max(spec.words.most // _WORDS_ON_A_LINE, _FEWEST), _MOST)
        start = self._looks.refer(f"Write here (note {number}) ")
        if spec.heading == "run-in":
            lines = _FEWEST
            start = run(f"{spec.title}{spec.separator}", look(bold=False)) + self._looks.refer(f"(note {number}) ")
        if not spec.subheadings:
            return pieces(self._looks.answer(start, self._lines.drawn(lines, width)))
        each = max(lines // len(spec.subheadings), _FEWEST)
        done = ""
        for heading in spec.subheadings:
            done += (
                f'<w:p><w:pPr><w:pStyle w:val="{self._looks.sub_heading}"/><w:keepNext/></w:pPr>{run(heading)}</w:p>'
            )
            done += self._looks.answer(start, self._lines.drawn(each, width))
        return pieces(done)

    def _note(self, control: Control) -> list[Element]:
        """The boxed paragraphs on a field, when it is met for the first time and there is something to say."""
        section = section_of(row_of(control, self._rows), self._pack)
        if section is not None:
            known = f"section:{section.id}" in self._numbers
            return [] if known else self._guidance(section, self._number(f"section:{section.id}"))
        spec = spec_of(control, self._pack)
        if spec is None or control.id in self._numbers:
            return []
        text = " ".join((*self._repeat_guidance(control.id), *field_advice(spec, self._pack)))
        lists = () if ticks(spec, self._pack) else tuple(field_choices(spec, self._pack))
        if not text and not lists:
            return []
        number = self._number(control.id)
        name = name_of(control, self._pack)
        title = f"Note {number}: {name}{'' if name.endswith('?') else '.'}"
        return [self._boxed(title, text), *pieces("".join(self._looks.list_paragraph(each) for each in lists))]

    def _repeat_guidance(self, field_id: str) -> Iterator[str]:
        """What the pack says of a whole repeat, with the first of its fields."""
        repeat = self._pack.repeat(field_id.partition(".")[0]) if "." in field_id else None
        if repeat is not None and repeat.guidance and repeat.id not in self._guided:
            self._guided.add(repeat.id)
            yield repeat.guidance

    def _number(self, what: str) -> int:
        return self._numbers.setdefault(what, len(self._numbers) + 1)

    def _fill(self, control: Control) -> None:
        if before_it(control) is not None and not self._joins(control):
            begin_line(control)
        mark_filled(control.element)
        width = room(holder_of(control, self._prompts), self._page)
        put_inline(control, self._runs(control, width), width, self._prompts)

    def _runs(self, control: Control, width: int) -> str:
        """What stands in a field's place: its name if the template prints none, its note's number, room to answer."""
        spec = spec_of(control, self._pack)
        row = row_of(control, self._rows)
        filled_in = self._filled_in(control, row)
        if filled_in:
            return filled_in
        if spec is not None and spec.default and not ticks(spec, self._pack):
            return run(spec.default) + self._looks.refer(f" {self._reference(control)}")
        # A date for each committee, beside a list of them: one line for each.
        repeat = control.id.partition(".")[0] if "." in control.id and row is None else ""
        times = next((each.count for each in self._rows.values() if each.repeat == repeat), 1)
        said = [self._answer(control, row, width, at) for at in range(1, times + 1)]
        start = "<w:r><w:br/></w:r>" if before_it(control) is not None and not self._joins(control) else ""
        return start + "<w:r><w:br/></w:r>".join(said)

    def _filled_in(self, control: Control, row: Row | None) -> str:
        """What a form can say by itself: the number of a row, the section that a row is for."""
        name = control.id.partition(".")[2]
        section = section_of(row, self._pack)
        if section is not None and name == "issue":
            number = self._number(f"section:{section.id}")
            return run(section.title.rstrip(": ")) + self._looks.refer(f" (note {number})")
        return run(str(row.at)) if row is not None and name == "number" else ""

    def _answer(self, control: Control, row: Row | None, width: int, at: int) -> str:
        spec = spec_of(control, self._pack)
        prefix = spec.prefix if spec else ""
        if self._joins(control):
            start = prefix or " "
        elif has_label(control):
            start = ""
        elif any(letter.isalpha() for letter in prefix):
            start = prefix
        else:
            start = self._name(control, row, at)
        reference = self._reference(control) if at == 1 else ""
        before = len(start) + len(reference)
        runs = (run(start) if start else "") + (self._looks.refer(reference) if reference else "")
        answers = ticks(spec, self._pack) if spec is not None and spec.id == control.id else ()
        if answers:
            # A label of the template's stands before it.
            return runs + ticked(answers, before, width if in_cell(control) else width * 6 // 10)
        if section_of(row, self._pack) is not None and control.id.endswith(".text"):
            return runs + self._lines.drawn(_FEWEST, width)
        lines = 2 if control.id.endswith(".text") else lines_of(spec, self._pack, width)
        if lines > _MOST_BREAKS:
            return runs + self._lines.drawn(lines, width)
        return runs + (run(" ") if reference else "") + ruled(lines)

    def _joins(self, control: Control) -> bool:
        """Whether a field goes on from a number that stands before it: the title of an appendix, an item."""
        before = before_it(control)
        return before is not None and before.id.endswith(".number")

    def _name(self, control: Control, row: Row | None, at: int) -> str:
        """What a place without a label of its own is called, with its count where there are several rows."""
        if "." in control.id and row is None:
            return f"{at} " if stands_under_label(control) else f"{name_of(control, self._pack)} {at} "
        count = f" {row.at}" if row is not None and row.count > 1 else ""
        return f"{name_of(control, self._pack)}{count} "

    def _reference(self, control: Control) -> str:
        number = self._numbers.get(control.id)
        return "" if number is None else f"(note {number})"


def _has_room_above(section: Element, body: Control) -> bool:
    """Whether guidance has a place of its own in a section: under its heading, before its text."""
    return body.shape == "block" and body.element.getparent() in (section, *section)


def _put_under_heading(section: Element, box: Sequence[Element]) -> None:
    heading = next((each for each in controls(section) if each.kind == "heading"), None)
    holder = content_of(section)
    at = 0
    if heading is not None:
        path = [heading.element, *heading.element.iterancestors()]
        at = next((holder.index(each) + 1 for each in path if each.getparent() is holder), 0)
    holder[at:at] = list(box)
