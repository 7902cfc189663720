"""How the lists of a document count, where that is done by hand: "a.", "(i)"."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from clerkwell.word.template.adding import NewStyle
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.typed_numbers import typed_letters

# How lists count below one that counts so.
BELOW: Final[dict[str, tuple[tuple[str, str], tuple[str, str]]]] = {
    "lowerLetter": (("lowerRoman", "(%2)"), ("decimal", "%3.")),
    "upperLetter": (("decimal", "%2."), ("lowerLetter", "(%3)")),
    "lowerRoman": (("lowerLetter", "(%2)"), ("decimal", "%3.")),
    "upperRoman": (("lowerLetter", "(%2)"), ("decimal", "%3.")),
    "decimal": (("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")),
}
_FIRST: Final = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimal": "1"}


def lettered(shapes: Sequence[LineShape], texts: Sequence[int], *, counted: bool) -> NewStyle:
    """How the document's lists count where that is done by hand, and not by the style that Word has for lists.

    Where its paragraphs are `counted`, those with 1, 2, 3 are no lists.
    """
    forms = set(_FIRST) - ({"decimal"} if counted else set())
    own = Counter(
        (shapes[n].marks, shapes[n].pattern)
        for n in texts
        if shapes[n].own and shapes[n].depth == 0 and shapes[n].marks in forms and "%1" in shapes[n].pattern
    )
    lists = [n for n in texts if shapes[n].marks in forms and shapes[n].depth == 0]
    typed = typed_letters(shapes, texts)
    own.update(typed)
    lists += [0] * typed.total()
    form, pattern = own.most_common(1)[0][0] if own else ("", "")
    usual = (form, pattern) == ("decimal", "%1.")
    return NewStyle("", form=form, pattern=pattern) if own.total() * 2 > len(lists) and not usual else NewStyle("")


def written(form: str, pattern: str) -> str:
    """The first number of a list."""
    return re.sub(r"%\d", _FIRST[form], pattern)
