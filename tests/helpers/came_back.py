"""A draft that a colleague sends back: the words of its XML changed as Word changes them, tracked or not."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

from docx import Document
from docx.text.run import Run

from clerkwell.model import Report, SetBlocks, Text, apply, give_ids, words
from clerkwell.packs import Pack, load_folder
from clerkwell.storage import content_digest
from clerkwell.system import templates_folder
from clerkwell.word.writer import write_document

MAIN = "word/document.xml"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Edit = Callable[[str], str]


@cache
def shipped(pack_id: str = "city-of-london-2023") -> tuple[Pack, Report]:
    """A shipped pack and its sample report."""
    pack = load_folder(templates_folder() / pack_id)
    return pack, give_ids(Report.model_validate_json(pack.files["sample.json"]))


@cache
def sent(pack_id: str = "city-of-london-2023") -> bytes:
    """The draft of a shipped pack's sample."""
    pack, report = shipped(pack_id)
    return draft_of(report, pack)


def draft_of(report: Report, pack: Pack) -> bytes:
    """The draft of a report, as an export makes it."""
    return write_document(
        report, pack, draft=True, attachments=pack.sample_attachments, identity=content_digest(report)
    )


def edited(document: bytes, *edits: Edit) -> bytes:
    """The document with these edits of its main part made one after another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == MAIN:
                text = data.decode()
                for edit in edits:
                    text = edit(text)
                data = text.encode()
            new.writestr(name, data)
    return buffer.getvalue()


def typed(old: str, new: str) -> Edit:
    """Other words in place of some, tracked by nobody."""

    def edit(xml: str) -> str:
        assert old in xml, f"{old!r} is not in one piece in this document"
        return xml.replace(old, new, 1)

    return edit


def tracked(old: str, new: str, by: str = "Pat Legal", when: str = "2026-11-20T10:00:00Z") -> Edit:
    """Other words in place of some, as Word tracks it; "" for none. `old` stands in one run."""

    def edit(xml: str) -> str:
        found = re.search(
            r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t[^>]*>([^<]*?)"
            + re.escape(old)
            + r"([^<]*)</w:t></w:r>",
            xml,
        )
        assert found, f"{old!r} is not in one run in this document"
        look = found[1]
        number = 90000 + 2 * xml.count("<w:del ") + 2 * xml.count("<w:ins ")

        def run(text: str, tag: str = "t") -> str:
            return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>' if text else ""

        who = f'w:author="{by}" w:date="{when}"'
        gone = f'<w:del w:id="{number}" {who}>{run(old, "delText")}</w:del>'
        come = f'<w:ins w:id="{number + 1}" {who}>{run(new)}</w:ins>' if new else ""
        return f"{xml[: found.start()]}{run(found[2])}{gone}{come}{run(found[3])}{xml[found.end() :]}"

    return edit


def commented(document: bytes, on: str, text: str, by: str) -> bytes:
    """The document with a comment on the first run of its text that holds these words."""
    opened = Document(io.BytesIO(document))
    runs = (
        Run(element, opened._body)  # noqa: SLF001 - runs in content controls are in no list of python-docx
        for element in opened.element.body.iter(f"{{{NAMESPACE}}}r")
    )
    opened.add_comment(next(run for run in runs if on in run.text), text, by)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def rewritten(report: Report, section: str, old: str, new: str) -> Report:
    """The report with other words in place of some of a section."""
    blocks = list(report.blocks(section))
    at = next(index for index, block in enumerate(blocks) if old in words(block))
    block = blocks[at]
    assert hasattr(block, "runs")
    runs = tuple(
        run.model_copy(update={"text": run.text.replace(old, new)}) if isinstance(run, Text) else run
        for run in block.runs
    )
    blocks[at] = block.model_copy(update={"runs": runs})
    return apply(SetBlocks(section=section, blocks=tuple(blocks)), report)
