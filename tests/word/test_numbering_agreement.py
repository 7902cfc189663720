"""Every number and reference that the export holds is what LibreOffice works out by itself, now and after an edit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from clerkwell.model import (
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    SubHeading,
    Text,
    all_blocks,
    give_ids,
    plain,
)
from clerkwell.packs import Pack, numbers, outline
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.docx_making import parts_of, zipped
from helpers.numbered import numbered_report
from helpers.office import Change, Opened, open_in_libreoffice
from helpers.shipped import IDS, kept, sample, shipped

pytestmark = pytest.mark.libreoffice

SEEDS = (1, 2)
_RESULT = re.compile(
    r'(<w:fldChar w:fldCharType="separate"/></w:r>)(.*?)(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?'
    r'<w:fldChar w:fldCharType="end"/>)'
)


@dataclass(frozen=True)
class Case:
    """A report, its document, and what LibreOffice makes of that."""

    name: str
    pack: Pack
    report: Report
    document: bytes
    opened: Opened
    planted: Opened | None


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """The samples and some invented reports in every pack; one start of LibreOffice opens them all."""
    made = []
    for pack in map(shipped, IDS):
        for draft in (True, False):
            report = sample(pack)
            document = write_document(report, pack, draft=draft, attachments=kept(pack))
            made.append((f"{pack.id}: sample", pack, report, document))
        for seed in SEEDS:
            report = numbered_report(pack, seed)
            document = write_document(report, pack, draft=seed % 2 == 0)
            made.append((f"{pack.id}: {seed}", pack, report, document))
    jobs: list[tuple[bytes, Sequence[Change]]] = [(document, ()) for *_, document in made]
    # One invented report of each pack is planted with wrong results besides.
    planted = [at for at, (name, *_) in enumerate(made) if name.endswith(f": {SEEDS[0]}")]
    jobs += [(with_wrong_results(made[at][3]), ()) for at in planted]
    opened = open_in_libreoffice(jobs, tmp_path_factory.mktemp("agreement"))
    wrong = dict(zip(planted, opened[len(made) :], strict=True))
    return [Case(*each, opened[at], wrong.get(at)) for at, each in enumerate(made)]


def with_wrong_results(document: bytes) -> bytes:
    """The document with another result in each of its fields, so that what is shown has been worked out."""
    parts = parts_of(document)
    xml = parts["word/document.xml"].decode()
    wrong = _RESULT.sub(r"\1<w:r><w:t>WRONG</w:t></w:r>\3", xml)
    assert wrong != xml
    return zipped({**parts, "word/document.xml": wrong.encode()})


def cached(document: bytes) -> list[str]:
    """Each line of the body as it stands in the file: Word's label worked out, the results of fields as they are."""
    lines = [line for line in document_lines(document) if line.story == "body" and line.text.strip()]
    return [f"{'' if line.label in ('•', '–', '▪') else line.label} {line.text}".strip() for line in lines]


def test_numbers_and_references_are_what_libreoffice_works_out(cases: list[Case]) -> None:
    for case in cases:
        assert case.opened.lines == cached(case.document), case.name


def test_libreoffice_has_worked_them_out_and_not_just_shown_what_was_in_the_file(cases: list[Case]) -> None:
    planted = [(case, case.planted) for case in cases if case.planted is not None]
    assert {case.pack.id for case, _ in planted} == set(IDS)
    for case, shown in planted:
        assert "WRONG" not in "".join(shown.lines), case.name
        assert shown.lines == case.opened.lines, case.name


def test_they_survive_being_saved_by_libreoffice(cases: list[Case]) -> None:
    for case in cases:
        assert cached(case.opened.saved) == cached(case.document), case.name


def test_paragraphs_and_headings_have_the_numbers_that_the_program_shows(cases: list[Case]) -> None:
    for case in cases:
        counted = numbers(case.report, case.pack)
        told = {block.id: plain(block.runs) for _, block in all_blocks(case.report) if isinstance(block, Paragraph)}
        wanted = [f"{number}. {_first_words(told[block])}" for block, number in counted.paragraphs.items()]
        headings = {part.id: part.heading for part in outline(case.report, case.pack)}
        wanted += [f"{number}. {_first_words(headings[section])}" for section, number in counted.sections.items()]
        run_in = {f"{part.heading}{part.spec.separator}" for part in outline(case.report, case.pack)}
        shown = [_without(line, run_in) for line in case.opened.lines]
        at = 0
        for line in wanted[: len(counted.paragraphs)]:
            at = next((index for index in range(at, len(shown)) if shown[index].startswith(line)), -1)
            assert at >= 0, (case.name, line)
        for line in wanted[len(counted.paragraphs) :]:
            assert any(each.startswith(line) for each in shown), (case.name, line)
        # Some layouts number nothing but lists: that of 2017, say, and the generic one.
        assert bool(wanted) == (case.pack.manifest.pack.numbering != "none"), case.name


