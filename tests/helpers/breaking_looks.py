"""Acts on what a template's words stand in: controls, tables, styles, numbering, and what reviewing leaves."""

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from helpers.template_desk import Desk, NothingThereError, drop, parent, tag, w, words

# --- Controls' properties -----------------------------------------------------------------------------------------


def retag(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    was = tag(control)
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    assert found is not None
    at = desk.luck.randrange(len(was))
    found.set(w("val"), was[:at] + was[at + 1 :])
    return f"lost a letter of the tag {was}"


def untag(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    was = tag(control)
    found = control.find(f"{w('sdtPr')}/{w('tag')}")
    assert found is not None
    drop(found)
    return f"lost the tag {was}"


def unlock(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: each.find(f"{w('sdtPr')}/{w('lock')}") is not None, anywhere=True)
    found = control.find(f"{w('sdtPr')}/{w('lock')}")
    assert found is not None
    drop(found)
    return f"unlocked {tag(control)}"


# --- Tables -------------------------------------------------------------------------------------------------------


def merge(desk: Desk) -> str:
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


def other_style(desk: Desk) -> str:
    used = desk.one("pStyle", anywhere=True)
    was = used.get(w("val"), "")
    others = [
        each.get(w("styleId"), "")
        for each in desk.trees["word/styles.xml"].iter(w("style"))
        if each.get(w("type")) == "paragraph" and each.get(w("styleId")) != was
    ]
    used.set(w("val"), desk.luck.choice(others))
    return f"gave “{words(parent(parent(used)))[:30]}” the style {used.get(w('val'))} for {was}"


def a_style(desk: Desk) -> Element:
    return desk.luck.choice(list(desk.trees["word/styles.xml"].iterchildren(w("style"))))


def rename_style(desk: Desk) -> str:
    style = a_style(desk)
    name = style.find(w("name"))
    assert name is not None
    was = name.get(w("val"), "")
    name.set(w("val"), f"{was} (old)")
    return f"renamed the style {was}"


def delete_style(desk: Desk) -> str:
    style = a_style(desk)
    was = style.get(w("styleId"), "")
    drop(style)
    # Word takes it from whatever has it.
    for story in desk.stories:
        for each in [*story.iter(w("pStyle")), *story.iter(w("rStyle"))]:
            if each.get(w("val")) == was:
                parent(each).remove(each)
    return f"deleted the style {was}"


def unnumber_style(desk: Desk) -> str:
    styles = [
        each for each in desk.trees["word/styles.xml"].iter(w("style")) if each.find(f".//{w('numPr')}") is not None
    ]
    if not styles:
        raise NothingThereError
    style = desk.luck.choice(styles)
    found = style.find(f".//{w('numPr')}")
    assert found is not None
    drop(found)
    return f"took the numbering from the style {style.get(w('styleId'))}"


def small(desk: Desk) -> str:
    style = a_style(desk)
    properties = style.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(style, w("rPr"))
    for each in properties.findall(w("sz")):
        properties.remove(each)
    etree.SubElement(properties, w("sz")).set(w("val"), "14")
    return f"set the style {style.get(w('styleId'))} to 7 points"


def numbers(desk: Desk) -> str:
    levels = list(desk.trees["word/numbering.xml"].iter(w("lvl")))
    if not levels:
        raise NothingThereError
    level = desk.luck.choice(levels)
    form = level.find(w("numFmt"))
    if form is None:
        raise NothingThereError
    form.set(w("val"), "upperRoman")
    return f"numbered level {level.get(w('ilvl'))} in Roman figures"


def direct(desk: Desk) -> str:
    paragraph = desk.one("p", lambda each: bool(words(each)))
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    etree.SubElement(properties, w("jc")).set(w("val"), "right")
    return f"set “{words(paragraph)[:40]}” to the right by hand"


# --- What reviewing leaves ----------------------------------------------------------------------------------------


def track(kind: str) -> Callable[[Desk], str]:
    def act(desk: Desk) -> str:
        run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
        mark = etree.Element(w(kind))
        for name, value in (("id", "9001"), ("author", "A Colleague"), ("date", "2026-01-01T09:00:00Z")):
            mark.set(w(name), value)
        holder = parent(run)
        holder.insert(holder.index(run), mark)
        mark.append(run)
        if kind == "del":
            for each in run.findall(w("t")):
                each.tag = w("delText")
        return f"{kind} of “{words(run)}” tracked"

    return act


def hide(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    etree.SubElement(properties, w("vanish"))
    return f"hid the words “{words(run)}”"
