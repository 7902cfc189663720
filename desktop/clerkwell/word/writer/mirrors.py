"""Controls and fields that show the document's own properties: a header with the title in it, a footer with the author.

Word's own title, subject and author controls are bound to the core properties (ECMA-376 part 1, 17.5.2.6; [MS-DOCX]
2.9.1 has the store's number), and fields ask for them by name (17.16.5.62 and others). What they showed in the template
was the template's; a final would keep it for good.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.ooxml.controls import Control, place
from clerkwell.word.ooxml.names import SDT, SDT_PR, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.fields import fill
from clerkwell.word.writer.properties import said

_STORE: Final = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_LAST_STEP: Final = re.compile(r"(?:\w+:)?(title|subject|creator|keywords)(?:\[1\])?\s*$")
# Seen in the bytes of the template's part: only then is it worth a look at every field.
_HINT: Final = re.compile(
    rb"(?:instr=[\"']|instrText[^>]*>)\s*(?:DOCPROPERTY\s+)?(?:&quot;|\")?(?:title|subject|author|keywords)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"^\s*(?:DOCPROPERTY\s+)?\"?(title|subject|author|keywords)\"?\s*(?:\\\*.*)?$", re.IGNORECASE)


def fill_mirrors(package: OpenPackage, report: Report, pack: Pack, placeholder: str | None) -> None:
    """Let what shows a property of the document show this document's. A part without any is left as it is."""
    says = said(report, pack)
    words = {
        "title": says.title,
        "subject": says.subject,
        "creator": says.author,
        "author": says.author,
        "keywords": says.keywords,
    }
    for part in stories(package):
        data = package.data(part)
        if _STORE.encode() in data or _STORE.lower().encode() in data:
            for control in [each for each in package.tree(part).iter(SDT) if place(each) is None]:
                _fill_bound(package, part, control, words, placeholder)
        if _HINT.search(data):
            for code, texts in _fields(package.tree(part)):
                asked = _ASKS.match(code)
                if asked is not None:
                    _show(package, part, texts, words[asked[1].lower()])


def _fill_bound(
    package: OpenPackage, part: str, control: Element, words: Mapping[str, str], placeholder: str | None
) -> None:
    properties = child(control, SDT_PR)
    binding = None if properties is None else child(properties, w("dataBinding"))
    if properties is None or binding is None or binding.get(w("storeItemID"), "").upper() != _STORE:
        return
    asked = _LAST_STEP.search(binding.get(w("xpath"), ""))
    if asked is None or not words[asked[1]]:
        return
    package.touch(part)
    at = properties.index(binding)
    fill(Control(control, "field", asked[1]), words[asked[1]], placeholder)
    # It goes on showing the property that now says the same. What stood before it may have gone.
    properties.insert(min(at, len(properties)), binding)


def _fields(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Each field's code, and the texts that it shows: simple ones (17.16.19), and complex ones in one paragraph."""
    for field in root.iter(w("fldSimple")):
        yield field.get(w("instr"), ""), list(field.iter(T))
    for code in root.iter(w("instrText")):
        run = code.getparent()
        shown: list[Element] = []
        showing = False
        for each in () if run is None else run.itersiblings():
            mark = each.find(w("fldChar"))
            kind = "" if mark is None else mark.get(w("fldCharType"), "")
            if kind == "end":
                break
            if showing:
                shown += each.iter(T)
            showing = showing or kind == "separate"
        yield code.text or "", shown


def _show(package: OpenPackage, part: str, texts: list[Element], words: str) -> None:
    if texts and "".join(each.text or "" for each in texts) != words:
        package.touch(part)
        for each in texts:
            each.text = ""
        texts[0].text = words
