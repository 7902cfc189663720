"""Words that end what is said of a thing, and those that may stand before its noun."""

from collections.abc import Sequence
from typing import Final

from clerkwell.proofing.grammar.raw import at, bare
from clerkwell.proofing.grammar.word_classes import is_plural
from clerkwell.proofing.text.tokens import listed

MANY: Final = listed("two three four five six seven eight nine ten eleven twelve several numerous various")
DETERMINERS: Final = listed(
    "the a an this that these those its their our his her my your each every all any some no both"
)
FINITE: Final = listed("is are was were has have had will would should must can could may might do does did")
FUNCTION: Final = listed(
    "the a an this that these those its their our his her my your and or but nor of in on at by to from for with as "
    "into than then when where which who whom whose while if because since although though until before after under "
    "over between through during within without against about across per via is are was were be been being has have "
    "had do does did will would should must can could may might shall not no there it they we he she you i them us "
    "him more less most each every all any some many several few both either neither what how why so such other "
    "others another only also up down out off further too very just one two three four five six seven eight nine ten "
    "eleven twelve including plus minus unless whether below above shown set made given taken held found seen left "
    "still often again together among amongst beyond despite towards beside throughout amid upon alongside"
)


def word_at(words: Sequence[str], index: int) -> str:
    """The word at a place where it has small letters and no mark before it; its end does not count."""
    word = at(words, index)
    plain = bare(word)
    return plain if plain.isalpha() and word.startswith(plain) else ""


def of_kind(word: str) -> bool:
    """Whether a word may stand between a number or an article and the noun."""
    return word not in FUNCTION and not word.endswith("ly") and not is_plural(word)
