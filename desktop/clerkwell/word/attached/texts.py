"""Every word that a document holds, wherever it holds it: text, headers, notes, comments, properties, links, names.

For searching, not for reading: deleted and hidden text is there too, and files inside files. Any archive of XML parts
is gone through (Word, Excel, PowerPoint, OpenDocument); anything else is read as text as far as it is some.
"""

import hashlib
import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.attached.kinds import COMPOUND, RICH_TEXT, is_letter, of_letter, of_rich_text, wrapped
from clerkwell.word.ooxml.package import DAMAGE, MOST_BYTES, MOST_PARTS

_MOST_BYTES: Final = MOST_BYTES
_MOST_PARTS: Final = MOST_PARTS
_DEEPEST: Final = 3
# Elements inside a line of text, by local name: what stands in two of them is not parted by a space.
_INLINE: Final = frozenset(
    {
        "r", "t", "delText", "span", "a", "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt",
        "sdtContent", "fldSimple", "bookmarkStart", "bookmarkEnd", "proofErr", "rPr", "rFonts", "b", "bCs", "i", "iCs",
        "u", "color", "sz", "szCs", "lang", "vertAlign", "rStyle", "highlight", "vanish", "lastRenderedPageBreak",
        "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "softHyphen",
    }
)  # fmt: skip
_CODES: Final = frozenset({"instrText", "delInstrText"})
# Long enough for six words, or for an address or a name worth looking for.
_ATTRIBUTE: Final = re.compile(r"=\s*(?:\"([^\"<>]{5,})\"|'([^'<>]{5,})')")
_SPOKEN: Final = re.compile(r"\b(?:descr|title|alt)\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)')")
_EXTERNAL: Final = re.compile(r"<[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>")
_PRINTED: Final = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]{5,}")
# The stream that holds a document under a password ([MS-OFFCRYPTO] 1.3.3).
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_FURNITURE: Final = re.compile(r"(?:^|/)(?:header|footer)\d*\.xml$")


class Unreadable(Exception):  # noqa: N818 - a state of a file as much as an error
    """A file whose words cannot be got at: one plain clause, "has a password"."""


@dataclass(frozen=True)
class Stretch:
    """Words in one part of a file. `names` are addresses and names that are no sentences.

    `furniture`: a header or footer, which all papers of an office have in common. `digest` tells the part's bytes from
    others. `inner` is a PDF that is a part of the file: its words are for whoever can read it.
    """

    part: str
    words: str = ""
    names: str = ""
    furniture: bool = False
    digest: str = ""
    inner: bytes = field(default=b"", repr=False)


def stretches(data: bytes, deep: int = 0) -> Iterator[Stretch]:
    """What a file holds, part by part. Raises `Unreadable` where it cannot be told."""
    if data.startswith(b"PK"):
        yield from _archive(data, deep)
    elif is_letter(data):
        yield _plain("", data)
        for name, part in of_letter(data) if deep <= _DEEPEST else ():
            yield from _part(name, part, deep)
    elif data.lstrip()[:1] == b"<":
        yield _xml("", data)
    else:
        yield from _other("", data, deep)


def says_nothing(data: bytes) -> bool:
    """Whether a file is of a kind whose words nobody can get at without seeing or unpacking it: a picture, a film."""
    known = (b"PK", b"%PDF", COMPOUND, RICH_TEXT, b"\xff\xfe", b"\xfe\xff")
    return b"\x00" in data and not data.startswith(known) and b"%PDF-" not in data[:1024]


