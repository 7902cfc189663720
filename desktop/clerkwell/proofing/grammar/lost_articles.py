"""An article that is left out: "in interest of residents", "one of most used", "over last three years"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.raw import LACKS, Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural
from clerkwell.proofing.text.tokens import listed

_NO_ARTICLE: Final = "lacks “the”"
_HELD: Final = listed(
    "duty obligation right opportunity ability option target budget population capacity responsibility"
)
_WITH_DUTY: Final = listed("statutory legal")
# "Of" follows, and "the" has to stand before the noun after these.
_SET: Final = {
    "in": listed(
        "interest interests absence centre middle heart opinion process context event wake vicinity hands region "
        "majority start beginning rest area north south east west remainder history summer autumn winter spring "
        "eyes sphere body words circumstances"
    ),
    "at": listed(
        "end start beginning time heart centre top bottom request discretion expense edge foot rear side "
        "instigation conclusion point height corner junction entrance"
    ),
    "by": listed("end middle start beginning side time chair leader"),
    "on": listed("basis recommendation eve edge outskirts subject corner anniversary strength"),
    "for": listed("benefit sake remainder rest duration majority end"),
    "to": listed("end benefit satisfaction detriment rear east west north south majority rest centre edge"),
    "until": listed("end start beginning time"),
    "before": listed("end start beginning"),
    "after": listed("end start"),
    "since": listed("start beginning end time"),
    "from": listed("beginning end rest"),
    "with": listed("exception majority rest"),
    "during": listed("course period time rest first second summer"),
    "over": listed("course period life"),
    "under": listed("terms provisions heading auspices"),
    "near": listed("end top centre edge"),
    "towards": listed("end cost back rear"),
    "throughout": listed("course life"),
    "within": listed("meaning boundary boundaries grounds"),
}
_OF_WHAT: Final = listed(
    "the a an this that its their our his these those all any each time year quarter month week day period writing "
    "term lease contract trial summer winter residents members users children tenants local March April May June July "
    "August September October November December January February consultation"
)
_SPANS: Final = listed("last past next previous coming preceding following")
_UNITS: Final = listed("years months weeks days hours quarters decades")
_COUNTS: Final = listed("two three four five six seven eight nine ten twelve several few")
_MOST: Final = listed(
    "most best largest biggest few main oldest only first highest lowest busiest key smallest worst fastest"
)
_VIEWS: Final = listed("view opinion mind")
_BEFORE_NUMBER: Final = listed(
    "are were is was has have had made received held with considered identified faces provides offers includes "
    "contains involves"
)
_KINDS: Final = listed(
    "key good major great important significant strong useful clear new valuable real main popular vital small large "
    "big local serious common recent final full further separate similar different single typical recognised proven"
)
_COMPLEMENTS: Final = listed(
    "partner example member factor part_ success step way requirement feature benefit source opportunity problem "
    "area scheme project option challenge concern matter result issue element barrier priority destination asset"
) - listed("part_")


def _of(words: Sequence[str], index: int) -> Wrong | None:
    """ "In interest of residents", "there are number of", "has effect of"."""
    noun, before = at(words, index - 1), at(words, index - 2)
    if noun == "number" and before in _BEFORE_NUMBER and is_plural(bare(at(words, index + 1))):
        return Wrong(index - 1, index - 1, ("a number",), "lacks “a”")
    if before.lower() not in _SET or noun not in _SET[before.lower()]:
        return None
    after = at(words, index + 1)
    if bare(after) not in _OF_WHAT and not after[:1].isupper() and not after[:1].isdigit():
        return None
    return Wrong(index - 2, index - 1, (f"{before} the {noun}",), _NO_ARTICLE)


def _span(words: Sequence[str], index: int) -> Wrong | None:
    """ "Over last three years"."""
    number, unit = at(words, index + 1), bare(at(words, index + 2))
    before = at(words, index - 1)
    if words[index] in ("past", "coming") and bare(number) in ("year", "month", "week", "quarter", "decade"):
        if before.lower() in ("during", "over", "in", "within"):
            return Wrong(index - 1, index, (f"{before} the {words[index]}",), _NO_ARTICLE)
        return None
    if before.lower() not in ("over", "in", "for", "during", "within", "from", "of", "across", "throughout", "at"):
        return None
    if not (number in _COUNTS or number.isdigit()) or unit not in _UNITS:
        return None
    return Wrong(index - 1, index, (f"{before} the {words[index]}",), _NO_ARTICLE)


def _one_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "One of most used parks"."""
    if at(words, index + 1) != "of" or at(words, index + 2) not in _MOST or not at(words, index + 3).isalpha():
        return None
    if at(words, index + 2) in ("few", "first", "only", "key", "main") and not any(
        is_plural(bare(each)) for each in words[index + 3 : index + 6]
    ):
        return None
    return Wrong(index, index + 2, (f"{words[index]} of the {words[index + 2]}",), _NO_ARTICLE)


def _as_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers of the view that": no verb stands in the sentence before it."""
    if at(words, index + 1) != "the" or bare(at(words, index + 2)) not in _VIEWS or at(words, index + 3) != "that":
        return None
    before = at(words, index - 1)
    if not opens(words, index - 1) or not is_plural(before.lower()):
        return None
    return Wrong(index - 1, index, (f"{before} are of",), LACKS)


def _complement(words: Sequence[str], index: int) -> Wrong | None:
    """ "Is key partner in", "is good example of", "has been success"."""
    where = index + 1
    if at(words, where) in _KINDS:
        where += 1
    noun = at(words, where)
    word = bare(noun)
    if word not in _COMPLEMENTS or not noun.startswith(word):
        return None
    after = at(words, where + 1)
    if not ((ends(noun) and noun[-1] in ".;") or after in ("of", "in", "for", "that", "to", "by", "with", "and")):
        return None
    if words[index] in ("is", "was", "are", "were") and where == index + 1 and after not in ("of", "in", "for"):
        return None
    before = bare(at(words, index - 1))
    if before in ("there", "what", "that", "which", "it", "of", "and") and where == index + 1:
        return None
    if in_question(words, index):
        return None
    kind = at(words, index + 1)
    article = "an" if kind[0] in "aeio" else "a"
    return Wrong(
        index, where, (" ".join((words[index], article, *words[index + 1 : where], word)),), f"lacks “{article}”"
    )


def _each_of(words: Sequence[str], index: int) -> Wrong | None:
    return _of(words, index) or _as_of(words, index)


def _held(words: Sequence[str], index: int) -> Wrong | None:
    """ "Has duty to make provision", "has population of 4,000": not "has power to"."""
    where = index + 1
    if at(words, where) in _WITH_DUTY:
        where += 1
    noun, after = at(words, where), at(words, where + 1)
    if noun not in _HELD or in_question(words, index):
        return None
    if noun in ("target", "budget", "population"):
        sure = after == "of"
    elif noun in ("capacity", "responsibility"):
        sure = False
    else:
        sure = after == "to" and is_plain(at(words, where + 2)) | (at(words, where + 2) in ("make", "be", "act"))
    if not sure:
        return None
    first = at(words, index + 1)
    article = "an" if first[0] in "aeio" else "a"
    return Wrong(
        index, where, (" ".join((words[index], article, *words[index + 1 : where + 1])),), f"lacks “{article}”"
    )


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_SPANS, _span),
        **dict.fromkeys(("one", "One"), _one_of),
        **dict.fromkeys(("has", "have", "had"), _held),
        **dict.fromkeys(("is", "was", "are", "been", "become", "as"), _complement),
        "of": _each_of,
    }
