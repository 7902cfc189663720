"""What the open elements of a page say about the words in them."""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from clerkwell.intake.paste.looks import (
    ADDRESS,
    HEADINGS,
    PRESERVED,
    SILENT,
    emphasis,
    is_colour,
    is_hidden,
)
from clerkwell.intake.paste.values import Losses

# Without attributes these change nothing for the words in them.
_PLAIN: Final = frozenset(
    {"p", "div", "span", "li", "ul", "ol", "table", "tbody", "tr", "td", "th", "html", "body", "font", "br", "section"}
)
_OUTLINE: Final = re.compile(r"[1-9]")
# Notes as LibreOffice names them: "sdfootnote1", its mark "sdfootnote1anc", the mark before its words "sdfootnote1sym".
_LIBRE_NOTE: Final = re.compile(r"sd(?:foot|end)note\d+")
_HEADING_CLASSES: Final = frozenset({"msotitle", "msosubtitle"})
_QUOTE_CLASSES: Final = frozenset({"msoquote", "msointensequote"})
_COMMENT_CLASSES: Final = frozenset({"msocomanchor", "msocommentreference"})


class State(NamedTuple):
    """What holds inside an element. `note` is the footnote it is part of, `mark` the one whose mark it is.

    `table` says that the element is a table itself, `head` that it is in the head of one.
    """

    marks: str = ""
    link: str = ""
    silent: bool = False
    kept_spaces: bool = False
    heading: bool = False
    quoted: bool = False
    caption: bool = False
    note: str = ""
    mark: str = ""
    table: bool = False
    head: bool = False


def below(above: State, tag: str, told: Mapping[str, str], style: Mapping[str, str], losses: Losses) -> State:
    """What holds inside an element that begins under `above`."""
    if not told and tag in _PLAIN:
        # Most elements of most pages say nothing.
        return above._replace(table=False) if above.table else above
    classes = frozenset(told.get("class", "").lower().split()) if "class" in told else frozenset()
    changed: dict[str, Any] = {"table": False} if above.table else {}
    marks = above.marks
    for mark, on in emphasis(tag, style):
        marks = marks.replace(mark, "") + (mark if on else "")
    if marks != above.marks:
        changed["marks"] = marks
    if tag == "a":
        changed |= _anchor(told, style, classes)
    if not above.silent:
        _count_looks(above, tag, told, style, losses)
    if _goes(tag, told, style, classes):
        changed["silent"] = True
    if tag in PRESERVED or style.get("white-space", "").startswith("pre"):
        changed["kept_spaces"] = True
    changed |= _structure(tag, told, style, classes)
    return above._replace(**changed) if changed else above


def _structure(
    tag: str, told: Mapping[str, str], style: Mapping[str, str], classes: frozenset[str]
) -> Mapping[str, Any]:
    """What an element makes of the lines in it."""
    changed: dict[str, Any] = {}
    if tag in HEADINGS or classes & _HEADING_CLASSES or _OUTLINE.match(style.get("mso-outline-level", "")):
        changed["heading"] = True
    if tag == "blockquote" or classes & _QUOTE_CLASSES:
        changed["quoted"] = True
    if "msocaption" in classes:
        changed["caption"] = True
    if tag == "thead":
        changed["head"] = True
    if note := _note(told, style):
        changed["note"] = note
    return changed


def _goes(tag: str, told: Mapping[str, str], style: Mapping[str, str], classes: frozenset[str]) -> bool:
    """Whether nothing in an element is words of the text: hidden, deleted, a comment, a program's own."""
    return (
        tag in SILENT
        or is_hidden(style)
        or "hidden" in told
        # A deleted word must not come back to life in the report.
        or tag == "del"
        or style.get("mso-element") in ("comment-list", "comment")
        or bool(classes & _COMMENT_CLASSES)
    )


def _anchor(told: Mapping[str, str], style: Mapping[str, str], classes: frozenset[str]) -> Mapping[str, Any]:
    href = told.get("href", "").strip()
    if ADDRESS.match(href):
        return {"link": href}
    noted = style.get("mso-footnote-id") or style.get("mso-endnote-id")
    if classes & {"sdfootnoteanc", "sdendnoteanc"}:
        noted = href.removeprefix("#").removesuffix("sym")
    if noted:
        return {"silent": True, "mark": noted}
    if classes & {"sdfootnotesym", "sdendnotesym"} or href.startswith("#cmnt"):
        return {"silent": True}
    return {}


def _note(told: Mapping[str, str], style: Mapping[str, str]) -> str:
    if style.get("mso-element") in ("footnote", "endnote"):
        return told.get("id", "")
    named = told.get("id", "")
    return named if _LIBRE_NOTE.fullmatch(named) else ""


def _count_looks(above: State, tag: str, told: Mapping[str, str], style: Mapping[str, str], losses: Losses) -> None:
    """Name the looks that no report holds."""
    drawn = style.get("text-decoration", "") + style.get("text-decoration-line", "") if style else ""
    if tag == "del":
        losses.add("tracked deletion")
    elif tag in ("s", "strike") or "line-through" in drawn:
        losses.add("struck-out text")
    elif tag == "u" or ("underline" in drawn and tag != "a" and not above.link):
        losses.add("underlining")
    if not style and "color" not in told and "bgcolor" not in told:
        return
    if tag != "a" and not above.link and is_colour(style.get("color", told.get("color", "") if tag == "font" else "")):
        losses.add("text colours")
    fill = style.get("background-color") or style.get("background") or told.get("bgcolor", "")
    if fill and is_colour(fill):
        losses.add("cell colours" if tag in ("td", "th", "tr", "table") else "highlighting")
