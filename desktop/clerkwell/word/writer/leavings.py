"""What programs left beside a template's text: paths on somebody's disk, their printer, their hours, an old first page.

A part that only holds such things goes; from the settings and the properties go those entries alone, and what is not
among them stays as it was. Each entry says where ECMA-376 part 1 or Microsoft's own papers describe it.
"""

import re
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import CONTENT_TYPES, CUSTOM_PROPERTIES, SETTINGS, W14, W15, R, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import remove

# Of the settings: numbers of editing sessions (17.15.1.72), the file that the template was made from (17.15.1.6), a
# list to send letters to and where it lies (17.14.20), a path to a transformation (17.15.1.76), what was proofread
# before the report was in it (17.15.1.65), and the number of the template itself as a document ([MS-DOCX] 2.7).
_SETTINGS: Final = frozenset(
    {w(name) for name in ("rsids", "attachedTemplate", "mailMerge", "saveThroughXslt", "proofState")}
    | {f"{{{W14}}}docId", f"{{{W15}}}docId"}
)
_VARIABLES: Final = w("docVars")
_SHOWN_VARIABLE: Final = re.compile(r'DOCVARIABLE\s+"?([^"\\]+)')
# Of the extended properties (22.2.2): the file on its maker's disk, their manager, their computer's owner, their hours;
# and counts, headings and links of the template, which are not the report's.
_EXTENDED: Final = frozenset(
    {"Template", "Manager", "Company", "HyperlinkBase", "TotalTime", "Pages", "Words", "Characters", "Lines"}
    | {"Paragraphs", "CharactersWithSpaces", "TitlesOfParts", "HeadingPairs", "HLinks", "HiddenSlides", "DigSig"}
)
# Of the custom properties: what mail programs and libraries note of people and places.
_NOTED: Final = re.compile(r"^_|_Owner$|^xd_|^TemplateUrl$|SourceUrl$")
_ON_A_MACHINE: Final = re.compile(r"^\s*(?:[A-Za-z]:[\\/]|\\\\|file:)")
# Relations of the package whose parts go: the picture of an old first page (part 2, 10.3), and signatures of a document
# that this one is not (part 2, 10.4).
_PACKAGE_PARTS: Final = ("/metadata/thumbnail", "/digital-signature/origin")
_PRINTER: Final = f"{R}/printerSettings"
_MACROS: Final = re.compile(r"/(?:vbaProject|keyMapCustomizations|attachedToolbars)$")
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def clear_leavings(package: OpenPackage) -> None:
    """Take out what programs noted of people, machines and times, and what Word would not open in a .docx."""
    _be_a_document(package)
    _clear_package(package)
    _clear_printers(package)
    _clear_settings(package)
    _clear_custom(package)


def _be_a_document(package: OpenPackage) -> None:
    """Word opens no .docx that says it is a template or holds macros (11.3.10)."""
    types = package.tree("[Content_Types].xml")
    for each in types.findall(f"{{{CONTENT_TYPES}}}Override"):
        if each.get("PartName") == f"/{package.main}" and each.get("ContentType") != _DOCUMENT:
            package.touch("[Content_Types].xml")
            each.set("ContentType", _DOCUMENT)
    relations = package.relations(package.main)
    for relation in list(relations):
        if _MACROS.search(relation.kind):
            relations.drop(relation.id)
            package.drop(relation.target)


def _clear_package(package: OpenPackage) -> None:
    relations = package.relations("")
    for relation in list(relations):
        if relation.kind.endswith(_PACKAGE_PARTS):
            relations.drop(relation.id)
            package.drop(relation.target)
        elif relation.kind.endswith("/extended-properties") and relation.target in package.names:
            for each in [each for each in package.tree(relation.target) if _name(each) in _EXTENDED]:
                package.touch(relation.target).remove(each)


def _clear_printers(package: OpenPackage) -> None:
    """A printer's settings name it, and the machine that it hangs on (15.2.15)."""
    relations = package.relations(package.main)
    for relation in [each for each in relations if each.kind == _PRINTER]:
        for each in list(package.touch(package.main).iter(w("printerSettings"))):
            if each.get(f"{{{R}}}id") == relation.id:
                remove(each)
        relations.drop(relation.id)
        package.drop(relation.target)


def _clear_settings(package: OpenPackage) -> None:
    part = package.related(SETTINGS)
    if part is None:
        return
    relations = package.relations(part)
    for each in [each for each in package.tree(part) if each.tag in _SETTINGS]:
        package.touch(part).remove(each)
        for inner in each.iter():
            relation = inner.get(f"{{{R}}}id")
            if relation is not None and relations.get(relation) is not None:
                relations.drop(relation)
    variables = package.tree(part).find(_VARIABLES)
    if variables is not None:
        shown = _shown_variables(package)
        for each in [each for each in variables if each.get(w("name"), "").casefold() not in shown]:
            package.touch(part)
            variables.remove(each)
        if len(variables) == 0:
            package.touch(part).remove(variables)


def _shown_variables(package: OpenPackage) -> set[str]:
    """The variables that a field of the document shows (17.16.5.18); those stay, or it would show an error."""
    codes = []
    for part in stories(package):
        root = package.tree(part)
        codes += [each.text or "" for each in root.iter(w("instrText"))]
        codes += [each.get(w("instr"), "") for each in root.iter(w("fldSimple"))]
    return {found[1].strip().casefold() for found in map(_SHOWN_VARIABLE.search, codes) if found}


def _clear_custom(package: OpenPackage) -> None:
    part = package.relations("").target(CUSTOM_PROPERTIES)
    if part is None or part not in package.names:
        return
    for each in list(package.tree(part)):
        value = "".join(inner.text or "" for inner in each.iter())
        if _NOTED.search(each.get("name", "")) or _ON_A_MACHINE.match(value):
            package.touch(part).remove(each)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
