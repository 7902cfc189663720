"""Verbs that are not of the number of what is cited: "Table 2 show", "Appendices A and B sets out"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import AGREES, third_person
from clerkwell.proofing.grammar.raw import Look, Wrong, at, ends, in_question, opens
from clerkwell.proofing.text.tokens import listed

_ONE: Final = listed(
    "Table Appendix Section Annex Annexe Figure Paragraph Chart Policy Regulation Schedule Article Graph Clause Map "
    "Recommendation Option Part Rule Objective Aim Priority Condition"
)
_SEVERAL: Final = listed("Tables Appendices Sections Annexes Figures Paragraphs Charts Policies Options Schedules Maps")
_VERBS: Final = listed(
    "show set list give explain compare contain illustrate summarise provide require deal describe outline detail "
    "include present identify confirm indicate apply allow meet offer state demonstrate cover define deliver have do "
    "are were"
)
_THIRD: Final = {**{third_person(each): each for each in _VERBS}, "has": "have", "is": "are", "was": "were"}
_OF_ONE: Final = {**{plain: third for third, plain in _THIRD.items()}, "do": "does"}
_AFTER_SET: Final = listed("out")
_AFTER: Final = listed(
    "the a an this that these those its our their each every all any some no both out how what why which where who "
    "more members further details two three four five not with to for been"
)
_BEFORE: Final = listed("that because although while whereas and but since so")
_OF: Final = listed("of to in")


def _is_label(word: str) -> bool:
    """ "2", "3.1", "A", "H2"."""
    return (len(word) <= 5 and any(map(str.isdigit, word)) and word[0].isalnum() and word[-1].isalnum()) or (
        len(word) == 1 and word.isupper()
    )


def _begins(words: Sequence[str], index: int) -> bool:
    """Whether the citation is what is spoken of: not "the notes to Table 2 show"."""
    before = at(words, index - 1)
    if opens(words, index):
        return True
    return before in ("because", "although", "while", "whereas", "since")


def _one(words: Sequence[str], index: int) -> Wrong | None:
    """ "Table 2 show the costs": not "Table 2 and Table 3 show"."""
    label = at(words, index + 1)
    if not label or not _is_label(label) or not _begins(words, index):
        return None
    where = index + 2
    if at(words, where) in ("below", "above", "overleaf", "attached"):
        where += 1
    elif at(words, where) == "of" and at(words, where + 1) in ("the", "this"):
        while where < index + 9 and at(words, where) not in _OF_ONE and not ends(at(words, where)):
            where += 1
        if words[where - 1][-1] == "s" or "and" in words[index:where]:
            return None
    verb, after = at(words, where), at(words, where + 1)
    if (
        verb not in _OF_ONE
        or not (after in _AFTER or after[:1].isdigit() or (verb == "explain" and after == "why."))
        or in_question(words, where)
    ):
        return None
    if verb == "set" and after not in _AFTER_SET:
        return None
    if words[index] in ("Option", "Part", "Policy") and verb in ("are", "were", "do", "have") and where > index + 2:
        return None
    return Wrong(where, where, (_OF_ONE[verb],), AGREES.format(f"{words[index]} {label}"))


def _several(words: Sequence[str], index: int) -> Wrong | None:
    """ "Tables 2 and 3 shows"."""
    first, link, second = at(words, index + 1), at(words, index + 2), at(words, index + 3)
    if link not in ("and", "to") or not _is_label(first) or not second or not _is_label(second):
        return None
    verb, after = at(words, index + 4), at(words, index + 5)
    if verb not in _THIRD or not _begins(words, index) or in_question(words, index):
        return None
    if verb not in ("is", "was", "has") and after not in _AFTER:
        return None
    return Wrong(index + 4, index + 4, (_THIRD[verb],), AGREES.format(" ".join(words[index : index + 4])))


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {**dict.fromkeys(_ONE, _one), **dict.fromkeys(_SEVERAL, _several)}
