"""Word documents made of lines: the layout of a text as somebody would set it in Word."""

import io
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from clerkwell.intake.furniture import take_out
from clerkwell.intake.joining import join
from clerkwell.intake.lines import Line, read_lines
from clerkwell.model import Runs, Text, plain
from helpers.independent import soffice

# Beside these a table's row is a paragraph with a tab: "Subject:<tab>Roads".
_SAME = 2


def paragraphs_of_text(text: str) -> list[Line]:
    """The paragraphs of a text: extraction noise gone, broken ones whole."""
    lines, _ = take_out(read_lines(text))
    return join(lines, lambda line: bool(line.mark or line.bold or line.text.endswith(":") or line.is_row)).lines


def as_text(lines: Iterable[Line]) -> str:
    """Paragraphs as a text again, an empty line before each that had one."""
    return "\n".join(("\n" if line.gap else "") + line.text for line in lines)


def set_in_word(lines: Sequence[Line], *, automatic: bool = False, styled: bool = True) -> bytes:
    """The paragraphs in a Word document: headings by style (or bold alone), rows in tables.

    `automatic`: bullets and numbers are Word's own lists; else they are typed.
    """
    file = Document()
    file.styles["List Number"].paragraph_format.left_indent = 0
    for is_row, group in groupby(lines, lambda line: line.is_row):
        if is_row:
            _table(file, list(group))
            continue
        for line in group:
            _paragraph(file, line, automatic=automatic, styled=styled)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _paragraph(file: WordFile, line: Line, *, automatic: bool, styled: bool) -> None:
    if line.gap > styled:
        file.add_paragraph()
    runs, style = line.runs, "Normal"
    if line.mark or line.bold:
        style = "Heading 2" if styled else "Normal"
    elif automatic and line.marker is not None and line.marker.kind in ("bullet", "number"):
        style = "List Bullet" if line.marker.kind == "bullet" else "List Number"
        runs = line.rest
    paragraph = file.add_paragraph(style=style)
    if line.indent and style == "Normal":
        paragraph.paragraph_format.left_indent = Pt(6 * line.indent)
    _add(paragraph, runs, bold=bool(line.mark or line.bold) and not styled)


def _add(paragraph: WordParagraph, runs: Runs, *, bold: bool = False) -> None:
    for run in runs:
        if isinstance(run, Text):
            made = paragraph.add_run(run.text)
            made.bold = True if run.bold or bold else None
            made.italic = True if run.italic else None


def _table(file: WordFile, rows: Sequence[Line]) -> None:
    columns = max(len(row.cells) for row in rows)
    table = file.add_table(rows=0, cols=columns)
    for row in rows:
        cells = table.add_row().cells
        for cell, runs in zip(cells, row.cells, strict=False):
            _add(cell.paragraphs[0], runs)


def converted(texts: Mapping[str, str], kind: str, folder: Path) -> dict[str, bytes]:
    """Texts as Word documents that LibreOffice made of them, by name; one start for all."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    _run(folder, kind, "--infilter=Text (encoded):UTF8", [folder / f"{name}.txt" for name in texts])
    return {name: (folder / f"{name}.docx").read_bytes() for name in texts}


def shown(documents: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """What LibreOffice shows of Word documents as text, by name; one start for all."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    _run(folder, "txt:Text (encoded):UTF8", "", [folder / f"{name}.docx" for name in documents])
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in documents}


def _run(folder: Path, kind: str, more: str, files: Sequence[Path]) -> None:
    command = [soffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [each for each in (more,) if each]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def words_shown(text: str) -> Iterator[str]:
    """The lines of a text that hold words."""
    return (line for line in text.splitlines() if line.strip())


def cells_of(line: Line) -> list[str]:
    """The words of a row's cells."""
    return [plain(cell) for cell in line.cells]
