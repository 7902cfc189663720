"""What a template holds, as a value: for checking a pack before anything is written with it."""

import re
from collections import Counter
from dataclasses import dataclass

from lxml.etree import _Element as Element

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
from clerkwell.word.ooxml.names import MC, SDT, STYLES, TBL, VAL, P, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.styles import Styles


@dataclass(frozen=True)
class TaggedPlace:
    """A place of the template: its kind and id (from the tag), its shape, title and words, and the part it stands in.

    `inside` are the tags of the places round it, the nearest first. `prompt`: it shows a prompt, not words of its own.
    `locked`: nobody can delete it in Word. `alone`: the paragraph that it stands in holds nothing else. `in_document`:
    in the text itself, not in a header, footer or note. `again`: it is there once more, for programs that show nothing
    newer (part 3, 7.6).
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
    alone: bool = False
    in_table: bool = False
    in_document: bool = True
    again: bool = False

    @property
    def tag(self) -> str:
        """The tag as written."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class Places:
    """The places of a template in the document's order, and the names and language that its styles give.

    `duplicates` are tags that stand more than once though only `field:` may; `same_titles` titles that two different
    tags share; `strangers` the tags of controls that name no place; `marked` the parts that say DRAFT in words or in a
    watermark, which every final would say too.
    """

    places: tuple[TaggedPlace, ...]
    duplicates: tuple[str, ...]
    same_titles: tuple[str, ...]
    strangers: tuple[str, ...]
    paragraph_styles: frozenset[str]
    character_styles: frozenset[str]
    table_styles: frozenset[str]
    language: str
    marked: tuple[str, ...] = ()

    def of(self, kind: str) -> tuple[TaggedPlace, ...]:
        """The places of one kind."""
        return tuple(each for each in self.places if each.kind == kind)

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of the places of one kind."""
        return frozenset(each.id for each in self.places if each.kind == kind)


def stands_alone(element: Element) -> bool:
    """Whether a control has the paragraph that it stands in to itself."""
    line = element.getparent()
    if line is None or line.tag != P:
        return False
    others = [inner for each in line if each is not element for inner in each.iter(T, *_SEEN)]
    return not any(each.tag != T or (each.text or "").strip() for each in others)


# Of the locks, those that keep a control from being deleted (17.18.76).
_KEPT = frozenset({"sdtLocked", "sdtContentLocked"})
_DRAFT = re.compile(r"\bDRAFT\b|^\s*[Dd]raft\s*$")
_SEEN = (SDT, *(w(name) for name in ("drawing", "object", "pict", "fldSimple", "instrText", "sym", "br")))


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
                    locked=lock is not None and lock.get(VAL) in _KEPT,
                    alone=stands_alone(control.element),
                    in_table=next(control.element.iterancestors(TBL), None) is not None,
                    in_document=part == package.main,
                    again=next(control.element.iterancestors(f"{{{MC}}}Fallback"), None) is not None,
                )
            )
        strangers += [tag_of(each) for each in root.iter(SDT) if tag_of(each) and place(each) is None]
    tags = Counter(each.tag for each in found if not each.again)
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
        marked=tuple(part for part in parts if _says_draft(package.tree(part))),
    )


def _says_draft(root: Element) -> bool:
    """Whether a part says DRAFT: as words of their own, or in the letters of a watermark."""
    said = [text_of(each) for each in root.iter(P)]
    said += [each.get("string", "") for each in root.iter("{urn:schemas-microsoft-com:vml}textpath")]
    return any(_DRAFT.search(each) for each in said)
