"""A reviewer with tracking on: edits a Word document's XML as Word itself writes it down (ECMA-376 part 1, 17.13.5).

Words are found by what they say; every change has the reviewer's name, a time and an editing session of its own.
"""

from copy import deepcopy
from datetime import datetime, timedelta
from itertools import count

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, RUN, SETTINGS, TBL, TC, TR, VAL, W14, W15, XML_SPACE, P, R, T, W, w
from clerkwell.word.ooxml.opened import OpenPackage

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_GONE = (w("del"), w("moveFrom"))


class Reviewer:
    """One person at a document. Call what is to be done, in turn, then take `saved`."""

    def __init__(self, data: bytes, name: str, when: datetime = datetime(2026, 6, 8, 9, 30)) -> None:
        self._package = OpenPackage(data)
        self._root = self._package.touch(self._package.main)
        self._name = name
        self._when = when
        used = [int(found) for each in self._root.iter() if (found := each.get(w("id"), "")).lstrip("-").isdecimal()]
        self._ids = count(max([9000, *(each for each in used if each < 100000)]) + 1)
        self._session = f"00{abs(hash_of(name)):06X}"[:8]
        self._remember_session()

    @property
    def saved(self) -> bytes:
        """The document as it is now."""
        return self._package.save()

    # Words

    def replace(self, old: str, new: str) -> None:
        """Type over words."""
        runs = self._runs(old)
        inserted = self._inserted(new, runs[-1])
        self._delete(runs)
        _outside(runs[-1], *_GONE).addnext(inserted)

    def insert(self, after: str, new: str) -> None:
        """Type after words."""
        last = self._runs(after)[-1]
        last.addnext(self._inserted(new, last))

    def delete(self, words: str) -> None:
        """Take words out."""
        self._delete(self._runs(words))

    def embolden(self, words: str) -> None:
        """Make words bold."""
        for run in self._runs(words):
            properties = run.find(RPR)
            if properties is None:
                properties = run.makeelement(RPR, {})
                run.insert(0, properties)
            before = deepcopy(properties)
            properties.insert(1 if properties.find(w("rStyle")) is not None else 0, run.makeelement(w("b"), {}))
            change = self._mark("rPrChange")
            change.append(before)
            properties.append(change)

    # Paragraphs

    def insert_paragraph(self, after: str, text: str) -> None:
        """Press Return at a paragraph's end and type: its mark is the new one, the new paragraph has the old one."""
        line = self._line(after)
        new = line.makeelement(P, self._sessions())
        properties = line.find(PPR)
        if properties is not None:
            new.append(deepcopy(properties))
        new.append(self._inserted(text, _last_run(line)))
        line.addnext(new)
        self._mark_end(line, "ins")

    def insert_paragraph_before(self, before: str, text: str) -> None:
        """Type at a paragraph's beginning and press Return."""
        line = self._line(before)
        new = line.makeelement(P, self._sessions())
        properties = line.find(PPR)
        if properties is not None:
            new.append(deepcopy(properties))
        new.append(self._inserted(text, _last_run(line)))
        line.addprevious(new)
        self._mark_end(new, "ins")

    def delete_paragraph(self, words: str) -> None:
        """Take a whole paragraph out, its mark too."""
        line = self._line(words)
        self._delete([each for each in line.iter(RUN) if _says(each)])
        self._mark_end(line, "del")

    def join(self, words: str) -> None:
        """Delete a paragraph's mark alone."""
        self._mark_end(self._line(words), "del")

    def move_paragraph(self, words: str, before: str) -> None:
        """Drag a paragraph to stand before another."""
        line, there = self._line(words), self._line(before)
        name = f"move{next(self._ids)}"
        new = deepcopy(line)
        there.addprevious(new)
        for paragraph, kind in ((line, "moveFrom"), (new, "moveTo")):
            for run in [each for each in paragraph.iter(RUN) if _says(each)]:
                holder = self._mark(kind)
                run.addprevious(holder)
                holder.append(run)
            self._mark_end(paragraph, kind)
            start = self._mark(f"{kind}RangeStart")
            start.set(w("name"), name)
            paragraph.addprevious(start)
            paragraph.addnext(self._root.makeelement(w(f"{kind}RangeEnd"), {w("id"): start.get(w("id"), "")}))

    # Rows

    def insert_row(self, after: str, *texts: str) -> None:
        """Insert a row below the one with these words."""
        row = self._row(after)
        new = deepcopy(row)
        for cell, text in zip(new.iter(TC), texts, strict=True):
            lines = list(cell.iter(P))
            for extra in lines[1:]:
                cell.remove(extra)
            model = _last_run(lines[0])
            kept = lines[0].find(PPR)
            inserted = self._inserted(text, model)
            lines[0][:] = [*([] if kept is None else [kept]), inserted]
            self._mark_end(lines[0], "ins")
        row.addnext(new)
        self._mark_row(new, "ins")

    def delete_row(self, words: str) -> None:
        """Take out the row with these words."""
        row = self._row(words)
        self._delete([each for each in row.iter(RUN) if _says(each)])
        for line in row.iter(P):
            self._mark_end(line, "del")
        self._mark_row(row, "del")

    # Comments

    def comment(self, words: str, text: str, *, parent: str = "") -> str:
        """Comment on words, or answer the comment `parent` on them; the comment's id."""
        runs = self._runs(words)
        number = str(next(self._ids))
        runs[0].addprevious(self._root.makeelement(w("commentRangeStart"), {w("id"): number}))
        end = self._root.makeelement(w("commentRangeEnd"), {w("id"): number})
        runs[-1].addnext(end)
        end.addnext(self._reference(number))
        comments = self._part("comments", f"{R}/comments", f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}"/>')
        said = etree.SubElement(comments, w("comment"), self._by() | {w("id"): number})
        line = etree.SubElement(said, P, {f"{{{W14}}}paraId": f"4{int(number):07X}"})
        etree.SubElement(etree.SubElement(line, RUN), T).text = text
        more = {f"{{{W15}}}paraId": f"4{int(number):07X}", f"{{{W15}}}done": "0"}
        if parent:
            more[f"{{{W15}}}paraIdParent"] = self._paragraph_of(parent)
        etree.SubElement(self._extended(), f"{{{W15}}}commentEx", more)
        return number

    def reply(self, text: str, answer: str) -> str:
        """Answer the comment that says `text`."""
        comments = self._part("comments", f"{R}/comments", "")
        said = next(each for each in comments if "".join(each.itertext()) == text)
        number = said.get(w("id"), "")
        new = str(next(self._ids))
        for kind in ("commentRangeStart", "commentRangeEnd"):
            mark = next(each for each in self._root.iter(w(kind)) if each.get(w("id")) == number)
            mark.addnext(self._root.makeelement(w(kind), {w("id"): new}))
        end = next(each for each in self._root.iter(w("commentRangeEnd")) if each.get(w("id")) == new)
        end.addnext(self._reference(new))
        comment = etree.SubElement(comments, w("comment"), self._by() | {w("id"): new})
        line = etree.SubElement(comment, P, {f"{{{W14}}}paraId": f"4{int(new):07X}"})
        etree.SubElement(etree.SubElement(line, RUN), T).text = answer
        parent = self._paragraph_of(number)
        names = {"paraId": f"4{int(new):07X}", "paraIdParent": parent, "done": "0"}
        etree.SubElement(
            self._extended(), f"{{{W15}}}commentEx", {f"{{{W15}}}{name}": value for name, value in names.items()}
        )
        return new

    def resolve(self, text: str) -> None:
        """Resolve the comment that says `text`."""
        comments = self._part("comments", f"{R}/comments", "")
        number = next(each for each in comments if "".join(each.itertext()) == text).get(w("id"), "")
        paragraph = self._paragraph_of(number)
        for each in self._extended():
            if each.get(f"{{{W15}}}paraId") == paragraph:
                each.set(f"{{{W15}}}done", "1")

    def remove_comment(self, text: str) -> None:
        """Delete the comment that says `text`, with its answers."""
        comments = self._part("comments", f"{R}/comments", "")
        first = next(each for each in comments if "".join(each.itertext()) == text)
        own = self._paragraph_of(first.get(w("id"), ""))
        gone = {
            own,
            *(
                each.get(f"{{{W15}}}paraId", "")
                for each in self._extended()
                if each.get(f"{{{W15}}}paraIdParent") == own
            ),
        }
        for comment in list(comments):
            number = comment.get(w("id"), "")
            if self._paragraph_of(number) in gone:
                comments.remove(comment)
                for mark in list(self._root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
                    holder = mark.getparent()
                    if mark.get(w("id")) == number and holder is not None:
                        holder.remove(mark)
        for each in list(self._extended()):
            if each.get(f"{{{W15}}}paraId") in gone:
                self._extended().remove(each)

    # How it is written down

    def _by(self) -> dict[str, str]:
        self._when += timedelta(minutes=1)
        return {w("author"): self._name, w("date"): f"{self._when:%Y-%m-%dT%H:%M:%SZ}"}

    def _mark(self, kind: str) -> Element:
        return self._root.makeelement(w(kind), {w("id"): str(next(self._ids))} | self._by())

    def _sessions(self) -> dict[str, str]:
        return {w("rsidR"): self._session, w("rsidRDefault"): self._session}

    def _remember_session(self) -> None:
        part = self._package.related(SETTINGS)
        if part is None:
            return
        settings = self._package.touch(part)
        known = settings.find(w("rsids"))
        if known is not None:
            etree.SubElement(known, w("rsid"), {VAL: self._session})

    def _inserted(self, text: str, model: Element | None) -> Element:
        holder = self._mark("ins")
        run = etree.SubElement(holder, RUN, {w("rsidR"): self._session})
        look = None if model is None else model.find(RPR)
        if look is not None:
            run.append(deepcopy(look))
        words = etree.SubElement(run, T, {XML_SPACE: "preserve"})
        words.text = text
        return holder

    def _delete(self, runs: list[Element]) -> None:
        for run in runs:
            holder = self._mark("del")
            run.addprevious(holder)
            holder.append(run)
            run.set(w("rsidDel"), self._session)
            for words in list(run.iter(T)):
                words.tag = w("delText")
                words.set(XML_SPACE, "preserve")

    def _mark_end(self, line: Element, kind: str) -> None:
        properties = line.find(PPR)
        if properties is None:
            properties = line.makeelement(PPR, {})
            line.insert(0, properties)
        look = properties.find(RPR)
        if look is None:
            look = properties.makeelement(RPR, {})
            after = [each for each in properties if each.tag not in (w("sectPr"), w("pPrChange"))]
            properties.insert(len(after), look)
        look.insert(0, self._mark(kind))

    def _mark_row(self, row: Element, kind: str) -> None:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = row.makeelement(w("trPr"), {})
            row.insert(0, properties)
        properties.append(self._mark(kind))

    # Where it is

    def _line(self, words: str) -> Element:
        for line in self._root.iter(P):
            if words in _text(line):
                return line
        raise AssertionError(f"no paragraph says {words!r}")

    def _row(self, words: str) -> Element:
        for row in self._root.iter(TR):
            if words in "".join(map(_text, row.iter(P))) and next(row.iter(TBL), None) is None:
                return row
        raise AssertionError(f"no row says {words!r}")

    def _runs(self, words: str) -> list[Element]:
        """The runs that say these words and no more; runs are parted where they begin and end."""
        line = self._line(words)
        start = _text(line).index(words)
        for at in (start, start + len(words)):
            seen = 0
            for run in _live(line):
                said = _said(run)
                if seen < at < seen + len(said):
                    _part(run, at - seen)
                    break
                seen += len(said)
        done, seen = [], 0
        for run in _live(line):
            said = _said(run)
            if said and start <= seen and seen + len(said) <= start + len(words):
                done.append(run)
            seen += len(said)
        assert "".join(map(_said, done)) == words
        return done

    # The parts of comments

    def _part(self, name: str, kind: str, empty: str) -> Element:
        part = self._package.related(kind)
        if part is None:
            part = f"word/{name}.xml"
            self._package.add(part, empty.encode(), f"{_TYPE}.{name}+xml")
            self._package.relations(self._package.main).add(kind, part)
        return self._package.touch(part)

    def _extended(self) -> Element:
        return self._part("commentsExtended", _EXTENDED, f'<w15:commentsEx xmlns:w15="{W15}"/>')

    def _reference(self, number: str) -> Element:
        return etree.fromstring(f'<w:r xmlns:w="{W}"><w:commentReference w:id="{number}"/></w:r>')

    def _paragraph_of(self, number: str) -> str:
        comments = self._part("comments", f"{R}/comments", "")
        said = next(each for each in comments if each.get(w("id")) == number)
        return [each.get(f"{{{W14}}}paraId", "") for each in said.iter(P)][-1]


def hash_of(name: str) -> int:
    """A number of a name, the same in every run."""
    return sum(ord(letter) * (index + 7) for index, letter in enumerate(name))


def _live(line: Element) -> list[Element]:
    """The runs of a paragraph that are still there, its own."""
    return [
        run
        for run in line.iter(RUN)
        if next(run.iterancestors(P), None) is line and next(run.iterancestors(*_GONE), None) is None
    ]


def _said(run: Element) -> str:
    return "".join(each.text or "" for each in run.iterchildren(T))


def _says(run: Element) -> bool:
    return run in _live(next(run.iterancestors(P)))


def _text(line: Element) -> str:
    return "".join(map(_said, _live(line)))


def _part(run: Element, at: int) -> None:
    [words] = run.findall(T)
    rest = deepcopy(run)
    text = words.text or ""
    words.text = text[:at]
    rest.findall(T)[0].text = text[at:]
    for each in (words, rest.findall(T)[0]):
        each.set(XML_SPACE, "preserve")
    run.addnext(rest)


def _last_run(line: Element) -> Element | None:
    return next(reversed([None, *(run for run in _live(line) if _said(run))]))


def _outside(run: Element, *kinds: str) -> Element:
    holder = run.getparent()
    return holder if holder is not None and holder.tag in kinds else run