def _first_words(text: str) -> str:
    """Words up to the first reference or footnote mark."""
    return text.split("\ufffc")[0][:60]


def _without(line: str, run_in: set[str]) -> str:
    for heading in run_in:
        line = line.replace(heading, "", 1)
    return line


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def item(text: str, level: int = 0, block_id: str = "") -> ListItem:
    return ListItem(runs=words(text), level=level, ordered=True, id=block_id)


def edited_report(pack: Pack) -> Report:
    """Numbered paragraphs in two sections, two lists, and references to what an edit moves."""
    background = (
        Paragraph(runs=words("Alpha words.")),
        Paragraph(runs=words("Beta words."), id="beta"),
        item("First of one"),
        item("Second of one"),
        item("Inner of one", 1),
        item("Deep of one", 1, "deep"),
        SubHeading(runs=words("Between")),
        Paragraph(runs=words("Gamma words."), id="gamma"),
        item("First of two"),
        item("Second of two"),
    )
    pointing = (
        Paragraph(runs=(Text(text="See paragraph "), Reference(to="paragraph", target="gamma"), Text(text="."))),
        Paragraph(runs=(Text(text="See item "), Reference(to="paragraph", target="deep"), Text(text="."))),
        Paragraph(
            runs=(Text(text="Set out in "), Reference(to="section", target=SECTIONS[pack.id][1]), Text(text="."))
        ),
        item("First of three"),
    )
    first, second = SECTIONS[pack.id]
    sections = (Section(id=first, blocks=background), Section(id=second, blocks=pointing))
    return give_ids(Report(pack=pack.ref, sections=sections))


SECTIONS = {
    "city-of-london-2022": ("background", "current-position"),
    "city-of-london-2023": ("background", "financial"),
    "north-somerset-executive-2022": ("details", "financial"),
}
EDITS = (
    Change("after", "Alpha words.", "Typed after alpha."),
    Change("delete", "First of one"),
    Change("before", "First of two", "Typed before two."),
    Change("after", "Deep of one", "Typed after deep."),
    Change("before", "Inner of one", "Typed before inner."),
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool], Opened]:
    """Each of these reports edited in LibreOffice, as a draft and as a final."""
    keys = [(pack_id, draft) for pack_id in SECTIONS for draft in (True, False)]
    jobs = []
    for pack_id, draft in keys:
        pack = shipped(pack_id)
        jobs.append((write_document(edited_report(pack), pack, draft=draft), EDITS))
    opened = open_in_libreoffice(jobs, tmp_path_factory.mktemp("edited"))
    return dict(zip(keys, opened, strict=True))


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", SECTIONS)
def test_numbering_goes_on_when_the_document_is_edited(
    pack_id: str, draft: bool, edited: dict[tuple[str, bool], Opened]
) -> None:
    numbered = "city" in pack_id
    opened = edited[pack_id, draft]
    lines = [line for line in opened.lines if re.search(r"words|Typed|of (one|two|three)|See|Set out", line)]
    where = "section 2" if pack_id.startswith("north") else shipped(pack_id).section(SECTIONS[pack_id][1])
    named = where if isinstance(where, str) else where.title.rstrip(":") if where else ""

    def paragraph(number: int, text: str) -> str:
        return f"{number}. {text}" if numbered else text

    assert lines == [
        paragraph(1, "Alpha words."),
        paragraph(2, "Typed after alpha."),
        paragraph(3, "Beta words."),
        "1. Second of one",
        "(a) Typed before inner.",
        "(b) Inner of one",
        "(c) Deep of one",
        "(d) Typed after deep.",
        paragraph(4, "Gamma words."),
        "1. Typed before two.",
        "2. First of two",
        "3. Second of two",
        paragraph(5, f"See paragraph {4 if numbered else '[missing reference]'}."),
        paragraph(6, "See item 1(c)."),
        paragraph(7, f"Set out in {named}."),
        "1. First of three",
    ]
    again = cached(opened.saved)
    assert [line for line in again if line in lines] == lines
