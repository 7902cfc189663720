"""A reviewer with tracking on: edits a Word document's XML as Word itself writes it down (ECMA-376 part 1, 17.13.5).

Words are found by what they say; every change has the reviewer's name, a time and an editing session of its own.
"""

from copy import deepcopy
from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, RUN, SETTINGS, TBL, TC, TR, VAL, XML_SPACE, P, T, w
from helpers.commenter import GONE, Commenter, live, text_of, words_in


class Reviewer(Commenter):
    """One person at a document. Call what is to be done, in turn, then take `saved`."""

    def __init__(self, data: bytes, name: str, when: datetime = datetime(2026, 6, 8, 9, 30)) -> None:
        super().__init__(data, name, when)
        self._session = f"00{abs(hash_of(name)):06X}"[:8]
        self._remember_session()

    # Words

    def replace(self, old: str, new: str) -> None:
        """Type over words."""
        runs = self._runs(old)
        inserted = self._inserted(new, runs[-1])
        self._delete(runs)
        _outside(runs[-1], *GONE).addnext(inserted)

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

    # How it is written down

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

    def _row(self, words: str) -> Element:
        for row in self._root.iter(TR):
            if words in "".join(map(text_of, row.iter(P))) and next(row.iter(TBL), None) is None:
                return row
        raise AssertionError(f"no row says {words!r}")


def hash_of(name: str) -> int:
    """A number of a name, the same in every run."""
    return sum(ord(letter) * (index + 7) for index, letter in enumerate(name))


def _says(run: Element) -> bool:
    return run in live(next(run.iterancestors(P)))


def _last_run(line: Element) -> Element | None:
    return next(reversed([None, *(run for run in live(line) if words_in(run))]))


def _outside(run: Element, *kinds: str) -> Element:
    holder = run.getparent()
    return holder if holder is not None and holder.tag in kinds else run
