"""What an officer does to a template in Word without meaning harm: random breakages, each said in words.

Each is done on the document's XML as Word leaves it after that act. They are drawn from a seed, so a run can be had
again.
"""

import copy
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from helpers.docx_making import W

_W = f"{{{W}}}"


def w(name: str) -> str:
    """A name of the main namespace."""
    return f"{_W}{name}"


@dataclass
class Desk:
    """A template opened to be broken: its parts as trees, and the luck it is broken by."""

    trees: dict[str, Element]
    luck: random.Random

    @property
    def body(self) -> Element:
        """The body of the document."""
        [found] = self.trees["word/document.xml"].iterchildren(w("body"))
        return found

    @property
    def stories(self) -> list[Element]:
        """The body, and each header and footer."""
        return [self.body, *(tree for name, tree in self.trees.items() if "header" in name or "footer" in name)]

    def one(self, name: str, wanted: Callable[[Element], bool] = lambda _: True, *, anywhere: bool = False) -> Element:
        """One element of this name; `NothingThereError` where there is none that is wanted."""
        found = [
            each
            for story in (self.stories if anywhere else [self.body])
            for each in story.iter(w(name))
            if wanted(each)
        ]
        if not found:
            raise NothingThereError
        return self.luck.choice(found)


class NothingThereError(Exception):
    """The template has nothing that this can be done to."""


