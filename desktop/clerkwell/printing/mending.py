"""Slips of LibreOffice's in tagged PDFs, put right: PDF/UA-1 (ISO 14289-1) asks for more than its 7.4 keeps.

What it does not keep: the tab order is named by a string, standard tags are mapped to others, notes have no id, the
link from a note back to its mark has no tag, decorative pictures are figures without words, and lines beside paragraphs
are neither text nor ornament. All of it is added behind the file, as PDF foresees (ISO 32000-1, 7.5.6); a file written
in another way is left as it is, and where a later LibreOffice does better, there is nothing to do.
"""

import re
import zlib
from dataclasses import dataclass, field

from clerkwell.word.typeset import ORNAMENT

# ISO 32000-1, 14.8.4: tags that need no mapping.
_STANDARD = frozenset(
    b"Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    b"LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    b"WT WP Figure Formula Form".split()
)
_ROLE = re.compile(rb"/([^\s/<>\[\]()]+)/([^\s/<>\[\]()]+)")
_XREF = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])\s*")
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)( 0 R)?")
_PARENT = re.compile(rb"/StructParents? (\d+)")
_TAGGED = re.compile(rb"^.*\b(?:BDC|BMC|EMC)\b.*$", re.M)
_ORNAMENT = b"/Alt<FEFF%s>" % ORNAMENT.encode("utf-16-be").hex().upper().encode()
# A stretch that keeps its state to itself, and paints a path in it.
_PAINTED = re.compile(
    rb"^q [^\n]*\n(?:(?!q |Q)[^\n]*\n)*?[^\n]*\b(?:S|s|f\*?|F|B\*?|b\*?)\n(?:(?!q )[^\n]*\n)*?Q *$", re.M
)


@dataclass
class _File:
    """A PDF with one table of objects, and what is to be added to it."""

    data: bytes
    start: int
    places: list[int]
    trailer: bytes
    changed: dict[int, bytes] = field(default_factory=dict)

    def read(self, number: int) -> bytes:
        """An object as it is now, without what it streams."""
        if number in self.changed:
            return self.changed[number]
        place = self.places[number]
        begin = self.data.index(b"obj", place) + 3
        end = self.data.index(b"endobj", begin)
        return self.data[begin:end].strip()

    def stream(self, number: int) -> bytes:
        """What an object streams, unpacked."""
        begin = self.data.index(b"obj", self.places[number]) + 3
        head = _STREAM.search(self.data, begin)
        if head is None:
            raise ValueError("no stream")
        told = _LENGTH.search(self.data, begin, head.end())
        if told is None:
            raise ValueError("no length")
        length = int(self.read(int(told[1]))) if told[2] else int(told[1])
        return zlib.decompress(self.data[head.end() : head.end() + length])

    def add(self, body: bytes) -> int:
        """A new object; its number."""
        number = len(self.places)
        self.places.append(0)
        self.changed[number] = body
        return number

    def all(self) -> dict[int, bytes]:
        """Every object that is no stream, by its number."""
        found = {}
        for number, place in enumerate(self.places):
            if place or number in self.changed:
                body = self.read(number)
                if body.startswith(b"<<") and b"stream" not in body[:400]:
                    found[number] = body
        return found

    def written(self) -> bytes:
        """The file with what was changed behind it."""
        if not self.changed:
            return self.data
        out = bytearray(self.data)
        table = b"xref\n"
        for number in sorted(self.changed):
            table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self.changed[number])
        kept = re.sub(rb"/Size \d+", b"/Size %d" % len(self.places), self.trailer)
        kept = re.sub(rb"/DocChecksum\s*/[0-9A-F]+", b"", kept)
        begin = len(out)
        out += table + b"trailer\n" + kept.rstrip()[:-2] + b"/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (self.start, begin)
        return bytes(out)


def mended(data: bytes) -> bytes:
    """The PDF with these slips put right; as it was, where it is not written as LibreOffice writes."""
    try:
        file = _opened(data)
        if file is None:
            return data
        objects = file.all()
        _tab_order(file, objects)
        _roles(file, objects)
        _notes(file, objects)
        _lines(file, objects)
        _ornaments(file, objects)
        return file.written()
    except (ValueError, IndexError, KeyError, zlib.error):
        return data


def _opened(data: bytes) -> _File | None:
    end = _STARTXREF.search(data, max(len(data) - 100, 0))
    if end is None:
        return None
    start = int(end[1])
    table = _XREF.match(data, start)
    if table is None:
        return None
    places, at = [], table.end()
    for _ in range(int(table[1])):
        entry = _ENTRY.match(data, at)
        if entry is None:
            return None
        places.append(int(entry[1]) if entry[2] == b"n" else 0)
        at = entry.end()
    trailer = data[at : end.start()].strip()
    if not trailer.startswith(b"trailer") or b"/Prev" in trailer or b"/Encrypt" in trailer:
        return None
    return _File(data, start, places, trailer.removeprefix(b"trailer").strip())


def _tab_order(file: _File, objects: dict[int, bytes]) -> None:
    """14289-1, 7.18.3: pages with links name their order by structure."""
    for number, body in objects.items():
        if _is_page(body) and b"/Tabs(S)" in body:
            file.changed[number] = body.replace(b"/Tabs(S)", b"/Tabs/S")


