"""Comments of a Word document as notes, each pinned to its words in the report that was made of that document.

The report has the document's words, but not always as they stood there: a field's without its label, an item's without
its bullet, a table's in cells. So words are looked for by what stands round them, and by what their paragraph became.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from clerkwell.intake.comments.commented import Commented, Reading, commented_lines
from clerkwell.intake.comments.spacing import Folded
from clerkwell.model import Note, Place, Reply, Report
from clerkwell.model.pins import stretches
from clerkwell.model.text import OBJECT
from clerkwell.word.reader.document import Comment, WordDocument

# The paragraph of a comment and the words of the report are the same.
_SAME: Final = 3
# More comments than this, on words that changed on their way into the report, are pinned to their parts alone.
_MOST_SEARCHED: Final = 500
# A paragraph that has changed is looked for among so many after the last that has not, and is known if it is so much
# alike.
_NEAR: Final = 6
_ALIKE: Final = 0.75


@dataclass(frozen=True)
class _Entry:
    """Words of the report, where they are, and whether a place can count in them."""

    place: Place
    text: Folded
    counts: bool = True


@dataclass(frozen=True, order=True)
class _Fit:
    """How well words of the report fit those of a comment: the more of its words, in the same
    paragraph, between the same words, the nearer."""

    covered: int
    kind: int
    context: int
    nearness: int
    place: Place = field(compare=False)
    quote: str = field(compare=False)


def pinned_notes(document: WordDocument, report: Report) -> tuple[Note, ...]:
    """Each comment of a document with its answers as one shared note; their ids are "note-1", "note-2", …

    None is lost: words that the report does not have leave their comment on the nearest part that it has.
    """
    known = {each.id: each for each in document.comments}
    threads: dict[str, list[Comment]] = {}
    for each in document.comments:
        threads.setdefault(_root(each, known), []).append(each)
    if not threads:
        return ()
    pins = _Pins(document, report)
    done = []
    for number, (root, comments) in enumerate(threads.items(), 1):
        first = known[root]
        place, quote = pins.of([each.id for each in (first, *comments)])
        replies = tuple(Reply(text=each.text, by=each.author, when=each.when) for each in comments if each is not first)
        done.append(
            Note(
                id=f"note-{number}",
                place=place,
                text=first.text,
                by=first.author,
                quote=quote,
                when=first.when,
                replies=replies,
                resolved=first.done,
                shared=True,
            )
        )
    return tuple(done)


def _root(comment: Comment, known: dict[str, Comment]) -> str:
    """The comment that began what this one belongs to."""
    seen = {comment.id}
    while comment.parent in known:
        comment = known[comment.parent]
        if comment.id in seen:
            # They answer each other in a ring; the first of the document begins it.
            return next(each for each in known if each in seen)
        seen.add(comment.id)
    return comment.id


class _Pins:
    """Finds the places of comments of one document in its report."""

    def __init__(self, document: WordDocument, report: Report) -> None:
        self._report = report
        self._lines = commented_lines(document)
        self._where: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            for comment in line.readings[0].ranges:
                self._where.setdefault(comment, []).append(index)
        self._entries = list(_entries(report))
        self._became = _alignment(self._lines, self._entries)
        self._fields = {entry.place.field for entry in self._entries}
        self._named: dict[tuple[tuple[str, str], ...], list[int]] = {}
        self._searched: set[str] = set()

    def of(self, comments: Sequence[str]) -> tuple[Place, str]:
        """The place and the quoted words of the first of these comments that stands anywhere."""
        for comment in comments:
            pieces = [(index, self._lines[index]) for index in self._where.get(comment, ())]
            best: _Fit | None = None
            for index, line in pieces:
                fit = max(
                    (each for reading in line.readings for each in self._fits(index, line, reading, comment)),
                    default=None,
                )
                # Of several paragraphs the first that is found with its words.
                if fit is not None and (best is None or (not best.covered and fit.covered)):
                    best = fit
            if best is not None:
                return best.place, best.quote
            if pieces:
                return self._nearest(*pieces[0]), ""
        return self._first(), ""

    def _fits(self, index: int, line: Commented, reading: Reading, comment: str) -> Iterator[_Fit]:
        home = self._home(index)
        low, high = reading.text.inner(*reading.ranges[comment])
        text = reading.text.folded
        for at in self._likely(index, line, comment):
            entry = self._entries[at]
            found = _fit(text, low, high, entry.text.folded)
            if found is None:
                continue
            covered, kind, context, first, last = found
            # A heading's words may be a field's, but no part of a paragraph or of a cell.
            if not line.heading or kind == _SAME or entry.place.field:
                yield _Fit(covered, kind, context, -abs(at - home), *_pin(entry, first, last))

    def _likely(self, index: int, line: Commented, comment: str) -> Sequence[int]:
        """The entries that a line's words may have become: that which it plainly did, or those of its place."""
        plainly = self._became.get(index)
        if plainly is not None and line.is_place_of(self._entries[plainly].place):
            return (plainly,)
        if self._named_part(line) is not None:
            if any(kind == "heading" for kind, _ in line.places):
                return ()
            if line.places not in self._named:
                named = [at for at, entry in enumerate(self._entries) if line.is_place_of(entry.place)]
                self._named[line.places] = [at for at in named if self._entries[at].text.folded]
            return self._named[line.places]
        self._searched.add(comment)
        if len(self._searched) > _MOST_SEARCHED:
            return ()
        return [at for at, entry in enumerate(self._entries) if entry.text.folded]

    def _named_part(self, line: Commented) -> Place | None:
        """The part of the report that a line's controls name, the nearest first."""
        for kind, name in line.places:
            if kind == "field" and name in self._fields:
                return Place(field=name, row=0 if "." in name else None)
            if kind != "field" and self._report.section(name) is not None:
                return Place(section=name)
        return None

    def _home(self, index: int) -> int:
        """About where among the report's words those of a line are."""
        before = (self._became[each] for each in range(index, -1, -1) if each in self._became)
        return next(before, 0)

    def _nearest(self, index: int, line: Commented) -> Place:
        """What is nearest to a line whose words the report does not have: the paragraph that it became, the part that
        its controls name, or the nearest part; after a heading the one that it heads."""
        home = self._home(index)
        for entry in self._entries[home : home + _NEAR]:
            same = SequenceMatcher(None, line.readings[0].text.folded, entry.text.folded, autojunk=False)
            if (
                entry.counts
                and same.real_quick_ratio() > _ALIKE
                and same.quick_ratio() > _ALIKE
                and same.ratio() > _ALIKE
            ):
                return entry.place
        named = self._named_part(line)
        if named is not None:
            return named
        before = (self._became[each] for each in range(index, -1, -1) if each in self._became)
        after = (self._became[each] for each in range(index + 1, len(self._lines)) if each in self._became)
        found = next(after, None) if line.heading else next(before, None)
        if found is None:
            found = next(before, None) if line.heading else next(after, None)
        return self._first() if found is None else _part(self._entries[found].place)

    def _first(self) -> Place:
        first = next((entry.place for entry in self._entries if not entry.place.field), None)
        if first is None and self._report.sections:
            first = Place(section=self._report.sections[0].id)
        return Place() if first is None else _part(first)