def broken(template: bytes, kind: str, seed: int) -> tuple[bytes, str]:
    """The template after one act of this kind, and what was done; `NothingThereError` where it cannot be done."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = [name for name in files if name.startswith("word/") and name.endswith(".xml")]
    desk = Desk({name: etree.fromstring(files[name]) for name in xml}, random.Random(f"{kind} {seed}"))
    said = ACTS[kind](desk)
    for name, tree in desk.trees.items():
        files[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue(), said


def words(element: Element) -> str:
    """The words below an element."""
    return "".join(each.text or "" for each in element.iter(w("t")))


def tag(control: Element) -> str:
    """The tag of a control."""
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    return "" if found is None else found.get(w("val"), "")


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _drop(element: Element) -> None:
    """Take an element out; a cell or a part that would hold no paragraph gets an empty one, as Word gives it."""
    parent = _parent(element)
    parent.remove(element)
    if parent.tag in (w("tc"), w("hdr"), w("ftr")) and not any(each.tag != w("tcPr") for each in parent):
        etree.SubElement(parent, w("p"))


def _after(element: Element, new: Element) -> None:
    parent = _parent(element)
    parent.insert(parent.index(element) + 1, new)


# --- Deleting and doubling ----------------------------------------------------------------------------------------


def _delete_paragraph(desk: Desk) -> str:
    paragraph = desk.one("p", lambda each: not each.findall(f".//{w('sectPr')}"), anywhere=True)
    said = words(paragraph)
    _drop(paragraph)
    return f"deleted the paragraph “{said}”"


def _delete_row(desk: Desk) -> str:
    row = desk.one("tr", lambda each: len(_parent(each).findall(f".//{w('tr')}")) > 1)
    _drop(row)
    return f"deleted the row “{words(row)}”"


def _delete_table(desk: Desk) -> str:
    table = desk.one("tbl")
    _drop(table)
    return f"deleted the table “{words(table)[:40]}”"


def _delete_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    _drop(control)
    return f"deleted the control {tag(control)} with its words"


def _unwrap_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    parent = _parent(control)
    at = parent.index(control)
    content = control.find(w("sdtContent"))
    parent[at : at + 1] = [] if content is None else list(content)
    return f"removed the control {tag(control)} and kept its words"


def _delete_words(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    _drop(run)
    return f"deleted the words “{words(run)}”"


def _double(name: str) -> Callable[[Desk], str]:
    def act(desk: Desk) -> str:
        element = desk.one(name, lambda each: not each.findall(f".//{w('sectPr')}"))
        _after(element, copy.deepcopy(element))
        return f"doubled the {name} “{words(element)[:40]}” {tag(element) if name == 'sdt' else ''}"

    return act


# --- Typing and pasting -------------------------------------------------------------------------------------------


def _retype(desk: Desk) -> str:
    text = desk.one("t", lambda each: len(each.text or "") > 3, anywhere=True)
    was = text.text or ""
    at = desk.luck.randrange(len(was))
    text.text = was[:at] + desk.luck.choice("xyzq") + was[at + 1 :]
    return f"retyped “{was}” as “{text.text}”"


def _paste_over(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    content = control.find(w("sdtContent"))
    if content is None:
        raise NothingThereError
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = "Pasted words"
    inner = content.find(f".//{w('p')}")
    if inner is None and content.find(f".//{w('r')}") is None:
        raise NothingThereError
    if inner is not None:
        paragraph = etree.Element(w("p"))
        paragraph.append(run)
        content[:] = [paragraph] if content.find(w("tc")) is None and content.find(w("tr")) is None else list(content)
    else:
        content[:] = [run]
    return f"pasted words over what {tag(control)} holds"


def _type_before(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    new = etree.Element(w("r"))
    etree.SubElement(new, w("t")).text = "Delete this line if not needed "
    parent = _parent(run)
    parent.insert(parent.index(run), new)
    return f"typed a remark before “{words(run)}”"


def _new_paragraph(desk: Desk) -> str:
    paragraph = desk.one("p")
    new = etree.Element(w("p"))
    run = etree.SubElement(new, w("r"))
    etree.SubElement(run, w("t")).text = "[Click here to enter text]"
    _after(paragraph, new)
    return f"typed a prompt after “{words(paragraph)}”"


def _empty_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    content = control.find(w("sdtContent"))
    if content is None:
        raise NothingThereError
    control.remove(content)
    return f"emptied {tag(control)}"


# --- Moving -------------------------------------------------------------------------------------------------------


def _swap(desk: Desk) -> str:
    block = desk.one("sdt", lambda each: tag(each).startswith("section:") and each.getnext() is not None)
    following = block.getnext()
    assert following is not None
    if following.tag == w("sectPr"):
        raise NothingThereError
    _after(following, block)
    return f"moved {tag(block)} after “{words(following)[:30]}”"


def _move_into(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)))
    target = desk.one(
        "sdt",
        lambda each: (
            each is not control
            and bool(tag(each))
            and control not in each.iter()
            and each not in control.iter()
            and each.find(w("sdtContent")) is not None
        ),
    )
    content = target.find(w("sdtContent"))
    assert content is not None
    block = content.find(w("p")) is not None or content.find(w("sdt")) is not None
    is_block = control.find(f"{w('sdtContent')}/{w('p')}") is not None
    if block != is_block:
        raise NothingThereError
    content.append(control)
    return f"moved {tag(control)} into {tag(target)}"


# --- Controls' properties -----------------------------------------------------------------------------------------


def _retag(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    was = tag(control)
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    assert found is not None
    at = desk.luck.randrange(len(was))
    found.set(w("val"), was[:at] + was[at + 1 :])
    return f"lost a letter of the tag {was}"


def _untag(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    was = tag(control)
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    assert found is not None
    _drop(found)
    return f"lost the tag {was}"


def _unlock(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: each.find(f"{w('sdtPr')}/{w('lock')}") is not None, anywhere=True)
    found = control.find(f"{w('sdtPr')}/{w('lock')}")
    assert found is not None
    _drop(found)
    return f"unlocked {tag(control)}"


# --- Tables -------------------------------------------------------------------------------------------------------


def _merge(desk: Desk) -> str:
    row = desk.one("tr", lambda each: len(each.findall(w("tc"))) > 1)
    cells = row.findall(w("tc"))
    at = desk.luck.randrange(len(cells) - 1)
    first, second = cells[at], cells[at + 1]
    for each in list(second):
        if each.tag != w("tcPr"):
            first.append(each)
    row.remove(second)
    properties = first.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        first.insert(0, properties)
    for each in properties.findall(w("gridSpan")):
        properties.remove(each)
    span = etree.Element(w("gridSpan"))
    span.set(w("val"), "2")
    width = properties.find(w("tcW"))
    properties.insert(0 if width is None else 1, span)
    return f"merged two cells of “{words(row)[:40]}”"


# --- Styles and numbering -----------------------------------------------------------------------------------------


def _other_style(desk: Desk) -> str:
    used = desk.one("pStyle", anywhere=True)
    was = used.get(w("val"), "")
    others = [
        each.get(w("styleId"), "")
        for each in desk.trees["word/styles.xml"].iter(w("style"))
        if each.get(w("type")) == "paragraph" and each.get(w("styleId")) != was
    ]
    used.set(w("val"), desk.luck.choice(others))
    return f"gave “{words(_parent(_parent(used)))[:30]}” the style {used.get(w('val'))} for {was}"


def _a_style(desk: Desk) -> Element:
    return desk.luck.choice(list(desk.trees["word/styles.xml"].iterchildren(w("style"))))


def _rename_style(desk: Desk) -> str:
    style = _a_style(desk)
    name = style.find(w("name"))
    assert name is not None
    was = name.get(w("val"), "")
    name.set(w("val"), f"{was} (old)")
    return f"renamed the style {was}"


def _delete_style(desk: Desk) -> str:
    style = _a_style(desk)
    was = style.get(w("styleId"), "")
    _drop(style)
    # Word takes it from whatever has it.
    for story in desk.stories:
        for each in [*story.iter(w("pStyle")), *story.iter(w("rStyle"))]:
            if each.get(w("val")) == was:
                _parent(each).remove(each)
    return f"deleted the style {was}"


def _unnumber_style(desk: Desk) -> str:
    styles = [
        each for each in desk.trees["word/styles.xml"].iter(w("style")) if each.find(f".//{w('numPr')}") is not None
    ]
    if not styles:
        raise NothingThereError
    style = desk.luck.choice(styles)
    found = style.find(f".//{w('numPr')}")
    assert found is not None
    _drop(found)
    return f"took the numbering from the style {style.get(w('styleId'))}"


def _small(desk: Desk) -> str:
    style = _a_style(desk)
    properties = style.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(style, w("rPr"))
    for each in properties.findall(w("sz")):
        properties.remove(each)
    etree.SubElement(properties, w("sz")).set(w("val"), "14")
    return f"set the style {style.get(w('styleId'))} to 7 points"


def _numbers(desk: Desk) -> str:
    levels = list(desk.trees["word/numbering.xml"].iter(w("lvl")))
    if not levels:
        raise NothingThereError
    level = desk.luck.choice(levels)
    form = level.find(w("numFmt"))
    if form is None:
        raise NothingThereError
    form.set(w("val"), "upperRoman")
    return f"numbered level {level.get(w('ilvl'))} in Roman figures"


def _direct(desk: Desk) -> str:
    paragraph = desk.one("p", lambda each: bool(words(each)))
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    etree.SubElement(properties, w("jc")).set(w("val"), "right")
    return f"set “{words(paragraph)[:40]}” to the right by hand"


# --- What reviewing leaves ----------------------------------------------------------------------------------------


def _track(kind: str) -> Callable[[Desk], str]:
    def act(desk: Desk) -> str:
        run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
        mark = etree.Element(w(kind))
        for name, value in (("id", "9001"), ("author", "A Colleague"), ("date", "2026-01-01T09:00:00Z")):
            mark.set(w(name), value)
        parent = _parent(run)
        parent.insert(parent.index(run), mark)
        mark.append(run)
        if kind == "del":
            for each in run.findall(w("t")):
                each.tag = w("delText")
        return f"{kind} of “{words(run)}” tracked"

    return act


def _hide(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    etree.SubElement(properties, w("vanish"))
    return f"hid the words “{words(run)}”"


ACTS: dict[str, Callable[[Desk], str]] = {
    "delete a paragraph": _delete_paragraph,
    "delete a row": _delete_row,
    "delete a table": _delete_table,
    "delete a control": _delete_control,
    "remove a control": _unwrap_control,
    "delete words": _delete_words,
    "double a paragraph": _double("p"),
    "double a row": _double("tr"),
    "double a table": _double("tbl"),
    "double a control": _double("sdt"),
    "retype": _retype,
    "paste over": _paste_over,
    "type a remark": _type_before,
    "type a prompt": _new_paragraph,
    "empty a control": _empty_control,
    "move a section": _swap,
    "move into another": _move_into,
    "misspell a tag": _retag,
    "lose a tag": _untag,
    "unlock": _unlock,
    "merge cells": _merge,
    "give another style": _other_style,
    "rename a style": _rename_style,
    "delete a style": _delete_style,
    "take numbering away": _unnumber_style,
    "make small": _small,
    "number otherwise": _numbers,
    "set by hand": _direct,
    "track an insertion": _track("ins"),
    "track a deletion": _track("del"),
    "hide words": _hide,
}
"""What can be done, by name."""
