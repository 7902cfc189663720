"""Which words are verbs and which are nouns: the table made of the dictionary, and our own irregular ones."""

from functools import cache
from typing import Final, NamedTuple

from clerkwell.proofing.text.tokens import listed
from clerkwell.system import resources_folder

# The plain form, the past, and the participle where it is another word. Those of one form for all are in `_SAME`.
_IRREGULAR: Final = (
    "arise arose arisen, awake awoke awoken, bear bore borne, begin began begun, bend bent, bind bound, bleed bled, "
    "blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt, buy bought, "
    "catch caught, "
    "choose chose chosen, deal dealt, dig dug, do did done, draw drew drawn, drink drank drunk, drive drove driven, "
    "eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, "
    "forbid forbade forbidden, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, "
    "forgo forwent forgone, freeze froze frozen, get got, give gave given, go went gone, grow grew grown, have had, "
    "hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, learn learnt, leave left, "
    "lend lent, lose lost, make made, mean meant, meet met, mistake mistook mistaken, oversee oversaw overseen, "
    "overtake overtook overtaken, pay paid, prove proved proven, repay repaid, rebuild rebuilt, redo redid redone, "
    "redraw redrew redrawn, resell resold, rethink rethought, rewrite rewrote rewritten, ride rode ridden, "
    "ring rang rung, rise rose risen, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken, "
    "shine shone, show showed shown, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, "
    "spend spent, stand stood, steal stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept, "
    "swim swam swum, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, "
    "understand understood, undertake undertook undertaken, undo undid undone, uphold upheld, wear wore worn, win won, "
    "withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written, overspend overspent, "
    "underspend underspent, underpay underpaid, overpay overpaid, misunderstand misunderstood, partake partook partaken"
)
# Of one form for all, so that nothing is told by it.
_SAME: Final = listed(
    "recast resent relet recut refit "
    "put set cut let hit cost read become come run overcome beset bet bid broadcast burst cast forecast hurt offset "
    "quit reset rid shed shut spread split thrust upset wed beat sublet input output overrun undercut rerun outrun"
)
# A past that is as often something else: "left turn", "found a charity", "a felt roof", "bound copies", "a thought".
_ELSE: Final = listed("found left bound thought saw rose fell bore lent wound spoke drove stole tore dug hid shone ate")
# What the dictionary has as a verb and people use as something else: "will likely", "be worth", "to related".
_NOT_VERBS: Final = listed(
    "times worst lowercase uppercase not until "
    "able well like further better welcome even out up down off near over under right free due worth please sure "
    "other others outside inside per via concerning regarding less pending the and but for nor yet found regard best "
    "exempt bound flow appropriate while mean least own such same last next whole total"
)
# Plurals that do not end in -s, with what is one of them.
_PLURALS: Final = {
    "criteria": "criterion", "phenomena": "phenomenon", "children": "child", "women": "woman", "men": "man",
    "appendices": "appendix", "analyses": "analysis", "crises": "crisis", "indices": "index",
}  # fmt: skip
# They end in -s and are one thing, or are both.
_ONE_WITH_S: Final = listed(
    "works means series species news premises headquarters accounts savings services affairs communications "
    "operations resources sports economics statistics politics mathematics physics logistics ethics athletics "
    "gymnastics tennis measles diabetes rickets barracks crossroads gallows grounds goods terms thanks arrears "
    "proceeds earnings odds remains contents customs regards arms minutes data media agenda ways lots loads downs "
    "lords commons highways sales his this thus plus bus gas its is was has does less unless across towards always "
    "perhaps besides pros cons us as analysis basis crisis thesis emphasis hypothesis process access progress "
    "congress business address success loss class glass grass press stress mass pass cross"
)
# Nouns and adjectives too, though the dictionary has no "'s" for them.
_NOUNS_TOO: Final = listed(
    "abuse advance aid aim approach associate attempt banner capture check commission concern consent corner count "
    "counter cover crash dash debit decline demand digest dual duplicate estimate exercise fear finish float fold "
    "foster forecast guide hide hire hold impact import insert interview invite join jump kick launch lay layer lead "
    "letter levy litter lower master matter merge mix move need number offer officer overnight override oversight "
    "overview pick position preview print produce promise purchase push quote record redirect repeat reply reset "
    "return review rise run say scan search shift spend spread stamp start stay step stretch struggle supplement "
    "supply support talk test thank tone touch tower trailer transit trial try turn underspend unit update upgrade "
    "use visit wait walk wash watch work worry abort ally await debut drift elect flare gauge grill haul meter mock "
    "moot bate tier till toll truss tuck trot wave wear waste surge spill splash steer sting sweep swing swap fix "
    "drink drove edit excel feel flight fly lure laugh limit leap lurch mourn mulch pitch plead pour press prise "
    "purge repair rinse roar roast roll rot rout sail save share shear shelf shine shock shove shrug sieve sigh sink "
    "slant snip soak spin split spray spur squeeze stir stow stray stroke swell swim tilt toast tow tread treat tweet "
    "twist urge veer wager wail welcome whisk win wipe wish wreck emphasis japan roger welsh welch york halal bower "
    "hallo"
)
# "Need", "seed".
_SHORTEST: Final = 4
_NOUNS: Final = listed(
    "officer employer worker user owner manager driver leader teacher carer provider supplier buyer partner trader "
    "member speaker researcher reader writer lender voter builder cleaner planner adviser contractor director impact "
    "admission permission commission decision submission reserve overspend invoice refund byelaw list paper computer "
    "river boiler detail minute bidder"
)


