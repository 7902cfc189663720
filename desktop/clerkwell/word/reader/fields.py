"""Fields: their codes, and what they show (ECMA-376 part 1, 17.16).

A field stands in parts: its code, then a separator, then what it shows; either may hold other fields (17.16.18). Words
are shown if every field round them has come to its result.
"""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import VAL, w
from clerkwell.word.ooxml.styles import number_of, whole
from clerkwell.word.ooxml.xml import child
from clerkwell.word.reader.symbols import symbol

_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\S+)')
# They show numbers that stand nowhere in the file (17.16.5.5 to .7, .33).
_COUNTED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})
_EQUATION_SWITCH = re.compile(r"\\[a-z]+[0-9]*", re.IGNORECASE)
_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
# Their second word is where they lead, and the rest is shown (17.16.5.36, .20).
_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})


@dataclass
class Field:
    """A field that is being read. `holder` is the one round it whose code is still being read, if there is one.

    `link` and `target` are its own, or those of the field that it stands in; `said`: it showed something.
    """

    element: Element | None = None
    code: list[str] = field(default_factory=list)
    holder: "Field | None" = None
    shows: bool = False
    link: str = ""
    target: str = ""
    said: bool = False

    def inside(self) -> "Field":
        """A field that begins in this one."""
        return Field(holder=self.holder if self.shows else self, link=self.link, target=self.target)

    def settle(self, bookmarks: frozenset[str]) -> None:
        """Its code is complete: what comes is what it shows."""
        self.shows = True
        name, words = self.words()
        if name == "HYPERLINK":
            self.link = address(words) or self.link
        elif name in _REFERENCES:
            found = next((word for word in words if not word.startswith("\\")), "")
            self.target = found if found in bookmarks else self.target

    def words(self) -> tuple[str, list[str]]:
        """Its name in capitals, and the words after it, without their quotation marks."""
        found = [
            quoted.replace("\\\\", "\\").replace('\\"', '"') if quoted else bare
            for quoted, bare in _WORDS.findall("".join(self.code))
        ]
        return (found[0].upper() if found else "", found[1:])

    def without_result(self) -> tuple[str, bool]:
        """What Word shows of a field that holds no result, and whether it would count something."""
        name, words = self.words()
        return self._shown(name, words), name in _COUNTED

    def _shown(self, name: str, words: list[str]) -> str:
        if name in _BUTTONS:
            return " ".join(words[1:])
        if name == "FORMCHECKBOX":
            return "☒" if _checked(self.element) else "☐"
        if name == "FORMDROPDOWN":
            return _chosen(self.element)
        if name == "SYMBOL" and words:
            return symbol(whole(words[0]) or hexadecimal(words[0].removeprefix("0x")), _after(words, "\\f"))
        if name == "EQ":
            return _EQUATION_SWITCH.sub("", "".join(self.code).strip()[2:]).strip()
        return ""


def address(words: list[str]) -> str:
    """Where a HYPERLINK leads (17.16.5.25): its address, and after # the bookmark there."""
    link = anchor = ""
    at = iter(words)
    for word in at:
        switch = word.lower()
        if switch == "\\l":
            anchor = next(at, "")
        elif switch in ("\\o", "\\t"):
            next(at, "")
        elif not word.startswith("\\") and not link:
            link = word
    return f"{link}#{anchor}" if anchor else link


def unended(root: Element) -> frozenset[Element]:
    """The beginnings of fields that never end, which damaged documents have."""
    open_: list[Element] = []
    begun: set[Element] = set()
    for each in root.iter(w("fldChar")):
        kind = each.get(w("fldCharType"))
        if kind == "begin":
            open_.append(each)
        elif kind == "end" and open_:
            open_.pop()
    begun.update(open_)
    return frozenset(begun)


def _after(words: list[str], switch: str) -> str:
    at = next((at for at, word in enumerate(words) if word.lower() == switch), len(words))
    return words[at + 1] if at + 1 < len(words) else ""


def _form(element: Element | None, name: str) -> Element | None:
    data = None if element is None else child(element, w("ffData"))
    return None if data is None else child(data, w(name))


def _checked(element: Element | None) -> bool:
    box = _form(element, "checkBox")
    for name in ("checked", "default"):
        found = None if box is None else child(box, w(name))
        if found is not None:
            return found.get(VAL, "1") not in ("0", "false", "off")
    return False


def _chosen(element: Element | None) -> str:
    choices = _form(element, "ddList")
    if choices is None:
        return ""
    entries = [each.get(VAL, "") for each in choices.iterchildren(w("listEntry"))]
    chosen = number_of(choices, w("result"))
    if chosen is None:
        chosen = number_of(choices, w("default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def hexadecimal(text: str, least: int = 0x20) -> int | None:
    """A number written in base 16, as symbols are named; none for what is too small or too great for one."""
    try:
        number = int(text, 16)
    except ValueError:
        return None
    return number if least <= number <= 0xFFFF and not 0xD800 <= number < 0xE000 else None
