"""What is left in a template that no template should hold: what reviewing and other programs leave, and what breaks.

Each is found where a person can see it in Word; what to do about it is said by whoever checks a pack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import place, tag_of, title_of
from clerkwell.word.ooxml.names import CUSTOM_PROPERTIES, RUN, SDT, SDT_PR, SETTINGS, VAL, R, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template.lines import Spot, TemplateLine, walked

MarkKind = Literal[
    "inserted", "deleted", "reformatted", "comment", "hidden", "untagged", "form-field", "field-from-elsewhere",
    "field-that-asks", "field-to-nothing", "field-in-error", "from-elsewhere", "macros", "attached-template", "prompt",
]  # fmt: skip

_INSERTED: Final = frozenset({w("ins"), w("moveTo"), w("cellIns")})
_DELETED: Final = frozenset({w("del"), w("moveFrom"), w("cellDel")})
_REFORMATTED: Final = frozenset(w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr"))
_OFF: Final = frozenset({"0", "false", "off"})
# Codes that fetch words or pictures from another file or program (17.16.5), and those that stop to ask.
_FETCHING: Final = re.compile(
    r"^(INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|RD|IMPORT|INCLUDE)\b", re.IGNORECASE
)
_ASKING: Final = re.compile(r"^(ASK|FILLIN|MACROBUTTON|GOTOBUTTON|MERGEFIELD|NEXT|NEXTIF|SKIPIF)\b", re.IGNORECASE)
_POINTING: Final = re.compile(r"^(?:REF|PAGEREF|NOTEREF)\s+\"?([^\s\"\\]+)", re.IGNORECASE)
_NOTED: Final = re.compile(r"^DOC(PROPERTY|VARIABLE)\s+\"?([^\"\\]+?)\"?\s*(?:\\|$)", re.IGNORECASE)
_FAILED: Final = re.compile(r"\bError! [A-Z]|#REF!")
# Prompts typed as words: nothing takes them out of an export.
_PROMPT: Final = re.compile(
    r"\b[Cc]lick (?:here|or tap|to enter)\b"
    r"|\[(?:[Ii]nsert|[Ee]nter|[Tt]ype|[Aa]dd|[Dd]elete|[Cc]hoose|[Ss]elect)\b[^\]]*\]"
    r"|\b[Dd]elete (?:this|as appropriate|if not)\b|<(?:[Ii]nsert|[Ee]nter|[Tt]ype)\b[^>]*>"
)
# Fetched whenever the document is opened or printed; a link that a reader may follow is none of them.
_HARMLESS: Final = frozenset({f"{R}/hyperlink", f"{R}/attachedTemplate"})
# Properties that Word itself keeps for DOCPROPERTY (17.16.5.18 names them).
_WORDS_OWN: Final = frozenset(
    {"author", "title", "subject", "keywords", "comments", "category", "manager", "company", "template", "lastsavedby",
     "revisionnumber", "pages", "words", "characters", "characterswithspaces", "lines", "paragraphs", "bytes",
     "createtime", "lastsavedtime", "lastprinted", "totaleditingtime", "nameofapplication", "security", "hyperlinkbase",
     "status"}
)  # fmt: skip
_ANYWHERE: Final = Spot()


@dataclass(frozen=True)
class Mark:
    """Something that was left: of what kind, where, and in whose words: of a field its code, of a link its address."""

    kind: MarkKind
    at: Spot = _ANYWHERE
    words: str = ""


def template_marks(template: bytes) -> tuple[Mark, ...]:
    """All that is left in a template, in the order it stands there; `WordError` if it is no sound Word document."""
    package = OpenPackage(template)
    names = _Names(package)
    found: list[Mark] = []
    for paragraph, line in walked(package):
        found += _reviewed(paragraph, line)
        found += (Mark("untagged", line.at, title_of(each)) for each in _untagged(paragraph))
        found += (Mark(kind, line.at, code) for code in _codes(paragraph) for kind in names.wrong_with(code))
        if any(True for _ in paragraph.iter(w("ffData"))):
            found.append(Mark("form-field", line.at))
        if _FAILED.search(line.shown):
            found.append(Mark("field-in-error", line.at, line.shown))
        if not _answered(line) and (prompt := _PROMPT.search(line.words)):
            found.append(Mark("prompt", line.at, prompt[0]))
    return (*dict.fromkeys(found), *_elsewhere(package))


def _answered(line: TemplateLine) -> bool:
    """Whether the words are those of a place, which an answer takes the room of."""
    return any(tag.startswith(("field:", "body:")) for tag in line.inside)


def _reviewed(paragraph: Element, line: TemplateLine) -> Iterator[Mark]:
    for each in paragraph.iter():
        if each.tag in _INSERTED:
            yield Mark("inserted", line.at, _letters(each))
        elif each.tag in _DELETED:
            yield Mark("deleted", line.at, _letters(each))
        elif each.tag in _REFORMATTED:
            yield Mark("reformatted", line.at)
        elif each.tag == w("commentReference"):
            yield Mark("comment", line.at)
        elif each.tag == w("vanish") and each.get(VAL, "1") not in _OFF:
            run = each.getparent() if each.getparent() is None else next(each.iterancestors(RUN), None)
            words = "" if run is None else _letters(run)
            if words.strip():
                yield Mark("hidden", line.at, words)


def _letters(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(T, w("delText"))).strip()


def _untagged(paragraph: Element) -> Iterator[Element]:
    """The controls in a paragraph, and those that begin with it, which have a title and no tag (17.5.2.42)."""
    around = (each for each in paragraph.iterancestors(SDT) if next(each.iter(w("p")), None) is paragraph)
    for control in (*around, *paragraph.iter(SDT)):
        picture = control.find(f"{SDT_PR}/{w('picture')}") is not None
        if place(control) is None and not tag_of(control) and title_of(control) and not picture:
            yield control


def _codes(paragraph: Element) -> Iterator[str]:
    """The codes of the fields that begin in a paragraph."""
    for each in paragraph.iter(w("fldSimple")):
        yield each.get(w("instr"), "").strip()
    code = "".join(each.text or "" for each in paragraph.iter(w("instrText")))
    if code.strip():
        yield code.strip()


class _Names:
    """What codes may point at in one document: its bookmarks, properties and variables."""

    def __init__(self, package: OpenPackage) -> None:
        root = package.tree(package.main)
        self._bookmarks = {each.get(w("name"), "").casefold() for each in root.iter(w("bookmarkStart"))}
        kept = package.relations("").target(CUSTOM_PROPERTIES)
        properties = package.tree(kept) if kept in package.names and kept else ()
        self._properties = {each.get("name", "").casefold() for each in properties} | _WORDS_OWN
        settings = package.related(SETTINGS)
        variables = () if settings is None else package.tree(settings).iter(w("docVar"))
        self._variables = {each.get(w("name"), "").casefold() for each in variables}

    def wrong_with(self, code: str) -> Iterator[MarkKind]:
        """What keeps a code from saying what it should."""
        if _FETCHING.search(code):
            yield "field-from-elsewhere"
        if _ASKING.search(code):
            yield "field-that-asks"
        pointed, noted = _POINTING.search(code), _NOTED.search(code)
        if pointed and pointed[1].casefold() not in self._bookmarks:
            yield "field-to-nothing"
        if noted:
            known = self._properties if noted[1].casefold() == "property" else self._variables
            if noted[2].strip().casefold() not in known:
                yield "field-to-nothing"


def _elsewhere(package: OpenPackage) -> Iterator[Mark]:
    """What a template brings along from other files: macros, another template, pictures kept elsewhere."""
    for part in ("", *package.names):
        if part.startswith("_rels") or "/_rels/" in part:
            continue
        for relation in package.relations(part):
            if relation.kind.endswith("/vbaProject"):
                yield Mark("macros")
            elif relation.external and relation.kind.endswith("/attachedTemplate"):
                yield Mark("attached-template", words=relation.target)
            elif relation.external and relation.kind not in _HARMLESS:
                yield Mark("from-elsewhere", words=relation.target)
