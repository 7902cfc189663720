"""A verb that is not of the number of its subject, with other words between: "reports of noise has"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.phrases import FUNCTION, MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    is_singular,
    plain_of_past,
    plain_of_third,
)
from clerkwell.proofing.text.tokens import listed

_VERB: Final = "does not agree with “{}”"
_TURNED: Final = {"is": "are", "was": "were", "has": "have", "are": "is", "were": "was", "have": "has"}
_LONGEST: Final = 11
_ARTICLES: Final = listed("the a an our its their these those this")
_INSIDE: Final = listed("the a an our its their this these each all his her")
_LINKS: Final = listed("of in for to from by at on with between about within under against into")
# What ends a clause before the subject of the next, so that the subject begins after it.
_CLAUSES: Final = listed("that because although though while whereas but since so if unless")
# One that several are spoken of by, and heads that say how many there are.
_SEVERAL: Final = listed(
    "number majority minority range series variety total group couple lot half quarter third fifth tenth percentage "
    "proportion rest set pair handful host mixture mix combination array selection team committee panel board staff "
    "family crew body class crowd generation public remainder most cluster sample batch bulk dozen hundred thousand "
    "million share portion wealth fraction part kind type sort network partnership council company association union "
    "trust club government department service authority cabinet executive police jury choir cohort block chain string "
    "collection list subset amount plenty what one population audience leadership management more all cent mass people"
)
_AS_MANY: Final = listed("mile year day week month hour pound metre percent minute pence thousand")
_PEOPLE: Final = listed("council cabinet committee board panel team staff government executive authority group police")
_AND: Final = listed("the its our their a an")
_ONE_OF: Final = listed("one each either every")
_NOT_PLURAL: Final = listed(
    "terms works means rights statistics sales services details talks headquarters proceeds premises accounts data "
    "parts halves quarters thirds fifths tenths hundreds thousands millions lots loads plenty kinds types sorts pros "
    "years months weeks days hours minutes miles metres pounds points acres hectares tonnes savings earnings "
    "communications operations relations"
)
_BOTH_BASE: Final = listed(
    "show support cover help need mean affect reflect want require attract start end cause force"
)
_BOTH_THIRD: Final = listed("shows supports covers helps needs means affects wants costs uses works plans aims reports")
_SAYING: Final = listed("say says show shows report reports claim claims state states means view fact note notes")
_DETERMINERS: Final = listed("the a an this that these those its our their each every all any some no both")
_THIS: Final = listed(
    "mean allow provide include require enable ensure reflect represent show make give follow contain apply seek help "
    "bring reduce create remain increase demonstrate describe explain meet set cover leave become depend identify"
)


_NOUNS_IN_LY: Final = listed("supply family assembly reply anomaly ally rally monopoly")
_OF_ONE: Final = ("tion", "sion", "ment", "ance", "ence", "ity", "ship", "ness")
_OF_MANY: Final = ("tions", "sions", "ments", "ances", "ences", "ities", "ings")
_AFTER_THIS: Final = listed("to for people staff residents users")


def _one(word: str) -> bool:
    return (is_singular(word) or word.endswith(_OF_ONE)) and not _many(word)


def _many(word: str) -> bool:
    return is_plural(word) or (word.endswith(_OF_MANY) and word not in _NOT_PLURAL)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def _start(words: Sequence[str], index: int) -> int:
    """Where the clause begins whose verb stands at `index`; -1 where it is too far, or a mark stands between."""
    for where in range(index - 1, max(index - _LONGEST, -1), -1):
        if where < index - 1 and ends(words[where]):
            return where + 1 if words[where][-1] == "," or opens(words, where + 1) else -1
        if opens(words, where):
            return where + 1 if bare(words[where]) in _CLAUSES or words[where][0].isdigit() else where
        if words[where] in _CLAUSES and where < index - 2:
            return where + 1
    return -1


def _head(words: Sequence[str], start: int, index: int) -> int:
    """The noun that a phrase speaks of, where what follows it up to the verb is plain; -1 where it is not."""
    first = words[start].lower()
    where = start + (first in _ARTICLES)
    head = -1
    for place in range(where, index):
        word = words[place].lower()
        if word in _LINKS:
            head = place - 1
            break
        if not word.isalpha() or word in FUNCTION or plain_of_past(word) or plain_of_third(word):
            return -1
    if head < where or (head == start and not _many(words[head].lower())):
        return -1
    if any(_many(words[place].lower()) for place in range(where, head)):
        return -1
    return head if _is_plain_tail(words, head + 1, index, named=first in _ARTICLES) else -1


def _is_plain_tail(words: Sequence[str], start: int, index: int, *, named: bool) -> bool:
    """Whether "of the old bridges" and the like is all that stands from one place to another."""
    fresh = True  # an article may stand here
    for place in range(start, index):
        raw = words[place]
        word = raw.lower()
        if not word.replace("-", "").isalpha() or (raw != word and not named):
            return False
        if word in _LINKS:
            after = bare(at(words, place + 1))
            if not fresh and place + 1 >= index:
                return False
            if word == "to" and (is_plain(after) or (after in classes().both and at(words, place + 2) in _DETERMINERS)):
                return False
            fresh = True
            continue
        if word in _INSIDE:
            if not fresh:
                return False
            fresh = False
            continue
        last = place == index - 1
        if word in FUNCTION or _adverb(word) or (plain_of_past(word) and last) or (word.endswith("ing") and fresh):
            return False
        if not last and _many(word) and at(words, place + 1) not in _LINKS:
            return False
        fresh = False
    return not fresh and words[index - 1].lower() not in _LINKS


def _after_one(words: Sequence[str], index: int) -> Wrong | None:
    """ "Reports of noise has": several are spoken of."""
    wrong = _of_several(words, index)
    # How a sentence ends is long to look for, and seldom asked.
    return None if wrong is None or in_question(words, index) else wrong


def _of_several(words: Sequence[str], index: int) -> Wrong | None:
    noun = at(words, index - 1)
    if not noun or ends(noun):
        return None
    start = _start(words, index)
    if start < 0 or index - start < 3:
        return _joined(words, start, index)
    first = words[start].lower()
    if first == "a" and words[start + 1] == "number":
        return _number_of(words, start, index)
    head = _head(words, start, index)
    if head < 0:
        return _joined(words, start, index)
    several = words[head].lower()
    if not _many(several) or several in _NOT_PLURAL or first in ("a", "an", "this"):
        return None
    if first not in _ARTICLES and (start != head or at(words, head + 1) not in _LINKS):
        return None
    if words[head] != several and head != start:
        return None  # "The Friends of the Park"
    if head == start and words[head] == several and at(words, start - 1) == "that" and _is_both(several):
        before = bare(at(words, start - 2))
        if before not in _SAYING and (_one(before) or _many(before)):
            return None  # "The code that results from it is"
    return Wrong(index, index, (_TURNED[words[index]],), _VERB.format(words[head]))


def _number_of(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "A number of residents has"."""
    if words[start + 2] != "of" or not _many(words[index - 1].lower()):
        return None
    if any(bare(each) in FUNCTION for each in words[start + 3 : index - 1]):
        return None
    return Wrong(index, index, (_TURNED[words[index]],), _VERB.format(words[index - 1]))


