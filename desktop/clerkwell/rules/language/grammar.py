"""Rules about how words go together: the form and number of a verb, apostrophes, small words, commas."""

from collections.abc import Callable, Iterator
from typing import Final

from clerkwell.proofing.grammar.listed import finding
from clerkwell.proofing.grammar.slips import Kind, Slip, slips
from clerkwell.proofing.spelling.confusions import confusions
from clerkwell.rules.language.bare import bare
from clerkwell.rules.passages import Guide, Passage, is_own
from clerkwell.rules.rule import Each, Finding, Rule, found

_READING: Final = "Plain reading, with the dictionary of British English that comes with Clerkwell"
_NOTHING: Final[Iterator[Finding]] = iter(())
_SPLICE: Final = "A comma joins two sentences at “{}”. Put a full stop or a semicolon in its place."


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "verb-form", "warning", "A verb has not the form that its place asks for",
            "“Will held” leaves open whether it will hold or be held, and a decision may hang on it.",
            Each(_of_kind("verb")), source=_READING, fix="Put in the right form",
        ),
        Rule(
            "number-agreement", "warning", "A verb or a noun is not of the number of what it goes with",
            "Readers stop at it, and wonder whether one is meant or several.",
            Each(_of_kind("number")), source=_READING, fix="Put in the right number",
        ),
        Rule(
            "apostrophe", "warning", "An apostrophe is missing, or stands where none belongs",
            "It tells whose something is, and whether one owner is meant or several.",
            Each(_of_kind("apostrophe")), source=_READING, fix="Put the apostrophe right",
        ),
        Rule(
            "small-word", "warning", "A small word is another one’s, or is left out",
            "“With 28 days” is no time limit, and “authority to Director” names nobody.",
            Each(_of_kind("small")), source=_READING, fix="Put in the right word",
        ),
        Rule(
            "comma-splice", "warning", "A comma joins two sentences",
            "Two statements run into one have to be read twice to be told apart.",
            Each(_of_kind("splice")), source="Plain reading: a comma does not end a sentence",
        ),
    )  # fmt: skip


def _slips(passage: Passage, guide: Guide) -> tuple[Slip, ...]:
    """What no other rule has told already."""
    if not is_own(passage) or not (ours := slips(passage.text)):
        return ()
    words = passage.known(bare, guide)
    told = [(each.start, each.end) for each in finding.slips(passage.text, words)]
    told += [(each.start, each.end) for each in confusions(passage.text, words)]
    return tuple(each for each in ours if all(each.end <= start or end <= each.start for start, end in told))


def _of_kind(kind: Kind) -> Callable[[Passage, Guide], Iterator[Finding]]:
    def look(passage: Passage, guide: Guide) -> Iterator[Finding]:
        # Every passage is asked once for each kind, and hardly one has any.
        told = passage.known(_slips, guide)
        return _told(passage, [each for each in told if each.kind == kind]) if told else _NOTHING

    return look


def _told(passage: Passage, slips_of_kind: list[Slip]) -> Iterator[Finding]:
    for each in slips_of_kind:
        words = passage.text[each.start : each.end]
        better = _typed_alike(each.better, passage.text)
        message = _SPLICE.format(words) if each.kind == "splice" else _message(words, each.why, better)
        yield found(passage, each.start, each.end, message, better[0] if len(better) == 1 else None)


def _typed_alike(better: tuple[str, ...], text: str) -> tuple[str, ...]:
    """With straight apostrophes where the text has them."""
    straight = "'" in text and "’" not in text
    return tuple(each.replace("’", "'") for each in better) if straight else better


def _message(words: str, why: str, better: tuple[str, ...]) -> str:
    said = " or ".join(f"“{each}”" for each in better)
    return f"“{words}” {why}. {f'Write {said}.' if said else 'Read the sentence again.'}"
