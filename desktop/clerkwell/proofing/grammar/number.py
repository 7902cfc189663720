"""Whether a word speaks of one or of several, and verbs in the number of what they go with."""

from typing import Final

from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    is_singular,
    plain_of_past,
    plain_of_third,
)
from clerkwell.proofing.text.tokens import listed

AGREES: Final = "does not agree with “{}”"
TURNED: Final = {"is": "are", "was": "were", "has": "have", "are": "is", "were": "was", "have": "has"}
# One that several are spoken of by, and heads that say how many there are.
SEVERAL: Final = listed(
    "number majority minority range series variety total group couple lot half quarter third fifth tenth percentage "
    "proportion rest set pair handful host mixture mix combination array selection team committee panel board staff "
    "family crew body class crowd generation public remainder most cluster sample batch bulk dozen hundred thousand "
    "million share portion wealth fraction part kind type sort network partnership council company association union "
    "trust club government department service authority cabinet executive police jury choir cohort block chain string "
    "collection list subset amount plenty what one population audience leadership management more all cent mass people"
)
PEOPLE: Final = listed("council cabinet committee board panel team staff government executive authority group police")
NOT_PLURAL: Final = listed(
    "terms works means rights statistics sales services details talks headquarters proceeds premises accounts data "
    "parts halves quarters thirds fifths tenths hundreds thousands millions lots loads plenty kinds types sorts pros "
    "years months weeks days hours minutes miles metres pounds points acres hectares tonnes savings earnings "
    "communications operations relations"
)
BOTH_THIRD: Final = listed("shows supports covers helps needs means affects wants costs uses works plans aims reports")
DETERMINERS: Final = listed("the a an this that these those its our their each every all any some no both")
LINKS: Final = listed("of in for to from by at on with between about within under against into")
_NOUNS_IN_LY: Final = listed("supply family assembly reply anomaly ally rally monopoly")
_OF_ONE: Final = ("tion", "sion", "ment", "ance", "ence", "ity", "ship", "ness")
_OF_MANY: Final = ("tions", "sions", "ments", "ances", "ences", "ities", "ings")


def is_one(word: str) -> bool:
    """Whether a noun speaks of one thing."""
    return (is_singular(word) or word.endswith(_OF_ONE)) and not is_many(word)


def is_many(word: str) -> bool:
    """Whether a noun speaks of several."""
    return is_plural(word) or (word.endswith(_OF_MANY) and word not in NOT_PLURAL)


def is_adverb(word: str) -> bool:
    """Whether a word says how."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def is_both(verb: str) -> bool:
    """Whether a word is a verb of one, and may be a noun of several: "works", "plans"."""
    return verb.endswith("s") and not verb.endswith("ss") and verb[:-1] in classes().both


def is_verb(word: str) -> bool:
    """Whether a word may be a verb in any form."""
    return bool(plain_of_past(word) or plain_of_third(word)) or is_plain(word) or is_both(word)


def third_person(verb: str) -> str:
    """A verb as it goes with one: "carry", "carries"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeo":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
