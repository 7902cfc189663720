"""The baselines of export: the same words put into a Word document in the three ways that people know."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
import docxtpl  # type: ignore[import-untyped]  # it ships no types
from lxml import etree

from clerkwell.model import ListItem, Paragraph, Quotation, Report, SubHeading, Text
from clerkwell.packs import Pack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
Runs = list[tuple[str, bool]]


def runs_by_section(report: Report) -> Mapping[str, list[Runs]]:
    """The words of each section, block by block, as (words, bold)."""
    return {
        section.id: [
            [(run.text, run.bold) for run in block.runs if isinstance(run, Text)]
            for block in section.blocks
            if isinstance(block, Paragraph | SubHeading | ListItem | Quotation)
        ]
        for section in report.sections
    }


def raw_fill(report: Report, pack: Pack) -> bytes:
    """The least that a fill can be: lxml puts paragraphs into the places of the pack's own document; nothing else."""
    source = zipfile.ZipFile(io.BytesIO(pack.template))
    tree = etree.fromstring(source.read(DOCUMENT))
    words = runs_by_section(report)
    for control in tree.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        kind, _, name = ("" if tag is None else tag.get(f"{W}val", "")).partition(":")
        content = control.find(f"{W}sdtContent")
        if kind == "body" and content is not None and name in words:
            content[:] = [_paragraph(runs) for runs in words[name]]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            data = etree.tostring(tree, encoding="UTF-8") if entry.filename == DOCUMENT else source.read(entry.filename)
            archive.writestr(entry.filename, data)
    return target.getvalue()


def _paragraph(runs: Runs) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    for words, bold in runs:
        run = etree.SubElement(paragraph, f"{W}r")
        if bold:
            etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}b")
        text = etree.SubElement(run, f"{W}t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


def docxtpl_template(report: Report) -> bytes:
    """A document with a loop for each section, as somebody who knows docxtpl would write it."""
    document = docx.Document()
    for number, section in enumerate(report.sections):
        document.add_heading(section.id.capitalize(), 1)
        for line in (f"{{%p for block in part{number} %}}", "{{r block }}", "{%p endfor %}"):
            document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docxtpl_fill(report: Report, template: bytes) -> bytes:
    """The same words through docxtpl."""
    filled = docxtpl.DocxTemplate(io.BytesIO(template))
    context = {}
    for number, blocks in enumerate(runs_by_section(report).values()):
        rich = [docxtpl.RichText() for _ in blocks]
        for each, runs in zip(rich, blocks, strict=True):
            for words, bold in runs:
                each.add(words, bold=bold)
        context[f"part{number}"] = rich
    filled.render(context)
    target = io.BytesIO()
    filled.save(target)
    return target.getvalue()


def plain_fill(report: Report, pack: Pack) -> bytes:
    """The same words appended to the pack's own document with python-docx, as its tutorial has it."""
    document = docx.Document(io.BytesIO(pack.template))
    for section, blocks in runs_by_section(report).items():
        document.add_heading(section.capitalize(), 2)
        for runs in blocks:
            paragraph = document.add_paragraph()
            for words, bold in runs:
                paragraph.add_run(words).bold = bold or None
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def plain_table(cells: Sequence[Sequence[str]], pack: Pack) -> bytes:
    """A table with python-docx, row by row: `Table.cell` in a loop would take the better part of a minute."""
    document = docx.Document(io.BytesIO(pack.template))
    table = document.add_table(rows=0, cols=len(cells[0]))
    for row in cells:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
