"""Whether the places of a template can be deleted by a slip, or cannot be filled (ECMA-376 part 1, 17.5.2.23)."""

from collections.abc import Iterator
from typing import Final

from clerkwell.packs.load import TEMPLATE
from clerkwell.word.ooxml import Places
from clerkwell.workshop.problem import PackProblem

# More names than this say nothing that the number does not.
_NAMED: Final = 3


def lock_problems(places: Places) -> Iterator[PackProblem]:
    """What is not locked, in one finding: a template from elsewhere has no lock at all."""
    open_ones = [each for each in places.places if not each.locked and not each.again]
    if not open_ones:
        return
    names = list(dict.fromkeys(each.title or each.tag for each in open_ones))
    said = "”, “".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    verb = "is" if len(names) == 1 else "are"
    yield PackProblem(
        "warning",
        f"“{said}”{more} {verb} not locked, and Delete takes a place away with its words. In Word, tick “Content "
        "control cannot be deleted” (Developer > Properties), or choose Repair the document (What goes where).",
        TEMPLATE,
    )
