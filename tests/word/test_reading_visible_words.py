"""Every word that LibreOffice shows of a document is among what we read of it, in its order."""

import random
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordBlock, WordParagraph
from clerkwell.word.writer import write_document
from helpers.docx_making import SECT, p, sdt, tbl, tc, tr
from helpers.independent import soffice
from helpers.shipped import IDS, kept, sample, shipped
from helpers.wordprocessing import box, document, field, t, tracked

pytestmark = pytest.mark.libreoffice

RANDOM = 40
_WORD = re.compile(r"[^\W_]+")
_NOTE = '<w:footnote w:id="2">' + p(t("The words of the note")) + "</w:footnote>"
_PARTS = {"footnotes.xml": _NOTE}


def plain(rnd: random.Random) -> str:
    """A run of words in some look."""
    words = " ".join(rnd.choices(("council", "report", "Members", "2026", "decide", "costs", "o’clock"), k=3)) + " "
    return t(words, rnd.choice(("", "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', "<w:caps/>", "<w:vanish/>")))


def inline(rnd: random.Random) -> str:
    """A piece of a paragraph, as Word writes one."""
    run = plain(rnd)
    return rnd.choice(
        (
            run,
            f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>',
            sdt("x", run),
            tracked("ins", run),
            tracked("del", run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")),
            field('HYPERLINK "https://example.org"', run),
            f'<w:smartTag w:element="x">{run}</w:smartTag>',
            "<w:r><w:tab/></w:r><w:r><w:noBreakHyphen/></w:r>" + run,
            "<w:r><w:br/></w:r>" + run,
            run + box(p("boxed")),
            run + '<w:r><w:footnoteReference w:id="2"/></w:r>' + t(" "),
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run,
        )
    )


def block(rnd: random.Random, deep: int = 0) -> str:
    """A paragraph, a table or a control round either.

    Fields and notes in controls round paragraphs are left to tests of their own: LibreOffice itself shows codes of
    the ones, and loses the words before the others.
    """
    style = rnd.choice(("", "heading2", "Numbered", "ListBullet"))
    line = p("".join(inline(rnd) for _ in range(rnd.randint(1, 3))), style)
    if deep > 2:
        return line
    more = f'<w:numPr><w:ilvl w:val="{rnd.randint(0, 2)}"/><w:numId w:val="3"/></w:numPr>'
    held = sdt("b", "".join(p(plain(rnd), style) for _ in range(rnd.randint(1, 3))))
    rows = [tr(*(tc(block(rnd, deep + 1) + p()) for _ in range(2))) for _ in range(2)]
    return rnd.choice((line, line, p(inline(rnd), more=more), held, tbl(*rows) + p()))


def documents() -> Iterator[bytes]:
    for pack in map(shipped, IDS):
        for draft in (True, False):
            yield write_document(sample(pack), pack, draft=draft, attachments=kept(pack))
    for seed in range(RANDOM):
        rnd = random.Random(seed)
        yield document("".join(block(rnd) for _ in range(12)), parts=_PARTS, sect=SECT)


def shown(blocks: Iterable[WordBlock], notes: list[int]) -> Iterator[str]:
    """The words of blocks, labels and numbers of notes with them; those of boxes stand in no text export."""
    for each in blocks:
        if not isinstance(each, WordParagraph):
            for row in each.rows:
                for cell in row.cells:
                    yield from shown(cell.blocks, notes)
        elif not each.box:
            words = ""
            for span in each.spans:
                if span.note is not None:
                    notes[0] += 1
                words += str(notes[0]) if span.note is not None else span.text
            yield from _WORD.findall(f"{each.label} {words}".replace("\u00ad", ""))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[bytes, str]]:
    """Documents and what one start of LibreOffice writes of them as text."""
    folder: Path = tmp_path_factory.mktemp("visible")
    made = list(documents())
    names = []
    for number, data in enumerate(made):
        names.append(folder / f"d{number}.docx")
        names[-1].write_bytes(data)
    command = [soffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text", "--outdir", str(folder), *map(str, names)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [(data, name.with_suffix(".txt").read_text("utf-8-sig")) for data, name in zip(made, names, strict=True)]


def test_every_word_that_libreoffice_shows_is_read_in_its_order(exported: list[tuple[bytes, str]]) -> None:
    counted = 0
    for data, text in exported:
        theirs = _WORD.findall(text.replace("\u00ad", ""))
        ours = list(shown(read_document(data).blocks, [0]))
        assert ours == theirs
        counted += len(theirs)
    assert counted > 10_000


def test_words_of_boxes_notes_headers_and_footers_are_read_besides(exported: list[tuple[bytes, str]]) -> None:
    parts = {**_PARTS, "header1.xml": p("Top of page"), "footer1.xml": p("Foot of page")}
    sect = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    )
    body = p(t("a") + box(p("boxed")) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = read_document(document(body, parts=parts, sect=sect + "</w:sectPr>"))
    words = str(found)
    assert all(each in words for each in ("Top of page", "Foot of page", "boxed", "The words of the note"))
    assert exported
