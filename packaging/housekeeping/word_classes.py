"""Which words are verbs and which are nouns, by the flags of the dictionary of British English.

A word that may have "-ed" or "-ing" is a verb there; one that may have "'s" and "-s" is a thing that can be counted;
one that may have "-ly", "-est" or "-ness" says of what kind a thing is. The program needs to know no more of a word,
and reading the dictionary itself would take it a quarter of a second.
"""

import re
from pathlib import Path

from housekeeping.places import ROOT
from housekeeping.running import run, say

DICTIONARIES = ROOT / "resources" / "dictionaries"
TABLE = DICTIONARIES / "word-classes.txt"
_ENTRY = re.compile(r"([a-z]{3,})/(\S+)")
_OF_VERBS = frozenset("DdG")
_OF_NOUNS = frozenset("MS")
_OF_ADJECTIVES = frozenset("YTP")
HEAD = """\
# Verbs and nouns by the flags of en_GB.dic, made of it by `python3 chores.py word-classes`, and under its licence:
# LGPL-3.txt. Nouns are those that can be counted; a verb that is a noun or an adjective too stands under "both".
"""


def refresh_word_classes() -> int:
    """Write the table anew from the dictionary as it ships; the change is shown by git."""
    TABLE.write_text(table(DICTIONARIES / "en_GB.dic"), encoding="utf-8", newline="\n")
    run(["git", "diff", "--stat", "--", TABLE])
    say(f"{TABLE.name} is written. Run the tests before committing it.")
    return 0


def table(dictionary: Path) -> str:
    """What the file holds."""
    flags: dict[str, set[str]] = {}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        if found := _ENTRY.fullmatch(line.strip()):
            flags.setdefault(found[1], set()).update(found[2])
    verbs = {word for word, has in flags.items() if has & _OF_VERBS}
    nouns = {word for word, has in flags.items() if has >= _OF_NOUNS}
    others = {word for word, has in flags.items() if "M" in has or has & _OF_ADJECTIVES}
    lists = (("verbs", verbs - others), ("nouns", nouns - verbs), ("both", verbs & others))
    return HEAD + "".join(f"{name}: {' '.join(sorted(words))}\n" for name, words in lists)
