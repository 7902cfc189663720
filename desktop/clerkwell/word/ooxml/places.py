"""What a template holds, as a value: for checking a pack before anything is written with it."""

from collections import Counter
from dataclasses import dataclass

from clerkwell.word.ooxml.controls import (
    Shape,
    controls,
    enclosing,
    is_placeholder,
    place,
    tag_of,
    text_of,
    title_of,
)
from clerkwell.word.ooxml.names import SDT, STYLES, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.styles import Styles


@dataclass(frozen=True)
class TaggedPlace:
    """A place of the template: its kind and id (from the tag), its shape, title and words, and the part it stands in.

    `inside` are the tags of the places round it, the nearest first. `prompt`: it shows a prompt, not words of its own.
    """

    kind: str
    id: str
    shape: Shape
    title: str = ""
    text: str = ""
    part: str = ""
    inside: tuple[str, ...] = ()
    prompt: bool = False
    locked: bool = False

    @property
    def tag(self) -> str:
        """The tag as written."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Places:
    """The places of a template in the document's order, and the names and language that its styles give.

    `duplicates` are tags that stand more than once though only `field:` may; `same_titles` titles that two different
    tags share; `strangers` the tags of controls that name no place.
    """

    places: tuple[TaggedPlace, ...]
    duplicates: tuple[str, ...]
    same_titles: tuple[str, ...]
    strangers: tuple[str, ...]
    paragraph_styles: frozenset[str]
    character_styles: frozenset[str]
    table_styles: frozenset[str]
    language: str

    def of(self, kind: str) -> tuple[TaggedPlace, ...]:
        """The places of one kind."""
        return tuple(each for each in self.places if each.kind == kind)

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of the places of one kind."""
        return frozenset(each.id for each in self.places if each.kind == kind)


def template_places(template: bytes) -> Places:
    """The places of a template; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    parts = stories(package)
    found: list[TaggedPlace] = []
    strangers: list[str] = []
    for part in parts:
        root = package.tree(part)
        for control in controls(root):
            lock = control.element.find(f"{w('sdtPr')}/{w('lock')}")
            found.append(
                TaggedPlace(
                    kind=control.kind,
                    id=control.id,
                    shape=control.shape,
                    title=title_of(control.element),
                    text=text_of(control.content),
                    part=part,
                    inside=tuple(each.tag for each in enclosing(control.element)),
                    prompt=is_placeholder(control.element),
                    locked=lock is not None,
                )
            )
        strangers += [tag_of(each) for each in root.iter(SDT) if tag_of(each) and place(each) is None]
    tags = Counter(each.tag for each in found)
    titles: dict[str, set[str]] = {}
    for each in found:
        if each.title:
            titles.setdefault(each.title, set()).add(each.tag)
    styles_part = package.related(STYLES)
    styles = Styles(package.tree(styles_part) if styles_part else None)
    return Places(
        places=tuple(found),
        duplicates=tuple(tag for tag, count in tags.items() if count > 1 and not tag.startswith("field:")),
        same_titles=tuple(sorted(title for title, of in titles.items() if len(of) > 1)),
        strangers=tuple(strangers),
        paragraph_styles=styles.names("paragraph"),
        character_styles=styles.names("character"),
        table_styles=styles.names("table"),
        language=styles.language,
    )
