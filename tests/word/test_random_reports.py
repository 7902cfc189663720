"""Reports of every shape and hostile text, in every pack: the file is whole, and says what the report says."""

import io
import re
from collections.abc import Iterator
from functools import lru_cache

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clerkwell.model import Block, PackRef, Report, Section, Table, Text, give_ids, walk
from clerkwell.packs import Pack, numbers, outline
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.docx_making import parts_of, png
from helpers.shipped import IDS, shipped
from helpers.strategies import appendices, bodies, rows, values

PICTURES = {"plan.png": png()}


@lru_cache
def pack_of(pack_id: str) -> Pack:
    return shipped(pack_id)


@lru_cache
def reports_in(pack_id: str) -> st.SearchStrategy[Report]:
    """Reports in this pack, with sections and fields that it has."""
    pack = pack_of(pack_id)
    ids = [spec.id for spec in pack.manifest.section if spec.id != "other"]
    own = ["own-1", "own-2"] if pack.manifest.pack.order == "report" else []
    return st.builds(
        Report,
        pack=st.just(PackRef(id=pack.id, version=pack.ref.version)),
        fields=st.dictionaries(st.sampled_from([spec.id for spec in pack.single_fields]), values),
        repeats=st.dictionaries(st.sampled_from([spec.id for spec in pack.manifest.repeat]), rows),
        sections=st.lists(
            st.builds(
                Section,
                id=st.sampled_from([*ids, *own]),
                heading=st.sampled_from(("", "A & B <c>")),
                blocks=bodies,
            ),
            max_size=5,
            unique_by=lambda section: section.id,
        ).map(tuple),
        appendices=appendices,
    ).map(give_ids)


@pytest.mark.parametrize("pack_id", IDS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_report_makes_a_whole_document(pack_id: str, data: st.DataObject) -> None:
    pack = pack_of(pack_id)
    report = data.draw(reports_in(pack_id))
    draft = data.draw(st.booleans())
    written = write_document(report, pack, draft=draft, attachments=PICTURES)
    assert written == write_document(report, pack, draft=draft, attachments=PICTURES)
    parts = parts_of(written)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    docx.Document(io.BytesIO(written))
    whole_in_its_relations(parts)
    holds_together(parts["word/document.xml"])
    says_all(report, pack, written)
    counts_as_the_model(report, pack, written)
    untouched = {"word/theme/theme1.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml"}
    before = parts_of(pack.template)
    assert all(before[name] == parts[name] for name in untouched if name in before)


def whole_in_its_relations(parts: dict[str, bytes]) -> None:
    """Every relation that the text names is there, and leads to a part or outside."""
    for name in ("word/document.xml", "word/footnotes.xml"):
        folder, _, file = name.rpartition("/")
        related = parts.get(f"{folder}/_rels/{file}.rels", b"<Relationships/>")
        there = {each.get("Id"): each for each in etree.fromstring(related)}
        assert set(re.findall(r'r:(?:id|embed)="([^"]+)"', parts[name].decode())) <= set(there)
        for each in there.values():
            assert each.get("TargetMode") == "External" or f"word/{each.get('Target')}" in parts


def holds_together(document: bytes) -> None:
    """Ids are unlike, bookmarks are closed, cells end with a paragraph, and nothing is left of the layout's marks."""
    text = document.decode()
    assert "urn:clerkwell" not in text
    root = etree.fromstring(document)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for prompt in root.iterfind(f".//{w}sdtPr/{w}showingPlcHdr/../.."):
        # What says that it shows a prompt shows nothing else.
        looks = [each.find(f"{w}rPr/{w}rStyle") for each in prompt.iter(f"{w}r")]
        assert {None if each is None else each.get(f"{w}val") for each in looks} <= {"PlaceholderText"}
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name"), ("bookmarkEnd", "id")):
        ids = [each.get(f"{w}{attribute}") for each in root.iter(f"{w}{tag}")]
        assert len(ids) == len(set(ids))
    controls = [each.get(f"{w}val") for each in root.iterfind(f".//{w}sdtPr/{w}id")]
    assert len(controls) == len(set(controls))
    for cell in root.iter(f"{w}tc"):
        assert cell[-1].tag in (f"{w}p", f"{w}sdt")
    for row in root.iter(f"{w}tr"):
        assert any(True for _ in row.iter(f"{w}tc"))
    body = root[0]
    assert body[-1].tag == f"{w}sectPr"
    assert body[-2].tag != f"{w}tbl"


def says_all(report: Report, pack: Pack, written: bytes) -> None:
    """The words of every section that stands are there, in order."""
    shown = folded("\n".join(line.text for line in document_lines(written) if line.story == "body"))
    for part in outline(report, pack):
        at = 0
        for block in walk(part.section.blocks if part.stands and part.section else ()):
            for text in texts(block):
                for piece in folded(text).split():
                    found = shown.find(piece, at)
                    assert found >= 0, (part.id, piece)


def texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                for runs in cell.paragraphs:
                    yield from (run.text for run in runs if isinstance(run, Text))
    else:
        yield from (run.text for run in getattr(block, "runs", ()) if isinstance(run, Text))


def counts_as_the_model(report: Report, pack: Pack, written: bytes) -> None:
    """Word's count of numbered paragraphs and headings is the model's."""
    style = pack.manifest.roles.get("numbered-paragraph", "")
    lines = document_lines(written)
    counted = [line.label for line in lines if style and line.style.casefold() == style.casefold()]
    told = numbers(report, pack)
    assert counted == [f"{number}." for number in told.paragraphs.values()]
    headings = [line.label for line in lines if line.story == "body" and line.heading and line.label]
    assert [label.rstrip(".") for label in headings] == [str(number) for number in told.sections.values()]


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["&", "<w:p/>", "]]>", "\x00\x0b\ud800", "\u202eשלום", "😀" * 500, "x" * 200_000, "\ufffe"]
)
@pytest.mark.parametrize("draft", [True, False])
def test_hostile_text_harms_no_file_wherever_it_stands(text: str, draft: bool) -> None:
    pack = pack_of("city-of-london-2022")
    run = (Text(text=text),)
    blocks: tuple[Block, ...] = tuple(
        block
        for kind in ("paragraph", "item", "subheading", "quotation")
        for block in give_ids(
            Report.model_validate(
                {
                    "pack": {"id": pack.id, "version": "1.0.0"},
                    "sections": [{"id": "x", "blocks": [{"kind": kind, "runs": run}]}],
                }
            )
        )
        .sections[0]
        .blocks
    )
    table = Table.model_construct(id="t", kind="table", caption=text, header_rows=1, rows=(), rag_columns=())
    cell = {"paragraphs": (run,)}
    filled = Table.model_validate({"caption": "c", "rows": ((cell,), (cell,)), "rag_columns": (0,)})
    named = filled.model_copy(update={"caption": text})
    report = Report.model_validate(
        {
            "pack": {"id": pack.id, "version": "1.0.0"},
            "fields": {"subject": {"text": text}, "report-author": {"text": text}},
            "repeats": {"committees": ({"name": {"text": text}},)},
            "appendices": ({"id": "a", "number": text, "title": text, "link": text},),
            "sections": [{"id": "background", "heading": "", "blocks": ()}],
        }
    )
    section = report.sections[0].model_copy(update={"blocks": (*blocks, table, named), "heading": text})
    report = report.model_copy(update={"sections": (section,)})
    written = write_document(report, pack, draft=draft)
    for name, part in parts_of(written).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part, etree.XMLParser(huge_tree=True))
    docx.Document(io.BytesIO(written))
