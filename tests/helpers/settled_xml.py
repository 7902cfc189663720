"""Tracked changes of a Word document settled in its XML, all accepted or all rejected, by the rules of ECMA-376 alone.

It knows nothing of the program's own reader and writer, so that what they make can be held against it.
"""

import io
import zipfile
from typing import Literal

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Verdict = Literal["accept", "reject"]


def lines(data: bytes, verdict: Verdict = "accept") -> list[tuple[str, str]]:
    """The paragraphs of the body, headers, footers and used footnotes: (style, words), with bold words in stars."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [each for each in sorted(archive.namelist()) if each.startswith("word/") and each.endswith(".xml")]
        parts = {name: etree.fromstring(archive.read(name)) for name in names if _is_story(name)}
    done: list[tuple[str, str]] = []
    notes = {
        each.get(f"{_W}id", ""): each
        for name in parts
        if "footnotes" in name
        for each in parts[name].iter(f"{_W}footnote")
    }
    for name, root in parts.items():
        if "footnotes" not in name:
            settle(root, verdict)
            done += [(_style(each), _words(each)) for each in root.iter(f"{_W}p")]
            for mark in root.iter(f"{_W}footnoteReference"):
                note = notes[mark.get(f"{_W}id", "")]
                settle(note, verdict)
                done += [("note", _words(each)) for each in note.iter(f"{_W}p")]
    return done


def settle(root: etree._Element, verdict: Verdict) -> None:
    """Decide every tracked change."""
    gone, kept = ("del", "ins") if verdict == "accept" else ("ins", "del")
    _settle_tables(root, gone)
    for change in [each for each in root.iter(f"{_W}{gone}") if not _is_mark(each)]:
        _drop(change)
    for change in [each for each in root.iter(f"{_W}{kept}") if not _is_mark(each)]:
        _unwrap(change)
    for paragraph in list(root.iter(f"{_W}p")):
        _join(paragraph, gone)
    for change in list(root.iter(f"{_W}pPrChange", f"{_W}rPrChange")):
        if verdict == "reject":
            _restore(change)
        else:
            _drop(change)
    for text in root.iter(f"{_W}delText"):
        text.tag = f"{_W}t"


def _settle_tables(root: etree._Element, gone: str) -> None:
    """Rows, cells and whole tables that are gone."""
    for row in list(root.iter(f"{_W}tr")):
        if row.find(f"{_W}trPr/{_W}{gone}") is not None:
            _drop(row)
    for cell in list(root.iter(f"{_W}tc")):
        if cell.find(f"{_W}tcPr/{_W}cell{gone.capitalize()}") is not None:
            _drop(cell)
    for table in list(root.iter(f"{_W}tbl")):
        if table.find(f"{_W}tr") is None:
            _drop(table)


def _is_story(name: str) -> bool:
    return any(each in name for each in ("document.xml", "header", "footer", "footnotes"))


def _is_mark(change: etree._Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag in (f"{_W}rPr", f"{_W}trPr")


def _join(paragraph: etree._Element, gone: str) -> None:
    """A paragraph whose end is gone goes into the next one, which keeps its own properties."""
    if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{gone}") is None:
        return
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != f"{_W}pPr"]
    if following is None or following.tag != f"{_W}p":
        assert not _words(paragraph), "words whose paragraph has nowhere to go"
        _drop(paragraph)
        return
    at = 1 if following.find(f"{_W}pPr") is not None else 0
    for each in reversed(content):
        following.insert(at, each)
    _drop(paragraph)


def _restore(change: etree._Element) -> None:
    """The old properties in place of the new; of a paragraph, those that a change does not tell stay."""
    properties = change.getparent()
    assert properties is not None
    own = [each for each in properties if each.tag in (f"{_W}sectPr", f"{_W}rPr") and properties.tag == f"{_W}pPr"]
    old = list(change[0])
    for each in list(properties):
        properties.remove(each)
    properties.extend([*old, *own])


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _words(paragraph: etree._Element) -> str:
    done = ""
    for run in paragraph.iter(f"{_W}r"):
        words = "".join(_said(each) for each in run)
        bold = run.find(f"{_W}rPr/{_W}b") is not None and words
        done += f"*{words}*" if bold else words
    return done.replace("**", "")


def _said(element: etree._Element) -> str:
    name = str(element.tag).replace(_W, "")
    if name == "t":
        return element.text or ""
    return {"tab": "\t", "br": "\n", "footnoteReference": "[note]", "drawing": "[picture]"}.get(name, "")
