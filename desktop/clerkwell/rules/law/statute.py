"""Words of the law that public and non-public papers both carry: saying why a paper is withheld is no leak of it.

Local Government Act 1972, section 100A(4) and Schedule 12A as it applies to England; what the seven paragraphs
describe, and the test of paragraph 10.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from clerkwell.rules.law.word_runs import runs_of

_BEFORE: Final = (
    "not for publication by virtue of",
    "not for publication because it contains exempt information under",
    "not for publication as it contains exempt information as defined in",
    "exempt from publication by virtue of",
    "exempt by virtue of",
    "contains exempt information by virtue of",
    "contains exempt information as defined in",
    "contains information which is exempt information within the meaning of",
    "involves the likely disclosure of exempt information as defined in",
    "under",
    "in",
)
_LEAD: Final = (
    *("it", "this", "that", "which", "this report", "this appendix", "this paper", "the report", "the appendix"),
    *("paragraph", "section", "table", "annex", "document"),
    *("the information", "the paper", "this information", *(f"appendix {number}" for number in range(1, 10))),
)
_ACT: Final = (
    "schedule 12A of the Local Government Act 1972 (as amended)",
    "schedule 12A to the Local Government Act 1972 (as amended)",
    "schedule 12A of the Local Government Act 1972 as amended by the Local Government (Access to Information) "
    "(Variation) Order 2006",
    "schedule 12A to the Local Government Act 1972 as amended by the Local Government (Access to Information) "
    "(Variation) Order 2006",
)
_DESCRIBED: Final = (
    "information relating to any individual",
    "information which is likely to reveal the identity of an individual",
    "information relating to the financial or business affairs of any particular person (including the authority "
    "holding that information)",
    "information relating to any consultations or negotiations, or contemplated consultations or negotiations, in "
    "connection with any labour relations matter arising between the authority or a Minister of the Crown and "
    "employees of, or office holders under, the authority",
    "information in respect of which a claim to legal professional privilege could be maintained in legal proceedings",
    "information which reveals that the authority proposes to give under any enactment a notice under or by virtue of "
    "which requirements are imposed on a person; or to make an order or direction under any enactment",
    "information relating to any action taken or to be taken in connection with the prevention, investigation or "
    "prosecution of crime",
    "in all the circumstances of the case, the public interest in maintaining the exemption outweighs the public "
    "interest in disclosing the information",
    "under section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting for the following "
    "item of business on the grounds that it involves the likely disclosure of exempt information as defined in",
)


@cache
def statutory_runs() -> frozenset[tuple[str, ...]]:
    """The runs of words that are everybody's."""
    return frozenset(run for text in _texts() for run in runs_of(text))


def _texts() -> Iterator[str]:
    # Each text has five words in common with the one that goes on from it, so that no run between them is missed.
    yield from _DESCRIBED
    for lead in _LEAD:
        yield from (f"{lead} {verb} {before}" for before in _BEFORE for verb in ("is", ""))
    for cited in _cited():
        for link in ("of part 1 of", "of part I of", "of"):
            for before in _BEFORE:
                yield f"{before} {cited} {link} schedule 12A"
            for act in _ACT:
                yield f"{cited} {link} {act}"


def _cited() -> Iterator[str]:
    for number in range(1, 8):
        yield f"paragraph {number}"
        for other in range(number + 1, 8):
            yield f"paragraphs {number} and {other}"
