"""Do the places of a template stand in each other as they should, and does none stand twice where one is meant?"""

from collections import Counter
from collections.abc import Iterator

from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.ooxml import Places, TaggedPlace
from clerkwell.word.template import TemplateLine
from clerkwell.workshop.problem import PackProblem


def nesting_problems(pack: Pack, places: Places, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """What stands in a place that is not its own, in words for whoever maintains the template."""
    for place in places.places:
        yield from _home(place, pack)
    yield from _first(places)
    yield from _twice(lines)
    yield from _rows_twice(lines)


def _home(place: TaggedPlace, pack: Pack) -> Iterator[PackProblem]:
    around = [tag for tag in place.inside if tag.startswith("section:")]
    if place.kind in ("heading", "body") and pack.section(place.id) is not None:
        home = f"section:{place.id}"
        if around and around[0] != home:
            yield _error(f"“{place.tag}” stands inside “{around[0]}”. Move it back into “{home}”.")
        elif not around:
            yield _error(f"“{place.tag}” stands outside “{home}”, so it would stay when that section is left out.")
    elif place.kind == "section" and around:
        yield _error(f"“{place.tag}” stands inside “{around[0]}”, and would go with it. Move it out.")
    elif place.kind == "field" and (first := next(iter(place.inside), "")).startswith("heading:"):
        yield _error(f"“{place.tag}” stands inside “{first}”, which has the words of a heading. Move it out.")
    elif place.kind == "field" and "." in place.id:
        listed = f"section:{place.id.partition('.')[0]}"
        if around and around[0] != listed and pack.section(place.id.partition(".")[0]) is not None:
            yield _error(f"“{place.tag}” stands inside “{around[0]}”. Move it back into “{listed}”.")
    if not place.in_document and place.kind in ("section", "heading", "body", "group"):
        yield _error(f"“{place.tag}” stands in {place.part}. Move it to the document itself.")


def _first(places: Places) -> Iterator[PackProblem]:
    """A section whose text comes before its heading."""
    order = {each.tag: at for at, each in enumerate(places.places)}
    for place in places.of("body"):
        if order.get(f"heading:{place.id}", -1) > order[place.tag]:
            yield _error(f"“{place.tag}” stands before “heading:{place.id}”. Put the heading first.")


def _twice(lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """A field twice in one line or in one line after another: its answer would be printed twice in a row."""
    before: TemplateLine | None = None
    for line in lines:
        doubled = [tag for tag, times in Counter(line.holds).items() if times > 1]
        if before is not None and before.words == line.words and before.at.part == line.at.part:
            doubled += [tag for tag in line.holds if tag in before.holds and tag not in doubled]
        for tag in doubled:
            yield PackProblem(
                "warning",
                f"“{tag}” stands twice, one straight after the other: its answer would be printed twice. Delete one.",
                f"{TEMPLATE}, {line.at.words}",
            )
        before = line if line.holds else None


def _rows_twice(lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Two rows of a table, one after the other, that are the same."""
    rows: dict[tuple[str, int, int], list[TemplateLine]] = {}
    for line in lines:
        if line.at.table:
            rows.setdefault((line.at.part, line.at.table, line.at.row), []).append(line)
    for (part, table, row), own in rows.items():
        following = rows.get((part, table, row + 1), [])
        same = [(each.words, each.holds) for each in own] == [(each.words, each.holds) for each in following]
        if same and len(own) > 1 and any(each.words for each in own):
            yield PackProblem(
                "warning",
                "The row stands twice, one straight after the other. Delete one.",
                f"{TEMPLATE}, {own[0].at.words}",
            )


def _error(message: str) -> PackProblem:
    return PackProblem("error", message, TEMPLATE)
