"""A draft edited as a colleague does it in Word, in its XML: words typed, paragraphs parted, rows added."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from helpers.docx_making import W, parts_of, zipped

Edit = Callable[[Element], None]


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def edited(data: bytes, *edits: Edit) -> bytes:
    """The document after these edits of its main part."""
    files = parts_of(data)
    root = etree.fromstring(files["word/document.xml"])
    for edit in edits:
        edit(root)
    files["word/document.xml"] = etree.tostring(root)
    return zipped(files)


def said(element: Element) -> str:
    """The words of a paragraph."""
    return "".join(each.text or "" for each in element.iter(w("t")))


def line(root: Element, beginning: str) -> Element:
    """The first paragraph whose words begin so."""
    return next(each for each in root.iter(w("p")) if said(each).startswith(beginning))


def control(root: Element, tag: str, number: int = 0) -> Element:
    """A control with this tag."""
    found = [each for each in root.iter(w("sdt")) if _tag(each) == tag]
    return found[number]


def _tag(element: Element) -> str:
    found = element.find(f"{w('sdtPr')}/{w('tag')}")
    return "" if found is None else found.get(w("val"), "")


def replace_words(beginning: str, old: str, new: str) -> Edit:
    """Type over words of a paragraph that stand in one run."""

    def edit(root: Element) -> None:
        for text in line(root, beginning).iter(w("t")):
            if old in (text.text or ""):
                text.text = (text.text or "").replace(old, new, 1)
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                return
        raise AssertionError(f"{old} is not there")

    return edit


def answer(tag: str, words: str, number: int = 0) -> Edit:
    """Type another answer into a control."""

    def edit(root: Element) -> None:
        texts = list(control(root, tag, number).iter(w("t")))
        texts[0].text = words
        for each in texts[1:]:
            each.text = ""

    return edit


def paragraph_after(beginning: str, words: str, *, like: bool = True) -> Edit:
    """Press Return at the end of a paragraph and type; without `like`, paste a paragraph in another document's look."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        there.addnext(_typed(there if like else None, words))

    return edit


def paragraph_before(beginning: str, words: str) -> Edit:
    """Type a paragraph before another, in its look."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        there.addprevious(_typed(there, words))

    return edit


def typed_beside(tag: str, words: str) -> Edit:
    """Type right behind a control, outside of it."""

    def edit(root: Element) -> None:
        run = etree.Element(w("r"))
        text = etree.SubElement(run, w("t"))
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        control(root, tag).addnext(run)

    return edit


def at_the_end(words: str) -> Edit:
    """Type behind everything else."""

    def edit(root: Element) -> None:
        body = root.find(w("body"))
        assert body is not None
        body.insert(len(body) - 1, _typed(None, words))

    return edit


def between(tag: str, words: str, number: int = 0) -> Edit:
    """Paste a paragraph behind a control."""

    def edit(root: Element) -> None:
        control(root, tag, number).addnext(_typed(None, words))

    return edit


def in_look_of(beginning: str, other: str) -> Edit:
    """Give a paragraph the style and look of another."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        for each in there.findall(w("pPr")):
            there.remove(each)
        properties = line(root, other).find(w("pPr"))
        if properties is not None:
            there.insert(0, deepcopy(properties))

    return edit


def delete(beginning: str) -> Edit:
    """Take a paragraph out."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        holder = there.getparent()
        assert holder is not None
        holder.remove(there)

    return edit


def part(beginning: str, at: str) -> Edit:
    """Press Return inside a paragraph of one run, before the words `at`."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        second = deepcopy(there)
        for text in there.iter(w("t")):
            if at in (text.text or ""):
                text.text = (text.text or "").partition(at)[0].rstrip()
        for text in second.iter(w("t")):
            if at in (text.text or ""):
                text.text = at + (text.text or "").partition(at)[2]
        there.addnext(second)

    return edit


def join(beginning: str) -> Edit:
    """Press Delete at the end of a paragraph: the next one's words go on in it."""

    def edit(root: Element) -> None:
        there = line(root, beginning)
        after = there.getnext()
        assert after is not None
        assert after.tag == w("p")
        [*there.iter(w("t"))][-1].text = said(there) + " "
        for each in [each for each in after if each.tag != w("pPr")]:
            there.append(each)
        holder = after.getparent()
        assert holder is not None
        holder.remove(after)

    return edit


