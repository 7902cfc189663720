"""Rules about single words: written twice, the wrong article before them, one taken for another."""

from collections.abc import Iterator

from clerkwell.proofing.spelling.articles import wrong_articles
from clerkwell.proofing.spelling.confusions import confusions
from clerkwell.proofing.spelling.doubled import doubled, units_twice
from clerkwell.proofing.spelling.speller import speller
from clerkwell.rules.language.bare import bare
from clerkwell.rules.passages import Guide, Passage, is_own
from clerkwell.rules.rule import Each, Finding, Rule, found


def rules() -> tuple[Rule, ...]:
    """The rules about single words."""
    return (
        Rule(
            "doubled-word",
            "warning",
            "A word stands twice in a row",
            "A doubled word is easily overlooked by its author, and by nobody else.",
            Each(_doubled),
            source="Plain reading: spelling checkers do not see a doubled word as a fault of spelling",
            fix="Take out the second one",
        ),
        Rule(
            "a-or-an",
            "warning",
            "“A” stands before a vowel’s sound, or “an” before a consonant’s",
            "The sound of what follows decides, not its letter: an hour, a European, an NHS trust, a UK law.",
            Each(_article),
            source="University of Oxford style guide: a or an before abbreviations and the letter h",
            fix="Put in the right one",
        ),
        Rule(
            "confused-words",
            "warning",
            "A word stands where another was meant",
            "Words that sound alike are no spelling mistakes, so only a reader notices, and may read another meaning.",
            Each(_confused),
            source="GOV.UK style guide, and the dictionary’s meanings of both words",
            fix="Put in the other word",
        ),
    )


def _doubled(passage: Passage, guide: Guide) -> Iterator[Finding]:
    words = passage.known(bare, guide)
    if passage.kind == "alt":
        return
    # Nothing stands twice in a row where no word stands twice.
    for start, end, once in doubled(passage.text, words) if len(words) > len(set(words)) else ():
        message = f"“{once}” stands twice. Take one of them out."
        yield found(passage, start, end, message, once)
    if is_own(passage):
        for start, end, sum_, unit in units_twice(passage.text):
            message = f"“{passage.text[start:end]}” says “{unit}” twice. Write “{sum_}”."
            yield found(passage, start, end, message, sum_)


def _article(passage: Passage, _: Guide) -> Iterator[Finding]:
    if not is_own(passage):
        return
    wrong = list(wrong_articles(passage.text))
    if wrong and speller().is_foreign(passage.text):
        return  # "a" is "and" in Welsh
    for start, end, better, word, sure in wrong:
        message = f"“{passage.text[start:end]} {word}”: before the sound that “{word}” begins with, write “{better}”."
        yield found(passage, start, end, message, better, severity=None if sure else "info")


def _confused(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if not is_own(passage) and passage.kind != "answer":
        return
    for start, end, better in confusions(passage.text, passage.known(bare, guide)):
        message = f"“{passage.text[start:end]}” does not fit here. Change it to “{better}”."
        yield found(passage, start, end, message, better)
