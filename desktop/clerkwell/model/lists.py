"""The numbers of numbered lists: worked out from the blocks, never stored."""

from collections.abc import Mapping

from clerkwell.model.blocks import Blocks

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def ordinals(blocks: Blocks) -> Mapping[int, int]:
    """The ordinal of each numbered item, by its index in `blocks`.

    A list goes on across paragraphs; a sub-heading, an item with a `start`, or (for nested items) an item of a
    shallower level begins it again. The first numbered item of a section is 1.
    """
    done: dict[int, int] = {}
    counters: dict[int, int] = {}
    for index, block in enumerate(blocks):
        # By its kind, and not its class: every key in a section asks for all of its blocks.
        if block.kind == "subheading":
            counters.clear()
        if block.kind != "item":
            continue
        for level in [level for level in counters if level > block.level]:
            del counters[level]
        if block.ordered:
            ordinal = block.start if block.start is not None else counters.get(block.level, 0) + 1
            counters[block.level] = done[index] = ordinal
    return done


def marker(level: int, ordinal: int) -> str:
    """How an ordinal is written: "1." at the outer level, "(a)" and "(i)" inside."""
    if level == 0:
        return f"{ordinal}."
    if level == 1:
        return f"({_letters(ordinal)})"
    return f"({_roman(ordinal)})"


def _roman(ordinal: int) -> str:
    """Roman numerals up to 399, further than any list of a third level goes; beyond, as for nothing, digits."""
    if not 0 < ordinal < 400:
        return str(ordinal)
    done = ""
    for value, letters in _ROMAN:
        times, ordinal = divmod(ordinal, value)
        done += letters * times
    return done


def _letters(ordinal: int) -> str:
    """1 is a, 26 is z, 27 is aa: Word's lowerLetter repeats the letter (ECMA-376 part 1, 17.18.59)."""
    if ordinal < 1:
        return str(ordinal)
    repeat, letter = divmod(ordinal - 1, 26)
    return chr(ord("a") + letter) * (repeat + 1)