def move(beginning: str, behind: str) -> Edit:
    """Cut a paragraph and paste it behind another."""

    def edit(root: Element) -> None:
        line(root, behind).addnext(line(root, beginning))

    return edit


def without_control(tag: str, number: int = 0) -> Edit:
    """Remove a content control and keep its words."""
    return lambda root: _unwrap(control(root, tag, number))


def row_after(tag: str, *cells: str, number: int = 0) -> Edit:
    """Insert a row below one and type into its cells: Word gives it no controls."""

    def edit(root: Element) -> None:
        there = control(root, tag, number)
        row = deepcopy(next(there.iter(w("tr"))))
        for cell, words in zip(row.iter(w("tc")), cells, strict=False):
            properties = [each for each in cell if each.tag == w("tcPr")]
            cell[:] = [*properties, _typed(None, words)]
        there.addnext(row)

    return edit


def copy_of(tag: str, at: int = 0, /, **fields: str) -> Edit:
    """Copy a row, or whatever a control goes round, with its controls, and type other words into them."""

    def edit(root: Element) -> None:
        there = control(root, tag, at)
        copy = deepcopy(there)
        for inner in copy.iter(w("sdt")):
            name = _tag(inner).rpartition(".")[2]
            texts = list(inner.iter(w("t")))
            if name in fields and texts:
                texts[0].text = fields[name]
                for each in texts[1:]:
                    each.text = ""
        there.addnext(copy)

    return edit


def remove(tag: str, number: int = 0) -> Edit:
    """Take a control out with all that is in it."""

    def edit(root: Element) -> None:
        element = control(root, tag, number)
        holder = element.getparent()
        assert holder is not None
        holder.remove(element)

    return edit


def _typed(like: Element | None, words: str) -> Element:
    made = etree.Element(w("p"))
    properties = None if like is None else like.find(w("pPr"))
    if properties is not None:
        kept = deepcopy(properties)
        for each in kept.findall(w("sectPr")):
            kept.remove(each)
        made.append(kept)
    run = etree.SubElement(made, w("r"))
    etree.SubElement(run, w("t")).text = words
    return made


def without_controls(root: Element) -> None:
    """Lose every control and keep all words, as some programs and web pages do."""
    for element in list(root.iter(w("sdt"))):
        _unwrap(element)


def at_random(dice: Random) -> Edit:
    """Some edits of any kind, anywhere: what a careless hour does to a document."""

    def edit(root: Element) -> None:
        for _ in range(dice.randint(1, 6)):
            _one_at_random(root, dice)

    return edit


def _one_at_random(root: Element, dice: Random) -> None:
    lines = [each for each in root.iter(w("p")) if said(each).strip()]
    controls = list(root.iter(w("sdt")))
    here, there = dice.choice(lines), dice.choice(lines)
    what = dice.randrange(6)
    if what == 0 and controls:
        _unwrap(dice.choice(controls))
    elif what == 1:
        here.addnext(_typed(None, f"Pasted{dice.randrange(1000)} words of somebody"))
    elif what == 2 and here is not there and _may_go(here):
        there.addnext(here)
    elif what == 3:
        texts = [each for each in here.iter(w("t")) if each.text]
        chosen = dice.choice(texts)
        chosen.text = f"{chosen.text} Added{dice.randrange(1000)} "
    elif what == 4:
        run = etree.SubElement(here, w("r"))
        etree.SubElement(run, w("t")).text = f" Beside{dice.randrange(1000)}"
    elif what == 5 and (rows := list(root.iter(w("tr")))):
        row = dice.choice(rows)
        row.addnext(deepcopy(row))


def _may_go(there: Element) -> bool:
    holder = there.getparent()
    return holder is not None and len(holder) > 1 and holder.tag != w("tc")


def _unwrap(element: Element) -> None:
    content, holder = element.find(w("sdtContent")), element.getparent()
    if content is not None and holder is not None:
        at = holder.index(element)
        holder[at : at + 1] = list(content)
