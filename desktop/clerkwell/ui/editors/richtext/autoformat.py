"""What is typed and meant otherwise: "- " and "1. " begin a list, "--" is a dash, straight quotes are curly.

Each is a step of its own after the typing, so that undo, or Backspace at once, gives back what was typed.
"""

import re

from clerkwell.model import Blocks, ListItem, Paragraph, Text, plain
from clerkwell.model.lists import ordinals
from clerkwell.model.runs import cut, replace
from clerkwell.ui.editors.richtext.outcome import Outcome, put, with_runs
from clerkwell.ui.editors.richtext.spots import Selection, lines_of, worded

_BULLET = re.compile(r"[-*•] ")
_NUMBER = re.compile(r"(\d{1,3})[.)] ")
_LETTER = re.compile(r"\(?([a-z]|[ivx]{1,4})\) ")
# Between words; what a computer reads (an option, a range of figures) is left alone.
_TWO_HYPHENS = re.compile(r"(?<=\S )-- \Z")
_HYPHEN = re.compile(r"(?<=[^\W\d_][ ])-(?= [^\W\d_][^\s/\\@=_]* \Z)")
_CODE = re.compile(r"[/\\@=_<>]|www\.")
_CURLY = {"'": ("‘", "’"), '"': ("“", "”")}
_OPENS = "([{–—-“‘"


def begin_list(blocks: Blocks, selection: Selection) -> Outcome | None:
    """The list that the characters before the caret ask for, once their space is typed; None if they ask for none."""
    lines = lines_of(blocks)
    line, offset = selection.caret
    block = lines[line]
    if not selection.empty or not isinstance(block, Paragraph):
        return None
    typed = plain(block.runs)[:offset]
    letter = _LETTER.fullmatch(typed)
    if letter and line and isinstance(lines[line - 1], ListItem):
        return _begin_inner(lines, selection, letter[1])
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


def _begin_inner(lines: Blocks, selection: Selection, letter: str) -> Outcome | None:
    """The item of an inner list that "(a) " or "(i) " asks for, under the list above."""
    line, offset = selection.caret
    block, above = lines[line], lines[line - 1]
    if not isinstance(block, Paragraph) or not isinstance(above, ListItem):
        return None
    roman = above.level > 0 and set(letter) <= set("ivx") and not (above.level == 1 and letter != "i")
    level = 2 if roman else 1
    rest = cut(block.runs, offset, len(plain(block.runs)))
    item = ListItem(id=block.id, runs=rest, ordered=True, level=level, private=block.private)
    return Outcome(put(lines, line, line + 1, item), Selection.at(line, 0))


def dash(blocks: Blocks, selection: Selection) -> Outcome | None:
    """The dash that two hyphens, or one between words, are meant for, once the space after them is typed."""
    before = _before(blocks, selection)
    found = _TWO_HYPHENS.search(before) or _HYPHEN.search(before)
    if found is None:
        return None
    start, end = found.start(), found.start() + len(found.group().rstrip())
    return _replaced(blocks, selection, start, end, "–")


def curly(blocks: Blocks, selection: Selection) -> Outcome | None:
    """The quotation mark or apostrophe that a straight one is meant for, once it is typed."""
    before = _before(blocks, selection)
    typed = before[-1:]
    if typed not in _CURLY or typed == "" or _CODE.search(before.rsplit(None, 1)[-1]):
        return None
    opening, closing = _CURLY[typed]
    opens = len(before) == 1 or before[-2].isspace() or before[-2] in _OPENS
    return _replaced(blocks, selection, len(before) - 1, len(before), opening if opens else closing)


def _before(blocks: Blocks, selection: Selection) -> str:
    """The words of the line before the caret; "" where something is selected, or they are a link."""
    own = worded(lines_of(blocks)[selection.caret.line])
    if own is None or not selection.empty:
        return ""
    last = cut(own.runs, selection.caret.offset - 1, selection.caret.offset)
    if last and isinstance(last[0], Text) and last[0].link:
        return ""
    return plain(own.runs)[: selection.caret.offset]


def _replaced(blocks: Blocks, selection: Selection, start: int, end: int, words: str) -> Outcome | None:
    line, offset = selection.caret
    lines = lines_of(blocks)
    own = worded(lines[line])
    if own is None:
        return None
    fresh = with_runs(own, replace(own.runs, start, end, words))
    return Outcome(put(lines, line, line + 1, fresh), Selection.at(line, offset + len(words) - (end - start)))
