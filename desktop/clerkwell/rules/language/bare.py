"""The words of a passage for a first look, which several rules share: most passages need no second one."""

from clerkwell.proofing.text.tokens import bare_words
from clerkwell.rules.passages import Guide, Passage


def bare(passage: Passage, _: Guide) -> tuple[str, ...]:
    """The passage's words in small letters, without the marks beside them."""
    return bare_words(passage.text)
