"""A part of a verb or of a set phrase that is left out or is another's: "the hut been sold", "the end the lease"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION
from clerkwell.proofing.grammar.raw import FORM, LACKS, UNFIT, Look, Wrong, at, bare, ends, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, is_singular, participle, plain_of_past
from clerkwell.proofing.text.tokens import listed

_HAVE: Final = listed("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t")
_BE: Final = listed("is are was were be been being")
_SUBJECTS: Final = listed("The This These Those A An All Officers Members Tenants Residents")
_STATED: Final = {
    "expected": "to", "likely": "to", "unlikely": "to", "due": "to", "able": "to", "unable": "to", "required": "to",
    "responsible": "for", "entitled": "to", "liable": "for",
}  # fmt: skip
_ENDS: Final = listed("end start beginning whole rest edge centre remainder top bottom middle rear front")
_BEFORE_ENDS: Final = listed("the at by from before until since to towards near on")
_COMPARED: Final = listed(
    "cheaper dearer lower higher larger smaller faster slower longer shorter easier harder better worse stronger "
    "weaker quicker simpler safer older newer wider busier quieter greater"
)
_TOPMOST: Final = listed(
    "cheapest dearest lowest highest largest smallest fastest slowest longest shortest easiest hardest best worst "
    "strongest weakest quickest simplest safest oldest newest widest busiest greatest"
)
_SIMPLE: Final = {
    "withdrew": "withdrawn", "went": "gone", "began": "begun", "wrote": "written", "took": "taken", "gave": "given",
    "chose": "chosen", "broke": "broken", "drew": "drawn", "grew": "grown", "knew": "known", "became": "become",
    "came": "come", "spoke": "spoken", "forgot": "forgotten", "undertook": "undertaken", "fell": "fallen",
    "overtook": "overtaken", "threw": "thrown", "arose": "arisen", "oversaw": "overseen", "flew": "flown",
}  # fmt: skip
_OWNERS_WORDS: Final = listed("own fund manage lease maintain operate administer")
_HEARD: Final = listed("heard took gave received given taken gathered sought hear take receive")
_TOLD: Final = listed("evidence comments views responses representations objections letters replies support advice")
_MAIN: Final = listed("main chief key biggest largest first oldest principal commonest busiest best greatest")


def _been(words: Sequence[str], index: int) -> Wrong | None:
    """ "The report been prepared": no "has" in the whole sentence."""
    begins, before = sentence_from(words, index), at(words, index - 1)
    if index - begins < 2 or words[begins] not in _SUBJECTS or not plain_of_past(bare(at(words, index + 1))):
        return None
    if ends(before) or not (is_singular(before) or is_plural(before)):
        return None
    clause = {bare(each) for each in words[begins:index]}
    if not clause.isdisjoint(_HAVE | FINITE | {"that", "which", "who"}):
        return None
    have = "have" if is_plural(before) else "has"
    return Wrong(index, index, (f"{have} been",), LACKS)


def _stated(words: Sequence[str], index: int) -> Wrong | None:
    """ "The works expected to finish in May.": a sentence that has no other verb."""
    begins, before = sentence_from(words, index), at(words, index - 1)
    if at(words, index + 1) != _STATED[words[index]] or not 1 <= index - begins <= 4 or begins == index:
        return None
    if words[begins] not in _SUBJECTS or ends(before) or (index - begins == 1) != words[begins].endswith("s"):
        return None
    noun = bare(before)
    many = noun == "works" or is_plural(noun)
    if not (many or is_singular(noun)):
        return None
    if any(bare(each) in FUNCTION or plain_of_past(bare(each)) for each in words[begins + 1 : index]):
        return None
    for word in words[index + 2 :]:
        plain = bare(word)
        # "In May" is no verb.
        if (plain in FINITE and word[0].islower()) or plain_of_past(plain) or word[-1] in ":;?!":
            return None
        if word[-1] == ".":
            verb = "are" if many else "is"
            return Wrong(index, index, (f"{verb} {words[index]}",), LACKS)
    return None


def _end_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "The end the lease is near": not "in the end the lease was kept"."""
    if at(words, index - 1).lower() != "the" or at(words, index + 1) not in ("the", "this", "its", "their"):
        return None
    before = at(words, index - 2)
    if not (opens(words, index - 1) or before in _BEFORE_ENDS - {"on"}) or ends(words[index]):
        return None
    if before in ("at", "by", "to") and opens(words, index - 2):
        return None  # "At the end the crowd left."
    noun = bare(at(words, index + 2))
    if not (is_singular(noun) or is_plural(noun)) or (words[index] == "rest" and before == "the"):
        return None
    return Wrong(index, index, (f"{words[index]} of",), LACKS)