def _archive(data: bytes, deep: int) -> Iterator[Stretch]:
    if deep > _DEEPEST:
        raise Unreadable("holds files inside files inside files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable("has a password")
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise Unreadable("unpacks to more than any real document does")
            yield Stretch("", names="\n".join(_part_names(entries)) + "\n" + archive.comment.decode(errors="replace"))
            for entry in entries:
                if not entry.is_dir():
                    yield from _part(entry.filename, archive.read(entry), deep)
    except DAMAGE as error:
        raise Unreadable("is damaged") from error


def _part_names(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    for entry in entries:
        yield posixpath.basename(entry.filename)
        yield entry.comment.decode(errors="replace")


def _part(name: str, data: bytes, deep: int) -> Iterator[Stretch]:
    if data.startswith(b"PK"):
        yield Stretch(name, digest=digest(data))
        for each in stretches(data, deep + 1):
            yield Stretch(f"{name}/{each.part}", each.words, each.names, each.furniture, each.digest, each.inner)
    elif data.startswith(b"%PDF-"):
        yield Stretch(name, digest=digest(data), inner=data)
    elif is_letter(data):
        for each in stretches(data, deep + 1):
            yield Stretch(f"{name}/{each.part}", each.words, each.names, each.furniture, each.digest, each.inner)
    elif data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t")[:1] == b"<":
        yield _xml(name, data)
    else:
        yield from _other(name, data, deep)


def _other(name: str, data: bytes, deep: int) -> Iterator[Stretch]:
    if data.startswith(COMPOUND) and _LOCKED in data:
        raise Unreadable("has a password")
    yield _plain(name, data)
    if data.startswith(RICH_TEXT):
        yield Stretch(name, words=of_rich_text(data))
    for inner in wrapped(data) if deep <= _DEEPEST else ():
        if inner.startswith(b"%PDF-"):
            yield Stretch(name, inner=inner)
        else:
            # Bytes that only look like the beginning of an archive are none.
            with suppress(Unreadable):
                yield from _archive(inner, deep + 1)


def digest(data: bytes) -> str:
    """What tells these bytes from others."""
    return hashlib.sha256(data).hexdigest()


def _xml(name: str, data: bytes) -> Stretch:
    furniture = bool(_FURNITURE.search(name))
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
        source = etree.tostring(root, encoding="unicode")
    except (etree.XMLSyntaxError, ValueError):
        # Web pages, and parts that no XML parser takes: tags are as good as spaces.
        source = _decoded(data)
        return Stretch(
            name, html.unescape(re.sub(r"<[^<>]*>", " ", source)), _names(name, source), furniture, digest(data)
        )
    words = _said(root) + " " + " ".join(_pairs(_SPOKEN, source))
    return Stretch(name, words, _names(name, source), furniture, digest(data))


def _names(part: str, source: str) -> str:
    if part.endswith(".rels"):
        # The others name parts of the same file.
        source = " ".join(_EXTERNAL.findall(source))
    return "\n".join(_pairs(_ATTRIBUTE, source))


def _pairs(pattern: re.Pattern[str], source: str) -> Iterator[str]:
    for one, other in pattern.findall(source):
        text = one or other
        yield html.unescape(text) if "&" in text else text


def _said(root: Element) -> str:
    """All text of an XML part; elements that end a word or a line are parted by spaces, field codes come last."""
    done: list[str] = []
    codes: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            # A comment or an instruction: read as well, as it is in the file.
            codes.append(str(element.text or ""))
            done.append(element.tail or "")
            continue
        local = element.tag.rpartition("}")[2]
        inline = local in _INLINE
        if local in _CODES:
            codes.append(element.text or "")
        else:
            if not inline:
                done.append(" ")
            done.append(element.text or "")
        if element.tail and element.tail.strip():
            done.append(element.tail)
    return "".join(done) + " " + " ".join(codes)


def _plain(name: str, data: bytes) -> Stretch:
    """What reads as text among bytes of any kind: as UTF-8 or Windows' own, and as UTF-16 where that is likely."""
    found = [_decoded(data)]
    if b"\x00" in data:
        found += [data[at:].decode("utf-16-le", errors="replace") for at in (0, 1)]
        found += [data.decode("utf-16-be", errors="replace")]
    words = " ".join(piece for text in found for piece in _PRINTED.findall(text))
    return Stretch(name, words, "", False, digest(data))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
