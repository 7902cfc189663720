"""Words that a hurried hand leaves out: "in interest of", "asked to the report", "continue monitor", "one of most"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.phrases import FUNCTION
from clerkwell.proofing.grammar.raw import LACKS, Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, is_singular, plain_of_past
from clerkwell.proofing.text.tokens import listed

_DETERMINERS: Final = listed("the a an this these its their our his her")
_ASKED: Final = listed("asked requested obliged able unable reminded instructed")
_GOES_ON: Final = listed(
    "continue continues continued aims aim intends intend wishes wish hopes hope seeks seek wants need needs plans "
    "decided agreed proposes propose attempts tends tend failed fails refused undertakes required expected likely "
    "unlikely able unable willing"
)
_POWERS: Final = listed("duty power responsibility opportunity ability obligation intention right")
# What is done by somebody or goes to somebody, and is never done "the": not "given the", "called the".
_DONE: Final = listed(
    "funded referred submitted published delivered reviewed managed owned led supported adopted endorsed prepared "
    "produced received presented circulated forwarded transferred undertaken chaired signed financed commissioned "
    "overseen run administered maintained monitored governed approved met"
)
_SUBORDINATE: Final = listed("what nor only not also once when before after if until as while where since unless by")
_SAID: Final = listed("considered agreed noted discussed rejected deferred")
_WHEN: Final = listed(
    "same following next previous day week month year morning evening moment first last way night afternoon minute "
    "second third fourth fifth more other"
)
_BODIES: Final = listed("council cabinet committee panel board executive sub-committee subcommittee governors trustees")
_NOT_OF: Final = listed("any a an no")
_TELLING: Final = listed(
    "showing suggesting supporting linking indicating pointing being including relating concerning regarding according "
    "during given following demonstrating proving gathering existing base submitted pertaining connecting having "
    "establishing building gathering making coming confirming justifying underpinning bearing sharing warranting "
    "setting arising emerging forthcoming standing remaining outstanding available"
)
_FINITE: Final = listed(
    "is are was were has have had will would should must can could may might do does did that which who be been what "
    "where when"
)
_RECORDED: Final = listed(
    "recorded identified listed described outlined summarised detailed given shown taken drawn contained attached "
    "proposed recommended"
)
_READERS: Final = listed(
    "holders residents tenants members owners parents households applicants officers councillors leaseholders schools "
    "consultees traders occupiers objectors users staff businesses neighbours people properties councils bidders "
    "tenderers suppliers"
)
_BE: Final = listed("is are was were be been")
_TO_BE: Final = listed("needs continue continues required expected likely")
_WORK: Final = listed("monitor review support report work")
_NO_VERBS: Final = listed("become include agree")
_ONLY_TO: Final = listed("continue continues seeks aims intends wishes")
_NOUNS_TOO: Final = listed("plans aims hopes hope wish aim wishes attempts")
_MONTHS: Final = listed("January February March April May June July August September October November December")


def _asked(words: Sequence[str], index: int) -> Wrong | None:
    """ "Is asked to the report", "able to the"."""
    if at(words, index + 1) != "to" or at(words, index + 2) not in ("the", "this", "these", "its", "that"):
        return None
    if at(words, index - 1) not in ("is", "are", "was", "were", "be", "therefore", "also", "being", "been"):
        return None
    return Wrong(index, index + 2, (), LACKS)


def _goes_on(words: Sequence[str], index: int) -> Wrong | None:
    """ "Will continue monitor the", "needs be updated"."""
    word, verb, after, before = words[index], at(words, index + 1), at(words, index + 2), at(words, index - 1)
    if word in ("likely", "unlikely") and before not in _BE:
        return None
    if verb == "be":
        lost = word in _TO_BE and plain_of_past(bare(after)) and before not in ("must", "it", "if")
        return Wrong(index, index + 1, (f"{word} to be",), LACKS) if lost else None
    better = (f"{word} to {verb}",)
    if verb in _WORK and word in ("continue", "continues", "continued") and after in _DETERMINERS | {"on", "with"}:
        return Wrong(index, index + 1, better, LACKS)
    if word == "needs" or not is_plain(verb) or verb in _NO_VERBS or ends(word):
        return None
    sure = word in _ONLY_TO and is_singular(before)
    if after not in _DETERMINERS and not is_plural(bare(after)) and not (sure and bare(after).isalpha()):
        return None
    return Wrong(index, index + 1, better, LACKS) if sure or _is_verb(words, index) else None


def _is_verb(words: Sequence[str], index: int) -> bool:
    """Whether a word that may be a noun is the verb: not "the plans require the", "nobody need know the"."""
    word, before = words[index], at(words, index - 1)
    if word in ("need", "agreed"):
        return False
    if word in _NOUNS_TOO and (before in _DETERMINERS or before in FUNCTION or is_plural(before)):
        return False
    if word in ("required", "expected", "decided") and before not in _BE and before not in ("has", "have", "had", "it"):
        return False
    clause = map(bare, words[max(index - 6, 0) : index])
    return {"what", "that", "those", "which", "all", "who", "as"}.isdisjoint(clause)


def _power(words: Sequence[str], index: int) -> Wrong | None:
    """ "Has duty provide", "the opportunity comment on"."""
    verb, after = at(words, index + 1), at(words, index + 2)
    if not is_plain(verb) or verb in ("include", "require", "comprise", "become", "be"):
        return None
    if after not in _DETERMINERS and at(words, index - 1) not in ("has", "have", "had", "no"):
        return None
    if at(words, index - 1) not in ("a", "the", "any", "has", "have", "had", "its", "their"):
        return None
    return Wrong(index, index + 1, (f"{words[index]} to {verb}",), LACKS)


def _done(words: Sequence[str], index: int) -> Wrong | None:
    """ "The scheme is funded the Department", "was agreed Cabinet on": by it, perhaps."""
    if at(words, index + 1) != "the":
        return _by_body(words, index)
    if (
        words[index] in _SAID
        or at(words, index + 1) != "the"
        or at(words, index - 1) not in ("is", "are", "was", "were", "be", "been", "being")
    ):
        return None
    after = bare(at(words, index + 2))
    if after in _WHEN or after[:1].isdigit() or in_question(words, index):
        return None
    clause = {bare(each) for each in words[sentence_from(words, index) : index]}
    if not _SUBORDINATE.isdisjoint(clause):
        return None
    if words[index] in ("approved", "presented", "received") and "it" in clause:
        return None
    return Wrong(index, index + 1, (), LACKS)


def _by_body(words: Sequence[str], index: int) -> Wrong | None:
    body = at(words, index + 1)
    if body.lower() not in _BODIES or not body[0].isupper() or not body.isalpha():
        return None
    if at(words, index - 1) not in ("was", "were", "been", "be") or at(words, index + 2) not in ("on", "in", "at"):
        return None
    return Wrong(index, index + 1, (f"{words[index]} by {body}",), "lacks “by”")


def _not(words: Sequence[str], index: int) -> Wrong | None:
    """ "Would not any effect"."""
    after = at(words, index + 1)
    if after not in _NOT_OF or at(words, index - 1) not in ("would", "will", "should", "could", "does", "do", "did"):
        return None
    if (
        in_question(words, index)
        or not at(words, index + 2).islower()
        or (after == "a" and at(words, index + 2) == "priori")
    ):
        return None
    return Wrong(index - 1, index + 1, (), LACKS)


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "There no plans", "There been no"."""
    after = at(words, index + 1)
    if not opens(words, index):
        return None
    if after == "been":
        return Wrong(index, index + 1, ("There have been", "There has been"), LACKS)
    if after in ("no", "a", "an", "several", "also") and bare(at(words, index + 2)).isalpha():
        if after == "also" and at(words, index + 2) not in ("a", "an", "no", "several"):
            return None
        if after == "no" and at(words, index + 2) in ("longer", "doubt", "sooner"):
            return None
        return Wrong(index, index + 1, (), LACKS)
    return None


