"""How like one another two pieces of a report are, by their words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Indel

from clerkwell.model import Image, Landscape, Table, Worded, words

# As alike as this, in the same place, and one came from the other; elsewhere it takes more.
LIKE = 0.4
LIKE_ELSEWHERE = 0.6
# A word that stands in more blocks than this tells too little of where one of them came from.
_TELLING = 8
_CANDIDATES = 4

Words = Sequence[str]


def spoken(text: str) -> list[str]:
    """The words of a text, for likening."""
    return re.findall(r"\w+", text.casefold())


def likeness(one: Words, other: Words, least: float = 0.0) -> float:
    """How much of two texts is the same in order, from 0 to 1; 0 where it is less than `least`."""
    if not one or not other:
        return 0.0
    # Fewer words in all than it takes: no need to look at them.
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    return Indel.normalized_similarity(one, other, score_cutoff=least)


def family(block: Worded | Table | Image | Landscape) -> str:
    """What kind of thing a block is, however it looks: an item may become a paragraph, but never a table."""
    return block.kind if isinstance(block, Table | Image | Landscape) else "words"


def key(block: Worded | Table | Image | Landscape) -> tuple[str, ...]:
    """What is the same for two blocks that say the same."""
    match block:
        case Image():
            return "image", block.attachment, block.caption
        case Landscape():
            return ("landscape",)
        case _:
            return family(block), " ".join(words(block).split())


def candidates(ones: Mapping[str, Words], others: Mapping[str, Words]) -> dict[str, list[str]]:
    """For each of `others`, the few of `ones` that share telling words with it, the likeliest first."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name, said in ones.items():
        for word in set(said):
            places[word].append(name)
    telling = {word: names for word, names in places.items() if len(names) <= _TELLING}
    return {name: _few(said, telling) for name, said in others.items()}


def _few(said: Iterable[str], telling: Mapping[str, Sequence[str]]) -> list[str]:
    votes: Counter[str] = Counter()
    for word in set(said) & telling.keys():
        names = telling[word]
        for name in names:
            votes[name] += 1
    return [name for name, _ in sorted(votes.items(), key=lambda each: (-each[1], each[0]))[:_CANDIDATES]]
