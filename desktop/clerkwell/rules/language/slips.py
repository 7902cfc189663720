"""Rules about slips of the pen that no spelling checker sees: a wrong form, a word lost, a figure that is none."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from clerkwell.proofing.forms.no_figures import no_figures
from clerkwell.proofing.grammar.listed.finding import Slip, slips
from clerkwell.rules.language.bare import bare
from clerkwell.rules.passages import Guide, Passage, is_own
from clerkwell.rules.rule import Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_PARTED: Final = Sign("£ ", " per", in_word=re.compile(r"^[ap]\.?m\b", re.MULTILINE))
_FIGURES: Final = Sign(
    in_word=re.compile(r"£[\d,]|\d,\d{4}|\d%|\d[ap]\.?m\b|\d:\d"),
    others=(Sign(pattern=re.compile(r"£ [\d,]|\d per|\d [ap]\.?m\b"), within=_PARTED),),
)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "wrong-form", "warning", "A verb or a noun is in the wrong form",
            "A slip that spelling checkers pass over, and every reader sees.", Each(_of_kind(lost=False)),
            source="Plain reading: a verb goes with its subject, and has its plain form after “to” and “will”",
            fix="Put in the right form",
        ),
        Rule(
            "word-lost", "warning", "A word is missing, or one is left over",
            "A sentence that was changed in one place only has to be read twice.", Each(_of_kind(lost=True)),
            source="Plain reading: what is left when a sentence is changed in one place only",
            fix="Put in the missing word",
        ),
        Rule(
            "figure-malformed", "warning", "A figure cannot be right as it stands",
            "A comma in the wrong place makes ten times as much of a sum, or a tenth.", Each(_figures, _FIGURES),
            source="GOV.UK style guide, “Numbers”: commas part thousands",
        ),
    )  # fmt: skip


def _slips(passage: Passage, guide: Guide) -> tuple[Slip, ...]:
    return tuple(slips(passage.text, passage.known(bare, guide))) if is_own(passage) else ()


def _of_kind(*, lost: bool) -> Callable[[Passage, Guide], Iterator[Finding]]:
    def look(passage: Passage, guide: Guide) -> Iterator[Finding]:
        for each in passage.known(_slips, guide):
            if each.lost is lost:
                words = passage.text[each.start : each.end].strip()
                put_right = f"Write “{each.better.strip()}”." if each.better else "Read the sentence again."
                message = f"“{words}” does not fit {'together' if ' ' in words else 'here'}. {put_right}"
                if words.endswith("."):
                    message = f"The sentence breaks off at “{words[:-1]}”. Finish it."
                yield found(passage, each.start, each.end, message, each.better or None)

    return look


def _figures(passage: Passage, _: Guide) -> Iterator[Finding]:
    if not is_own(passage) and passage.kind != "answer":
        return
    for each in no_figures(passage.text):
        words = passage.text[each.start : each.end]
        yield found(passage, each.start, each.end, f"“{words}” {each.why}. Check it.")