def _that(words: Sequence[str], index: int) -> Wrong | None:
    """ "That the Committee the progress"."""
    if not opens(words, index):
        return None
    where = index + 1 + (at(words, index + 1) in ("the", "this"))
    while at(words, where)[:1].isupper() and at(words, where).lower() not in _BODIES and where < index + 6:
        where += 1
    if at(words, where).lower() not in _BODIES and at(words, where).lower() != "members":
        return None
    after = at(words, where + 1)
    if after not in ("the", "this", "these", "its", "that"):
        return None
    return Wrong(where, where + 1, (), "lacks a verb between them")


def _missing_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "No evidence roosting bats": not "no evidence showing"."""
    verb = at(words, index + 1)
    if at(words, index - 1) not in ("no", "any", "some", "further") or not verb.endswith("ing") or len(verb) < 6:
        return None
    if verb in _TELLING or not verb.isalpha() or not bare(at(words, index + 2)).isalpha():
        return None
    if at(words, index + 2) in FUNCTION:
        return None
    return Wrong(index, index + 1, (f"{words[index]} of {verb}",), "lacks “of” after it")


def _is_when(word: str) -> bool:
    return word.isdigit() or word.capitalize() in _MONTHS or word in ("spring", "summer", "autumn", "winter")


def _will_place(words: Sequence[str], index: int) -> Wrong | None:
    """ "A follow-up audit will place in the summer"."""
    if at(words, index - 1) not in ("will", "would", "should", "to", "must"):
        return None
    after = at(words, index + 1)
    if after not in ("in", "on", "at", "during", "from", "between", "every", "before", "after"):
        return None
    if at(words, index - 1) == "will" and after in ("in", "on") and _is_when(bare(at(words, index + 2))):
        return None  # told as a wrong verb
    if at(words, index - 1) == "to" and (after not in ("in", "on") or not at(words, index + 2)[:1].isdigit()):
        return None
    return Wrong(index - 1, index, (f"{words[index - 1]} take place",), LACKS)


def _cause_to(words: Sequence[str], index: int) -> Wrong | None:
    """ "Believe the cause to work-related": a compound that is no verb."""
    after = bare(at(words, index + 1))
    if after == "end" and at(words, index - 1) in ("come", "comes", "came", "coming", "brought"):
        return Wrong(index, index + 1, ("to an end",), "lacks “an”")
    if "-" not in after or after.split("-")[-1] not in ("related", "based", "led", "free", "neutral", "funded", "run"):
        return None
    before = at(words, index - 1)
    if not (before.islower() and is_singular(before)) or before in ("due", "approach", "access", "change"):
        return None
    then = at(words, index + 2)
    if not (ends(at(words, index + 1)) or then in ("and", "in", "or", "but", "when")):
        return None
    return Wrong(index, index + 1, (f"to be {after}",), LACKS)


def _write(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers will write all berth holders"."""
    after = at(words, index + 1)
    if after not in ("all", "every", "each", "residents", "tenants", "members", "owners", "parents", "households"):
        return None
    if after in ("all", "every", "each") and not any(bare(each) in _READERS for each in words[index + 2 : index + 5]):
        return None
    return Wrong(index, index, (f"{words[index]} to",), "lacks “to”")


