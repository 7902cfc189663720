"""Forms of verbs that no place has: "will opening", "has increase by", "will be discusses", "how to dealt"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import DETERMINERS, FUNCTION
from clerkwell.proofing.grammar.raw import FORM, LACKS, Look, Wrong, at, bare, ends, in_question, sentence_from
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    participle,
    plain_of_past,
    plain_of_third,
    singular_of,
)
from clerkwell.proofing.text.tokens import listed

_UNFIT: Final = "do not go together"
# After one of these a modal may have its subject behind it, or is none.
_TURNED: Final = listed(
    "only nor neither not never no so then how what why when than as such under hardly all everything anything"
)
_BEING: Final = {"has": "have", "is": "be", "are": "be", "was": "be", "were": "be", "being": "be", "been": "be"}
# "The will is", "what it would been": not after these.
_NO_MODAL: Final = listed("the a an his her their our its your my free good last living what political and or")
_GERUND_NOUNS: Final = listed(
    "housing parking planning training building meeting funding nothing something anything everything during bring "
    "spring king ring sing wing thing morning evening string swing sting cling fling sling wring willing interesting "
    "staffing spending pricing trading banking ping sibling ceiling"
)
# Of a noun too, and yet never after "has" without an article.
_HAPPENED: Final = {
    "increase": "increased", "decrease": "decreased", "rise": "risen", "fall": "fallen", "show": "shown",
    "grow": "grown", "change": "changed", "finish": "finished", "start": "started", "end": "ended", "move": "moved",
    "open": "opened", "close": "closed", "fill": "filled", "request": "requested", "report": "reported",
    "result": "resulted", "visit": "visited", "review": "reviewed", "award": "awarded", "plan": "planned",
    "base": "based", "drop": "dropped", "double": "doubled", "lead": "led", "host": "hosted", "purchase": "purchased",
    "repair": "repaired", "transfer": "transferred", "build": "built", "write": "written", "see": "seen",
    "replace": "replaced", "approach": "approached", "record": "recorded", "monitor": "monitored", "sign": "signed",
}  # fmt: skip
_AFTER_HAPPENED: Final = listed(
    "by from to since in over again every each that the a an its their our significantly slightly steadily sharply "
    "considerably steeply fast faster how why with and for on during"
)
_ADJECTIVES: Final = listed("open close double end plan record lead base")
# Of a noun too, and yet not after "was" where one of the words after it follows.
_DONE: Final = {
    "build": "built", "hand": "handed", "finish": "finished", "base": "based", "fill": "filled", "review": "reviewed",
    "request": "requested", "report": "reported", "plan": "planned", "replace": "replaced", "repair": "repaired",
    "visit": "visited", "transfer": "transferred", "record": "recorded", "monitor": "monitored", "award": "awarded",
    "fund": "funded", "increase": "increased", "process": "processed", "appoint": "appointed", "list": "listed",
    "name": "named", "launch": "launched", "lease": "leased", "manage": "managed", "deal": "dealt", "plant": "planted",
    "cancel": "cancelled", "house": "housed", "staff": "staffed", "face": "faced", "host": "hosted", "train": "trained",
    "test": "tested", "design": "designed", "release": "released", "measure": "measured", "value": "valued",
    "call": "called", "bring": "brought", "paint": "painted", "store": "stored", "sample": "sampled",
    "charge": "charged",
    "cost": "costed",
}  # fmt: skip
_ON: Final = listed("by on in at to for from with as out under through during before after until within over into and")
_ON_OF: Final = {"base": "on upon", "hand": "to over", "deal": "with", "list": "in at below above", "plan": "for to by",
                 "face": "with by", "call": "in to for out by", "cost": "at by", "value": "at by",
                 "charge": "to at for by", "report": "to in at by", "request": "by from in", "review": "by in at every",
                 "plant": "in by along", "store": "in at by", "house": "in at", "host": "by at in",
                 "measure": "by in", "test": "by in for", "design": "to by for", "train": "in to by",
                 "record": "in on by", "name": "after in as", "staff": "by with", "manage": "by",
                 "sample": "in by from", "finish": "in by on before", "award": "to by in",
                 "increase": "by from to in", "process": "by in within", "monitor": "by", "visit": "by in",
                 "fund": "by from through", "transfer": "to from into", "repair": "in by at",
                 "replace": "by with in", "launch": "in at by on", "lease": "to from by", "paint": "in by",
                 "release": "in to by on"}  # fmt: skip
_HOW: Final = listed("how where when whether what unable able continue continues due order")
_NOT_DONE: Final = listed(
    "left based limited increased reduced improved changed advanced related bound left found lent"
)
_GAVE: Final = {"gave": "have", "hav": "have", "ha": "has"}
_PASTS: Final = {
    "rose": "rise", "left": "leave", "thought": "think", "spoke": "speak", "drove": "drive", "stole": "steal",
    "tore": "tear", "hid": "hide", "shone": "shine", "ate": "eat", "saw": "see", "fell": "fall", "dealt": "deal",
}  # fmt: skip
_ADVERBS: Final = listed("not also already recently now since only then still being first often")
_TIMELY: Final = listed("early daily weekly monthly yearly quarterly family supply likely apply rely reply supply")
_NOT_AFTER: Final = listed("there it they we he she that what which who this to as you i how where all if")
_NO_SUBJECT: Final = listed("there what this to as you i how where all if")
_MODALS_ALONE: Final = listed("may must should would could shall")
_STRONG: Final = listed("will would should must")
_ASKING: Final = listed("what which who where that how as than")


def _past_adverbs(words: Sequence[str], index: int) -> int:
    while (word := at(words, index)) in _ADVERBS or (word.endswith("ly") and word not in _TIMELY):
        index += 1
    return index


def _clause(words: Sequence[str], index: int) -> list[str]:
    return [bare(each) for each in words[max(sentence_from(words, index), index - 9) : index]]


def _modal(words: Sequence[str], index: int) -> Wrong | None:
    """ "Will opening", "should has", "would being", "will to"."""
    after = at(words, index + 1)
    # Most verbs after it are right at first sight.
    if after not in _BEING and after != "to" and bare(after) not in _PASTS and not bare(after).endswith(("ing", "s")):
        return None
    before = bare(at(words, index - 1))
    if not before or before in _NO_MODAL or before == "there" or ends(words[index]) or ends(words[index - 1]):
        return None
    if after in _BEING:
        if words[index] == "might" or not _ASKING.isdisjoint(_clause(words, index)):
            return None
        return Wrong(index, index + 1, (f"{words[index]} {_BEING[after]}",), FORM)
    if in_question(words, index) or not _TURNED.isdisjoint(_clause(words, index)[-5:]):
        return None
    return _to_too(words, index) if after == "to" else _no_plain(words, index, bare(after))


def _to_too(words: Sequence[str], index: int) -> Wrong | None:
    """ "Users should to be able"."""
    then = bare(at(words, index + 2))
    if at(words, index - 1).endswith(("'s", "’s", "s'", "s’")):
        return None  # "the ministry's will to sell"
    if words[index] not in _STRONG or not (is_plain(then) or then in ("be", "have", "report")):
        return None
    return Wrong(index, index + 1, (words[index],), "has a word too many")


def _no_plain(words: Sequence[str], index: int, verb: str) -> Wrong | None:
    """ "Will opening", "would rose by", "may plans the"."""
    if not words[index + 1].startswith(verb) or not verb.isalpha():
        return None
    then = at(words, index + 2)
    if plain := _of_gerund(verb):
        return Wrong(index, index + 1, (f"{words[index]} {plain}", f"{words[index]} be {verb}"), FORM)
    if verb in _PASTS and words[index] in _STRONG:
        noun_too = verb in ("left", "saw", "thought", "shone") and then not in DETERMINERS
        return None if noun_too else _plain(words, index, _PASTS[verb])
    if not verb.endswith("s") or verb.endswith("ss"):
        return None
    if is_plural(verb) and singular_of(verb) not in classes().both:
        # "The Authority may byelaws": not "only then may residents apply", which is turned round
        said = then in ("to", "for", "in", "that", "about", "on", "and") or ends(words[index + 1])
        return Wrong(index, index + 1, (), LACKS) if said and words[index] in _MODALS_ALONE else None
    if verb[:-1] not in classes().both:
        return None
    return _plain(words, index, verb[:-1]) if then in DETERMINERS else None


def _plain(words: Sequence[str], index: int, verb: str) -> Wrong:
    return Wrong(index, index + 1, (f"{words[index]} {verb}",), FORM)


def _of_gerund(word: str) -> str:
    """The plain form of "opening", where it is a verb's; "" of "housing" and the like."""
    if not word.endswith("ing") or word in _GERUND_NOUNS or len(word) < 6:
        return ""
    stem, known = word[:-3], classes()
    tried = (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else "")
    return next((each for each in tried if each and (each in known.verbs or each in known.both)), "")


