"""What people type to begin a list: "- " or "* " for bullets, "1. " for numbers, at the start of a paragraph."""

import re

from clerkwell.model import Blocks, ListItem, Paragraph, plain
from clerkwell.model.lists import ordinals
from clerkwell.model.runs import cut
from clerkwell.ui.editors.richtext.outcome import Outcome
from clerkwell.ui.editors.richtext.spots import Selection, lines_of

_BULLET = re.compile(r"[-*•] ")
_NUMBER = re.compile(r"(\d{1,3})[.)] ")


def begin_list(blocks: Blocks, selection: Selection) -> Outcome | None:
    """The list that the characters before the caret ask for, once their space is typed; None if they ask for none."""
    lines = lines_of(blocks)
    line, offset = selection.caret
    block = lines[line]
    if not selection.empty or not isinstance(block, Paragraph):
        return None
    typed = plain(block.runs)[:offset]
    number = _NUMBER.fullmatch(typed)
    if not number and not _BULLET.fullmatch(typed):
        return None
    rest = cut(block.runs, offset, len(plain(block.runs)))
    item = ListItem(id=block.id, runs=rest, ordered=bool(number), private=block.private)
    done = (*lines[:line], item, *lines[line + 1 :])
    if number and ordinals(done)[line] != int(number[1]):
        # It does not go on from the list above: it begins where the author says.
        done = (*lines[:line], item.model_copy(update={"start": int(number[1])}), *lines[line + 1 :])
    return Outcome(done, Selection.at(line, 0))