def _roles(file: _File, objects: dict[int, bytes]) -> None:
    """7.1: no standard tag is mapped to another."""
    number, body = _tree(objects)
    head, mark, rest = body.partition(b"/RoleMap<<")
    roles, end, tail = rest.partition(b">>")
    if mark:
        kept = _ROLE.sub(lambda found: b"" if found[1] in _STANDARD else found[0], roles)
        if kept != roles:
            file.changed[number] = head + mark + kept + end + tail


def _notes(file: _File, objects: dict[int, bytes]) -> None:
    """7.9: notes have ids. 7.18.5: links are tagged, also those that lead from a note back to its mark."""
    notes = [number for number, body in objects.items() if b"/S/Note" in body and b"/ID" not in body]
    if not notes:
        return
    key = 1 + max((int(each) for body in objects.values() for each in _PARENT.findall(body)), default=-1)
    tree, _ = _tree(objects)
    parents = int(_found(rb"/ParentTree (\d+) 0 R", objects[tree]))
    untagged = _untagged_links(objects)
    added = b""
    for count, number in enumerate(notes, 1):
        body = objects[number]
        page = int(_found(rb"/Pg (\d+) 0 R", body))
        ends = b"/ID(note-%d)\n>>" % count
        links = untagged.get(page, [])
        if links:
            annotation = links.pop(0)
            link = file.add(
                b"<</Type/StructElem\n/S/Link\n/P %d 0 R\n/Pg %d 0 R\n/K[<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>]\n>>"
                % (number, page, annotation, page)
            )
            file.changed[annotation] = _ended(objects[annotation], b"/StructParent %d>>" % key)
            added += b"%d %d 0 R\n" % (key, link)
            key += 1
            body = re.sub(rb"/K\[", b"/K[%d 0 R " % link, body, count=1)
        file.changed[number] = _ended(body, ends)
    names = b" ".join(b"(note-%d) %d 0 R" % pair for pair in sorted(enumerate(notes, 1), key=lambda pair: str(pair[0])))
    file.changed[tree] = _ended(file.read(tree), b"/IDTree<</Names[%s]>>\n>>" % names)
    if added:
        body = file.read(parents)
        at = body.rindex(b"]")
        file.changed[parents] = body[:at] + b"\n" + added + body[at:]


def _ornaments(file: _File, objects: dict[int, bytes]) -> None:
    """7.3: a figure says what it shows; a picture that is decoration is none."""
    for number, body in objects.items():
        if _ORNAMENT in body and b"/S/Figure" in body:
            file.changed[number] = body.replace(_ORNAMENT, b"").replace(b"/S/Figure", b"/S/NonStruct")


def _untagged_links(objects: dict[int, bytes]) -> dict[int, list[int]]:
    """Links without a tag by page, from the top of the page down."""
    found: dict[int, list[int]] = {}
    for number, body in objects.items():
        if _is_page(body) and (listed := re.search(rb"/Annots\[([^\]]*)\]", body)):
            links = [int(each) for each in re.findall(rb"(\d+) 0 R", listed[1])]
            bare = [each for each in links if _PARENT.search(objects.get(each, b"/StructParent 0")) is None]
            found[number] = sorted(bare, key=lambda each: -float(_found(rb"/Rect\[\S+ (\S+)", objects[each])))
    return found


def _lines(file: _File, objects: dict[int, bytes]) -> None:
    """7.1: what is drawn outside all tags is an ornament, and says so."""
    for body in objects.values():
        if not _is_page(body):
            continue
        number = int(_found(rb"/Contents (\d+) 0 R", body))
        before = file.stream(number)
        after = _with_ornaments(before)
        if after != before:
            packed = zlib.compress(after)
            head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
            file.changed[number] = head + packed + b"\nendstream"


def _with_ornaments(drawn: bytes) -> bytes:
    """The page's drawing with its untagged lines marked as ornaments."""
    done, depth, at = [], 0, 0

    def kept(stretch: bytes) -> bytes:
        return _PAINTED.sub(lambda found: b"/Artifact BMC\n" + found[0] + b"\nEMC", stretch) if depth == 0 else stretch

    for mark in _TAGGED.finditer(drawn):
        done += [kept(drawn[at : mark.start()]), mark[0]]
        opened = len(re.findall(rb"\b(?:BDC|BMC)\b", mark[0]))
        depth += opened - len(re.findall(rb"\bEMC\b", mark[0]))
        at = mark.end()
    return b"".join([*done, kept(drawn[at:])])


def _is_page(body: bytes) -> bool:
    return re.search(rb"/Type\s*/Page\b", body) is not None


def _tree(objects: dict[int, bytes]) -> tuple[int, bytes]:
    for number, body in objects.items():
        if b"/Type/StructTreeRoot" in body:
            return number, body
    raise ValueError("not tagged")


def _ended(body: bytes, end: bytes) -> bytes:
    """A dictionary with another end."""
    return body[: body.rindex(b">>")] + end


def _found(pattern: bytes, body: bytes) -> bytes:
    found = re.search(pattern, body)
    if found is None:
        raise ValueError("not written as expected")
    return found[1]
