"""The words that the template prints above the recommendations: they are not written again."""

from collections.abc import Iterator

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Place, Report, Runs, SetBlocks, Text, words
from clerkwell.model.runs import cut
from clerkwell.packs import LEAD_IN, LED_IN, Pack, lead_ins
from clerkwell.rules.rule import Finding, Rule


def _repeated(report: Report, pack: Pack) -> Iterator[Finding]:
    printed = report.field(LEAD_IN).text.strip()
    if not printed:
        return
    known = sorted({_bare(each) for each in (printed, *lead_ins(pack))}, key=len, reverse=True)
    blocks = report.blocks(LED_IN)
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph | ListItem):
            continue
        said = words(block)
        length = next((found for each in known if (found := _begins(said, each))), 0)
        alone = not said[length:].strip()
        # Further down such a line alone begins another list of recommendations.
        if not length or (alone and index):
            continue
        quote = said[:length].strip()
        message = f"“{printed}” is printed above the recommendations already. " + (
            "Take this line out." if alone else f"Take “{quote}” out, and begin with the verb."
        )
        start = len(said) - len(said.lstrip())
        yield Finding(
            message,
            Place(section=LED_IN, block=block.id, start=start, end=start + len(quote)),
            quote,
            SetBlocks(section=LED_IN, blocks=_without(blocks, index, 0 if alone else length)),
        )


def _bare(text: str) -> str:
    """A lead-in without what stands at its end."""
    return text.strip().rstrip(":-–—… ").casefold()


def _begins(said: str, lead_in: str) -> int:
    """How many characters of a line its lead-in and what follows it take; 0 where it does not begin with it."""
    start = len(said) - len(said.lstrip())
    end = start + len(lead_in)
    if not lead_in or said[start:end].casefold() != lead_in or said[end : end + 1].isalnum():
        return 0
    return len(said) - len(said[end:].lstrip(" :-–—…\u00a0\t\n"))


def _without(blocks: Blocks, index: int, length: int) -> Blocks:
    """The blocks without so many characters at the beginning of one; without the line itself for none."""
    block = blocks[index]
    assert isinstance(block, Paragraph | ListItem)
    if not length:
        return (*blocks[:index], *blocks[index + 1 :])
    rest = cut(block.runs, length, len(words(block)))
    changed: Block = block.model_copy(update={"runs": _capital(rest)})
    return (*blocks[:index], changed, *blocks[index + 1 :])


def _capital(runs: Runs) -> Runs:
    """The runs with a capital at their beginning, as each recommendation has."""
    first = runs[0] if runs else None
    if not isinstance(first, Text):
        return runs
    return (first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]}), *runs[1:])


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "lead-in-repeated", "warning", "A recommendation repeats the words printed above it",
            "The template prints its lead-in above the recommendations; written again, it stands there twice.",
            _repeated,
            source="The council’s template", fix="Take the repeated words out",
        ),
    )  # fmt: skip
