"""Repairing a template: what work in another program took from its places is put back, by another one that has them.

LibreOffice 7.4 keeps the words and styles of a template and drops most of its controls: those in a line lose tag and
title, those round rows and sections go altogether. Others keep titles and lose tags.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, controls, place, properties_of, shape_of, tag_of, title_of, unwrap
from clerkwell.word.ooxml.names import SDT, VAL, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.aligning import aligned
from clerkwell.word.template.controls import LONGEST, free_title
from clerkwell.word.template.furnishing import furnished
from clerkwell.word.template.grafting import grafted, inner_tags, valued
from clerkwell.word.template.lines import Spot, walked

RepairKind = Literal["tag", "place", "lock", "title", "twice", "lost", "furniture"]
# Kinds of controls that are no places, and are left alone; a bare one is what another program made of a place.
_PLAIN: Final = frozenset(w(name) for name in ("rPr", "alias", "id", "lock", "showingPlcHdr", "richText", "text"))
_KEPT: Final = frozenset({"sdtLocked", "sdtContentLocked"})
_NOWHERE: Final = Spot()


@dataclass(frozen=True)
class Repair:
    """Something that was put right, or, of kind "lost", that could not be.

    `tag` is the place's, `at` where it stands now, or stood; with `words` "after", the last line before that which is
    still there. For furniture, `words` says what.
    """

    kind: RepairKind
    tag: str = ""
    at: Spot = _NOWHERE
    words: str = ""


@dataclass(frozen=True)
class Repaired:
    """A template after its repair, and all that was done."""

    document: bytes
    repairs: tuple[Repair, ...]


def repair_template(
    template: bytes, before: bytes | None, known: frozenset[str], needed: frozenset[str], names: Mapping[str, str]
) -> Repaired:
    """Put back what a template lost; it keeps its bytes where nothing was to be done.

    `before` is one that had all its places: the version in use. `known` are the tags of the places that the template
    may have, `needed` those that it is to have where no other template says, and `names` their titles. Raises
    `WordError` where either is no sound Word document.
    """
    work = _Work(OpenPackage(template), None if before is None else OpenPackage(before), known, names)
    work.retag()
    work.clear()
    work.part_twins()
    work.graft()
    work.finish()
    if work.reference is not None:
        work.repairs += (
            Repair("furniture", words=each) for each in furnished(work.package, work.reference, work.pairs())
        )
    for each in sorted((needed if work.reference is None else known & work.had) - work.tags.keys()):
        at, after = work.where_it_stood(each)
        work.repairs.append(Repair("lost", each, at, "after" if after else ""))
    return Repaired(
        work.saved() if any(each.kind != "lost" for each in work.repairs) else template, tuple(work.repairs)
    )


def _as_cut(title: str) -> set[str]:
    """A title as it stands in a control, which has no room for a longer one: cut at a letter, or at a word."""
    if len(title) <= LONGEST:
        return {title}
    cut = title[: LONGEST - 1]
    return {f"{cut.rstrip()}…", f"{cut.rsplit(' ', 1)[0]}…"}


class _Work:
    """One template while it is being repaired."""

    def __init__(
        self, package: OpenPackage, reference: OpenPackage | None, known: frozenset[str], names: Mapping[str, str]
    ) -> None:
        self.package, self.reference = package, reference
        self.repairs: list[Repair] = []
        self._as_read = {part: etree.tostring(package.tree(part)) for part in stories(package)}
        self._names, self._known = names, known
        self._lines = walked(package)
        self._was = [] if reference is None else walked(reference)
        self._now_of = aligned([line for _, line in self._was], [line for _, line in self._lines])
        self._number_was = {element: at for at, (element, _) in enumerate(self._was)}
        self._number_now = {element: at for at, (element, _) in enumerate(self._lines)}
        self._models = [] if reference is None else [
            each for part in stories(reference) for each in controls(reference.tree(part))
        ]  # fmt: skip

    # --- What is there ---------------------------------------------------------------------------------------------

    @property
    def tags(self) -> Counter[str]:
        """The tags that stand in the template now, and how often."""
        return Counter(each.tag for each in self._controls())

    @property
    def had(self) -> frozenset[str]:
        """The tags of the places that the other template has."""
        return frozenset(each.tag for each in self._models)

    def _controls(self) -> list[Control]:
        return [each for part in stories(self.package) for each in controls(self.package.tree(part))]

    def pairs(self) -> Iterator[tuple[Element, Element]]:
        """The lines of the other template with those of this one that they are."""
        return ((self._was[was][0], self._lines[now][0]) for was, now in self._now_of.items())

    def _counterpart(self, paragraph: Element) -> Element | None:
        number = self._now_of.get(self._number_was.get(paragraph, -1))
        return None if number is None else self._lines[number][0]

    def _spot(self, element: Element) -> Spot:
        inside = [element] if element.tag == P else [*element.iter(P)]
        around = next(element.iterancestors(P), None)
        known = [
            self._number_now[each]
            for each in (*inside, *([] if around is None else [around]))
            if each in self._number_now
        ]
        return self._lines[known[0]][1].at if known else Spot()

    def where_it_stood(self, tag: str) -> tuple[Spot, bool]:
        """Where a place stood: its line, or the last before it that is still there, and whether it is only that."""
        model = next((each for each in self._models if each.tag == tag), None)
        inside = None if model is None else next(model.content.iter(P), None)
        around = None if model is None else next(model.element.iterancestors(P), None)
        paragraph = inside if inside is not None else around
        at = -1 if paragraph is None else self._number_was.get(paragraph, -1)
        for before in range(at, -1, -1):
            line = self._lines[self._now_of[before]][1] if before in self._now_of else None
            if line is not None and (before == at or line.shown):
                return line.at, before != at
        return _NOWHERE, False

    # --- Steps -----------------------------------------------------------------------------------------------------

    def retag(self) -> None:
        """Tags that were dropped or misspelt, put back by their titles."""
        titles: dict[str, set[tuple[str, str]]] = {}
        for model in self._models:
            titles.setdefault(title_of(model.element), set()).add((model.tag, model.shape))
        if self.reference is None:
            for tag, title in self._names.items():
                for said in _as_cut(title):
                    titles.setdefault(said, set()).add((tag, ""))
        known = self._known | {each.tag for each in self._models}
        for part in stories(self.package):
            for control in list(self.package.tree(part).iter(SDT)):
                given, tag = titles.get(title_of(control), set()), tag_of(control)
                if not title_of(control) or len(given) != 1 or (tag and (tag in known or place(control) is None)):
                    continue
                [(lost, shape)] = given
                if lost in self._known and self._fits(lost, shape, control) and not self.tags[lost]:
                    valued(control, "tag", lost)
                    self.repairs.append(Repair("tag", lost, self._spot(control)))

    def _fits(self, tag: str, shape: str, control: Element) -> bool:
        is_now = shape_of(control)
        if shape:
            return is_now == shape
        blocks = tag.startswith(("section:", "repeat:", "group:", "body:"))
        return not blocks or is_now != "inline"

    def clear(self) -> None:
        """What another program left of a place: a control in a line that had one, without a tag."""
        titles = {title_of(each.element) for each in self._models} - {""}
        held = {
            self._now_of[at]
            for at, (_, line) in enumerate(self._was)
            if (line.holds or line.inside) and at in self._now_of
        }
        for number in held:
            paragraph = self._lines[number][0]
            for control in [*paragraph.iter(SDT), *paragraph.iterancestors(SDT)]:
                properties = properties_of(control)
                bare = properties is None or all(each.tag in _PLAIN for each in properties)
                if bare and not tag_of(control) and (not title_of(control) or title_of(control) in titles):
                    unwrap(control)

    def part_twins(self) -> None:
        """Of a place that stands twice where only one may, the one that was pasted becomes plain words."""
        pasted = [
            twin
            for tag, times in self.tags.items()
            if times > 1 and not tag.startswith("field:")
            for twin in self._pasted(tag)
        ]
        elements = {each.element for each in pasted}
        for twin in pasted:
            # What stands in another that was pasted came with it.
            if not any(each in elements for each in twin.element.iterancestors(SDT)):
                self.repairs.append(Repair("twice", twin.tag, self._spot(twin.element)))
        for element in elements:
            unwrap(element)

    def _pasted(self, tag: str) -> list[Control]:
        """Those of a tag's controls that do not stand where the other template has its one; else all but the first."""
        twins = [each for each in self._controls() if each.tag == tag]
        model = next((each for each in self._models if each.tag == tag), None)
        inside = None if model is None else next(model.content.iter(P), None)
        around = None if model is None else next(model.element.iterancestors(P), None)
        line = inside if inside is not None else around
        own = None if line is None else self._counterpart(line)
        kept = (
            each
            for each in twins
            if own is not None and (own in each.element.iter(P) or own in each.element.iterancestors(P))
        )
        real = next(kept, twins[0])
        return [each for each in twins if each is not real]

    def graft(self) -> None:
        """Places that are gone, put round what they stood round; the outer ones first."""
        for model in self._models:
            if model.tag not in self._known or self._stands(model):
                continue
            made = grafted(model, self._counterpart, inner_tags(model), self._free_number())
            if made is not None:
                self.repairs.append(Repair("place", model.tag, self._spot(made)))

    def _stands(self, model: Control) -> bool:
        """Whether a place is there; a field that may stand twice has to stand in the same line."""
        there = [each for each in self._controls() if each.tag == model.tag]
        if len(there) >= sum(each.tag == model.tag for each in self._models):
            return True
        if not there or not model.tag.startswith("field:"):
            return bool(there)
        line = next(model.element.iterancestors(P), None)
        own = None if line is None else self._counterpart(line)
        return own is None or any(own in each.element.iterancestors(P) for each in there)

    def _free_number(self) -> str:
        numbers = [
            each.get(VAL, "") for part in stories(self.package) for each in self.package.tree(part).iter(w("id"))
        ]
        return str(max((int(each) for each in numbers if each.isdecimal()), default=610_000_000) + 1)

    def finish(self) -> None:
        """A lock and a title of its own for each place."""
        titles = {each.tag: title_of(each.element) for each in self._models}
        seen: dict[str, str] = {}
        for control in self._controls():
            element = control.element
            title = title_of(element)
            if not title or seen.get(title, control.tag) != control.tag:
                title = free_title(
                    self.package, titles.get(control.tag) or self._names.get(control.tag) or control.id, element
                )
                valued(element, "alias", title)
                self.repairs.append(Repair("title", control.tag, self._spot(element)))
            seen[title] = control.tag
            properties = properties_of(element)
            lock = None if properties is None else child(properties, w("lock"))
            if lock is None or lock.get(VAL) not in _KEPT:
                valued(
                    element,
                    "lock",
                    "sdtContentLocked" if lock is not None and lock.get(VAL) == "contentLocked" else "sdtLocked",
                )
                self.repairs.append(Repair("lock", control.tag, self._spot(element)))

    def saved(self) -> bytes:
        """The template as it is now."""
        for part, was in self._as_read.items():
            if etree.tostring(self.package.tree(part)) != was:
                self.package.touch(part)
        return self.package.save()
