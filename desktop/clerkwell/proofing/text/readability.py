"""How easy a text is to read: Flesch reading ease, the Flesch-Kincaid grade, and the length of its sentences.

Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948); Kincaid and others, Research Branch
Report 8-75 (1975). Both were made for English and rest on lengths alone: they are a hint, and no verdict.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Final

from clerkwell.proofing.text.sentences import sentences

_WORD: Final = re.compile(r"(?<![\w@/])(?<!\w\.)[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/]|\.\w)|(?<=/)[^\W\d_]+")
# Below this the figures say more of chance than of the text.
_FEWEST_WORDS: Final = 30


@dataclass(frozen=True)
class Readability:
    """What the figures rest on; sums of it are figures of longer texts."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: "Readability") -> "Readability":
        return Readability(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def in_words(self) -> str:
        """What the reading ease comes to, in Flesch's own bands, for a line of text."""
        bands = ((60, "plain"), (50, "fairly hard"), (30, "hard"))
        band = next((name for least, name in bands if round(self.ease) >= least), "very hard")
        length = round(self.sentence_length)
        return f"reading ease {round(self.ease)} ({band}), grade {round(self.grade)}, {length} words to a sentence"

    @property
    def enough(self) -> bool:
        """Whether there is enough text for figures."""
        return self.words >= _FEWEST_WORDS

    @property
    def sentence_length(self) -> float:
        """Words of an average sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """Flesch reading ease: 60 and more is plain English, less than 30 hard even for graduates."""
        if not self.words:
            return 0.0
        return 206.835 - 1.015 * self.sentence_length - 84.6 * self.syllables / self.words

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: years of school that the text asks for."""
        if not self.words:
            return 0.0
        return 0.39 * self.sentence_length + 11.8 * self.syllables / self.words - 15.59


def readability(text: str) -> Readability:
    """The figures of a text. Numbers and addresses are no words here: nobody knows how many syllables they have."""
    counted = [found for start, end in sentences(text) if (found := _WORD.findall(text, start, end))]
    return Readability(
        words=sum(len(found) for found in counted),
        sentences=len(counted),
        syllables=sum(syllables(part) for found in counted for word in found for part in word.split("-")),
    )


def total(figures: Iterable[Readability]) -> Readability:
    """The figures of several texts together."""
    return reduce(Readability.__add__, figures, Readability())


_VOWELS: Final = re.compile("[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
# A letter that is written and not said, and two vowels side by side that are said apart.
_SILENT: Final = re.compile(
    r"(?<=[^aeiouy])e\Z(?<!le)|(?<=[aeiouy])le\Z|(?<=[^aeiouytd])ed\Z"
    r"|(?<=[^aeiouyscgxzl])es\Z(?<!shes)(?<!ches)|(?<=[aeiouy]l)es\Z"
    r"|(?<=[^aeiouy])e(?<!ple)(?<!cre)(?<!ele)(?=(?:ly|ful|fully|less|lessly|ness|some|ty|ments?|where|times?|hold|holds"
    r"|guard|guards|guarding|work|works|side|long|what|thing)\Z)"
)
_APART: Final = re.compile(
    r"i(?=a(?!ge|l\Z|ls\Z|lly|lis|n\Z|ns\Z))(?<![cts]i)|(?<=[cts])i(?=at(?:e|ed|es|ing|ion|ions|or|ors)\Z)"
    r"|i(?=o(?!n|us))(?<![cstg]i)|(?<=[bdlmnprv])i(?=ous|on\Z|ons\Z|ally?\Z|als?\Z|ans?\Z)|i(?=um\Z|ums\Z|us\Z)"
    r"|(?<=[^cstgq])i(?=e(?:nt|nts|nce|nces|nced|ty|ties|t)\Z)|(?<=rr)i(?=ers?\Z)|e(?=o(?!ple|us)|um\Z)"
    r"|(?<=[^gq])u(?=a(?!ge))|u(?=ou)|[aeiouy](?=ing)|(?<=[^q])u(?=i(?:ty|ties|ng|sm)\Z)"
    r"|(?<=cr)e(?=at)|(?<=\br)e(?=a(?:ct|ff|ss|ll)|en|i[mn])|(?<=\bpr)e(?=em)"
    r"|(?<=\bc)o(?=[oe]|a(?!ch|st|t|l\Z|ls|ch))|y(?=[aeo])(?<=[aeiouy]y)|ism(?=s?\Z)"
)
# What the rules of thumb count wrong and reports use often.
_KNOWN: Final = {
    "area": 3, "areas": 3, "business": 2, "businesses": 3, "every": 2, "everyone": 3, "everything": 3, "people": 2,
    "being": 2, "idea": 3, "ideas": 3, "real": 2, "really": 2, "science": 2, "society": 4, "evening": 2, "several": 3,
    "different": 3, "difference": 3, "interest": 3, "interested": 4, "café": 2, "museum": 3, "theatre": 3, "centre": 2,
    "centres": 2, "metre": 2, "metres": 2, "litre": 2, "theatres": 3, "acre": 2, "acres": 2, "the": 1, "he": 1,
    "she": 1,
    "me": 1, "be": 1, "we": 1, "poem": 2, "quiet": 2, "riot": 2, "trial": 2, "trials": 2, "dial": 2, "client": 2,
    "clients": 2, "said": 1, "does": 1, "goes": 1, "use": 1, "uses": 2, "used": 1, "one": 1, "once": 1, "colleague": 2,
    "colleagues": 2, "league": 1, "wednesday": 2, "vehicle": 3, "vehicles": 3, "naive": 2, "cooperate": 4, "doing": 2,
    "going": 2, "recipe": 3, "employee": 3, "employees": 3, "fire": 1, "hour": 1, "hours": 1, "our": 1, "power": 2,
    "annual": 3, "annually": 4, "actual": 3, "actually": 4, "usual": 3, "usually": 4, "individual": 5,
    "individuals": 5, "manual": 3, "equal": 2, "equally": 3, "equality": 4, "quality": 3, "qualities": 3, "create": 2,
    "created": 3, "creates": 2, "creating": 3, "creation": 3, "creative": 3, "resource": 2, "resources": 3,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables a word has when it is said; an acronym ("NHS") as many as its letters."""
    if len(word) > 1 and word.isupper() and len(word) <= 5:
        return len(word) + 2 * word.count("W")
    low = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("s'")
    if low in _KNOWN:
        return _KNOWN[low]
    count = len(_VOWELS.findall(low)) - len(_SILENT.findall(low)) + len(_APART.findall(low))
    return max(1, count)
