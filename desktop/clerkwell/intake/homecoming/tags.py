"""The places that a draft's controls are: by their tags, or by their titles where another program dropped the tags.

Titles are the template's; copies of a row have a number after it ("Committee (2)"), and places that were made of
another the id of the section they serve (`word.writer.titles`, `word.ooxml.controls.rename`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.repeating import APPENDIX_PAGES, SIGN_OFF
from clerkwell.word.ooxml import template_places
from clerkwell.word.ooxml.controls import KINDS
from clerkwell.word.reader.document import WordDocument

_NUMBERED: Final = re.compile(r"(.*) \(([^()]+)\)", re.DOTALL)
_CUT: Final = 64
# The titles of a place that the writer makes where the template has none.
_MADE: Final = {
    "Appendix page": f"repeat:{APPENDIX_PAGES}",
    **{f"Appendix page: {name}": f"field:{APPENDIX_PAGES}.{name}" for name in ("number", "title", "text")},
}


def is_place(tag: str) -> bool:
    """Whether a tag names a place of a template."""
    kind, _, name = tag.partition(":")
    return bool(name) and kind in KINDS


def keeps_places(document: WordDocument) -> bool:
    """Whether a draft still has places by their tags; without them it takes the report it was made of to read it."""
    return any(is_place(each.tag) for each in document.controls.values())


def tags_of(document: WordDocument, pack: Pack) -> Mapping[int, str]:
    """The tag of each control that is a place, by the control's id."""
    found = {number: each.tag for number, each in document.controls.items() if is_place(each.tag)}
    lost = [(number, each.title) for number, each in document.controls.items() if not each.tag and each.title]
    if lost:
        titles = {**_MADE, **dict(_titles(pack.template))}
        for number, title in lost:
            tag = _of_title(title, titles, pack)
            if tag:
                found[number] = tag
    return found


@lru_cache(maxsize=8)
def _titles(template: bytes) -> tuple[tuple[str, str], ...]:
    """The titles of a template's places with their tags; not those that two different places share."""
    places = template_places(template)
    return tuple((each.title, each.tag) for each in places.places if each.title not in places.same_titles)


def _of_title(title: str, titles: Mapping[str, str], pack: Pack) -> str:
    if title in titles:
        return titles[title]
    numbered = _NUMBERED.fullmatch(title)
    if numbered is None:
        return ""
    rest, inside = numbered[1], numbered[2]
    if not inside.isdecimal():
        return _made_of(titles.get(rest, ""), inside, pack)
    if len(title) == _CUT and rest not in titles:
        # Word's window takes no longer title, so the number stands in place of the end.
        cut = [tag for whole, tag in titles.items() if whole.startswith(rest)]
        return cut[0] if len(cut) == 1 else ""
    return _of_title(rest, titles, pack)


def _made_of(tag: str, section: str, pack: Pack) -> str:
    """The tag of a place that was made for one section, of the place of the template that serves several."""
    kind, _, name = tag.partition(":")
    if not name:
        return ""
    group, _, what = name.partition(".")
    if kind == "repeat" and pack.group(name) is not None:
        return f"section:{section}"
    if kind == "field" and pack.group(group) is not None:
        return {
            "issue": f"heading:{section}",
            "text": f"body:{section}",
            "sign-off": f"field:{section}{SIGN_OFF}",
        }.get(what, "")
    return f"{kind}:{section}"
