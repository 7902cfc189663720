"""What is not for publication stays so, whatever somebody does to it in a document that holds no such marks.

A Word document does not say which of its paragraphs are private. Where one of them is parted, joined, moved, retyped or
copied, it is known again by its words and by where it stood; in doubt, a block is withheld, and a person is told.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.withheld_words import (
    Home,
    PrivateWords,
    blocks_of,
    joined,
    others,
    pictures,
    private_ids,
    texts,
)
from clerkwell.model import Appendix, Block, Blocks, Image, Landscape, Report, words
from clerkwell.packs import Pack
from clerkwell.packs.openness import is_withheld


@dataclass(frozen=True)
class Withheld:
    """A report with everything withheld that has to be. `marked` are the ids of blocks and appendices that were not.

    `loose` are words of private parts where nothing can be withheld, each with the id of what has them now: a field, a
    section for its heading, "appendices" for a title, "tray".
    """

    report: Report
    marked: frozenset[str] = frozenset()
    loose: tuple[tuple[str, str], ...] = ()


def kept_withheld(after: Report, before: Sequence[Report], pack: Pack, read: Sequence[Report] = ()) -> Withheld:
    """`after` with everything withheld that comes from what was not for publication in one of the reports `before`.

    The last of these has the say: what is public there was made so by somebody. What was found to be private where the
    whole of a document was `read` is so wherever a part of it comes in.
    """
    if not any(_withholds(report, pack) for report in before):
        return Withheld(after)
    with_status, appendices = _with_status(after, before, pack)
    searching = _Searching(with_status, before, pack, read)
    found = frozenset(searching.found())
    done = _marked(with_status, found) if found or appendices else after
    return Withheld(done, found | appendices, tuple(searching.loose()))


def _withholds(report: Report, pack: Pack) -> bool:
    return bool(private_ids(report, pack)) or any(is_withheld(each, report, pack) for each in report.appendices)


class _Searching:
    def __init__(self, after: Report, before: Sequence[Report], pack: Pack, read: Sequence[Report]) -> None:
        self._after, self._before, self._pack = after, before, pack
        self._words = PrivateWords(before, pack)
        self._hidden = private_ids(after, pack)
        self._still = joined(text for _, block in blocks_of(after) if block.id in self._hidden for text in texts(block))
        now = before[-1]
        self._private = private_ids(now, pack)
        self._suspected = frozenset[str]().union(*(private_ids(each, pack) for each in read))
        self._known = {block.id for each in before for _, block in blocks_of(each)}
        self._public = {block.id: block for _, block in blocks_of(now) if block.id not in self._private}
        self._said = {words(block) for block in self._public.values()} - {""}
        shown = pictures(now, self._private, private=False)
        hidden = [pictures(each, private_ids(each, pack), private=True) for each in before]
        self._pictures = frozenset[str]().union(*hidden) - shown - {""}

    def found(self) -> Iterator[str]:
        """The ids of the blocks that are public and may not be."""
        near = self._near()
        for _, block in blocks_of(self._after):
            if isinstance(block, Landscape):
                on_page = {inner.id for inner in block.blocks} if block.private else set()
                # What is new on a private page is private wherever it is put then.
                yield from on_page - self._known
                continue
            if block.id in self._hidden:
                continue
            was = self._public.get(block.id)
            if was == block or (was is None and block.id not in self._private and words(block) in self._said):
                continue
            if (
                block.id in self._private
                or block.id in self._suspected
                or block.id in near
                or (isinstance(block, Image) and block.attachment in self._pictures)
                or self._has_private_words(block, was)
            ):
                yield block.id

    def loose(self) -> Iterator[tuple[str, str]]:
        """Words of private parts that stand where nothing can be withheld, with what has them."""
        known = {text for report in self._before for _, text in others(report, self._pack)}
        known |= {each.text for report in self._before for each in report.tray}
        for name, text in (*others(self._after, self._pack), *(("tray", each.text) for each in self._after.tray)):
            # Telling costs less than withholding, so a few words count even if they still stand where they are private.
            if text not in known and self._words.has_come((), tuple(spoken(text)), ""):
                yield name, text

    def _has_private_words(self, block: Block, was: Block | None) -> bool:
        before = list(texts(was))
        return any(self._words.has_come(before, text, self._still) for text in texts(block) if text not in before)

    def _near(self) -> frozenset[str]:
        """New blocks that stand where a private one was or was changed, or among private ones."""
        found: set[str] = set()
        now = {block.id: list(texts(block)) for _, block in blocks_of(self._after)}
        homes = _homes(self._after)
        for report in self._before:
            private = private_ids(report, self._pack)
            said = {block.id: list(texts(block)) for _, block in blocks_of(report) if block.id in private}
            changed = frozenset(name for name, each in said.items() if any(each) and now.get(name) != each)
            before = _homes(report)
            for home, order in homes.items():
                found.update(_beside(order, before.get(home, ()), private, changed, self._known))
        return frozenset(found)


def _beside(
    after: Sequence[str],
    before: Sequence[str],
    private: frozenset[str],
    changed: frozenset[str],
    known: Collection[str],
) -> Iterator[str]:
    """The new blocks of a section that stand in the place of private ones that went, beside changed ones, or among
    private ones."""
    place = {name: at for at, name in enumerate(before)}
    throughout = bool(before) and private.issuperset(before)
    for at, name in enumerate(after):
        if name in known:
            continue
        left = next((each for each in reversed(after[:at]) if each in place), "")
        right = next((each for each in after[at + 1 :] if each in place), "")
        low, high = place[left] + 1 if left else 0, place[right] if right else len(before)
        if throughout or not changed.isdisjoint((left, right, *before[low:high])) or {left, right} <= private:
            yield name


def _with_status(after: Report, before: Sequence[Report], pack: Pack) -> tuple[Report, frozenset[str]]:
    """Appendices that were listed anew in place of withheld ones are withheld as those were."""
    now = before[-1]
    known = {each.id for report in before for each in report.appendices}
    left = {each.id for each in after.appendices}
    gone = [each for each in now.appendices if each.id not in left and is_withheld(each, now, pack)]
    new: dict[str, Appendix] = {}
    for each in after.appendices if gone else ():
        if each.id not in known and not each.status:
            same = next((old for old in gone if spoken(old.title) == spoken(each.title)), gone[0])
            # Without a status of its own, it was withheld because something in the report is.
            update = {"status": same.status or "exempt", "exempt_paragraphs": same.exempt_paragraphs}
            new[each.id] = each.model_copy(update=update)
    if not new:
        return after, frozenset()
    return after.model_copy(update={"appendices": tuple(new.get(each.id, each) for each in after.appendices)}), (
        frozenset(new)
    )


def _marked(report: Report, found: frozenset[str]) -> Report:
    def blocks(held: Blocks) -> Blocks:
        return tuple(map(marked, held))

    def marked(block: Block) -> Block:
        if block.id in found:
            return block.model_copy(update={"private": True})
        return block.model_copy(update={"blocks": blocks(block.blocks)}) if isinstance(block, Landscape) else block

    sections = tuple(each.model_copy(update={"blocks": blocks(each.blocks)}) for each in report.sections)
    appendices = tuple(each.model_copy(update={"blocks": blocks(each.blocks)}) for each in report.appendices)
    return report.model_copy(update={"sections": sections, "appendices": appendices})


def _homes(report: Report) -> Mapping[Home, Sequence[str]]:
    done: dict[Home, list[str]] = {}
    for home, block in blocks_of(report):
        if not isinstance(block, Landscape):
            done.setdefault(home, []).append(block.id)
    return done
