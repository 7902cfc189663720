"""Saying what goes where in a pack's Word document: a place is put in, moved, taken out or named, as one change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from clerkwell.packs import FieldSpec, Pack, PackError
from clerkwell.word.ooxml import WordError, template_places
from clerkwell.word.template import template_lines
from clerkwell.word.template.retagging import retag
from clerkwell.word.template.shapes import LineShape, template_shapes
from clerkwell.word.template.steps import Around, Inside, Step, set_up
from clerkwell.word.template.unmarking import take_out
from clerkwell.workshop.draft import with_manifest, with_template
from clerkwell.workshop.draft.naming import field_id
from clerkwell.workshop.wanted import WantedPlace, prompt_of, wanted_places

WayId = Literal["words", "end", "lines", "row"]
_LONGEST = 40
T = TypeVar("T")


@dataclass(frozen=True)
class Target:
    """What was pointed at: lines by their number in `template_lines`, and of a single one characters of its `raw`."""

    first: int
    last: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Way:
    """A way to put a place where somebody points, in words: "Instead of “All”"."""

    id: WayId
    says: str


def ways(place: WantedPlace, target: Target, shapes: tuple[LineShape, ...]) -> tuple[Way, ...]:
    """How a place can go there, the likeliest first; none where it cannot."""
    if not 0 <= target.first <= target.last < len(shapes):
        return ()
    first, last = shapes[target.first], shapes[target.last]
    if (first.line.at.part, bool(first.line.at.table)) != (last.line.at.part, bool(last.line.at.table)):
        return ()
    own = shapes[target.first : target.last + 1]
    one, chosen = target.first == target.last, first.raw[target.start : target.end]
    lines = _line(first) if one else f"these {len(own)} lines"
    found: tuple[Way | None, ...] = ()
    if place.kind in ("field", "body", "heading") and any(map(_is_answer, own)):
        # What is there would go, or have another place inside.
        return ()
    # Lines that hold a picture or another place are not replaced: those would go with them.
    instead = None if any(map(_is_kept, own)) else Way("lines", f"Instead of {lines}")
    match place.kind:
        case "field":
            words = Way("words", f"Instead of the words “{_short(chosen)}”") if one and chosen.strip() else None
            end = Way("end", f"At the end of {lines}" if first.raw.strip() else f"In {lines}") if one else None
            found = (words, end, instead)
        case "heading":
            found = (Way("words", f"The words of {lines}"),) if one and first.raw.strip() else ()
        case "body":
            found = (instead,)
        case "repeat":
            rows = {(each.line.at.table, each.line.at.row) for each in own}
            row = Way("row", "Round the row" if len(rows) == 1 else f"Round these {len(rows)} rows")
            found = (row if first.line.at.table else None, Way("lines", f"Round {lines}"))
        case _:
            heading = "" if not place.headed else " as its heading" if one else ", the first as its heading"
            found = (Way("lines", f"Round {lines}{heading}"),)
    return tuple(each for each in found if each is not None)


def put_in(pack: Pack, tag: str, target: Target, way: WayId, *, again: bool = False) -> Pack:
    """Put a place where somebody points; one that stands elsewhere moves, or, `again`, stands here too.

    A section brings its heading (its first line) and its text (the others) along, where they have no place yet; a
    heading and a text that both stand get their section. `PackError` says why it cannot be done.
    """
    places = in_word(lambda: template_places(pack.template))
    place = next((each for each in wanted_places(pack, places) if each.tag == tag), None)
    if place is None:
        raise PackError("The pack asks for no such thing any more.")
    template, there = pack.template, {each.tag for each in places.places}
    if tag in there and not again:
        was = len(in_word(lambda: template_lines(template)))
        at = _first_line(template, tag)
        template = in_word(lambda: take_out(template, tag, with_line=True))
        fewer = was - len(in_word(lambda: template_lines(template)))
        if fewer and at <= target.first:
            target = replace(target, first=target.first - fewer, last=target.last - fewer)
        there.discard(tag)
    shapes = in_word(lambda: template_shapes(template))
    if way not in {each.id for each in ways(place, target, shapes)}:
        raise PackError("The document is no longer as it was shown. Choose the line again.")
    titles = {each.tag: each for each in wanted_places(pack, places)}
    made = in_word(lambda: set_up(template, _steps(place, target, way, shapes, there, titles)))
    return with_template(pack, _with_section(made, place, pack))


def _steps(
    place: WantedPlace,
    target: Target,
    way: WayId,
    shapes: tuple[LineShape, ...],
    there: set[str],
    wanted: dict[str, WantedPlace],
) -> list[Step]:
    first = shapes[target.first]
    if place.kind == "heading":
        start, end = (target.start, target.end) if target.end > target.start else _trimmed(first.raw)
        return [Inside(target.first, start, end, place.tag, place.title)]
    if way in ("words", "end"):
        # Behind what goes in the line already; else behind its words.
        end = len(first.raw) if first.line.holds else len(first.raw.rstrip())
        start, stop = (target.start, target.end) if way == "words" else (end, len(first.raw))
        # What stood behind the label to make room for an answer by hand goes.
        return [Inside(target.first, start, stop, place.tag, place.title, place.prompt)]
    prompt = place.prompt if place.kind in ("field", "body") else ""
    around = Around(target.first, target.last, place.tag, place.title, prompt, row=way == "row")
    if place.kind != "section":
        return [around]
    ident = place.tag.partition(":")[2]
    heading, body = wanted.get(f"heading:{ident}"), wanted.get(f"body:{ident}")
    steps: list[Step] = []
    headed = heading is not None and heading.tag not in there and bool(first.raw.strip())
    if headed and heading is not None:
        start, end = _trimmed(first.raw)
        steps.append(Inside(target.first, start, end, heading.tag, heading.title))
    begin = target.first + (heading is not None)
    # The text is what comes after the last line that holds something else: the words before recommendations, say.
    kept = [at for at in range(begin, target.last + 1) if _is_kept(shapes[at]) or _is_answer(shapes[at])]
    begin = kept[-1] + 1 if kept else begin
    if body is not None and body.tag not in there and begin <= target.last:
        steps.append(Around(begin, target.last, body.tag, body.title, body.prompt))
    return [*steps, around]


def _with_section(template: bytes, place: WantedPlace, pack: Pack) -> bytes:
    """A section round its heading and its text, once both stand and nothing does."""
    ident = place.tag.partition(":")[2]
    spec = pack.section(ident)
    if place.kind not in ("heading", "body") or spec is None:
        return template
    lines = in_word(lambda: template_lines(template))
    if any(f"section:{ident}" in each.inside for each in lines):
        return template
    heading = next((at for at, each in enumerate(lines) if f"heading:{ident}" in each.holds), None)
    body = [at for at, each in enumerate(lines) if f"body:{ident}" in (*each.inside, *each.holds)]
    if not body or (heading is None and spec.heading == "block"):
        return template
    first = body[0] if heading is None else min(heading, body[0])
    title = f"{spec.title.rstrip(':')}: section"
    try:
        return set_up(template, [Around(first, body[-1], f"section:{ident}", title)])
    except WordError:
        # They stand in different cells or parts: the check says so.
        return template


def take_away(pack: Pack, tag: str, line: int) -> Pack:
    """Take out the place that stands in a line, with its prompt."""
    return with_template(pack, in_word(lambda: take_out(pack.template, tag, line)))


def call(pack: Pack, tag: str, title: str) -> Pack:
    """Give a place another title in Word."""
    words = " ".join(title.split())
    if not words:
        raise PackError("A place needs a title, by which people and the repair know it.")
    return with_template(pack, in_word(lambda: retag(pack.template, tag, tag, words)))


def new_field(pack: Pack, title: str, target: Target, way: WayId) -> Pack:
    """Ask authors for something more, and put its place where somebody points."""
    words = " ".join(title.split())
    if not words:
        raise PackError("Give the new question a name: what authors are asked for.")
    spec = FieldSpec(id=field_id(pack.manifest, words), title=words)
    manifest = pack.manifest.model_copy(update={"field": (*pack.manifest.field, spec)})
    return put_in(with_manifest(pack, manifest), f"field:{spec.id}", target, way)


def as_new(title: str) -> WantedPlace:
    """The place of a question that is not asked yet."""
    words = " ".join(title.split()) or "New question"
    spec = FieldSpec(id="new", title=words)
    return WantedPlace("field:new", words, words, prompt_of(spec))


def in_word(run: Callable[[], T]) -> T:
    """Do something to the document; a fault of it is one of the pack."""
    try:
        return run()
    except WordError as error:
        raise PackError(str(error)) from error


def _first_line(template: bytes, tag: str) -> int:
    lines = in_word(lambda: template_lines(template))
    return next((at for at, each in enumerate(lines) if tag in each.holds or tag in each.inside), 0)


def is_taken(target: Target, shapes: tuple[LineShape, ...]) -> bool:
    """Whether an answer or a text goes there already."""
    return any(map(_is_answer, shapes[max(target.first, 0) : target.last + 1]))


def _is_answer(shape: LineShape) -> bool:
    return any(tag.startswith(("field:", "body:")) for tag in shape.line.inside)


def _is_kept(shape: LineShape) -> bool:
    return shape.picture or bool(shape.line.holds)


def _trimmed(raw: str) -> tuple[int, int]:
    """The words of a line without the blanks round them."""
    return len(raw) - len(raw.lstrip()), len(raw.rstrip())


def _line(shape: LineShape) -> str:
    """A line by its own words; one that shows none but those of its places is only pointed at."""
    if shape.raw.strip():
        return f"the line “{_short(shape.raw)}”"
    return "this line" if shape.line.shown or shape.picture else "this empty line"


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