def _justified(words: Sequence[str], index: int) -> Wrong | None:
    """ "Would not be justified withholding it"."""
    after = at(words, index + 1)
    if at(words, index - 1) not in ("be", "is", "are", "was", "were", "been") or not after.endswith("ing"):
        return None
    if len(after) < 6 or after in ("during", "following", "regarding", "considering", "spending", "having"):
        return None
    return Wrong(index, index, ("justified in",), "lacks “in”")


def _fragment(words: Sequence[str], index: int) -> Wrong | None:
    """ "The risks recorded in the corporate register.": no verb of its own."""
    if at(words, index + 1) not in ("in", "by", "on", "at", "to", "for", "from", "with", "above", "below"):
        return None
    begins = sentence_from(words, index)
    noun = bare(at(words, index - 1))
    if (
        words[begins] not in ("The", "These", "All", "Its", "Our")
        or not 2 <= index - begins <= 4
        or ends(words[index - 1])
    ):
        return None
    if not (is_plural(noun) or noun in COUNTED) or any(bare(each) in FUNCTION for each in words[begins + 1 : index]):
        return None
    end = index + 1
    while end < len(words) and words[end][-1] not in ".?!;:":
        end += 1
    if end >= len(words) or words[end][-1] != "." or end - index > 12 or (end + 1 == len(words) and begins == 0):
        return None  # alone in its paragraph, it may be a caption
    rest = [bare(each) for each in words[index + 1 : end + 1]]
    if any(each in _FINITE or plain_of_past(each) or is_plain(each) for each in rest) or "," in "".join(
        words[index:end]
    ):
        return None
    return Wrong(index - 1, index, (), "begin a sentence that has no verb")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_GOES_ON, _goes_on),
        **dict.fromkeys(_ASKED, _asked),
        **dict.fromkeys(_POWERS, _power),
        **dict.fromkeys(_DONE | _SAID, _done),
        "not": _not,
        **dict.fromkeys(("There",), _there),
        **dict.fromkeys(("That",), _that),
        "evidence": _missing_of,
        **dict.fromkeys(("write", "writes", "wrote", "written", "writing"), _write),
        "justified": _justified,
        **dict.fromkeys(_RECORDED, _fragment),
        "place": _will_place,
        "to": _cause_to,
    }
