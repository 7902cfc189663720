"""The parts of a draft that hold its comments: their words, which answers which, what is done, who wrote them.

`comments.xml` is ECMA-376 part 1, 17.13.4.6; the others are Microsoft's ([MS-DOCX] 2.5.2): `commentsExtended` says what
is an answer and what is resolved, `commentsIds` gives each a name that lasts, `people` names the authors.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from clerkwell.model.text import clean
from clerkwell.word.ooxml.names import MC, W14, W15, R, W
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import quoted
from clerkwell.word.writer.comments import Remark
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.words import run

_OFFICE: Final = "http://schemas.microsoft.com/office"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W16CID: Final = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Who wrote a note that has no name on it.
NOBODY: Final = "Report author"
# Numbers of paragraphs are below this ([MS-DOCX] 2.6.2.1).
_MOST: Final = 0x80000000
_PARAGRAPHS: Final = re.compile(rb'paraId="([0-9A-Fa-f]{8})"')


@dataclass(frozen=True)
class _Said:
    """One comment: a note, or a reply to one. `key` tells it from all others of the report."""

    number: int
    text: str
    by: str
    when: datetime | None
    key: str
    parent: int | None
    done: bool


def add_comments(package: OpenPackage, remarks: Sequence[Remark], looks: Looks) -> None:
    """Give the document the parts that its comments need."""
    said = [each for remark in remarks for each in _said(remark)]
    paragraphs = _paragraph_numbers(package)
    lines = {each.number: [next(paragraphs) for _ in _lines(each)] for each in said}
    last = {number: names[-1] for number, names in lines.items()}
    named = looks.styles.named("annotation text", "paragraph")
    style = f'<w:pPr><w:pStyle w:val="{named.id}"/></w:pPr>' if named else ""
    comments = "".join(_comment(each, lines[each.number], style) for each in said)
    _add(
        package,
        "comments",
        f"{R}/comments",
        f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14">{comments}</w:comments>',
    )
    extended = "".join(_extended(each, last) for each in said)
    _add(
        package,
        "commentsExtended",
        f"{_OFFICE}/2011/relationships/commentsExtended",
        f'<w15:commentsEx xmlns:w15="{W15}">{extended}</w15:commentsEx>',
    )
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="{last[each.number]}" w16cid:durableId="{_lasting(each)}"/>' for each in said
    )
    _add(
        package,
        "commentsIds",
        f"{_OFFICE}/2016/09/relationships/commentsIds",
        f'<w16cid:commentsIds xmlns:w16cid="{_W16CID}">{ids}</w16cid:commentsIds>',
    )
    people = "".join(
        f'<w15:person w15:author="{quoted(name)}"><w15:presenceInfo w15:providerId="None" w15:userId="{quoted(name)}"/>'
        "</w15:person>"
        for name in dict.fromkeys(_name(each) for each in said)
    )
    _add(
        package,
        "people",
        f"{_OFFICE}/2011/relationships/people",
        f'<w15:people xmlns:w15="{W15}">{people}</w15:people>',
    )


def _said(remark: Remark) -> Iterator[_Said]:
    note, (first, *rest) = remark.note, remark.numbers
    yield _Said(first, note.text, note.by, note.when, note.id, None, note.resolved)
    for index, (number, reply) in enumerate(zip(rest, note.replies, strict=True)):
        yield _Said(number, reply.text, reply.by, reply.when, f"{note.id} {index}", first, note.resolved)


def _comment(said: _Said, names: Sequence[str], style: str) -> str:
    name = _name(said)
    date = "" if said.when is None else f' w:date="{_moment(said.when)}"'
    done = []
    for index, (line, paragraph) in enumerate(zip(_lines(said), names, strict=True)):
        mark = "" if index else "<w:r><w:annotationRef/></w:r>"
        words = run(line) if line else ""
        done.append(f'<w:p w14:paraId="{paragraph}" w14:textId="77777777">{style}{mark}{words}</w:p>')
    return (
        f'<w:comment w:id="{said.number}" w:author="{quoted(name)}"{date} w:initials="{quoted(initials(name))}">'
        f"{''.join(done)}</w:comment>"
    )


def _extended(said: _Said, last: dict[int, str]) -> str:
    parent = "" if said.parent is None else f' w15:paraIdParent="{last[said.parent]}"'
    return f'<w15:commentEx w15:paraId="{last[said.number]}"{parent} w15:done="{int(said.done)}"/>'


def _lines(said: _Said) -> list[str]:
    return clean(said.text).split("\n")


def _name(said: _Said) -> str:
    return " ".join(clean(said.by).split()) or NOBODY


def initials(name: str) -> str:
    """The first letters of a name's words, as Word shows them beside a comment."""
    letters = (next((letter for letter in word if letter.isalnum()), "") for word in re.split(r"[\s-]+", name))
    return "".join(letters).upper()[:9]


def _moment(when: datetime) -> str:
    """A moment in universal time; one without a time zone is taken for that, as in the document's properties."""
    return f"{when if when.tzinfo is None else when.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _lasting(said: _Said) -> str:
    """A number for a comment that stays the same in every draft of the report."""
    return f"{zlib.crc32(said.key.encode()) % (_MOST - 1) + 1:08X}"


def _paragraph_numbers(package: OpenPackage) -> Iterator[str]:
    """Numbers that no paragraph of the document has."""
    taken = {
        found.upper().decode()
        for part in package.names
        if part.endswith(".xml")
        for found in _PARAGRAPHS.findall(package.data(part))
    }
    number = 0x10000000
    while number < _MOST:
        number += 1
        if f"{number:08X}" not in taken:
            yield f"{number:08X}"


def _add(package: OpenPackage, name: str, kind: str, xml: str) -> None:
    part = f"word/{name}.xml"
    if part in package.names:
        # A part of that name that nothing relates to, or that is something else: it keeps its name.
        part = package.free_name(f"word/{name}{{}}.xml")
    package.add(part, (_HEAD + xml).encode(), f"{_TYPE}.{name}+xml")
    package.relations(package.main).add(kind, part)
