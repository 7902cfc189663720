"""Rules about what is not for publication: it is not said again in the public part, and the report's status owns up.

The same words, addresses and files are searched for once more in the finished public set; here they are found while
the report is being written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from clerkwell.model import (
    Block,
    Footnote,
    Image,
    Landscape,
    Place,
    Report,
    Runs,
    Table,
    Text,
    plain,
    walk,
    words,
)
from clerkwell.packs import Pack
from clerkwell.packs.openness import (
    has_private_blocks,
    is_private_throughout,
    is_withheld,
    openness,
    private_blocks,
    withheld_appendices,
)
from clerkwell.packs.publishing import public_version, withheld_title
from clerkwell.rules.law.statute import statutory_runs
from clerkwell.rules.law.word_runs import Shared, WordRuns
from clerkwell.rules.passages import Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.words import texts, texts_beside

_ANNEX: Final = re.compile(r"\b(?:appendi(?:x|ces)|annex(?:es)?)\b", re.IGNORECASE)
# How much of a long stretch a message repeats.
_SHOWN = 12


# Under which a passage keeps what it shares with private words.
_SHARED_KEPT = "shared with private words"


@dataclass(frozen=True)
class _Kept:
    digest: int
    shared: tuple[Shared, ...]


@dataclass(frozen=True)
class Withheld:
    """What must not get out: words and addresses of private blocks and withheld appendices.

    `more` are texts from outside the report (the files of withheld appendices), `known` texts that are everybody's
    (the template's).
    """

    report: Report
    pack: Pack
    more: tuple[str, ...] = ()
    known: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def runs(self) -> WordRuns:
        """The runs of words to look for."""
        return WordRuns((*self._texts(), *self.more), (*self.everybodys, *self.known), statutory_runs())

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of links, without what parts one way of writing them from another."""
        found = {run.link for _, _, blocks in private_blocks(self.report, self.pack) for run in _linked(blocks)}
        found |= {appendix.link for appendix in withheld_appendices(self.report, self.pack)}
        stated = self._stated_addresses()
        bare = {bare_address(link) for link in found}
        return frozenset(each for each in bare if _tells(each) and each not in stated)

    def _texts(self) -> Iterator[str]:
        for section_id, appendix_id, blocks in private_blocks(self.report, self.pack):
            for block in blocks:
                if not isinstance(block, Landscape):
                    yield from block_texts(block)
            section = self.report.section(section_id) if section_id else None
            if section and section.heading and is_private_throughout(section.blocks):
                yield section.heading
            appendix = self.report.appendix(appendix_id) if appendix_id else None
            if appendix and is_withheld(appendix, self.report, self.pack) and not self.pack.manifest.sets.list_titles:
                yield appendix.title

    @cached_property
    def everybodys(self) -> tuple[str, ...]:
        """What the council itself has everybody read: whatever its pack says, and how it speaks of what is withheld."""
        titles = (withheld_title(appendix, self.pack) for appendix in withheld_appendices(self.report, self.pack))
        return (*_strings(self.pack.manifest.model_dump()), *titles)

    def _stated_addresses(self) -> frozenset[str]:
        """Addresses of people that the report's own header or end gives."""
        values = [*self.report.fields.values()]
        values += [value for rows in self.report.repeats.values() for row in rows for value in row.values()]
        return frozenset(bare_address(word) for value in values for word in value.text.split() if "@" in word)


def bare_address(link: str) -> str:
    """An address as it is told from others: without its scheme, "www." and what ends a sentence; in small letters."""
    bare = link.strip().casefold()
    for start in ("https://", "http://", "mailto:", "ftp://", "file:///", "www."):
        bare = bare.removeprefix(start)
    return bare.rstrip("/.,;:!?)>]\"'”’")


def block_texts(block: Block) -> Iterator[str]:
    """The words of a block as a reader goes through them, then its footnotes and its alternative text."""
    yield words(block).replace("\ufffc", "")
    if isinstance(block, Image):
        yield block.alt
    for run in _runs_of(block):
        if isinstance(run, Footnote):
            yield plain(run.runs)


def _tells(address: str) -> bool:
    """Whether an address says more than whose website it is on."""
    return "/" in address or "?" in address or "@" in address


def _linked(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        for run in _runs_of(block):
            for each in run.runs if isinstance(run, Footnote) else (run,):
                if isinstance(each, Text) and each.link:
                    yield each


def _runs_of(block: Block) -> Runs:
    if isinstance(block, Table):
        return tuple(run for row in block.rows for cell in row for runs in cell.paragraphs for run in runs)
    return () if isinstance(block, Image | Landscape) else block.runs


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a manifest holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _repeated(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    if not has_private_blocks(report) and not withheld_appendices(report, pack):
        return
    withheld = Withheld(report, pack)
    public = public_version(report, pack)
    counted = ((place, text, True) for place, text in texts(public))
    whole = ((place, text, False) for place, text in texts_beside(public))
    addresses = withheld.addresses
    passages = {passage.text: passage for passage in reading.passages}
    for place, text, in_words in (*counted, *whole):
        for shared in _shared(withheld.runs, text, passages.get(text)):
            at = place.model_copy(update={"start": shared.start, "end": shared.end}) if in_words else place
            message = (
                f"The words “{shortened(shared.words)}” are also in a part that is not for publication. "
                "Say it in other words in one of the two places."
            )
            yield Finding(message, at, shared.words)
        if addresses and not in_words and bare_address(text) in addresses:
            message = (
                f"A part that is not for publication links to {text}, and so does this. Take the address out "
                "of one of the two."
            )
            yield Finding(message, place, text)
    yield from _shared_files(report, pack)


def _shared(runs: WordRuns, text: str, passage: Passage | None) -> tuple[Shared, ...]:
    """What a text has of private words; looked for once, as long as neither the passage nor those words change."""
    if passage is None:
        return tuple(runs.found_in(text))
    known = passage.kept.get(_SHARED_KEPT)
    if not isinstance(known, _Kept) or known.digest != runs.digest:
        known = passage.kept[_SHARED_KEPT] = _Kept(runs.digest, tuple(runs.found_in(text)))
    return known.shared


def _shared_files(report: Report, pack: Pack) -> Iterator[Finding]:
    """Appendices that the public gets, with a file that is also that of one which is withheld."""
    kept = {each.attachment: each for each in withheld_appendices(report, pack) if each.attachment}
    for appendix in report.appendices:
        other = kept.get(appendix.attachment)
        if other is not None and not is_withheld(appendix, report, pack):
            yield Finding(
                f"Appendix {appendix.number} is public and has the same file as Appendix {other.number}, which is not. "
                "Give it a file of its own.",
                Place(appendix=appendix.id),
            )


def shortened(found: str) -> str:
    """So much of a stretch as a message can hold, on one line."""
    each = found.split()
    return " ".join(each) if len(each) <= _SHOWN else f"{' '.join(each[:_SHOWN])} …"


def _marked_in_public(report: Report, pack: Pack) -> Iterator[Finding]:
    if openness(report, pack) != "public" or not has_private_blocks(report):
        return
    # An appendix that is not public is no fault of a public report.
    closed = {appendix.id for appendix in report.appendices if appendix.status not in ("", "public")}
    blocks = [section.blocks for section in report.sections]
    blocks += [appendix.blocks for appendix in report.appendices if appendix.id not in closed]
    marked = sum(block.private for each in blocks for block in walk(each))
    if marked:
        what = "a part of it is" if marked == 1 else f"{marked} parts of it are"
        yield Finding(
            f"The report says that it is public, but {what} marked as not for publication. "
            "Say that it is part exempt, or take the marks off.",
            _status_place(pack),
        )


def _nothing_marked(report: Report, pack: Pack) -> Iterator[Finding]:
    if openness(report, pack) != "part-exempt" or has_private_blocks(report):
        return
    place = _status_place(pack)
    if not report.appendices and place is not None and _ANNEX.search(report.field(place.field).text):
        yield Finding(
            "The report says that an appendix is not for publication, and lists none. List it with its public status: "
            "before that no public set is made.",
            place,
            severity="info",
        )
    elif not any(appendix.status not in ("", "public") for appendix in report.appendices):
        yield Finding(
            "The report says that it is part exempt, but nothing in it is marked as not for publication. Mark what the "
            "public may not read, or say that the report is public.",
            place,
        )


def _status_place(pack: Pack) -> Place | None:
    field_id = next((spec.id for spec in pack.manifest.field if spec.kind == "status" and "." not in spec.id), None)
    return None if field_id is None else Place(field=field_id)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "private-words-repeated", "error", "Words that are not for publication are said again in the public part",
            "What is exempt may be withheld from the public, and once it is published it is out.",
            Across(_repeated), locked=True, acceptable=False,
            source="Local Government Act 1972, sections 100A(2) and 100B(2) and Schedule 12A",
        ),
        Rule(
            "private-in-public-report", "error", "A public report has parts that are not for publication",
            "Readers of the whole document go by the status at its head.",
            _marked_in_public, locked=True, acceptable=False,
            source="Local Government Act 1972, section 100B(2) and (5): every withheld part is marked as such",
        ),
        Rule(
            "part-exempt-unmarked", "warning", "A part-exempt report has nothing marked as not for publication",
            "The public set withholds what is marked, and nothing else.",
            _nothing_marked,
            source="Local Government Act 1972, section 100B(2): only what is not open to the public is left out",
        ),
    )  # fmt: skip