def _joined(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "Both the Leader and the clerk was"."""
    if start < 0:
        return None
    phrase = words[start:index]
    if not 5 <= len(phrase) <= 9 or "and" not in phrase or any(ends(each) for each in phrase):
        return None
    both = phrase[0].lower() == "both"
    phrase = phrase[both:]
    middle = phrase.index("and")
    if phrase[0].lower() not in _AND | MANY or middle < 2 or middle > 4 or at(phrase, middle + 1) not in _AND:
        return None
    inside = (*phrase[1:middle], *phrase[middle + 2 :])
    if len(phrase) < middle + 3 or any(bare(each) in FUNCTION or not each.isalpha() for each in inside):
        return None
    if any(_is_verb(bare(each)) for each in inside):
        return None  # "If an error occurs and the call is"
    return Wrong(index, index, (_TURNED[words[index]],), "does not agree with the two before it")


def _after_several(words: Sequence[str], index: int) -> Wrong | None:
    """ "The condition of the bridges are": one thing is spoken of."""
    wrong = _of_one(words, index)
    return None if wrong is None or in_question(words, index) else wrong


def _of_one(words: Sequence[str], index: int) -> Wrong | None:
    noun = at(words, index - 1)
    if not noun or ends(noun):
        return None
    start = _start(words, index)
    if start < 0 or index - start < 4 or "and" in words[start:index] or "or" in words[start:index]:
        return None
    first = words[start].lower()
    if first in _ONE_OF and words[start + 1] == "of":
        return _one_of(words, start, index)
    if first not in _ARTICLES or first in ("these", "those"):
        return None
    if words[index] == "were" and at(words, start - 1).lower() in ("if", "though", "unless"):
        return None
    head = _head(words, start, index)
    if head < 0 or words[head] != words[head].lower():
        return None
    one = words[head]
    if one in _SEVERAL or one in _AS_MANY or not _one(one) or one.endswith(("ing", "s")):
        return None
    if words[head + 1] not in ("of", "for", "in", "to", "on", "from", "between") or any(map(str.isdigit, noun)):
        return None
    return Wrong(index, index, (_TURNED[words[index]],), _VERB.format(one))


def _one_of(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "One of the tenders were": not "one of the few that were"."""
    if words[start + 2] not in ("the", "these", "those", "our", "its", "their") or index - start > 6:
        return None
    inside = words[start + 3 : index]
    if not inside or any(each in FUNCTION or not each.isalpha() for each in inside) or not _many(inside[-1]):
        return None
    return Wrong(index, index, (_TURNED[words[index]],), "does not agree with “one”")


def _who(words: Sequence[str], index: int) -> Wrong | None:
    """ "Residents who lives", "those that needs", "the company which operate"."""
    raw, verb = at(words, index - 1), at(words, index + 1)
    noun, after = raw.lower(), at(words, index + 2)
    if not verb.isalpha() or not verb.islower() or not noun.isalpha():
        return None
    two_before = at(words, index - 2).lower()
    if noun == "those" or (
        words[index] in ("who", "that") and _many(noun) and noun not in _NOT_PLURAL and noun != "services"
    ):
        if not {"one", "each", "only", "every"}.isdisjoint(map(bare, words[max(index - 5, 0) : index])):
            return None
        if words[index] == "that" and noun != "those" and not opens(words, index - 1):
            return None
        if noun != "those" and not (opens(words, index - 1) or two_before in ("the", "all", "those", "any", "some")):
            return None
        if noun != "those" and two_before == "the" and at(words, index - 3) == "of":
            return None
        third = plain_of_third(verb) or (verb[:-1] if verb in _BOTH_THIRD or _is_both(verb) else "")
        if verb in ("is", "was", "has"):
            return Wrong(index + 1, index + 1, (_TURNED[verb],), _VERB.format(raw))
        if third and (plain_of_third(verb) or after in _DETERMINERS or verb in ("lives", "works", "rents")):
            return Wrong(index + 1, index + 1, (third,), _VERB.format(raw))
        return None
    if words[index] == "which" or words[index] == "who":
        if noun not in COUNTED or noun in _SEVERAL or two_before not in ("a", "an", "each", "every", "the", "any"):
            return None
        if is_plain(verb) and after in _DETERMINERS and at(words, index - 3) != "of":
            return Wrong(index + 1, index + 1, (_third(verb),), _VERB.format(raw))
    return None


def _is_both(verb: str) -> bool:
    return verb.endswith("s") and not verb.endswith("ss") and verb[:-1] in classes().both


def _is_verb(word: str) -> bool:
    return bool(plain_of_past(word) or plain_of_third(word)) or is_plain(word) or _is_both(word)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeo":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"


def _opening(words: Sequence[str], index: int) -> Wrong | None:
    """ "The survey show that", "The proposals supports the", "This mean that"."""
    if not opens(words, index):
        return None
    first, verb = words[index], at(words, index + 1)
    if first in ("This", "It") and verb in _THIS:
        after = at(words, index + 2)
        if (after in _DETERMINERS or after in _AFTER_THIS) and not in_question(words, index):
            return Wrong(index + 1, index + 1, (_third(verb),), _VERB.format(first))
        return None
    if first == "It":
        return None
    for where in (index + 1, index + 2):
        noun, verb = at(words, where), at(words, where + 1)
        if not noun.isalpha() or not noun.islower() or noun in FUNCTION or _adverb(noun):
            return None
        if where == index + 2 and _many(words[where - 1]):
            return None
        better = _of_number(first, noun, verb, at(words, where + 2)) if verb.isalpha() and verb.islower() else ""
        if better and not in_question(words, where):
            return Wrong(where + 1, where + 1, (better,), _VERB.format(noun))
    return None


def _of_number(first: str, noun: str, verb: str, after: str) -> str:
    """The verb in the number of the noun before it, where it has the other; "" where nothing is wrong."""
    if noun in COUNTED and noun not in _SEVERAL and noun not in _PEOPLE and first not in ("These", "Those"):
        plain = is_plain(verb) and (after in _DETERMINERS or after in ("to", "for", "on", "that"))
        both = verb in _BOTH_BASE and after in ("a", "an", "that", "half", "all")
        return _third(verb) if plain or both else ""
    if not _many(noun) or noun in _NOT_PLURAL or first == "This":
        return ""
    if after not in _DETERMINERS and not after[:1].isdigit():
        return ""
    return plain_of_third(verb) or (verb[:-1] if verb in _BOTH_THIRD - {"works", "plans"} else "")


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "There remains concerns about"."""
    if at(words, index + 1) not in ("remains", "exists", "appears"):
        return None
    for where in (index + 2, index + 3):
        noun = at(words, where)
        plain = bare(noun)
        if not plain.isalpha() or plain in FUNCTION - {"some", "several", "many"}:
            return None
        if _many(plain) and (ends(noun) or at(words, where + 1) in _LINKS or at(words, where + 1) == "that"):
            return Wrong(index + 1, index + 1, (words[index + 1][:-1],), _VERB.format(plain))
    return None


def _and(words: Sequence[str], index: int) -> Wrong | None:
    """ "The award follows a tender and deliver the": the second verb goes with the same subject."""
    verb = at(words, index + 1)
    if at(words, index + 2) not in _DETERMINERS or not is_plain(verb) or ends(words[index - 1]):
        return None
    begins = sentence_from(words, index)
    begins += words[begins][:1].isdigit()
    if at(words, begins) not in ("The", "This", "It", "A", "An", "Our", "Its", "Each") or index - begins > 16:
        return None
    between = [bare(each) for each in words[begins + 1 : index]]
    where = next((place for place, each in enumerate(between[:4]) if _goes_with_one(each)), -1)
    if where < 0 or (where == 0) != (words[begins] in ("It", "This") and _goes_with_one(between[0])):
        return None
    if any(_many(each) for each in between[:where]) or not _NO_SECOND.isdisjoint(between):
        return None
    if any(is_plain(each) for each in between[where + 1 :]) or in_question(words, index):
        return None
    return Wrong(index, index + 1, (f"and {_third(verb)}",), _VERB.format(bare(words[begins + where])))


def _goes_with_one(word: str) -> bool:
    return bool(plain_of_third(word)) or word in ("has", "is", "covers", "sets", "reports", "supports", "shows")


_NO_SECOND: Final = listed(
    "to will would should must can could may might shall do does did not that which who how where when what whether "
    "if helps help makes make lets let sees us them people officers members residents councils authorities tenants "
    "they we you both and either or"
)


def _remain(words: Sequence[str], index: int) -> Wrong | None:
    """ "Over five years the Fund remain ahead": not "it will let the Fund remain"."""
    noun, before = bare(at(words, index - 1)), at(words, index - 2).lower()
    if before not in ("the", "this", "its", "our") or ends(words[index - 1]) or noun in _SEVERAL or noun in _PEOPLE:
        return None
    if not (noun in COUNTED or noun in ("fund", "scheme", "service", "forecast", "position", "rate")) or in_question(
        words, index
    ):
        return None
    clause = {bare(each) for each in words[max(sentence_from(words, index), index - 12) : index - 1]}
    if not _NO_SUBJECT.isdisjoint(clause) or any(is_plain(each) for each in clause):
        return None
    return Wrong(index, index, (_third(words[index]),), _VERB.format(at(words, index - 1)))


_NO_SUBJECT: Final = listed(
    "that do does did will would can could should must may might shall let lets help make and or of if whether lest "
    "to where"
)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("is", "was", "has"), _after_one),
        **dict.fromkeys(("are", "were", "have"), _after_several),
        **dict.fromkeys(("who", "that", "which"), _who),
        **dict.fromkeys(("The", "This", "It", "These", "Our", "Its", "Those"), _opening),
        **dict.fromkeys(("There", "there"), _there),
        "and": _and,
        **dict.fromkeys(("remain", "continue", "exceed"), _remain),
    }
