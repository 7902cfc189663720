"""An apostrophe too many or too few, where the words beside it tell: "some block's, in May", "a months notice"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import SEVERAL, is_both
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, opens
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plural,
    is_singular,
    plain_of_past,
    plural_of,
)
from clerkwell.proofing.text.tokens import listed

_TOO_MANY: Final = "has an apostrophe and is a plural"
_TOO_FEW: Final = "lacks its apostrophe"
_QUANTITIES: Final = listed(
    "some many several most all these those few various two three four five six seven eight nine ten eleven twelve "
    "new numerous certain existing local other"
)
_FINITE: Final = listed("are were have do did")
_NOT_OF: Final = listed(
    "not be also have been only still now told asked invited informed moved required consulted concerned made given "
    "sent left"
)
_MODALS: Final = listed("will would should must can could may might shall cannot")
_PERIODS: Final = {each: f"{each[:-1]}’s" for each in ("days", "weeks", "months", "years", "hours", "moments")}
_ONE_OF_TIME: Final = listed("a one an each every 1")
_OF_TIME: Final = listed(
    "notice time pay leave rent salary supply trial delay experience probation extension wages worth work training "
    "funding grace break stay"
)
_YEARLY: Final = listed(
    "budget report accounts figure figures total outturn meeting programme plan survey target targets allocation "
    "settlement grant precept event audit review results performance election elections conference agenda minutes fee "
    "fees income spending level levels rate rates festival show exercise round statement"
)
_OWNED_BY_ONE: Final = listed(
    "consent needs home care circumstances rights name address income health property behalf identity condition "
    "wishes views representative carer life safety family doctor application benefit file record"
)
_SERVED: Final = listed("services care housing accommodation")
_NATIONS: Final = listed("indigenous first tribal native african asian european colonised world")
_OWNERS: Final = listed(
    "residents members officers councillors tenants applicants objectors customers pupils users parents carers "
    "leaseholders owners occupiers employees trustees governors traders visitors neighbours patients drivers"
)
_ALONE: Final = listed(
    "buyers sellers bidders contractors landlords suppliers operators lenders insurers auditors inspectors coroners "
    "claimants clients authors"
)
# Members comment, and nobody comments but one.
_VOICED: Final = listed("comments concerns views questions requests suggestions needs interests wishes preferences")
_BY_OFFICE: Final = listed(
    "response plan decision office budget proposal proposals letter report views precept letters"
)
_THEIRS: Final = listed(
    "fault expense consent behalf responsibility discretion option solicitors request liability report"
)
_WRITTEN: Final = listed(
    "statement agent submission solicitor argument evidence assessment response viability drawings circumstances "
    "solicitors agents behalf explanation intention willingness ability failure"
)
_OF_OFFICE: Final = listed(
    "charity parlour allowance office car fund appeal budget announcements secretary role statement foreword report "
    "award awards scheme diary chain chaplain"
)
_BEFORE_OWNERS: Final = listed("of to about from into through on with against by for under and")
_AFTER_COUNCILS: Final = listed(
    "website constitution reserves actions policies policy finances procurement priorities accounts assets website's "
    "objectives duties powers legal financial corporate statutory own responsibilities buildings strategy strategies "
    "vision values housing treasury medium capital revenue officers decision decisions area staff"
)
_AFTER_OWNED: Final = listed("and in about on for that to of at with from were are have will is")
_ADVERBS: Final = listed("hard together throughout overnight")
_SOME: Final = listed("some several many these various few")
_WHICH: Final = listed("last next this each every")
_PEOPLE: Final = listed("young older disabled other local old homeless vulnerable many")
_ONE_OWNER: Final = re.compile(r"['’]s[.,;:)]*$")
_MARK: Final = re.compile(r"['’]s?[.,;:)]*$")
_IRREGULAR: Final = listed("people men women children")
_DOUBLED: Final = re.compile(r"(?<!\S)[^\W\d_]+['’]s['’]s[.,;:)]*(?!\S)")
_DECADE: Final = re.compile(r"(?<!\S)(?:19|20)\d0['’]s[.,;:)]*(?!\S)")
_WITH_MARK: Final = re.compile(r"(?<!\S)[^\W\d_]+['’]s?[.,;:)]?(?!\S)")


def _without(word: str) -> str:
    """ "Crew's" as "Crews", "tenants’" as "tenants"."""
    name = _MARK.sub("", word)
    return plural_of(name) if _ONE_OWNER.search(word) else name


def _at_mark(words: Sequence[str], index: int) -> Wrong | None:
    """A word with an apostrophe after which no owner can stand."""
    word = words[index]
    one = bool(_ONE_OWNER.search(word))
    name = _MARK.sub("", word).lower()
    if (
        one
        and name.endswith("s")
        and is_plural(name)
        and name not in _IRREGULAR
        and (word[0].islower() or opens(words, index))
    ):
        return Wrong(index, index, (f"{_MARK.sub('', word)}’",), "has an s too many")
    # "Tenderer's were told": the dictionary counts few of those who do something.
    known = is_singular(name) or (one and name.endswith(("er", "or", "ist", "ee")) and word[1:].islower())
    if not (known if one else is_plural(name)) or name in _IRREGULAR:
        return None
    before = bare(at(words, index - 1)) if index and not ends(words[index - 1]) else ""
    after, then = at(words, index + 1), at(words, index + 2)
    many = before in _QUANTITIES or (before == "the" and bare(at(words, index - 2)) in ("all", "both"))
    if ends(word):
        # "At some block's, in the east"; not "the two council's", which somebody else's may follow
        counted = before.replace(",", "")
        several = counted.isdigit() and int(counted) > 1 and (len(counted) != 4 or "," in before)
        wrong = one and word[-1] in ".,;" and (before in _SOME or several) and word[0].islower()
    elif after in _FINITE and (then in _NOT_OF or (many and (one or after != "do"))):
        wrong = True
    elif after in _MODALS and then in _NOT_OF:
        wrong = many or not one
    else:
        # "Crew's worked continuously"
        adverb = bare(then)
        wrong = one and opens(words, index) and plain_of_past(after) != ""
        wrong = wrong and (adverb.endswith("ly") or adverb in _ADVERBS)
    return Wrong(index, index, (_without(word),), _TOO_MANY) if wrong else None


def _period(words: Sequence[str], index: int) -> Wrong | None:
    """ "A months notice", "last years budget"."""
    before, after, name = at(words, index - 1).lower(), bare(at(words, index + 1)), words[index]
    if before in _ONE_OF_TIME and after in _OF_TIME:
        if before in ("one", "1") and at(words, index - 2) in ("of", "than"):
            return None
        return Wrong(index, index, (_PERIODS[name],), _TOO_FEW)
    if name in ("years", "weeks", "months") and before in _WHICH and after in _YEARLY:
        return Wrong(index, index, (_PERIODS[name],), _TOO_FEW)
    return None


def _persons(words: Sequence[str], index: int) -> Wrong | None:
    before, after = at(words, index - 1), bare(at(words, index + 1))
    if before.lower() in ("the", "a", "that", "each", "this", "every") and after in _OWNED_BY_ONE:
        then = at(words, index + 2)
        if after in ("consent", "needs", "name", "record", "file", "home") and then in ("to", "the", "a"):
            return None
        return Wrong(index, index, ("person’s",), _TOO_FEW)
    return None


def _peoples(words: Sequence[str], index: int) -> Wrong | None:
    """ "Older peoples services"."""
    after = _plain(words, index + 1)
    if bare(at(words, index - 1)) in _PEOPLE and (is_plural(after) or after in _SERVED or after in classes().nouns):
        return Wrong(index, index, ("people’s",), _TOO_FEW)
    return None


def _of_peoples(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Peoples' Board", "young peoples' views": of people, and not of peoples."""
    word, before = words[index], bare(at(words, index - 1))
    if not at(words, index + 1)[:1].isalpha() or before.casefold() in _NATIONS:
        return None
    if not (word[0] == "P" and at(words, index + 1)[:1].isupper()) and before.casefold() not in _PEOPLE:
        return None
    return Wrong(index, index, (f"{word[0]}eople’s",), "has its apostrophe in the wrong place")


