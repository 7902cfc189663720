"""Controls that are bound to data: Word shows the data, whatever words stood in them (ECMA-376 part 1, 17.5.2.6).

A path that is more than names and places among its like is not followed: no document that Word made has one.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import mark_filled, properties_of
from clerkwell.word.ooxml.names import CORE_PROPERTIES, CUSTOM_XML, SDT, SDT_CONTENT, W14, W15, P, R, T, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.sources import Sources

_BINDINGS = (w("dataBinding"), f"{{{W15}}}dataBinding")
_PLAIN_PATH = re.compile(r"/?(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?){1,20}(?:/@(?:[\w.-]+:)?[\w.-]+|/text\(\))?\Z")
_MAPPING = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
# What Word calls the documents' own properties (MS-OI29500 2.1.481).
_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_EXTENDED = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
# Their words are a date or a choice, which are kept in another form than they are shown in; or no words.
_OTHER_FORM = (
    *(w(name) for name in ("date", "picture", "dropDownList", "comboBox", "docPartObj", "docPartList", "richText")),
    f"{{{W14}}}checkbox",
)
# A form has some dozens of values, each of a line or two.
MOST_BINDINGS = 1_000
MOST_LETTERS = 5_000


def show_bound(sources: Sources, root: Element) -> None:
    """Put in bound controls of plain words what their data says, if it says anything else."""
    stores: dict[str, Element] | None = None
    known: dict[tuple[str, ...], str] = {}
    for element in root.iter(SDT):
        properties = properties_of(element)
        binding = None if properties is None else next(properties.iterchildren(*_BINDINGS), None)
        if properties is None or binding is None or next(properties.iterchildren(*_OTHER_FORM), None) is not None:
            continue
        if stores is None:
            stores = dict(_stores(sources))
        asked = tuple(binding.get(w(name), "") for name in ("storeItemID", "xpath", "prefixMappings"))
        if asked not in known:
            if len(known) >= MOST_BINDINGS:
                return
            known[asked] = _found(stores, binding)
        words = known[asked]
        if len(words) > MOST_LETTERS or words.lstrip().startswith("<?xml"):
            # A whole document, as controls of formatted text keep theirs; its words stand in the control too.
            continue
        content = child(element, SDT_CONTENT)
        if words and content is not None and _put(content, words):
            mark_filled(element)


def _put(content: Element, words: str) -> bool:
    """In place of the words of a control; one with paragraphs of its own or with nothing keeps what it has."""
    texts = list(content.iter(T))
    if not texts or len(list(content.iter(P))) > 1 or "".join(each.text or "" for each in texts) == words:
        return False
    texts[0].text = words
    for each in texts[1:]:
        each.text = ""
    return True


def _found(stores: dict[str, Element], binding: Element) -> str:
    store = stores.get(binding.get(w("storeItemID"), "").upper())
    path = binding.get(w("xpath"), "")
    if store is None or not _PLAIN_PATH.match(path):
        return ""
    spaces = {name: one or other for name, one, other in _MAPPING.findall(binding.get(w("prefixMappings"), ""))}
    try:
        found = store.getroottree().xpath(path, namespaces=spaces)
    except etree.XPathError:
        return ""
    if not isinstance(found, list) or not found:
        return ""
    first = found[0]
    if isinstance(first, etree._Element):  # noqa: SLF001 - lxml gives its elements no other name
        return "".join(first.itertext()) if not len(first) else ""
    return str(first)


def _stores(sources: Sources) -> Iterator[tuple[str, Element]]:
    for item, kind in ((_CORE, CORE_PROPERTIES), (_EXTENDED, f"{R}/extended-properties")):
        root = sources.related(kind, "the properties", "")
        if root is not None:
            yield item, root
    for each in sources.relations(sources.main).values():
        if each.kind.rpartition("/")[2] != CUSTOM_XML.rpartition("/")[2] or each.external:
            continue
        properties = sources.related(f"{R}/customXmlProps", "the data of a control", each.target)
        root = sources.tree(each.target, "the data of a control")
        if properties is not None and root is not None:
            yield properties.get(_ITEM_ID, "").upper(), root
