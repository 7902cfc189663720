"""The words of what is not for publication, to be known again wherever they turn up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.sequences import common, stretches
from clerkwell.model import Block, Footnote, Image, Landscape, Report, Runs, Table, plain, walk
from clerkwell.packs import Pack
from clerkwell.packs.openness import is_withheld, private_blocks

# So many words in a row tell where they come from; fewer do where they stand there no more.
_TELLING: Final = 4
# A word alone tells something if it has a figure in it, or as many letters as this.
_LONG: Final = 4

Home = tuple[str, str]
Said = tuple[str, ...]


class PrivateWords:
    """The words of what is not for publication in these reports; the last of them says what everybody may read."""

    def __init__(self, reports: Sequence[Report], pack: Pack) -> None:
        now = reports[-1]
        hidden = private_ids(now, pack)
        public = [text for _, block in blocks_of(now) if block.id not in hidden for text in texts(block)]
        public += [tuple(spoken(text)) for _, text in others(now, pack)]
        public += [tuple(spoken(spec.title)) for spec in pack.manifest.section]
        self._public = joined(public)
        private = dict.fromkeys(
            text
            for report in reports
            for _, _, held in private_blocks(report, pack)
            for block in held
            for text in texts(block)
        )
        self._private = [text for text in private if text and not self._is_public(text)]
        self._runs = {run for text in self._private for run in _shingles(text)}
        self._runs -= {run for text in public for run in _shingles(text)}

    def has_come(self, before: Iterable[Said], text: Said, still: str) -> bool:
        """Whether words have come into a text, which said `before`, from what is not for publication.

        So many in a row as tell where they come from; or fewer, where they are all that came, all that a private part
        says, or do not stand in one any more (`still` has what does).
        """
        if any(run in self._runs for run in _shingles(text)):
            return True
        known = [word for each in before for word in each]
        return any(
            self._tells(run, whole, still) for gained in _gained(known, text) for run, whole in self._shared(gained)
        )

    def _tells(self, run: Said, whole: bool, still: str) -> bool:
        says = len(run) > 1 or len(run[0]) >= _LONG or any(each.isdecimal() for each in run[0])
        return says and (whole or f" {' '.join(run)} " not in still) and not self._is_public(run)

    def _is_public(self, run: Said) -> bool:
        return f" {' '.join(run)} " in self._public

    def _shared(self, gained: Said) -> Iterator[tuple[Said, bool]]:
        for text in self._private:
            for run in _runs_of_both(gained, text):
                yield run, len(run) == len(text) or 1 < len(run) == len(gained)


def private_ids(report: Report, pack: Pack) -> frozenset[str]:
    """The ids of the blocks that are not for publication, those of withheld appendices too."""
    return frozenset(block.id for _, _, blocks in private_blocks(report, pack) for block in blocks)


def blocks_of(report: Report) -> Iterator[tuple[Home, Block]]:
    """Every block, with the section or the appendix that it is in."""
    for section in report.sections:
        yield from ((("section", section.id), block) for block in walk(section.blocks))
    for each in report.appendices:
        yield from ((("appendix", each.id), block) for block in walk(each.blocks))


def others(report: Report, pack: Pack) -> Iterator[tuple[str, str]]:
    """What is no block and the public can read: answers, headings, titles, by the id of what has it."""
    yield from ((name, value.text) for name, value in report.fields.items() if value.text.strip())
    for name, rows in report.repeats.items():
        yield from ((f"{name}.{key}", value.text) for row in rows for key, value in row.items() if value.text.strip())
    yield from ((section.id, section.heading) for section in report.sections if section.heading.strip())
    yield from (("appendices", each.title) for each in report.appendices if not is_withheld(each, report, pack))
    yield from (("background-papers", each.title) for each in report.background_papers)


def texts(block: Block | None) -> Iterator[Said]:
    """The words of a block, each stretch by itself: cells, captions and notes at the foot too."""
    match block:
        case None | Landscape():
            return
        case Table():
            for cell in (cell for row in block.rows for cell in row):
                for runs in cell.paragraphs:
                    yield from _of_runs(runs)
            yield tuple(spoken(block.caption))
        case Image():
            yield tuple(spoken(block.caption))
            yield tuple(spoken(block.alt))
        case _:
            yield from _of_runs(block.runs)


def joined(said: Iterable[Said]) -> str:
    """Texts as one in which runs of words can be found between two spaces."""
    return "\n".join(f" {' '.join(text)} " for text in said)


def pictures(report: Report, hidden: frozenset[str], *, private: bool) -> frozenset[str]:
    """The names of the pictures in private blocks, or in those that are none."""
    return frozenset(
        block.attachment
        for _, block in blocks_of(report)
        if isinstance(block, Image) and (block.id in hidden) == private
    )


def _of_runs(runs: Runs) -> Iterator[Said]:
    yield tuple(spoken(plain(runs)))
    for run in runs:
        if isinstance(run, Footnote):
            yield tuple(spoken(plain(run.runs)))


def _gained(before: Sequence[str], after: Said) -> Iterator[Said]:
    """The stretches of words that were not there."""
    for _, _, start, end in stretches(common(before, after), len(before), len(after)):
        if end > start:
            yield after[start:end]


def _runs_of_both(gained: Said, text: Said) -> Iterator[Said]:
    """The longest runs of words that stand in both, wherever."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(text):
        places.setdefault(word, []).append(at)
    by_start: Mapping[str, Sequence[int]] = places
    for start, word in enumerate(gained):
        for at in by_start.get(word, ()):
            if start and at and gained[start - 1] == text[at - 1]:
                continue
            length = 1
            while gained[start + length : start + length + 1] == text[at + length : at + length + 1] != ():
                length += 1
            yield gained[start : start + length]


def _shingles(text: Said) -> Iterator[Said]:
    return (text[at : at + _TELLING] for at in range(len(text) - _TELLING + 1))