def _plain(words: Sequence[str], index: int) -> str:
    word = at(words, index)
    return bare(word) if word[:1].isalpha() else ""


def _fault(words: Sequence[str], index: int) -> Wrong | None:
    """ "Not the buyers fault"."""
    after = at(words, index + 1)
    if (
        bare(after) not in _THEIRS
        or at(words, index - 1) not in ("the", "a", "our", "that")
        or not words[index].isalpha()
    ):
        return None
    if after in ("report", "request") and at(words, index + 2) in ("that", "to", "on", "the", "a", "it"):
        return None
    name = words[index]
    return Wrong(index, index, (f"{name[:-1]}’s", f"{name}’"), _TOO_FEW)


def _statement(words: Sequence[str], index: int) -> Wrong | None:
    """ "The applicants statement": a noun that is no verb."""
    after = at(words, index + 1)
    if (
        at(words, index - 1).lower() not in ("the", "an", "each")
        or bare(after) not in _WRITTEN
        or not after[0].isalpha()
    ):
        return None
    name = words[index]
    return Wrong(index, index, (f"{name[:-1]}’s", f"{name}’"), _TOO_FEW)


def _mayors(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Mayors hardship scheme"."""
    after = bare(at(words, index + 1))
    told = after in _OF_OFFICE or after in ("hardship", "winter", "new") or after in _BY_OFFICE
    if at(words, index - 1).lower() != "the" or not told:
        return None
    name = words[index]
    return Wrong(index, index, (f"{name[:-1]}’s",), _TOO_FEW)


def _owners(words: Sequence[str], index: int) -> Wrong | None:
    """ "Of residents concerns": two plurals, and no verb can stand there."""
    if fault := _fault(words, index) or _statement(words, index):
        return fault
    before, after = at(words, index - 1), _plain(words, index + 1)
    if before not in _BEFORE_OWNERS or not after or after in _OWNERS:
        return None
    if not is_plural(after) or (at(words, index - 2) in SEVERAL and is_both(after)):
        return None  # "the number of residents rises"
    if not ends(words[index + 1]) and (before in ("by", "for", "to") or at(words, index + 2) not in _AFTER_OWNED):
        return None
    return Wrong(index, index, (f"{words[index]}’",), _TOO_FEW)


def _voiced(words: Sequence[str], index: int) -> Wrong | None:
    """ "Members comments at the last meeting"."""
    after = at(words, index + 1)
    if not opens(words, index) or bare(after) not in _VOICED or ends(after):
        return None
    return Wrong(index, index, (f"{words[index]}’",), _TOO_FEW)


def _councils(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Councils actions"; two councils may be meant."""
    if at(words, index - 1) not in ("the", "The", "this") or bare(at(words, index + 1)) not in _AFTER_COUNCILS:
        return None
    return Wrong(index, index, ("Council’s", "Councils’"), _TOO_FEW)


def _liability(words: Sequence[str], index: int) -> Wrong | None:
    if at(words, index + 1) == "Liability" and bare(at(words, index + 2)) in ("act", "acts"):
        return Wrong(index, index, ("Occupiers’",), _TOO_FEW)
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_PERIODS, _period),
        "persons": _persons,
        "peoples": _peoples,
        **dict.fromkeys(("Peoples'", "Peoples’", "peoples'", "peoples’"), _of_peoples),
        **dict.fromkeys(_ALONE, _fault),
        **dict.fromkeys(_OWNERS, _owners),
        **dict.fromkeys((each.capitalize() for each in _OWNERS), _voiced),
        "Councils": _councils,
        **dict.fromkeys(("Mayors", "Leaders", "Chairmans", "Commissioners"), _mayors),
        "Occupiers": _liability,
    }


def _twice(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Home Office's's guidance"."""
    name = bare(words[index])
    return Wrong(index, index, (words[index][: len(name) - 2],), "has an apostrophe and an s too many")


def _decade(words: Sequence[str], index: int) -> Wrong | None:
    """ "In the 1990's": not "1990's budget"."""
    if at(words, index - 1) not in ("the", "early", "late", "mid", "and", "to"):
        return None
    after = at(words, index + 1)
    if not ends(words[index]) and (is_singular(bare(after)) or is_plural(bare(after))):
        return None
    return Wrong(index, index, (f"{words[index][:4]}s",), _TOO_MANY)


def marked(text: str) -> Mapping[str, Look]:
    """The same of the words of a text that have an apostrophe, as they stand in it."""
    if "'" not in text and "’" not in text:
        return {}
    done = dict.fromkeys(_WITH_MARK.findall(text), _at_mark)
    done |= dict.fromkeys((match[0] for match in _DOUBLED.finditer(text)), _twice)
    return done | dict.fromkeys((match[0] for match in _DECADE.finditer(text)), _decade)
