"""Rules about appendices: those that are listed are mentioned, and those that are mentioned are listed."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from clerkwell.model import Appendix, Place, Reference, Report, Runs, Table, words
from clerkwell.model.lists import ordinals
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack
from clerkwell.proofing.sense.citations import HINTS, Citation, citations, same_title
from clerkwell.rules.parts.citing import is_beside_list
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_ENTRY: Final = re.compile(r"(?:annexe?|appendix)\s+(?P<number>\d{1,2}[a-z]?|[A-Z]\d{0,2})\b", re.IGNORECASE)
_TITLED_ENTRY: Final = re.compile(
    r"(?:annexe?|appendix)\s+(?P<number>\d{1,2}[a-z]?|[A-Z]\d{0,2})(?:\s*(?::|\s[-–—])\s|\s+(?=(?-i:[A-Z])[^.!?\n]{3,80}\Z))",
    re.IGNORECASE,
)
# A row of a table that lists them: "A", "Plan".
_ROW: Final = re.compile(r"(?P<number>\d{1,2}[a-z]?|[A-Z]\d{0,2})\t\s*\S")
# A list in one line: "A – Charges; B – Map", "Appendix A (Charges) and Appendix B (Map)".
_BESIDE: Final = re.compile(
    r"(?:[,;]\s*|\band\s+)(?:(?:Appendix|Annex)\s+)?(\d{1,2}[a-z]?|[A-Z]\d{0,2})(?=\s*[–—:(-]|\s+[A-Z])"
)
_CITED: Final = Sign(*HINTS)
_LIVE: Final = Sign(OBJECT)
_MENTIONED: Final = Sign(others=(_CITED, _LIVE))
_NEVER: Final = "is listed, but the report never mentions it. Refer to it where it matters, or take it out."


def _cited(passage: Passage, _: Guide) -> tuple[Citation, ...]:
    if passage.place.appendix or (passage.place.section == "appendices" and not is_beside_list(passage.text)):
        return ()
    return citations(passage.text)


def _live(passage: Passage, _: Guide) -> tuple[tuple[int, str], ...]:
    """The appendices that live references of a passage point at: where in it, and their ids."""
    if OBJECT not in passage.text or passage.kind in ("footnote", "caption", "alt"):
        return ()
    done, at = [], 0
    for run in _runs(passage):
        if isinstance(run, Reference) and run.to == "appendix":
            done.append((at, run.target))
        at += len(run.text) if run.kind == "text" else 1
    return tuple(done)


def _runs(passage: Passage) -> Runs:
    block = passage.block
    if isinstance(block, Table):
        if len(passage.place.path) != 3:
            return ()
        row, column, index = passage.place.path
        return block.rows[row][column].paragraphs[index]
    return getattr(block, "runs", ())


def _not_cited(reading: Reading) -> Iterator[Finding]:
    appendices = reading.report.appendices
    in_words = list(reading.where(_listed_in_words))
    if not appendices and not in_words:
        return
    cited = (each for _, all_cited in reading.where(_cited, _CITED) for each in all_cited)
    numbers = {each.number for each in cited if not each.elsewhere}
    live = {target for _, targets in reading.where(_live, _LIVE) for _, target in targets}
    if len(appendices) == 1 and "" in numbers:
        # "see the appendix": there is one.
        return
    for passage, ((start, end, number),) in in_words:
        if number not in numbers and not (len(in_words) == 1 and "" in numbers):
            name = passage.text[start:end]
            message = f"{name} {_NEVER}"
            yield found(passage, start, end, message)
    unlisted = numbers - {"", *(each.number for each in appendices)}
    for appendix in appendices:
        if appendix.number and appendix.number not in numbers and appendix.id not in live:
            name = f"Appendix {appendix.number}"
            if unlisted and _cited_by_another(appendix, unlisted, reading):
                continue  # it is told of where it is cited
            # What the author sees in the list is its title.
            yield Finding(f"{name} {_NEVER}", Place(appendix=appendix.id), appendix.title.strip() or name)


def _cited_by_another(appendix: Appendix, unlisted: set[str], reading: Reading) -> bool:
    """Whether a passage that speaks of an appendix by its title sends its reader to a number that is not listed."""
    title = appendix.title.casefold().strip(" .")
    return len(title.split()) > 1 and any(
        title in passage.text.casefold() and any(each.number in unlisted and not each.elsewhere for each in there)
        for passage, there in reading.where(_cited, _CITED)
    )


def _listed_in_words(passage: Passage, _: Guide) -> tuple[tuple[int, int, str], ...]:
    """An annex that the list of appendices has in words of the report's own: where, and its number."""
    if passage.place.section != "appendices" or passage.kind not in ("paragraph", "item"):
        return ()
    entry = _TITLED_ENTRY.match(passage.text)
    return ((0, entry.end("number"), _as_cited(entry["number"])),) if entry else ()


def _not_listed(reading: Reading) -> Iterator[Finding]:
    known: set[str] | None = None
    for passage, all_cited in reading.where(_cited, _CITED):
        for each in all_cited:
            if each.elsewhere or each.alone:
                continue
            known = known if known is not None else _listed(reading)
            if each.number not in known:
                name = f"{each.word} {each.number}"
                message = f"The report refers to {name}, which is not in the list of appendices. Add it there."
                yield found(passage, each.start, each.end, message)


