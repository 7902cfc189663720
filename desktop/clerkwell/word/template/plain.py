"""A plain copy of whatever Word document somebody has: no macros, nothing fetched from elsewhere, nothing to settle.

What made it a template of Word's, a form or a document under review goes, and is told; every other part keeps its
bytes. Macros are never run: their names are read from the text beside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.anything import open_any
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import CONTENT_TYPES, RUN, SETTINGS, P, R, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.template.asked import Asked, settle_asking
from clerkwell.word.template.lines import walked
from clerkwell.word.template.settled import settle_comments, settle_tracked

LeftOutKind = Literal[
    "macros", "template", "attached-template", "customised", "tracked", "comments", "protection", "from-elsewhere",
    "merge", "hidden",
]  # fmt: skip

_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Parts that carry macros, or buttons and keys that call them, by how their relations end.
_MACROS: Final = ("/vbaProject", "/wordVbaData", "/attachedToolbars")
_CUSTOMISED: Final = ("/extensibility", "/keyMapCustomizations", "/userCustomization")
_HARMLESS: Final = ("/hyperlink", "/attachedTemplate")
_MODULE: Final = re.compile(rb"(?:Module|Document|BaseClass)=([A-Za-z]\w{0,60})")
_MACRO: Final = re.compile(r"[\w.]+")
# Settings that ask for something whenever the document is opened (17.15.1).
_SETTINGS: Final = (
    ("attachedTemplate", "attached-template"),
    ("documentProtection", "protection"),
    ("writeProtection", "protection"),
    ("mailMerge", "merge"),
    ("linkStyles", ""),
    ("trackRevisions", ""),
)  # fmt: skip


@dataclass(frozen=True)
class LeftOut:
    """Something that the plain copy does without: of what kind, and what it was called, or how often it was there."""

    kind: LeftOutKind
    words: str = ""
    count: int = 0


@dataclass(frozen=True)
class PlainTemplate:
    """A document made plain. `asked` are its former form fields and content controls, now words of their lines."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()
    asked: tuple[Asked, ...] = ()


def plain_template(data: bytes) -> PlainTemplate:
    """The plain copy of a .docx, .dotx, .docm or .dotm; `WordError` says why a file is none of these."""
    package = open_any(data)
    left = [*_macros(package), *_kind(package), *_settings(package)]
    for part in stories(package):
        root = package.tree(part)
        if tracked := settle_tracked(root):
            package.touch(part)
            left.append(LeftOut("tracked", count=tracked))
        left += _hidden(package, part)
    if commented := settle_comments(package):
        left.append(LeftOut("comments", count=commented))
    left += _from_elsewhere(package)
    found = settle_asking(package)
    lines = {paragraph: number for number, (paragraph, _) in enumerate(walked(package))}
    asked = tuple(each for begun in found for each in begun.at(lines))
    return PlainTemplate(package.save(), _together(left), asked)


def _together(left: list[LeftOut]) -> tuple[LeftOut, ...]:
    """What was left out, a kind and name once, with how often."""
    counts: dict[tuple[LeftOutKind, str], int] = {}
    for each in left:
        counts[each.kind, each.words] = counts.get((each.kind, each.words), 0) + each.count
    return tuple(LeftOut(kind, words, count) for (kind, words), count in counts.items())


def _macros(package: OpenPackage) -> Iterator[LeftOut]:
    names: list[str] = []
    gone = False
    for holder in ("", *package.names):
        if "_rels/" in holder or holder not in ("", *package.names):
            continue
        relations = package.relations(holder)
        for each in list(relations):
            if each.kind.endswith(_MACROS):
                gone = True
                if each.target in package.names:
                    names += _names(package, each.target)
                relations.drop(each.id)
                package.drop(each.target)
            elif each.kind.endswith(_CUSTOMISED):
                yield LeftOut("customised")
                relations.drop(each.id)
                package.drop(each.target)
    if gone:
        yield LeftOut("macros", ", ".join(dict.fromkeys(names)))


def _names(package: OpenPackage, part: str) -> list[str]:
    """What macros a project holds, by the list that Word keeps beside it, else by the names of their modules."""
    for each in package.relations(part):
        if each.kind.endswith("/wordVbaData") and each.target in package.names:
            try:
                root = package.tree(each.target)
            except WordError:
                continue
            listed = [
                str(value) for e in root.iter() for key, value in e.attrib.items() if str(key).endswith("macroName")
            ]
            named = [found[0].rpartition(".")[2].capitalize() for name in listed if (found := _MACRO.search(name))]
            if named:
                return named
    # The project's own list is plain text (MS-OVBA 2.3.1), while macros themselves are packed.
    own = [name.decode("ascii") for name in _MODULE.findall(package.data(part))]
    return [name for name in own if name != "ThisDocument"]


def _kind(package: OpenPackage) -> Iterator[LeftOut]:
    types = package.tree(_TYPES)
    for each in types.iter(f"{{{CONTENT_TYPES}}}Override"):
        if each.get("PartName", "").casefold() == f"/{package.main}".casefold():
            if each.get("ContentType") == _DOCUMENT:
                return
            if "template" in each.get("ContentType", "").casefold():
                yield LeftOut("template")
            package.touch(_TYPES)
            each.set("ContentType", _DOCUMENT)
            return


def _settings(package: OpenPackage) -> Iterator[LeftOut]:
    part = package.related(SETTINGS)
    if part is None:
        return
    root = package.tree(part)
    relations = package.relations(part)
    for name, kind in _SETTINGS:
        for element in list(root.iterchildren(w(name))):
            package.touch(part)
            relation = relations.get(element.get(f"{{{R}}}id", ""))
            if kind == "attached-template":
                yield LeftOut("attached-template", "" if relation is None else _file_name(relation.target))
            elif kind == "protection":
                yield LeftOut("protection")
            elif kind == "merge":
                yield LeftOut("merge")
            for each in [each for each in relations if each.id in _ids(element)]:
                relations.drop(each.id)
            remove(element)


def _ids(element: Element) -> set[str]:
    return {
        str(value) for each in element.iter() for key, value in each.attrib.items() if str(key).startswith(f"{{{R}}}")
    }


def _file_name(address: str) -> str:
    return re.split(r"[\\/]", address.rstrip("\\/"))[-1]


def _hidden(package: OpenPackage, part: str) -> Iterator[LeftOut]:
    """Words that nobody sees in Word, and that every report would carry."""
    for run in list(package.tree(part).iter(RUN)):
        vanish = run.find(f"{w('rPr')}/{w('vanish')}")
        words = "".join(each.text or "" for each in run.iter(T)).strip()
        if vanish is not None and vanish.get(w("val"), "1") not in ("0", "false", "off") and words:
            package.touch(part)
            remove(run)
            yield LeftOut("hidden", words[:60])


def _from_elsewhere(package: OpenPackage) -> Iterator[LeftOut]:
    """Pictures, objects and documents that are fetched from another file: they go with what shows them."""
    for part in stories(package):
        relations = package.relations(part)
        for each in [each for each in relations if each.external and not each.kind.endswith(_HARMLESS)]:
            for element in [e for e in package.tree(part).iter() if each.id in map(str, e.attrib.values())]:
                holder = next((a for a in (element, *element.iterancestors()) if a.tag in (RUN, w("subDoc"))), None)
                if holder is not None and holder.tag != P:
                    package.touch(part)
                    remove(holder)
            relations.drop(each.id)
            yield LeftOut("from-elsewhere", _file_name(each.target))