class Classes(NamedTuple):
    """Plain forms of verbs that are nothing else, things that can be counted that are no verbs, and what is more."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    both: frozenset[str]


@cache
def classes() -> Classes:
    """The table, read when somebody first asks: some hundredths of a second, and four megabytes."""
    text = (resources_folder() / "dictionaries" / "word-classes.txt").read_text(encoding="utf-8")
    lists = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith("#"))
    verbs = listed(lists["verbs"]) - _NOT_VERBS
    return Classes(
        verbs - _NOUNS_TOO - _NOUNS, listed(lists["nouns"]) | _NOUNS, listed(lists["both"]) | (verbs & _NOUNS_TOO)
    )


@cache
def _of_past() -> dict[str, str]:
    """The pasts and participles of irregular verbs with their plain forms."""
    forms = (entry.split() for entry in _IRREGULAR.split(", "))
    return {past: plain for plain, *pasts in forms for past in pasts if past not in _ELSE}


@cache
def participles() -> dict[str, str]:
    """The plain forms of irregular verbs with their participles."""
    return {entry.split()[0]: entry.split()[-1] for entry in _IRREGULAR.split(", ")}


def plain_of_past(word: str) -> str:
    """The plain form of a word that is the past or the participle of a verb and no plain form; "" of any other."""
    if irregular := _of_past().get(word, ""):
        return irregular
    if not word.endswith("ed") or len(word) < _SHORTEST:
        return ""
    known = classes()
    if word in known.verbs or word in known.both or word in known.nouns:
        return ""  # need, exceed, bed
    stem = word[:-2]
    tried = (
        stem[:-1] if stem[-1] == stem[-2] else "",
        f"{stem}e",
        stem,
        f"{stem[:-1]}y" if stem.endswith("i") else "",
    )
    return next((each for each in tried if each in known.verbs or each in known.both), "")


def is_done(word: str) -> bool:
    """Whether a word is the participle of a verb, those too that are plain forms or adjectives as well: "found"."""
    return word in _SAME or word in _ELSE or bool(plain_of_past(word))


def is_irregular_past(word: str) -> bool:
    """Whether a word is the past of an irregular verb and nothing else: "gave"."""
    return word in _of_past()


def plain_of_third(word: str) -> str:
    """The plain form of "approves", where it can be nothing but a verb; "" of any other word."""
    verbs = classes().verbs
    if not word.endswith("s") or word.endswith("ss") or word in _ONE_WITH_S:
        return ""
    if word.endswith("ies"):
        return f"{word[:-3]}y" if f"{word[:-3]}y" in verbs else ""
    if word[:-1] in verbs:
        return word[:-1]
    return word[:-2] if word.endswith("es") and word[:-2] in verbs else ""


def is_plain(word: str) -> bool:
    """Whether a word is the plain form of a verb and nothing else, and its participle is another word."""
    return word in classes().verbs and word not in _SAME and word not in _ELSE and word not in _of_past()


def participle(plain: str) -> str:
    """What stands after "has been"; "" where that is not known."""
    if known := participles().get(plain, ""):
        return known
    if plain in _SAME:
        return plain  # "has cost the council"
    if plain.endswith("e"):
        return f"{plain}d"
    if plain.endswith("y") and plain[-2:-1] not in "aeiou":
        return f"{plain[:-1]}ied"
    # Whether the last letter is doubled ("committed", "visited") is not told by the word.
    doubles = plain[-1] in "bdgmnprt" and plain[-2:-1] in "aeiou" and plain[-3:-2] not in "aeiou"
    return "" if doubles else f"{plain}ed"


def is_singular(word: str) -> bool:
    """Whether a word is one of what can be counted: "session", "impact"."""
    known = classes()
    return (word in known.nouns or word in known.both) and word not in _PLURALS and not is_plural(word)


def singular_of(word: str) -> str:
    """What is one of a plural; "" where the word is no plural, or may be one thing as well."""
    if one := _PLURALS.get(word, ""):
        return one
    if not word.endswith("s") or word.endswith("ss") or word in _ONE_WITH_S or len(word) < 4:
        return ""
    known = classes()
    if word in known.nouns or word in known.both:
        return ""
    tried = (word[:-1], f"{word[:-3]}y" if word.endswith("ies") else "", word[:-2] if word.endswith("es") else "")
    return next((each for each in tried if each and (each in known.nouns or each in known.both)), "")


def is_plural(word: str) -> bool:
    """Whether a word is a plural and nothing else."""
    return bool(singular_of(word))


def plural_of(word: str) -> str:
    """Several of what can be counted."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return f"{word}es"
    return next((many for many, one in _PLURALS.items() if one == word), f"{word}s")