def _listed(reading: Reading) -> set[str]:
    """The numbers of appendices, and of those listed in words of the report's own: "Annex B: Costs"."""
    appendices = reading.report.appendices
    numbers = {appendix.number for appendix in appendices}
    numbers.update(_as_cited(each[1]) for appendix in appendices for each in _BESIDE.finditer(appendix.title))
    return numbers.union(*(entries for _, entries in reading.parts(_entries)))


def _entries(piece: Piece, _: Guide) -> frozenset[str]:
    if piece.section is None:
        return frozenset()
    entry = _ENTRY if piece.section.id == "appendices" else _TITLED_ENTRY
    lines = (line for block in piece.section.blocks for line in words(block).split("\n"))
    rows = _ROW.match if piece.section.id == "appendices" else entry.match
    if piece.section.id == "appendices":
        # "(A) Charges" is an item of a list with letters.
        numbered = ordinals(piece.section.blocks).values()
        lettered = frozenset(each for number in numbered for each in (str(number), chr(64 + min(number, 26))))
    else:
        lettered = frozenset()
    return lettered | frozenset(
        _as_cited(match["number"]) for line in lines if (match := entry.match(line.strip()) or rows(line.strip()))
    )


def _as_cited(number: str) -> str:
    return number.lower() if number[0].isdigit() else number.upper()


def _order(reading: Reading) -> Iterator[Finding]:
    appendices = reading.report.appendices
    if len(appendices) < 2:
        return
    first: dict[str, tuple[int, Passage, int, int]] = {}
    by_id = {each.id: each.number for each in appendices}
    for index, (passage, mentioned) in enumerate(reading.where(_mentioned, _MENTIONED)):
        for start, end, number, target in mentioned:
            if not target or target in by_id:
                first.setdefault(by_id.get(target, number), (index, passage, start, end))
    order = [each.number for each in appendices if each.number in first]
    for earlier, later in pairwise(order):
        if (first[later][0], first[later][2]) < (first[earlier][0], first[earlier][2]):
            _, passage, start, end = first[later]
            message = (
                f"Appendix {later} is mentioned before Appendix {earlier}. "
                "Number them in the order in which the report comes to them."
            )
            yield found(passage, start, end, message)
            return


def _mentioned(passage: Passage, guide: Guide) -> tuple[tuple[int, int, str, str], ...]:
    """The appendices that a passage of a section mentions, in order: from where to where, the number or the target."""
    if not passage.place.section:
        return ()
    cited = passage.known(_cited, guide)
    typed = [(each.start, each.end, each.number, "") for each in cited if not each.elsewhere]
    live = [(at, at + 1, "", target) for at, target in passage.known(_live, guide)]
    return tuple(sorted((*typed, *live), key=lambda each: each[0]))


def _titles(reading: Reading) -> Iterator[Finding]:
    titles = {each.number: each.title.strip() for each in reading.report.appendices if each.title.strip()}
    if not titles:
        return
    for passage, all_cited in reading.where(_cited, _CITED):
        for each in all_cited:
            title = titles.get(each.number, "")
            if each.title and title and not each.elsewhere and not same_title(each.title, title):
                message = (
                    f"Here Appendix {each.number} is called “{each.title}”, in the list “{title}”. "
                    "Call it by one title, or see whether another is meant."
                )
                yield found(passage, each.start, each.end, message)


def _untitled(report: Report, _: Pack) -> Iterator[Finding]:
    numbers = Counter(appendix.number for appendix in report.appendices)
    for appendix in report.appendices:
        place = Place(appendix=appendix.id)
        if not appendix.title.strip():
            yield Finding(f"Appendix {appendix.number} has no title. Say what it is.", place)
        if not appendix.number.strip():
            yield Finding(f"The appendix “{appendix.title}” has no number. Give it one.", place)
        elif numbers[appendix.number] > 1:
            yield Finding(f"Two appendices are numbered {appendix.number}. Give each its own number.", place)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    listed = "Committee practice: appendices are listed by number and title, and each is referred to"
    return (
        Rule(
            "appendix-not-cited", "warning", "An appendix is listed and never mentioned",
            "A reader of the report is not told what the appendix is for.",
            Across(_not_cited), source=listed,
        ),
        Rule(
            "appendix-not-listed", "warning", "An appendix is mentioned and not listed",
            "A reader looks for it in the list and in the pack of papers.",
            Across(_not_listed), source=listed,
        ),
        Rule(
            "appendix-entry", "error", "An appendix has no title, or no number of its own",
            "Appendices are listed by number and title, so that each can be found.",
            _untitled, source=listed,
        ),
        Rule(
            "appendix-order", "info", "An appendix is mentioned before one that comes before it",
            "Readers turn to the appendices in the order in which the report sends them there.",
            Across(_order), source=listed,
        ),
        Rule(
            "appendix-title-differs", "info", "An appendix has another title in the text than in the list",
            "A reader cannot tell whether it is the same one.",
            Across(_titles), source=listed,
        ),
    )  # fmt: skip
