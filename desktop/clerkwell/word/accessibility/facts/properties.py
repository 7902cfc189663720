"""What a document says of itself: core, extended and custom properties (ECMA-376 part 2, 8.3; part 1, 22.2, 22.3)."""

from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.looks import OFF
from clerkwell.word.ooxml.names import CORE_PROPERTIES, CUSTOM_PROPERTIES, R, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child

PACK, VERSION = "Clerkwell pack", "Clerkwell pack version"
_EXTENDED: Final = f"{R}/extended-properties"


class Core(NamedTuple):
    """What a screen reader reads out first, and who wrote it."""

    title: str = ""
    creator: str = ""
    last_editor: str = ""


class Extended(NamedTuple):
    """Whose copy of Word it was."""

    company: str = ""
    manager: str = ""


def core(package: OpenPackage) -> Core:
    """Title, author and last editor."""
    root = _part(package, CORE_PROPERTIES)
    return Core(_text(root, "title"), _text(root, "creator"), _text(root, "lastModifiedBy"))


def extended(package: OpenPackage) -> Extended:
    """Company and manager."""
    root = _part(package, _EXTENDED)
    return Extended(_text(root, "Company"), _text(root, "Manager"))


def custom(package: OpenPackage) -> tuple[str, str]:
    """The pack that the document was made with and its version; empty for any other document."""
    root = _part(package, CUSTOM_PROPERTIES)
    said = (
        {each.get("name", ""): "".join(map(str, each.itertext())).strip() for each in root if len(each)}
        if root is not None
        else {}
    )
    return said.get(PACK, ""), said.get(VERSION, "")


def protection(settings: Element | None, package: OpenPackage) -> tuple[str, bool, bool]:
    """What readers may still do ("" for everything), whether saving is advised against, whether it is marked final."""
    held = None if settings is None else child(settings, w("documentProtection"))
    readers = ""
    if held is not None and held.get(w("enforcement"), "0") not in OFF:
        readers = held.get(w("edit"), "readOnly")
    locked = settings is not None and child(settings, w("writeProtection")) is not None
    root = _part(package, CUSTOM_PROPERTIES)
    final = root is not None and any(
        each.get("name") == "_MarkAsFinal" and "".join(map(str, each.itertext())).strip() == "true" for each in root
    )
    return ("" if readers == "none" else readers), locked, final


def _part(package: OpenPackage, kind: str) -> Element | None:
    name = package.relations("").target(kind)
    return package.tree(name) if name in package.names and name else None


def _text(root: Element | None, name: str) -> str:
    for each in root if root is not None else ():
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name:
            return " ".join((each.text or "").split())
    return ""
