"""The consultation log that a draft ends with (`word.writer.consultation_log`): no words of the report.

It is known by its controls, and where another program has dropped those, by its heading and the heads of its columns.
What somebody wrote into it all the same is theirs to place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clerkwell.intake.homecoming.account import stands_in
from clerkwell.model import Consultation
from clerkwell.packs import Pack
from clerkwell.word.reader.document import WordBlock, WordDocument, WordParagraph, WordTable
from clerkwell.word.writer.consultation_log import COLUMNS, HEADING, LOG_TAG, LOG_TITLE, NOTE, NOTHING, SINCE

# Where the words of the log came from, for whoever places them.
CAME_FROM: Final = "in the consultation log"
_HEADS: Final = dict(COLUMNS)

Log = tuple[WordBlock, ...]


def without_log(document: WordDocument) -> tuple[WordDocument, Log]:
    """The document without the log at its end, and the blocks of that."""
    own = {
        number
        for number, each in document.controls.items()
        if each.tag == LOG_TAG or (not each.tag and each.title == LOG_TITLE)
    }
    blocks = document.blocks
    log = {at for at, each in enumerate(blocks) if stands_in(each, own)}
    for at, each in enumerate(blocks):
        # A council may well have a section of this name, with a table; the note below ours says that it is ours.
        headed = at > 0 and _text(blocks[at - 1]) == HEADING and NOTE in map(_text, blocks[at + 1 : at + 2])
        if isinstance(each, WordTable) and (headed or at - 1 in log) and _is_log(each):
            log |= {at - 1, at}
    if log:
        log |= {at for at, each in enumerate(blocks) if at > min(log) and _text(each) == NOTE}
    if not log:
        return document, ()
    rest = tuple(each for at, each in enumerate(blocks) if at not in log)
    return replace(document, blocks=rest), tuple(blocks[at] for at in sorted(log))


def written_into(came: Log, sent: Log) -> tuple[str, ...]:
    """What the log says now and did not when it was sent: lines, and whole rows of its table."""
    known = Counter(_lines(sent)) + Counter((HEADING, NOTE))
    fresh = []
    for line in _lines(came):
        if known[line]:
            known[line] -= 1
        else:
            fresh.append(line)
    return tuple(fresh)


def entries_of(log: Log, pack: Pack) -> tuple[Consultation, ...]:
    """The entries, as far as the table says them: of a draft whose report is not at hand."""
    titles = {spec.title.rstrip(" :"): spec.id for spec in reversed(pack.manifest.section)}
    done: list[Consultation] = []
    for table in log:
        if not isinstance(table, WordTable) or not table.rows:
            continue
        heads = [_HEADS.get(each, "") for each in _cells(table, 0)]
        for at in range(1, len(table.rows)):
            said = {name: "" if text == NOTHING else text for name, text in zip(heads, _cells(table, at), strict=False)}
            said.pop("", None)
            part = said.get("part", "")
            if any(said.values()):
                done.append(Consultation.model_validate({**said, "part": titles.get(part, part)}))
    return tuple(done)


def _is_log(table: WordTable) -> bool:
    heads = _cells(table, 0) if table.rows else []
    return heads[:1] == [COLUMNS[0][0]] and set(heads) <= {*_HEADS, SINCE}


def _lines(log: Sequence[WordBlock]) -> Iterator[str]:
    for each in log:
        if isinstance(each, WordTable):
            yield from (" | ".join(_cells(each, at)) for at in range(len(each.rows)))
        elif _text(each):
            yield _text(each)


def _cells(table: WordTable, row: int) -> list[str]:
    return ["\n".join(_text(each) for each in cell.blocks).strip() for cell in table.rows[row].cells]


def _text(block: WordBlock) -> str:
    return " ".join(block.text.split()) if isinstance(block, WordParagraph) else ""
