"""Acts on the words of a template: deleting, doubling, typing, pasting, moving."""

import copy
from collections.abc import Callable

from lxml import etree

from helpers.template_desk import Desk, NothingThereError, after, drop, parent, tag, w, words

# --- Deleting and doubling ----------------------------------------------------------------------------------------


def delete_paragraph(desk: Desk) -> str:
    paragraph = desk.one("p", lambda each: not each.findall(f".//{w('sectPr')}"), anywhere=True)
    said = words(paragraph)
    drop(paragraph)
    return f"deleted the paragraph “{said}”"


def delete_row(desk: Desk) -> str:
    row = desk.one("tr", lambda each: len(parent(each).findall(f".//{w('tr')}")) > 1)
    drop(row)
    return f"deleted the row “{words(row)}”"


def delete_table(desk: Desk) -> str:
    table = desk.one("tbl")
    drop(table)
    return f"deleted the table “{words(table)[:40]}”"


def delete_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    drop(control)
    return f"deleted the control {tag(control)} with its words"


def unwrap_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    holder = parent(control)
    at = holder.index(control)
    content = control.find(w("sdtContent"))
    holder[at : at + 1] = [] if content is None else list(content)
    return f"removed the control {tag(control)} and kept its words"


def delete_words(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    drop(run)
    return f"deleted the words “{words(run)}”"


def double(name: str) -> Callable[[Desk], str]:
    def act(desk: Desk) -> str:
        element = desk.one(name, lambda each: not each.findall(f".//{w('sectPr')}"))
        after(element, copy.deepcopy(element))
        return f"doubled the {name} “{words(element)[:40]}” {tag(element) if name == 'sdt' else ''}"

    return act


# --- Typing and pasting -------------------------------------------------------------------------------------------


def retype(desk: Desk) -> str:
    text = desk.one("t", lambda each: len(each.text or "") > 3, anywhere=True)
    was = text.text or ""
    at = desk.luck.randrange(len(was))
    text.text = was[:at] + desk.luck.choice("xyzq") + was[at + 1 :]
    return f"retyped “{was}” as “{text.text}”"


def paste_over(desk: Desk) -> str:
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


def type_before(desk: Desk) -> str:
    run = desk.one("r", lambda each: bool(words(each)), anywhere=True)
    new = etree.Element(w("r"))
    etree.SubElement(new, w("t")).text = "Delete this line if not needed "
    holder = parent(run)
    holder.insert(holder.index(run), new)
    return f"typed a remark before “{words(run)}”"


def new_paragraph(desk: Desk) -> str:
    paragraph = desk.one("p")
    new = etree.Element(w("p"))
    run = etree.SubElement(new, w("r"))
    etree.SubElement(run, w("t")).text = "[Click here to enter text]"
    after(paragraph, new)
    return f"typed a prompt after “{words(paragraph)}”"


def empty_control(desk: Desk) -> str:
    control = desk.one("sdt", lambda each: bool(tag(each)), anywhere=True)
    content = control.find(w("sdtContent"))
    if content is None:
        raise NothingThereError
    control.remove(content)
    return f"emptied {tag(control)}"


# --- Moving -------------------------------------------------------------------------------------------------------


def swap(desk: Desk) -> str:
    block = desk.one("sdt", lambda each: tag(each).startswith("section:") and each.getnext() is not None)
    following = block.getnext()
    assert following is not None
    if following.tag == w("sectPr"):
        raise NothingThereError
    after(following, block)
    return f"moved {tag(block)} after “{words(following)[:30]}”"


def move_into(desk: Desk) -> str:
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
