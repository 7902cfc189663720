"""Words planted wherever something private can stand: none of them is in the public set, all are in the other."""

import re
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerkwell.model import Landscape, Report, all_blocks, give_ids, walk, words
from clerkwell.packs import Pack
from clerkwell.packs.openness import is_private
from clerkwell.session.sets import ExportedSets, export_sets
from helpers.planting import Planter, everything_in, planted, traces_of
from helpers.shipped import IDS, kept, sample, shipped


def make(report: Report, pack: Pack, files: dict[str, bytes], folder: Path) -> ExportedSets:
    return export_sets(report, pack, files, folder, accept="These are invented reports", by="Robin Example")


@pytest.fixture(scope="module", params=IDS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Planter, ExportedSets]:
    pack = shipped(request.param)
    planter = Planter()
    report, files = planted(sample(pack), pack, planter)
    made = make(report, pack, {**kept(pack), **files}, tmp_path_factory.mktemp(request.param))
    return planter, made


def test_the_search_finds_each_planted_word_where_it_is(written: tuple[Planter, ExportedSets]) -> None:
    planter, made = written
    found = {word for word, _ in traces_of(planter.words, made.non_public[0].parent)}
    assert len(found) > len(planter.words) / 2


def test_no_planted_word_is_in_the_public_set(written: tuple[Planter, ExportedSets]) -> None:
    planter, made = written
    assert made.public
    assert traces_of(planter.words, made.public[0].parent) == []


def test_the_public_set_has_what_is_public(written: tuple[Planter, ExportedSets]) -> None:
    _, made = written
    text = text_of(made.public[0])
    assert "Anybody may read this too." in text
    assert "[Not for publication.]" in text
    assert any(path.name == "Appendix 11 - An open paper.docx" for path in made.public)
    assert not any(
        path.name.startswith(("Appendix 7", "Appendix 8", "Appendix 9", "Appendix 12")) for path in made.public
    )
    assert {path.name for path in made.non_public} >= {path.name for path in made.public[1:]}


@pytest.mark.parametrize("pack_id", ["city-of-london-2022", "city-of-london-2023"])
def test_a_reference_to_a_withheld_paragraph_says_its_number_in_both_sets(pack_id: str, tmp_path: Path) -> None:
    pack = shipped(pack_id)
    report, files = planted(sample(pack), pack, Planter())
    made = make(report, pack, {**kept(pack), **files}, tmp_path)
    said = [re.findall(r"It follows from (\d+)", text_of(path)) for path in (made.public[0], made.non_public[0])]
    assert said[0]
    assert said[0] == said[1]


def text_of(path: Path) -> str:
    return "\n".join(line.text for line in docx.Document(str(path)).paragraphs)


def test_it_is_said_what_was_withheld_and_why(written: tuple[Planter, ExportedSets]) -> None:
    _, made = written
    said = " ".join(made.found)
    for words_of_it in (
        "Appendix 7 is exempt",
        "Appendix 9 is part exempt, and was withheld whole",
        "Appendix 12 does",
    ):
        assert words_of_it in said


@pytest.mark.parametrize("pack_id", IDS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_marked_no_run_of_six_of_its_words_is_published(
    pack_id: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = shipped(pack_id)
    planter = Planter()
    report = retold(sample(pack), planter, data)
    folder = tmp_path_factory.mktemp("sets")
    made = make(report, pack, kept(pack), folder)
    runs = {run for text in private_texts(report) for run in six_words(text)}
    for name, content in everything_in(made.public[0].parent):
        if name.endswith(".xml"):
            assert not runs & six_words(re.sub("<[^>]*>", " ", content.decode())), name
    assert traces_of([word for text in private_texts(report) for word in text.split()], made.public[0].parent) == []


def retold(report: Report, planter: Planter, data: st.DataObject) -> Report:
    """The report with words of its own in every paragraph, and marks in any place."""

    def told(block: object) -> object:
        update: dict[str, object] = {"private": data.draw(st.booleans())}
        if isinstance(block, Landscape):
            update["blocks"] = tuple(told(inner) for inner in block.blocks)
        elif getattr(block, "runs", ()):
            update["runs"] = planter.runs()
        return block.model_copy(update=update)  # type: ignore[attr-defined]  # any kind of block

    sections = [
        each.model_copy(update={"blocks": tuple(told(block) for block in each.blocks)}) for each in report.sections
    ]
    exempt = {name: value for name, value in report.fields.items() if name != "public-status"}
    return give_ids(report.model_copy(update={"sections": tuple(sections), "fields": exempt}))


def private_texts(report: Report) -> list[str]:
    """The words of private blocks that a planter made."""
    inside = {
        inner.id
        for _, block in all_blocks(report)
        if isinstance(block, Landscape) and is_private(block)
        for inner in walk(block.blocks)
    }
    return [
        words(block).replace(".", "")
        for _, block in all_blocks(report)
        if (block.private or block.id in inside) and words(block).startswith("zq") and not isinstance(block, Landscape)
    ]


def six_words(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.casefold())
    return set(zip(*(found[at:] for at in range(6)), strict=False))
