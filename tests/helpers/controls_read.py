"""What an independent reader sees of content controls: the standard library's XML, and nothing of the program's."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHAPES = {"tr": "row", "tc": "cell", "p": "block", "tbl": "block", "r": "inline", "hyperlink": "inline"}


@dataclass(frozen=True)
class Found:
    """A control: the part it stands in, its tag and title, what it goes round, its words, whether it shows a prompt."""

    part: str
    tag: str
    title: str
    number: str
    shape: str
    words: str
    prompt: bool
    lock: str


def controls_of(document: bytes) -> list[Found]:
    """Every control of a document, part by part; those for older programs only are left out."""
    found = []
    with zipfile.ZipFile(BytesIO(document)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                found += [_read(name, each) for each in _below(ElementTree.fromstring(archive.read(name)))]
    return found


def words_of_part(document: bytes, part: str) -> list[str]:
    """The words of each paragraph of a part that has any, text boxes as often as they are there."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        root = ElementTree.fromstring(archive.read(part))
    lines = ["".join(text.text or "" for text in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p")]
    return [line for line in lines if line]


def rows_of_tables(document: bytes) -> list[list[str]]:
    """The words of every cell, row by row."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return [
        ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")]
        for row in root.iter(f"{_W}tr")
    ]


def _below(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for each in element:
        if each.tag == _FALLBACK:
            continue
        if each.tag == f"{_W}sdt":
            yield each
        yield from _below(each)


def _read(part: str, element: ElementTree.Element) -> Found:
    properties = element.find(f"{_W}sdtPr")
    content = element.find(f"{_W}sdtContent")
    assert properties is not None
    assert content is not None

    return Found(
        part=part,
        tag=_value(properties, "tag"),
        title=_value(properties, "alias"),
        number=_value(properties, "id"),
        shape=_shape(content),
        words="".join(each.text or "" for each in content.iter(f"{_W}t")),
        prompt=properties.find(f"{_W}showingPlcHdr") is not None,
        lock=_value(properties, "lock"),
    )


def _value(properties: ElementTree.Element, name: str) -> str:
    found = properties.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def _shape(content: ElementTree.Element) -> str:
    for each in content:
        name = each.tag.removeprefix(_W)
        if name == "sdt":
            inner = each.find(f"{_W}sdtContent")
            return "" if inner is None else _shape(inner)
        if name in _SHAPES:
            return _SHAPES[name]
    return ""
