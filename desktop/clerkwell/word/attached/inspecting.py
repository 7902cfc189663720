"""What a Word document that travels with a report tells beside its text."""

from collections.abc import Iterator

from clerkwell.word.attached.others import of_pictures
from clerkwell.word.attached.traces import (
    APP_NAMES,
    ATTACHED_TEMPLATE,
    CHUNK,
    CORE_NAMES,
    PERMISSIONS,
    PRINTER,
    SETTINGS_TOLD,
    THUMBNAIL,
    TRACKED,
    changeable,
    data_relations,
    hidden_runs,
    hidden_styles,
    links_to_disks,
    local,
    pictures,
    property_part,
    settings_part,
    stories,
    talk,
)
from clerkwell.word.ooxml.names import GLOSSARY, w
from clerkwell.word.ooxml.opened import OpenPackage

_SHOWN = 5


def inspect(data: bytes) -> tuple[str, ...]:
    """What the document holds that is no reader's business, as phrases: "3 comments", "hidden text".

    Raises `WordError` if it is no Word document that can be read: an old .doc, or one with a password.
    """
    return tuple(found_in(OpenPackage(data)))


def found_in(package: OpenPackage) -> Iterator[str]:
    """The same of an opened document."""
    yield from _comments(package)
    roots = [package.tree(name) for name in stories(package)]
    changes = sum(1 for name in changeable(package) for _ in package.tree(name).iter(*TRACKED))
    if changes:
        yield f"{changes} tracked changes" if changes > 1 else "1 tracked change"
    styles = hidden_styles(package)
    if any(True for root in roots for _ in hidden_runs(root, styles)):
        yield "hidden text"
    if any(each.get(w("ed")) for root in roots for each in root.iter(PERMISSIONS[0])):
        yield "names of people who may edit it"
    yield from _people(package)
    yield from _settings(package)
    if data_relations(package):
        yield "data behind the text (custom XML)"
    custom = property_part(package, "custom-properties")
    if custom:
        names = [each.get("name", "") for each in package.tree(custom)]
        if names:
            yield f"properties of its own ({_listed(names)})"
    if any(each.kind == THUMBNAIL for each in package.relations("")):
        yield "a picture of its first page"
    yield from _parts(package)


def _parts(package: OpenPackage) -> Iterator[str]:
    if package.related(GLOSSARY):
        yield "building blocks that it does not show"
    if package.related(PRINTER):
        yield "the name of a printer"
    yield from of_pictures([package.data(name) for name in pictures(package)])
    if links_to_disks(package):
        yield "links to files on somebody's disk"
    if package.related(CHUNK):
        yield "a file that Word takes in when it opens the document"
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield "macros"
    if any(name.startswith("word/embeddings/") for name in package.names):
        yield "other files inside it"


def _comments(package: OpenPackage) -> Iterator[str]:
    relations = package.relations(package.main)
    parts = [relations.get(each) for each in talk(package)]
    count, people = 0, []
    for relation in parts:
        if relation is None or relation.target not in package.names or relation.kind.rpartition("/")[2] != "comments":
            continue
        for comment in package.tree(relation.target).iter(w("comment")):
            count += 1
            people.append(comment.get(w("author"), ""))
    if count:
        names = _listed(people)
        yield (f"{count} comments" if count > 1 else "1 comment") + (f" by {names}" if names else "")
    elif parts:
        yield "names of people who commented"


def _people(package: OpenPackage) -> Iterator[str]:
    for kind, known in (("core-properties", CORE_NAMES), ("extended-properties", APP_NAMES)):
        part = property_part(package, kind)
        for element in package.tree(part) if part else ():
            name, text = local(element), " ".join((element.text or "").split())
            # What Word writes by itself says nothing.
            if name in known and text and text.casefold() not in ("normal.dotm", "normal.dot", "normal"):
                yield f"{known[name]} ({text})"


def _settings(package: OpenPackage) -> Iterator[str]:
    part = settings_part(package)
    if part is None:
        return
    if any(each.kind == ATTACHED_TEMPLATE for each in package.relations(part)):
        yield "where its template lay on a disk"
    root = package.tree(part)
    yield from (phrase for name, phrase in SETTINGS_TOLD.items() if root.find(w(name)) is not None)


def _listed(names: list[str]) -> str:
    known = [name for name in dict.fromkeys(names) if name.strip()]
    more = len(known) - _SHOWN
    return ", ".join(known[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
