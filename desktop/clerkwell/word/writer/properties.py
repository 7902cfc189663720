"""What a document says of itself: title, subject, creator, language, its times, and the pack it was made with.

Core properties are those of ECMA-376 part 2, chapter 8.3; pack and version are custom properties (part 1, 22.3), where
the council's own systems can read them. Dates come from the report, so that the same report makes the same bytes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.model.text import clean
from clerkwell.packs import Pack, relevant
from clerkwell.packs.openness import has_private_blocks
from clerkwell.word.ooxml.names import CORE_PROPERTIES, CORE_TYPE, CUSTOM_PROPERTIES, CUSTOM_TYPE
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import serialise

_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# The one format id that custom properties have, and the first number free for them ([MS-OLEPS] 2.18.1).
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST: Final = 2

PACK_PROPERTY: Final = "Clerkwell pack"
VERSION_PROPERTY: Final = "Clerkwell pack version"
DRAFT_PROPERTY: Final = "Clerkwell draft"
SECTIONS_PROPERTY: Final = "Clerkwell sections"
# Which paragraphs it cannot say; that there are some, whoever makes a report of it has to know.
PRIVATE_PROPERTY: Final = "Clerkwell not for publication"
_ASKED: Final = re.compile(r"\{([a-z0-9.-]+)\}")


@dataclass(frozen=True)
class Said:
    """What the document says of itself, each on one line; "" for what it does not say."""

    title: str
    subject: str
    author: str
    keywords: str = ""


def said(report: Report, pack: Pack) -> Said:
    """Title, subject, author and keywords, as the pack makes them of the report's answers."""
    about, asked = pack.manifest.pack, pack.manifest.properties

    def words(candidates: tuple[str, ...]) -> str:
        made = (_made(each, report, pack) for each in candidates)
        return next((each for each in made if each), "")

    return Said(
        title=words(asked.title) or about.title,
        subject=words(asked.subject),
        author=words(asked.author),
        keywords=words(asked.keywords),
    )


def set_properties(
    package: OpenPackage, report: Report, pack: Pack, *, identity: str = "", sections: Sequence[str] = ()
) -> None:
    """Give the document its core and custom properties; nothing of the template's own authors or edits stays.

    `identity` tells the report that a draft was made of from others; `sections` are those that it was made to hold,
    where it is only a part of the report.
    """
    _set_core(package, report, pack)
    own = {PACK_PROPERTY: pack.id, VERSION_PROPERTY: pack.ref.version, DRAFT_PROPERTY: identity}
    private = "in part" if identity and has_private_blocks(report) else ""
    _set_custom(package, {**own, SECTIONS_PROPERTY: ", ".join(sections), PRIVATE_PROPERTY: private})


def _made(pattern: str, report: Report, pack: Pack) -> str:
    """A pattern with the answers in it, on one line; "" if it asks for answers and none of them was given."""
    about = pack.manifest.pack
    own = {"pack.title": about.title, "pack.council": about.council}
    found: list[str] = []

    def answer(name: re.Match[str]) -> str:
        found.append(own.get(name[1]) or _answer(name[1], report, pack))
        return found[-1]

    made = " ".join(clean(_ASKED.sub(answer, pattern)).split())
    return "" if found and not any(found) else made


def _answer(name: str, report: Report, pack: Pack) -> str:
    """The words of a field, of every row where it is a repeated one; none where it has no place in this report."""
    spec = pack.field(name)
    if spec is not None and not relevant(spec, report):
        return ""
    repeat, dot, field = name.partition(".")
    if not dot:
        return report.field(name).text.strip()
    texts = [row[field].text.strip() for row in report.repeats.get(repeat, ()) if field in row]
    return "; ".join(text for text in texts if text)


def _set_core(package: OpenPackage, report: Report, pack: Pack) -> None:
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    says = said(report, pack)
    _add(root, f"{{{_DC}}}title", says.title)
    _add(root, f"{{{_DC}}}subject", says.subject)
    _add(root, f"{{{_DC}}}creator", says.author)
    _add(root, f"{{{_CP}}}keywords", says.keywords)
    _time(root, "created", report.created or report.modified)
    _time(root, "modified", report.modified or report.created)
    _add(root, f"{{{_DC}}}language", pack.manifest.pack.language)
    target = package.relations("").target(CORE_PROPERTIES)
    if target is None:
        target = package.free_name("docProps/core{}.xml").replace("core1.", "core.")
        package.relations("").add(CORE_PROPERTIES, target)
    package.add(target, serialise(root), CORE_TYPE)


def _set_custom(package: OpenPackage, own: Mapping[str, str]) -> None:
    """Set these properties; one without a value is taken out, should a template have been made of a draft."""
    target = package.relations("").target(CUSTOM_PROPERTIES)
    if target is not None and target in package.names:
        root = package.touch(target)
    else:
        root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VT})
    for name, value in own.items():
        for old in [each for each in root if each.get("name") == name]:
            root.remove(old)
        if not value:
            continue
        used = [int(each.get("pid", "0")) for each in root if each.get("pid", "0").isdecimal()]
        number = max([_FIRST - 1, *used]) + 1
        element = etree.SubElement(root, f"{{{_CUSTOM}}}property", {"fmtid": _FORMAT, "pid": str(number), "name": name})
        etree.SubElement(element, f"{{{_VT}}}lpwstr").text = value
    if target is None or target not in package.names:
        target = target or "docProps/custom.xml"
        package.add(target, serialise(root), CUSTOM_TYPE)
        package.relations("").add(CUSTOM_PROPERTIES, target)


def _add(root: Element, name: str, text: str) -> None:
    text = " ".join(clean(text).split())
    if text:
        etree.SubElement(root, name).text = text


def _time(root: Element, name: str, moment: datetime | None) -> None:
    """A moment in universal time; one without a time zone is taken for that, whatever machine this is."""
    if moment is None:
        return
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    element = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
    element.text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
