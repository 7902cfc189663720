"""Lists that a layout letters from the outside: there "(a)" is no second level."""

from collections.abc import Sequence
from itertools import groupby

from clerkwell.model import Block, Blocks, ListItem
from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.ooxml import WordError
from clerkwell.word.template import template_looks

_LETTERS = ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman")


def outermost(sections: Sequence[Blocks], pack: Pack) -> tuple[Blocks, ...]:
    """The blocks of sections, lists that begin with a letter a level further out where the template letters those.

    Elsewhere such an item stays on the level that prints the letter: other text may name it.
    """
    if not any(_deep(items) for blocks in sections for _, items in _runs(blocks)) or not _letters(pack):
        return tuple(sections)
    return tuple(tuple(each for _, run in _runs(blocks) for each in _raised(run)) for blocks in sections)


def _letters(pack: Pack) -> bool:
    """Whether the first level of the template's numbered lists has letters."""
    name = pack.manifest.roles.get("number", "").casefold()
    template = pack.files.get(TEMPLATE)
    try:
        looks = () if template is None else template_looks(template)
    except WordError:
        return False
    return any(each.name.casefold() == name and each.marks in _LETTERS for each in looks if each.kind == "paragraph")


def _runs(blocks: Blocks) -> list[tuple[bool, list[Block]]]:
    """The blocks in stretches: those of a list, and those between."""
    return [(is_list, list(run)) for is_list, run in groupby(blocks, lambda each: isinstance(each, ListItem))]


def _deep(run: Sequence[Block]) -> int:
    """How far in the outermost item of a list stands, where it has a number or letter; 0 where it stands outside."""
    levels = [(each.level, each.ordered) for each in run if isinstance(each, ListItem)]
    lowest = min((level for level, _ in levels), default=0)
    return lowest if (lowest, True) in levels else 0


def _raised(run: Sequence[Block]) -> list[Block]:
    lowest = _deep(run)
    return [
        each.model_copy(update={"level": each.level - lowest}) if lowest and isinstance(each, ListItem) else each
        for each in run
    ]
