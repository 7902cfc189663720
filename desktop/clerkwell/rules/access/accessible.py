"""Rules about content that some readers cannot see: pictures, tables, capitals, colours."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Block, Blocks, Image, Place, Report, SetAppendices, SetBlocks, Table, plain
from clerkwell.model.edits import Edit
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule, found
from clerkwell.rules.signs import Sign

_FILE = re.compile(r"\S*[\w)]\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf|docx?|xlsx?|pptx?)", re.IGNORECASE)
# What cameras, scanners and programs call pictures.
_NUMBERED = re.compile(
    r"(?:(?:image|img|picture|pic|photo|graphic|shape|object|screen ?shot|dscn?|scan|untitled|chart|diagram|graph|icon)"
    r"[\s_\-(]*[\d_\-]*\)?|screen ?shot[\s_]\d{4}-\d\d-\d\d.*|pxl_\d+.*|whatsapp image.*)",
    re.IGNORECASE,
)
_MADE: Final = ("description automatically generated", "ai-generated content may be incorrect")
_CAPITALS = re.compile(r"(?<![\w’'/.-])[A-Z][A-Z’'-]*(?:[ \u00a0,:–]+[A-Z][A-Z’'-]*){2,}(?![\w/])")
_CAPITAL_WORD = re.compile(r"[A-Z]{6,}")
_IN_CAPITALS: Final = Sign(in_word=re.compile("[A-Z][A-Z][A-Z]"))
_FEW: Final = 3
_SHOWN: Final = 80
# No file has a longer name.
_NAME: Final = 255


def _alt_names_file(passage: Passage, _: Guide) -> Iterator[Finding]:
    if passage.kind != "alt" or (isinstance(passage.block, Image) and passage.block.decorative):
        return
    text = passage.text.strip()
    if len(text) > _NAME:
        return
    if _FILE.fullmatch(text.replace(" ", "_")) or _NUMBERED.fullmatch(text):
        message = (
            f"The alternative text is the name of a file, “{text[:_SHOWN]}”. Say in a sentence what the picture shows."
        )
    elif text.casefold().rstrip(".").endswith(_MADE):
        message = (
            f"The alternative text, “{text[:_SHOWN]}”, was made by a program. Say yourself what the picture shows."
        )
    else:
        return
    yield found(passage, 0, len(passage.text), message)


def _headless(reading: Reading) -> Iterator[Finding]:
    for piece, there in reading.parts(_in_part):
        for each in there:
            in_one = piece.appendix is not None and each.fix is not None
            yield _for_appendix(each, reading.report, piece.appendix.id) if in_one and piece.appendix else each


def _in_part(piece: Piece, _: Guide) -> tuple[Finding, ...]:
    """What is wrong with the tables of a section or an appendix; a fix is one of a section."""
    section = piece.section.id if piece.section else ""
    appendix = piece.appendix.id if piece.appendix else ""
    whole = piece.section or piece.appendix
    return tuple(
        each
        for block in piece.of_kind("table")
        if isinstance(block, Table) and whole is not None
        for each in _of_table(block, Place(section=section, appendix=appendix, block=block.id), whole.blocks)
    )


def _of_table(table: Table, place: Place, blocks: Blocks) -> Iterator[Finding]:
    rows = [[" ".join(plain(runs) for runs in cell.paragraphs).strip() for cell in row] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(sum(1 for cell in row if cell) for row in rows) < 2:
        return  # a box round words, or a list in a column: nothing to be headed
    name = f"The table “{table.caption.strip()}”" if table.caption.strip() else "A table"
    if table.header_rows == 0:
        message = f"{name} has no header row, so nobody is told what its columns are. Make its first row one."
        heads = _could_head(rows)
        fix = _with_header(table, place, blocks) if heads else None
        # "Name: value" lines read well enough without one.
        labelled = max(len(row) for row in rows) == 2 and not heads
        yield Finding(message, place, rows[0][0], fix, "info" if labelled else None)
    elif not any(cell.paragraphs != ((),) for row in table.rows[: table.header_rows] for cell in row):
        yield Finding(f"{name} has an empty header row. Say in it what each column is.", place)


def _could_head(rows: list[list[str]]) -> bool:
    """Whether the first row plainly names the columns: words over each of them, and figures below."""
    first, rest = rows[0], rows[1:]
    named = all(cell and not any(sign.isdigit() for sign in cell) for cell in first[1:])
    figures = [any(sign.isdigit() for row in rest for sign in row[column]) for column in range(1, len(first))]
    return named and any(figures)


def _with_header(table: Table, place: Place, blocks: Blocks) -> SetBlocks | None:
    headed = table.model_copy(update={"header_rows": 1})
    if not any(block is table for block in blocks):
        return None  # on a page turned on its side: its author sets it there
    after = tuple(headed if block is table else block for block in blocks)
    return SetBlocks(section=place.section, blocks=after)


def _for_appendix(finding: Finding, report: Report, appendix_id: str) -> Finding:
    assert isinstance(finding.fix, SetBlocks)
    return Finding(
        finding.message,
        finding.place,
        finding.quote,
        in_appendix(report, appendix_id, finding.fix.blocks),
        finding.severity,
    )


def in_appendix(report: Report, appendix_id: str, blocks: tuple[Block, ...]) -> Edit:
    """The edit that puts these blocks in an appendix."""
    return SetAppendices(
        appendices=tuple(
            each.model_copy(update={"blocks": blocks}) if each.id == appendix_id else each for each in report.appendices
        )
    )


def _capitals(passage: Passage, _: Guide) -> tuple[tuple[int, int], ...]:
    """The stretches of three words or more in capitals, names made of acronyms left out."""
    if passage.kind in ("alt", "title", "quotation") or (passage.place.field and passage.place.field != "subject"):
        return ()
    if not _CAPITAL_WORD.search(passage.text):
        return ()
    return tuple(
        match.span() for match in _CAPITALS.finditer(passage.text) if len(_CAPITAL_WORD.findall(match.group())) > 1
    )


def _in_capitals(reading: Reading) -> Iterator[Finding]:
    heads: list[tuple[Passage, int, int]] = []
    for passage, stretches in reading.where(_capitals, _IN_CAPITALS):
        for start, end in stretches:
            if passage.kind in ("heading", "subheading", "caption") or passage.header:
                heads.append((passage, start, end))
                continue
            words = passage.text[start:end]
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
            yield found(
                passage, start, end, f"“{shown}” is in capitals, which are hard to read. Write it in small letters."
            )
    if heads:
        # A council that sets its headings in capitals is told once.
        passage, start, end = heads[0]
        count = "A heading is" if len(heads) == 1 else f"{len(heads)} headings are"
        message = f"{count} in capitals, which are hard to read. Write headings as sentences are written."
        yield found(passage, start, end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    law = "Public Sector Bodies Accessibility Regulations 2018; Web Content Accessibility Guidelines "
    return (
        Rule(
            "alt-file-name", "warning", "Alternative text is the name of a file",
            "A screen reader reads it out in place of the picture, and the name of a file says nothing.",
            Each(_alt_names_file), source=f"{law}1.1.1, non-text content",
        ),
        Rule(
            "table-without-header", "warning", "A table has no header row",
            "A screen reader says the header of its column with each cell; and a table that goes over the page repeats "
            "it.", Across(_headless), source=f"{law}1.3.1, info and relationships", fix="Make the first row the header",
        ),
        Rule(
            "all-capitals", "info", "Words are in capitals",
            "Words in capitals have no shape to know them by, and some screen readers spell them out.",
            Across(_in_capitals), source="GOV.UK style guide, “capitalisation”: do not use block capitals",
        ),
    )  # fmt: skip
