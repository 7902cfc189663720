"""What a contents list asks for: the code of its field read (ECMA-376 part 1, 17.16.5.68). Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from clerkwell.word.ooxml.styles import folded

_LEVELS = range(1, 10)
_NONE = range(0)


@dataclass(frozen=True)
class Code:
    """The switches of one list.

    `headings` are the levels of Word's own heading styles that it takes (`\\o`), `outline` those of any paragraph with
    a level (`\\u`), `styles` further styles with the level of each (`\\t`). `captions` is the label whose captions it
    lists instead (`\\c`, or `\\a` for their words alone). `unpaged` are levels without a page number (`\\n`). `within`
    is the bookmark that it keeps to (`\\b`).
    """

    headings: range = _NONE
    outline: range = _NONE
    styles: Mapping[str, int] = field(default_factory=dict)
    captions: str = ""
    labels: bool = True
    links: bool = False
    unpaged: range = _NONE
    separator: str = ""
    within: str = ""


def read_code(code: str) -> Code | None:
    """The switches of a field's code; none where it is no contents list, or one of marked entries only (`\\f`)."""
    words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', code)]
    if not words or words[0].upper() != "TOC":
        return None
    switches: dict[str, str] = {}
    for at, word in enumerate(words):
        if re.fullmatch(r"\\[A-Za-z]", word):
            following = words[at + 1] if at + 1 < len(words) else ""
            switches[word[1].lower()] = "" if following.startswith("\\") else following
    taken = {"o", "u", "t", "c", "a"} & switches.keys()
    if not taken and "f" in switches:
        return None
    headings = _range(switches["o"]) if "o" in switches else (_NONE if taken else _LEVELS)
    caption = switches.get("c") or switches.get("a") or ""
    return Code(
        headings=headings,
        outline=(headings or _LEVELS) if "u" in switches else _NONE,
        styles=_styles(switches.get("t", "")),
        captions=caption,
        labels="a" not in switches,
        links="h" in switches,
        unpaged=_range(switches["n"]) if "n" in switches else _NONE,
        separator=switches.get("p", ""),
        within=switches.get("b", ""),
    )


def _range(text: str) -> range:
    found = re.fullmatch(r"\s*([1-9])\s*-\s*([1-9])\s*", text)
    return range(int(found[1]), int(found[2]) + 1) if found else _LEVELS


def _styles(text: str) -> Mapping[str, int]:
    """Pairs of a style's name and a level; the system's own separator of lists stands between them."""
    parts = [part.strip() for part in re.split("[,;]", text)]
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return {folded(name): int(level) for name, level in pairs if name and re.fullmatch("[1-9]", level)}
