"""Live references of a draft that came home: from the bookmarks that they name to what stands there."""

from collections.abc import Iterator, Mapping, Sequence

from clerkwell.intake.homecoming.spans import BOOKMARK
from clerkwell.model import Block, Blocks, Cell, Landscape, Reference, Report, Run, Runs, Table, Text, canonical, plain
from clerkwell.word.writer.references import begins_sentence, names_sections

Marks = Mapping[str, Sequence[tuple[str, str]]]
_NOWHERE = "[missing reference]"


def pointed(report: Report, marks: Marks) -> Report:
    """The report with each reference to a bookmark pointing at the block, section or appendix that has it."""
    if not any(True for block in _all(report) if _points(block)):
        return report
    return report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": _blocks(each.blocks, marks)}) for each in report.sections
            ),
            "appendices": tuple(
                each.model_copy(update={"blocks": _blocks(each.blocks, marks)}) for each in report.appendices
            ),
        }
    )


def _all(report: Report) -> Iterator[Block]:
    for section in report.sections:
        yield from section.blocks
    for appendix in report.appendices:
        yield from appendix.blocks


def _points(block: Block) -> bool:
    if isinstance(block, Landscape):
        return any(_points(inner) for inner in block.blocks)
    if isinstance(block, Table):
        return any(_any(runs) for row in block.rows for cell in row for runs in cell.paragraphs)
    return _any(getattr(block, "runs", ()))


def _any(runs: Runs) -> bool:
    return any(isinstance(run, Reference) for run in runs)


def _blocks(blocks: Blocks, marks: Marks) -> Blocks:
    return tuple(_block(block, marks) if _points(block) else block for block in blocks)


def _block(block: Block, marks: Marks) -> Block:
    if isinstance(block, Landscape):
        return block.model_copy(update={"blocks": _blocks(block.blocks, marks)})
    if isinstance(block, Table):
        rows = tuple(
            tuple(Cell(paragraphs=tuple(_runs(runs, marks) for runs in cell.paragraphs)) for cell in row)
            for row in block.rows
        )
        return block.model_copy(update={"rows": rows})
    return block.model_copy(update={"runs": _runs(getattr(block, "runs", ()), marks)})


def _runs(runs: Runs, marks: Marks) -> Runs:
    done: list[Run] = []
    for run in runs:
        if not isinstance(run, Reference) or not run.target.startswith(BOOKMARK):
            done.append(run)
            continue
        name, _, shown = run.target.removeprefix(BOOKMARK).partition("\n")
        new = _pointing(shown, marks.get(name, ()))
        if isinstance(new, Reference):
            _without_kind(done, new, shown)
        done.append(new)
    return canonical(done)


def _pointing(shown: str, places: Sequence[tuple[str, str]]) -> Run:
    if not places:
        return Text(text=shown or _NOWHERE)
    digits = any(character.isdigit() for character in shown)
    sections = [each for each in places if each[0] == "section"]
    others = [each for each in places if each[0] != "section"]
    # A heading run in to its text shares the paragraph: what is said is the heading, or else the paragraph's number.
    to, target = (sections or others)[0] if (sections and not (digits and others)) else (others or sections)[0]
    return Reference.model_validate({"to": to, "target": target})


def _without_kind(done: list[Run], reference: Reference, shown: str) -> None:
    """Take off the word that the writer puts before a bare number: "section", "Appendix"."""
    last = done[-1] if done else None
    if not isinstance(last, Text) or last.bold or last.italic or last.link:
        return
    word = ""
    if reference.to == "section" and shown.strip().isdecimal():
        for each in ("section ", "Section "):
            before = last.text.removesuffix(each) if last.text.endswith(each) else None
            said = None if before is None else plain(done[:-1]) + before
            if said is not None and not names_sections(said) and begins_sentence(said) == each.istitle():
                word = each
    elif reference.to == "appendix" and shown and not shown.casefold().startswith("appendix"):
        word = "Appendix " if last.text.endswith("Appendix ") else ""
    if word:
        done[-1] = last.model_copy(update={"text": last.text.removesuffix(word)})
