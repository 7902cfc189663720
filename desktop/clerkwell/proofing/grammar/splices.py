"""Two sentences with a comma between them: "The roof was mended in May, it is now sound"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, in_question, sentence_from
from clerkwell.proofing.text.tokens import listed

_WHY: Final = "joins two sentences by a comma"
_VERBS: Final = listed("is are was were has have had will would can cannot could should must may might does do did")
_ALSO: Final = listed("also therefore now then both all")
_MORE_VERBS: Final = _VERBS | listed("remain remains provide provides make makes show shows need needs means")
# With one of these, the first sentence is rather a clause of the second, or what is said in it.
_DEPENDS: Final = listed(
    "when if while as although because since where once though whether what how that which who whom whose until "
    "unless said says so such not neither nor only before after given despite whereas means reported wherever "
    "whatever however whenever no matter were had should than the-more never more less example instance sooner hardly"
)
# What a sentence does not begin with where it has a comma soon: "In 2023 this was…, it".
_BEGINS_NOT: Final = listed(
    "now along "
    "in on at to for from by with without under over between through during within of against about across per via "
    "following regarding concerning considering depending including like unlike even just and but or yet then here "
    "there first second third finally currently overall together should had were is are was did do does can could "
    "will would has have may might must see note"
)
_SHORTEST: Final = 4


def _after_comma(words: Sequence[str], index: int) -> Wrong | None:
    before = at(words, index - 1)
    if not before.endswith(",") or index < _SHORTEST:
        return None
    where = index + 1
    if at(words, where) in _ALSO:
        where += 1
    if at(words, where) not in _VERBS:
        return None
    return _spliced(words, index, where)


def _together(words: Sequence[str], index: int) -> Wrong | None:
    if not at(words, index - 1).endswith(",") or at(words, index + 1) not in ("they", "these", "we", "it"):
        return None
    return _spliced(words, index, index + 1, sure=True)


def _spliced(words: Sequence[str], index: int, last: int, *, sure: bool = False) -> Wrong | None:
    begins = sentence_from(words, index)
    if index - begins < _SHORTEST:
        return None
    clause = [bare(each) for each in words[begins:index]]
    first = clause[0] if clause[0][:1].isalpha() else clause[1]
    if first in _BEGINS_NOT or (clause[0] == first and not words[begins][0].isupper()):
        return None
    if first.endswith(("ing", "ed", "ly")) and not sure:
        return None
    if not _DEPENDS.isdisjoint(clause) or _MORE_VERBS.isdisjoint(clause) or in_question(words, last):
        return None
    if any(each[-1] in ",()" or each[0] in '(“"' for each in words[begins : index - 1]):
        return None
    return Wrong(index - 1, last, (), _WHY)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("it", "they", "this", "these", "there", "we", "he", "she"), _after_comma),
        "together": _together,
    }
