"""What both sets are called, and what of the whole document says that it is not for publication."""

import re
import zipfile
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack
from clerkwell.session.exporting import export_report
from clerkwell.session.sets import export_sets
from clerkwell.system import FileError
from helpers.shipped import kept, shipped
from helpers.two_sets import part_exempt, with_appendix


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped("city-of-london-2023")


@pytest.fixture
def report(pack: Pack) -> Report:
    return part_exempt(pack)


def test_folders_can_be_named_after_the_report_and_guarded_all_the_same(
    pack: Pack, report: Report, tmp_path: Path
) -> None:
    """A second report would have landed in the same two folders."""
    made = export_sets(report, pack, kept(pack), tmp_path, accept="Agreed", by="Robin", by_subject=True)
    public, non_public = made.public[0].parent.name, made.non_public[0].parent.name
    assert public.endswith(" – public")
    assert non_public.endswith(" – non-public")
    assert public.removesuffix("public") == non_public.removesuffix("non-public")
    with pytest.raises(FileError, match="public set of another export"):
        export_report(report, pack, kept(pack), tmp_path / public / "Whole.docx", accept="Agreed", by="Robin")


def test_a_long_subject_is_cut_between_words_and_never_the_name_of_the_set(
    pack: Pack, report: Report, tmp_path: Path
) -> None:
    subject = FieldValue(text=" ".join(["Replacing the lifts"] * 12))
    long = report.model_copy(update={"fields": {**report.fields, "subject": subject}})
    made = export_sets(long, pack, kept(pack), tmp_path, accept="Agreed", by="Robin", by_subject=True)
    name = made.public[0].parent.name
    assert name == "Replacing the lifts Replacing the lifts Replacing the lifts – public"
    assert made.non_public[0].parent.name == name.replace("– public", "– non-public")


def test_of_an_exempt_appendix_list_file_and_document_say_so(pack: Pack, report: Report, tmp_path: Path) -> None:
    exempt = with_appendix(
        report,
        title="Terms",
        status="exempt",
        exempt_paragraphs=(3,),
        attachment="terms.pdf",
        public_interest="Weighed.",
    )
    files = {**kept(pack), "terms.pdf": b"%PDF-1.7"}
    made = export_sets(exempt, pack, files, tmp_path / "sets", accept="Agreed", by="Robin")
    words = "Terms – Not for publication by virtue of paragraph 3"
    assert words in plain_text(made.non_public[0])
    assert "Appendix 7 - Terms - not for publication.pdf" in [path.name for path in made.non_public]
    assert "Terms" not in plain_text(made.public[0])
    one = export_report(exempt, pack, files, tmp_path / "one.docx", accept="Agreed", by="Robin")
    assert words in plain_text(one.path)
    assert any("NOT FOR PUBLICATION" in text for text in headers(one.path))
    assert "Appendix 7 - Terms - not for publication.pdf" in [path.name for path in one.beside]
    # A draft comes home, so its titles stay as they are.
    draft = export_report(exempt, pack, files, tmp_path / "draft.docx", draft=True)
    assert "Not for publication by virtue" not in plain_text(draft.path)


def plain_text(path: Path) -> str:
    """The words of a document's body, without its XML."""
    with zipfile.ZipFile(path) as archive:
        return re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())


def headers(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/header")]