def _have(words: Sequence[str], index: int) -> Wrong | None:
    """ "Has increase by", "have be", "had being left", "have saw"."""
    where = _past_adverbs(words, index + 1)
    verb, after = at(words, where), at(words, where + 1)
    before = bare(at(words, index - 1))
    if (
        verb == "being"
        and (plain_of_past(bare(after)) or bare(after) in ("left", "found", "bound"))
        and before not in ("to", "of")
    ):
        return Wrong(where, where, ("been",), _UNFIT)
    plain = bare(verb)
    if plain in ("saw", "went") and before not in _NO_SUBJECT and (plain == "went" or after in DETERMINERS):
        return Wrong(where, where, ({"saw": "seen", "went": "gone"}[plain],), FORM)
    alone = before not in _NOT_AFTER or (where > index + 1 and before in ("it", "they", "we"))
    if verb in _HAPPENED and alone and after in _AFTER_HAPPENED and not in_question(words, index):
        if verb in _ADJECTIVES and after in ("to", "and", "for", "on", "in", "with", "the", "a"):
            return None
        if verb == "lead" and after != "to":
            return None
        return Wrong(where, where, (_HAPPENED[verb],), FORM)
    return None


def _be(words: Sequence[str], index: int) -> Wrong | None:
    """ "Will be discusses", "was build in", "have been fill", "is deal with"."""
    where = _past_adverbs(words, index + 1)
    raw = at(words, where)
    verb, after = bare(raw), at(words, where + 1)
    if not raw.startswith(verb) or not verb.isalpha():
        return None
    plain = plain_of_third(verb) if words[index] in ("be", "been", "being") and verb.endswith("s") else ""
    if verb not in _DONE and not plain:
        return None
    clause = _clause(words, index)
    if plain:
        done = participle(plain)
        if done and {"there", "what"}.isdisjoint(clause) and bare(at(words, index - 1)) not in ("it", "well"):
            return Wrong(where, where, (done,), FORM)
    if verb not in _DONE or not {"there", "what", "all", "that", "which", "aim", "purpose"}.isdisjoint(clause):
        return None
    if in_question(words, index) or bare(at(words, index - 1)) in _NOT_AFTER - {"it", "they", "this"}:
        return None
    if words[index] in ("been", "be") and ends(raw) and raw[-1] in ".;" and words[index] == "been":
        return Wrong(where, where, (_DONE[verb],), FORM)
    if ends(raw) or after not in (_ON_OF[verb].split() if verb in _ON_OF else _ON):
        return None
    return Wrong(where, where, (_DONE[verb],), FORM)