def _part_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "The scheme is part the programme", "forms part the bid"."""
    if at(words, index - 1) not in ("is", "are", "was", "were", "form", "forms", "formed", "as", "be"):
        return None
    if at(words, index + 1) not in ("the", "this", "its", "our", "a"):
        return None
    # "Is part a school and part a library."
    return None if "part" in words[index + 1 :] else Wrong(index, index, ("part of",), LACKS)


def _number_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "A number sites were", "has number of vacant shops"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if before in ("A", "a") and is_plural(after) and at(words, index + 2) in ("were", "are", "have", "had", "will"):
        return Wrong(index, index, (f"{words[index]} of",), LACKS)
    if before in ("has", "have", "had") and after == "of" and words[index] != "variety":
        return Wrong(index, index, (f"a {words[index]}",), "lacks “a”")
    return None


def _compared(words: Sequence[str], index: int) -> Wrong | None:
    """ "Is more cheaper than", "the most cheapest"."""
    after, before = at(words, index + 1), at(words, index - 1)
    if words[index] == "most":
        if bare(after) in _TOPMOST and before in ("the", "its", "our", "their"):
            return Wrong(index, index + 1, (bare(after),), "has a word too many")
        return None
    if bare(after) not in _COMPARED or before not in _BE | {"much", "even", "far", "become", "becomes"}:
        return None
    if at(words, index + 2) not in ("than", "and", "for", "to", "if") and not ends(after):
        return None
    return Wrong(index, index + 1, (bare(after),), "has a word too many")


def _simple(words: Sequence[str], index: int) -> Wrong | None:
    """ "Had withdrew by then"."""
    if at(words, index - 1) not in ("has", "have", "had", "having"):
        return None
    return Wrong(index, index, (_SIMPLE[words[index]],), FORM)


def _by(words: Sequence[str], index: int) -> Wrong | None:
    """ "The land is own by the trust"."""
    verb = at(words, index - 1)
    if at(words, index - 2) not in _BE or at(words, index + 1) not in ("the", "a", "an", "its", "our"):
        return None
    if verb not in _OWNERS_WORDS and not is_plain(verb):
        return None
    done = participle(verb)
    return Wrong(index - 1, index - 1, (done,), FORM) if done and done != verb else None


def _since_then(words: Sequence[str], index: int) -> Wrong | None:
    """ "Since then there were no faults"."""
    if not opens(words, index) or bare(at(words, index + 1)) != "then" or at(words, index + 2) != "there":
        return None
    verb = at(words, index + 3)
    if verb not in ("was", "were") or plain_of_past(bare(at(words, index + 4))):
        return None  # "there were said to be fewer"
    return Wrong(index + 3, index + 3, ("has been" if verb == "was" else "have been",), FORM)


def _one_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "One of the main reason for": several are meant."""
    if at(words, index - 1).lower() != "one" or at(words, index + 1) not in ("the", "our", "its"):
        return None
    noun, after = at(words, index + 3), at(words, index + 4)
    if at(words, index + 2) not in _MAIN or not is_singular(noun) or after not in ("for", "of", "is", "was", "in"):
        return None
    return Wrong(index + 3, index + 3, (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s",), UNFIT)


def _from_many(words: Sequence[str], index: int) -> Wrong | None:
    """ "It heard evidence a wide range of witnesses"."""
    if at(words, index - 1) not in _HEARD or at(words, index + 1) not in ("a", "an"):
        return None
    where = index + 2 + (at(words, index + 2) in ("wide", "large", "broad", "small", "great", "good"))
    if at(words, where) not in ("range", "number", "variety", "group", "panel") or at(words, where + 1) != "of":
        return None
    for word in words[where + 2 : where + 30]:
        plain = bare(word)
        if plain in FINITE or plain in ("times", "years", "months", "weeks", "days", "occasions"):
            return None
        if word[-1] in ".;:":
            return Wrong(index, index, (f"{words[index]} from",), LACKS)
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "been": _been,
        **dict.fromkeys(_STATED, _stated),
        **dict.fromkeys(_ENDS, _end_of),
        "part": _part_of,
        **dict.fromkeys(("number", "range", "series", "variety"), _number_of),
        **dict.fromkeys(("more", "most"), _compared),
        **dict.fromkeys(_SIMPLE, _simple),
        "by": _by,
        "Since": _since_then,
        "of": _one_of,
        **dict.fromkeys(_TOLD, _from_many),
    }
