"""Checking a pack: its places, the names and styles in its document, and the sample as a trial export."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from clerkwell.model import GRAVITY
from clerkwell.packs import Pack
from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.word.ooxml import Places, WordError, template_places
from clerkwell.word.template import template_lines, template_looks
from clerkwell.workshop.changed import document_changes, place_names
from clerkwell.workshop.draft.changing import says_the_same
from clerkwell.workshop.labels import label_problems
from clerkwell.workshop.left import left_problems
from clerkwell.workshop.locks import lock_problems
from clerkwell.workshop.nesting import nesting_problems
from clerkwell.workshop.numbers import number_problems
from clerkwell.workshop.places import order_problems, place_problems
from clerkwell.workshop.problem import PackProblem
from clerkwell.workshop.reading import template_reading_problems
from clerkwell.workshop.repeats import repeat_problems
from clerkwell.workshop.roles import missing_roles, role_problems
from clerkwell.workshop.sampled import sample_problems
from clerkwell.workshop.sense import sense_problems
from clerkwell.workshop.shapes import shape_problems
from clerkwell.workshop.tables import table_problems
from clerkwell.workshop.wanted import place_titles


def check_pack(pack: Pack, today: date | None = None, before: Pack | None = None) -> tuple[PackProblem, ...]:
    """All that is wrong with a pack, errors first, and what its maintainer should know.

    Without `today` nothing is said of lists and packs that are over by now. `before` is the version in use, where there
    is one: whatever the document no longer has, or has otherwise, is told, as nobody can see every slip in Word.
    """
    try:
        places, lines = template_places(pack.template), template_lines(pack.template)
    except WordError as error:
        return (PackProblem("error", str(error), "template.docx"),)
    checks: tuple[Callable[[], Iterable[PackProblem]], ...] = (
        lambda: place_problems(pack, places),
        lambda: repeat_problems(pack, places),
        lambda: order_problems(pack, places),
        lambda: nesting_problems(pack, places, lines),
        lambda: _names(places),
        lambda: lock_problems(places),
        lambda: shape_problems(pack, places, lines),
        lambda: missing_roles(pack, places),
        lambda: role_problems(pack, template_looks(pack.template), lines),
        lambda: left_problems(pack, places),
        lambda: label_problems(pack, lines),
        lambda: number_problems(pack),
        lambda: table_problems(lines),
        lambda: template_reading_problems(pack.template),
        lambda: sense_problems(pack, today),
        lambda: _language(pack, places),
        lambda: _nation(pack),
    )
    found = list(dict.fromkeys(problem for check in checks for problem in _told(check)))
    if not any(problem.severity == "error" for problem in found):
        found += sample_problems(pack)
    found += _changes(pack, before)
    names = place_titles(pack)
    names |= {each.tag: each.title for each in places.places if each.title and each.tag in names}
    told = (replace(problem, message=_in_plain_words(problem.message, names)) for problem in found)
    return tuple(sorted(told, key=lambda problem: GRAVITY[problem.severity]))


def _told(check: Callable[[], Iterable[PackProblem]]) -> list[PackProblem]:
    """What a check says; of a part of the template that cannot be read, that."""
    try:
        return list(check())
    except WordError as error:
        return [PackProblem("error", str(error), TEMPLATE)]


_TAG = re.compile(r"“((?:field|repeat|section|heading|body|group):[^”]*)”")


def _in_plain_words(message: str, names: Mapping[str, str]) -> str:
    """A message with places by the titles that Word shows, where the pack knows them."""
    return _TAG.sub(lambda found: f"“{names.get(found[1], found[1])}”", message)


def usable(pack: Pack) -> tuple[str, ...]:
    """What keeps a pack from being used, in sentences: the catalogue's check, quick enough for every start."""
    try:
        places = template_places(pack.template)
    except WordError as error:
        return (str(error),)
    names = place_titles(pack)
    return tuple(
        _in_plain_words(f"{problem.where}: {problem.message}" if problem.where else problem.message, names)
        for problem in (*place_problems(pack, places), *repeat_problems(pack, places), *missing_roles(pack, places))
        if problem.severity == "error"
    )


def _changes(pack: Pack, before: Pack | None) -> Iterator[PackProblem]:
    """What differs from the version in use."""
    if before is None or says_the_same(pack, before):
        # What is put into use is no draft there: the state alone is no difference.
        return
    if pack.manifest.pack.version == before.manifest.pack.version:
        yield PackProblem(
            "warning",
            f"It differs from the version in use and has the same number, {before.manifest.pack.version}. Give it a "
            "higher one, so that authors’ programs take it.",
            MANIFEST,
        )
    try:
        changes = document_changes(before.template, pack.template, place_names(before) | place_names(pack))
    except WordError:
        return
    for change in changes:
        yield PackProblem("info", f"Since version {before.manifest.pack.version}: {change.says}", TEMPLATE)


def _nation(pack: Pack) -> Iterator[PackProblem]:
    nation = pack.manifest.pack.nation
    if nation != "england":
        name = nation.replace("-", " ").title()
        yield PackProblem(
            "info",
            f"Clerkwell knows the law of England. In reports of {name} it checks nothing that rests on law: deadlines, "
            "exempt information, key decisions. Say in the guidance what holds there.",
            "pack.toml",
        )


def _names(places: Places) -> Iterator[PackProblem]:
    for tag in places.duplicates:
        yield PackProblem("error", f"“{tag}” stands twice. Only answers may be printed twice.", "template.docx")
    for title in places.same_titles:
        yield PackProblem(
            "warning",
            f"Two controls have the title “{title}”. Give each its own, so that lost tags can be put back.",
            "template.docx",
        )
    for part in places.marked:
        yield PackProblem(
            "warning",
            f"The document says DRAFT itself, in {part}, so every final would. Take the word out: drafts are marked by "
            "the program.",
            "template.docx",
        )
    for each in places.of("field"):
        outer = next((tag for tag in each.inside if tag.startswith("field:")), None)
        if outer is not None and not each.again:
            yield PackProblem(
                "warning",
                f"The place “{each.tag}” stands inside “{outer}”, so both answers are printed there, one after the "
                "other. Put one of them beside the other.",
                "template.docx",
            )
    for tag in places.strangers:
        yield PackProblem(
            "warning", f"The control tagged “{tag}” is no place of a pack; it stays as it is.", "template.docx"
        )
    for place in places.places:
        if not place.title:
            yield PackProblem("warning", f"The control “{place.tag}” has no title. Give it one.", "template.docx")
        if len(place.tag) > 64:
            yield PackProblem(
                "error", f"The tag “{place.tag}” is longer than Word keeps: 64 characters.", "template.docx"
            )


def _language(pack: Pack, places: Places) -> Iterator[PackProblem]:
    language = pack.manifest.pack.language
    if places.language.casefold() != language.casefold():
        found = places.language or "none"
        yield PackProblem("warning", f"The document’s language is {found}; the pack says {language}.", "template.docx")