def _fit(text: str, low: int, high: int, own: str) -> tuple[int, int, int, int, int] | None:
    """How many of a comment's words stand in an entry, how sure that is, how much round them agrees, and from where to
    where."""
    words = text[low:high]
    if own == text:
        return high - low, _SAME, len(own), low, high
    at = own.find(text) if text else -1
    if at >= 0:
        return high - low, 2, len(text), at + low, at + high
    best: tuple[int, int, int, int, int] | None = None
    at = text.find(own)
    while at >= 0:
        first, last = max(low, at), min(high, at + len(own))
        inside = first < last or (low == high and first == last)
        if inside and _stands_apart(text, at, at + len(own)) and (best is None or last - first > best[0]):
            best = (last - first, 2, len(own), first - at, last - at)
        at = text.find(own, at + 1)
    if best is not None and best[0] == high - low:
        return best
    at = own.find(words) if words.strip() else -1
    while at >= 0:
        context = _same_end(own[:at], text[:low]) + _same_end(own[at + len(words) :][::-1], text[high:][::-1])
        if best is None or (len(words), 1, context) > best[:3]:
            best = (len(words), 1, context, at, at + len(words))
        at = own.find(words, at + 1)
    return best


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after here."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _same_end(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _pin(entry: _Entry, first: int, last: int) -> tuple[Place, str]:
    start, end = entry.text.outer_of(first, last)
    quote = entry.text.text[start:end]
    if not entry.counts or not quote.strip(OBJECT + " \n\t"):
        return entry.place, ""
    return entry.place.model_copy(update={"start": start, "end": end}), quote


def _part(place: Place) -> Place:
    return Place(field=place.field, row=place.row, section=place.section, appendix=place.appendix)


def _entries(report: Report) -> Iterator[_Entry]:
    """All words of a report, in its order."""
    for name, value in report.fields.items():
        yield _Entry(Place(field=name), Folded(value.text))
    for repeat, rows in report.repeats.items():
        for row, values in enumerate(rows):
            for name, value in values.items():
                yield _Entry(Place(field=f"{repeat}.{name}", row=row), Folded(value.text))
    for section in report.sections:
        if section.heading:
            yield _Entry(Place(section=section.id), Folded(section.heading), counts=False)
        for each in stretches(section.blocks):
            place = Place(section=section.id, block=each.block, path=each.path)
            yield _Entry(place, Folded(each.text))
    for appendix in report.appendices:
        yield _Entry(Place(appendix=appendix.id), Folded(appendix.title), counts=False)
        for each in stretches(appendix.blocks):
            place = Place(appendix=appendix.id, block=each.block, path=each.path)
            yield _Entry(place, Folded(each.text))
    papers = next((each.id for each in report.sections if each.id == "background-papers"), "")
    for paper in report.background_papers:
        yield _Entry(Place(section=papers), Folded(paper.title), counts=False)


def _alignment(lines: Sequence[Commented], entries: Sequence[_Entry]) -> dict[int, int]:
    """Which entry each line became, where that is plain: the same words, the next of them in order."""
    by_text: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.text.folded:
            by_text.setdefault(entry.text.folded, []).append(index)
    done: dict[int, int] = {}
    last = -1
    for index, line in enumerate(lines):
        found = next((by_text[reading.text.folded] for reading in line.readings if reading.text.folded in by_text), [])
        if found:
            last = next((each for each in found if each > last), found[0])
            done[index] = last
    return done
