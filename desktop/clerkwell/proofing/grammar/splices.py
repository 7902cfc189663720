"""Two sentences with a comma between them: "The roof was mended in May, it is now sound"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, in_question, sentence_from
from clerkwell.proofing.grammar.word_classes import classes, is_plain, is_plural, plain_of_past
from clerkwell.proofing.text.tokens import listed

_WHY: Final = "joins two sentences by a comma"
_VERBS: Final = listed("is are was were has have had will would can cannot could should must may might does do did")
_ALSO: Final = listed("also therefore now then both all")
_MORE_VERBS: Final = _VERBS | listed(
    "remain remains provide provides make makes show shows need needs means account accounts"
)
# With one of these, the first sentence is rather a clause of the second, or what is said in it.
_DEPENDS: Final = listed(
    "when if while as although because since where once though whether what how that which who whom whose until "
    "unless time said says so such not neither nor only before after given despite whereas means wherever "
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
_PROPOSE: Final = listed(
    "propose recommend believe consider expect advise suggest note support agree need say report want"
)
_SURE_VERBS: Final = listed("is are was were has have had will would cannot could should must")
_NOT_NOUNS: Final = listed("more less other same latter former one ones first second third last only most said")
_OBJECTS: Final = listed("the a an for to its their this that no more less about only all both in on by")
_SUBJECTS: Final = listed("it they the this we there these he she officers members residents")


def _after_comma(words: Sequence[str], index: int) -> Wrong | None:
    before = at(words, index - 1)
    if not before.endswith(",") or index < _SHORTEST:
        return None
    where = index + 1
    if at(words, where) in _ALSO:
        where += 1
    verb = at(words, where)
    # "It was a small case, it concerned a fuel card": what was done, and to what.
    if verb not in _VERBS and not (plain_of_past(verb) and at(words, where + 1) in _OBJECTS):
        return None
    return _spliced(words, index, where)


def _capital_subject(words: Sequence[str], index: int) -> Wrong | None:
    """ "Cards account for 58% of sales, Officers propose": not "if it is approved, Officers propose"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if not before.endswith(",") or index < _SHORTEST:
        return None
    if after not in _VERBS and after not in _PROPOSE:
        return None
    return _spliced(words, index, index + 1, stated=True)


def _the(words: Sequence[str], index: int) -> Wrong | None:
    """ "The hall is old, the roof leaks": a thing and its verb right after the comma."""
    if not at(words, index - 1).endswith(",") or index < _SHORTEST:
        return None
    for where in (index + 2, index + 3):
        noun, verb = at(words, where - 1), at(words, where)
        if not noun.isalpha() or noun.lower() in _NOT_NOUNS:
            return None
        if verb in _SURE_VERBS and not _goes_on_with_and(words, where):
            return _spliced(words, index, where)
    return None


def _however(words: Sequence[str], index: int) -> Wrong | None:
    """ "The fee is low, however, it will rise", "popular, therefore it"."""
    before, raw, after = at(words, index - 1), words[index], at(words, index + 1)
    if not before.endswith(",") or index < _SHORTEST:
        return None
    if raw == "however" or after.lower() not in _SUBJECTS:
        return None
    return _spliced(words, index, index + 1, sure=True)


def _together(words: Sequence[str], index: int) -> Wrong | None:
    if not at(words, index - 1).endswith(",") or at(words, index + 1) not in ("they", "these", "we", "it"):
        return None
    return _spliced(words, index, index + 1, sure=True)


def _spliced(words: Sequence[str], index: int, last: int, *, sure: bool = False, stated: bool = False) -> Wrong | None:
    begins = sentence_from(words, index)
    if index - begins < _SHORTEST:
        return None
    clause = [bare(each) for each in words[begins:index]]
    first = clause[0] if clause[0][:1].isalpha() else clause[1]
    if (first in _BEGINS_NOT and clause[:2] not in (["there", "was"], ["there", "were"])) or (
        clause[0] == first and not words[begins][0].isupper()
    ):
        return None
    if first.endswith(("ing", "ed", "ly")) and not sure:
        return None
    if not _DEPENDS.isdisjoint(clause) or clause[-1] == "reported" or in_question(words, last):
        return None
    if _MORE_VERBS.isdisjoint(clause) and not (stated and _is_stated(clause)):
        return None
    if _is_list(words, last):
        return None
    if any(each[-1] in ",()" or each[0] in '(“"' for each in words[begins : index - 1]):
        return None
    return Wrong(index - 1, index, (), _WHY)


def _goes_on_with_and(words: Sequence[str], index: int) -> bool:
    """Whether "and" follows in the sentence, so that three things may be said one after another."""
    for word in words[index : index + 40]:
        if word == "and":
            return True
        if word[-1] in ".?!;:":
            return False
    return False


def _is_list(words: Sequence[str], index: int) -> bool:
    """Whether a third clause follows with "and": "The wall was checked, the cause was found, and it was mended", "the
    harm must be real, it must last and it must be shown"."""
    for where in range(index, len(words) - 1):
        if words[where][-1] in ".?!;:":
            return False
        if words[where] == "and" and words[where + 1] == words[index - 1]:
            return True
        if words[where][-1] == "," and words[where + 1] in ("and", "or", "but"):
            return True
        if words[where] in ("and", "or") and words[where + 1] in _SUBJECTS and at(words, where + 2) == words[index]:
            return True
    return False


def _is_stated(clause: Sequence[str]) -> bool:
    """ "Cards account for 58% of sales": something is said of several things, or a verb is that and nothing else."""
    said = len(clause) > 3 and is_plural(clause[0]) and clause[1] in classes().both
    return said or any(is_plain(each) for each in clause[1:])


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("it", "they", "this", "these", "there", "we", "he", "she"), _after_comma),
        "together": _together,
        **dict.fromkeys(("Officers", "officers", "Members", "members", "Residents", "residents"), _capital_subject),
        **dict.fromkeys(("the", "The"), _the),
        **dict.fromkeys(("however,", "therefore", "therefore,", "consequently", "consequently,"), _however),
    }
