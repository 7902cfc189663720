"""What rules read from files when they first need it, read before anybody waits for it."""

from clerkwell.proofing.grammar.word_classes import classes
from clerkwell.proofing.law.acts import known_acts
from clerkwell.proofing.naming.acronyms import lists
from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.naming.compounds import hyphen_words
from clerkwell.proofing.spelling.confusions import looked_for
from clerkwell.proofing.spelling.dictionary import (
    american_words,
    british,
    council_words,
    frequent_words,
    misspellings,
)


def warm() -> None:
    """Load the dictionary and the lists of words: a fifth of a second that the first check need not take."""
    for load in (
        british,
        council_words,
        frequent_words,
        misspellings,
        american_words,
        looked_for,
        naming_words,
        hyphen_words,
        lists,
        classes,
        known_acts,
    ):
        load()