def _is_has(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Council is has agreed", "the plan was is sound"."""
    after = at(words, index + 1)
    if after not in ("is", "has", "was", "are", "have", "were") or after == words[index] or ends(words[index]):
        return None
    clause = _clause(words, index)
    if not clause or not {
        "what", "which", "where", "that", "who", "how", "as", "it", "they", "there", "one", "than", "whatever", "when",
        "if", "whether", "those", "these", "this", "all", "why", "we", "you", "i",
    }.isdisjoint(clause):  # fmt: skip
        return None
    if clause[-1] in FUNCTION or in_question(words, index):
        return None
    return Wrong(index, index + 1, (), _UNFIT)


def _to(words: Sequence[str], index: int) -> Wrong | None:
    """ "How to dealt with", "the land is to sold at"."""
    before, raw = at(words, index - 1), at(words, index + 1)
    verb = bare(raw)
    if not raw.startswith(verb) or ends(words[index]):
        return None
    plain = plain_of_past(verb)
    if not plain or plain == "be" or verb in _NOT_DONE:
        return None
    after = "" if ends(raw) else at(words, index + 2)
    if before in _HOW - {"due"} and (not after or after in DETERMINERS or after in _ON):
        return Wrong(index + 1, index + 1, (plain,), FORM)
    if before in ("is", "are", "was", "were") and (not after or after in _ON - {"and"}):
        clause = _clause(words, index)
        if {"what", "response", "reference", "due", "limited", "that", "which"}.isdisjoint(clause):
            return Wrong(index, index + 1, (f"to be {verb}",), LACKS)
    return None


def _gave(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers gave been asked"."""
    after = at(words, index + 1)
    if after in ("been", "become", "risen", "fallen", "already"):
        return Wrong(index, index, (_GAVE[words[index]],), "does not fit here")
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("will", "would", "should", "must", "could", "cannot", "shall", "may", "might", "can"), _modal),
        **dict.fromkeys(("has", "had", "have"), _have),
        **dict.fromkeys(("be", "been", "being"), _be),
        **dict.fromkeys(("is", "are", "was", "were"), _be_or_has),
        "to": _to,
        **dict.fromkeys(_GAVE, _gave),
    }


def _be_or_has(words: Sequence[str], index: int) -> Wrong | None:
    return _is_has(words, index) or _be(words, index)
