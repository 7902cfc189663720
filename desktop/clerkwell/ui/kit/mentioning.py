"""Mentioning an appendix that nothing refers to: at the end of the paragraph that was written in last."""

from typing import Final

from clerkwell.model import Edit, ListItem, Paragraph, Place, Problem, Reference, Report, Runs, SetBlocks, Text, plain
from clerkwell.model.runs import cut

NOT_CITED: Final = "appendix-not-cited"
_SHOWN: Final = 40


def mention(problem: Problem, report: Report, last: Place | None) -> tuple[str, Edit] | None:
    """What a menu calls it, and the edit that puts a reference to the appendix at the end of the paragraph of the
    place where somebody wrote `last`; None where that is no paragraph any more, or the problem is another."""
    appendix = problem.place.appendix if problem.rule == NOT_CITED and problem.place is not None else ""
    if not appendix or last is None or report.appendix(appendix) is None:
        return None
    blocks = report.blocks(last.section) if last.section else ()
    for index, block in enumerate(blocks):
        if block.id != last.block or not isinstance(block, Paragraph | ListItem) or not plain(block.runs).strip():
            continue
        changed = block.model_copy(update={"runs": _with_mention(block.runs, appendix)})
        edit = SetBlocks(section=last.section, blocks=(*blocks[:index], changed, *blocks[index + 1 :]))
        return f"Mention it after “{_short(plain(block.runs))}”", edit
    return None


def _with_mention(runs: Runs, appendix: str) -> Runs:
    """The words with a reference in brackets at their end, before what ends the sentence."""
    said = plain(runs)
    end = len(said.rstrip())
    at = end - 1 if said[:end].endswith((".", ";", ":", ",")) else end
    brackets = (Text(text=" (see "), Reference(to="appendix", target=appendix), Text(text=")"))
    return (*cut(runs, 0, at), *brackets, *cut(runs, at, end))


def _short(text: str) -> str:
    line = " ".join(text.replace("\ufffc", "").split())
    return line if len(line) <= _SHOWN else f"…{line[-_SHOWN:].split(' ', 1)[-1]}"
