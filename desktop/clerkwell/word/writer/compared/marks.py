"""The marks of tracked changes: who changed what, and when (ECMA-376 part 1, 17.13.5)."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime
from typing import Final, Literal

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, SECT_PR, T, w
from clerkwell.word.ooxml.xml import child

# What a piece of the document is: in both reports, only in the later one, or only in the earlier one.
State = Literal["same", "ins", "del"]

DEL_TEXT: Final = w("delText")
PPR_CHANGE: Final = w("pPrChange")
RPR_CHANGE: Final = w("rPrChange")
# Of a paragraph's properties, what a change of them does not tell (17.3.1.25).
_OWN: Final = frozenset({RPR, SECT_PR, PPR_CHANGE})


class Marks:
    """Makes the marks of one document, each with a number of its own."""

    def __init__(self, by: str, when: datetime, first: int) -> None:
        self._by = by
        self._when = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._next = first

    def number(self) -> str:
        """The next number."""
        number, self._next = self._next, self._next + 1
        return str(number)

    def mark(self, tag: str) -> Element:
        """A mark of this name."""
        return etree.Element(w(tag), {w("id"): self.number(), w("author"): self._by, w("date"): self._when})

    def round(self, runs: Iterable[Element], state: State) -> list[Element]:
        """Runs that came or went, with the mark that says so round them."""
        if state == "same":
            return list(runs)
        mark = self.mark(state)
        mark.extend(as_deleted(run) if state == "del" else run for run in runs)
        return [mark] if len(mark) else []

    def end(self, paragraph: Element, state: State) -> None:
        """Say of a paragraph's end that it came or went; without its end it joins the next one (17.13.5.15, .20)."""
        if state == "same":
            return
        properties = paragraph_properties(paragraph)
        looks = child(properties, RPR)
        if looks is None:
            looks = etree.Element(RPR)
            later = next((each for each in properties if each.tag in (SECT_PR, PPR_CHANGE)), None)
            if later is None:
                properties.append(looks)
            else:
                later.addprevious(looks)
        looks.insert(0, self.mark(state))

    def properties(self, paragraph: Element, old: Element | None) -> None:
        """Say of a paragraph what its properties were."""
        properties = paragraph_properties(paragraph)
        change = self.mark("pPrChange")
        change.append(bare_properties(old))
        properties.append(change)

    def looks(self, run: Element, old: Element | None) -> None:
        """Say of a run how it looked."""
        looks = child(run, RPR)
        if looks is None:
            looks = etree.Element(RPR)
            run.insert(0, looks)
        change = self.mark("rPrChange")
        change.append(etree.Element(RPR) if old is None else deepcopy(old))
        looks.append(change)

    def row(self, row: Element, state: State) -> None:
        """Say of a row that it came or went (17.13.5.13, .16)."""
        properties = child(row, w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            exceptions = child(row, w("tblPrEx"))
            row.insert(0 if exceptions is None else 1, properties)
        properties.append(self.mark(state))

    def cell(self, cell: Element, state: State) -> None:
        """Say of a cell that it came or went with its column (17.13.5.1, .2)."""
        if state == "same":
            return
        properties = child(cell, w("tcPr"))
        if properties is None:
            properties = etree.Element(w("tcPr"))
            cell.insert(0, properties)
        properties.append(self.mark("cellIns" if state == "ins" else "cellDel"))


def as_deleted(run: Element) -> Element:
    """A run whose words are deleted ones (17.4.7)."""
    for element in run.iter(T):
        element.tag = DEL_TEXT
    for element in run.iter(w("instrText")):
        element.tag = w("delInstrText")
    return run


def paragraph_properties(paragraph: Element) -> Element:
    """The properties of a paragraph; made if there are none."""
    properties = child(paragraph, PPR)
    if properties is None:
        properties = etree.Element(PPR)
        paragraph.insert(0, properties)
    return properties


def bare_properties(properties: Element | None) -> Element:
    """A paragraph's properties as a change of them tells them: without its end, its page section, its change."""
    done = etree.Element(PPR)
    for each in () if properties is None else properties:
        if each.tag not in _OWN:
            done.append(deepcopy(each))
    return done
