"""What is left over from the work: comments, changes, prompts, marks, names."""

import pytest

from helpers.docx_making import W
from helpers.readable import TITLE, control, document, drawing, found, para, problem, run

END = para("That is all.")
PROMPTING = "<w:showingPlcHdr/>"
COMMENTS = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="0"><w:p/></w:comment><w:comment w:id="1"><w:p/>'
    "</w:comment></w:comments>"
)
WATERMARK = (
    '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" style="position:absolute"><v:textpath string="{}"/>'
    "</v:shape></w:pict></w:r></w:p>"
)
MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

FAULTS = {
    "left-comments": [document(parts={"comments.xml": COMMENTS}, relations=(("c1", "comments", "comments.xml"),))],
    "left-changes": [
        document(f"<w:p>{run('Oaks are ')}<w:ins>{run('very ')}</w:ins>{run('old.')}</w:p>" + END),
        document(
            f"<w:p>{run('Oaks are ')}<w:del><w:r><w:delText>very </w:delText></w:r></w:del>{run('old.')}</w:p>" + END
        ),
        document(para("Oaks are old.", more="<w:pPrChange><w:pPr/></w:pPrChange>") + END),
        document(f"<w:moveFrom>{para('Gone.')}</w:moveFrom>" + END),
    ],
    "left-hidden-text": [document(para(run("Oaks are old.") + run(" Ask Sam first.", "<w:vanish/>")) + END)],
    "left-prompt": [
        document(
            para(control("Click or tap here to enter text.", f'<w:alias w:val="Tree"/>{PROMPTING}<w:text/>')) + END
        ),
        document(control(para("The tree"), f'<w:alias w:val="Tree"/>{PROMPTING}') + END),
        document(para("Trees: [Click here to enter the trees]") + END),
        document(para("Lorem ipsum dolor sit amet.") + END),
        document(para("The date is dd/mm/yyyy.") + END),
        document(footer=para("[Insert title]")),
    ],
    "left-draft-mark": [
        document(header=para("DRAFT")),
        document(footer=para("DRAFT – not for publication")),
        document(para("Draft") + END),
        document(header=para("Trees in Example Street – Draft v0.3").replace("Draft v0.3", "DRAFT v0.3")),
    ],
    "left-watermark": [
        document(header=WATERMARK.format("DRAFT")),
        document(header=drawing("", "anchor").replace("Picture 1", "WordPictureWatermark1")),
    ],
    "left-highlight": [
        document(para(run("Oaks are ") + run("old", '<w:highlight w:val="yellow"/>') + run(".")) + END),
        # As LibreOffice saves it.
        document(para(run("Oaks are ") + run("old", '<w:shd w:val="clear" w:fill="FFFF00"/>') + run(".")) + END),
    ],
    "left-names": [
        document(core=TITLE + "<dc:creator>A. Writer</dc:creator>"),
        document(core=TITLE + "<cp:lastModifiedBy>A. Writer</cp:lastModifiedBy>"),
        document(parts={"docProps/app.xml": '<Properties xmlns="x"><Company>Example Council</Company></Properties>'}),
    ],
    "left-macros": [document(relations=(("m1", MACROS, "vbaProject.bin"),), parts={"vbaProject.bin": "x"})],
}

SOUND = {
    "a field that was answered": document(para(control("Oak", '<w:alias w:val="Tree"/><w:text/>')) + END),
    "words in brackets": document(para("The oaks [in the park] are old.") + END),
    "a word like draft": document(para("The draft plan was agreed.") + END),
    "a heading about a draft": document(para("The draft plan", "Heading2") + para("It was agreed.")),
    "hidden text switched off": document(para(run("Oaks are old.", '<w:vanish w:val="0"/>')) + END),
    "highlighting taken off": document(para(run("Oaks are old.", '<w:highlight w:val="none"/>')) + END),
    "words on a pale ground of the design": document(
        para(run("Oaks are ") + run("old", '<w:shd w:val="clear" w:fill="EAF1F8"/>') + run(".")) + END
    ),
    "a place for a picture": document(
        para(
            control(
                drawing("", inner="")
                .removeprefix("<w:p>")
                .removesuffix("</w:p>")
                .replace('name="Picture 1"', 'name="Logo" descr="The arms of the borough"'),
                f"{PROMPTING}<w:picture/>",
            )
        )
        + END
    ),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_comments_are_counted() -> None:
    assert problem(FAULTS["left-comments"][0]).message.startswith("The document has 2 comments.")


def test_a_prompt_is_an_error_that_names_the_words() -> None:
    told = problem(FAULTS["left-prompt"][2])
    assert (told.severity, told.quote) == ("error", "[Click here to enter the trees]")


def test_a_prompt_in_a_control_is_told_once() -> None:
    assert found(FAULTS["left-prompt"][0]) == ["left-prompt"]


def test_a_mark_on_every_page_is_told_once() -> None:
    told = problem(document(header=para("DRAFT") * 2))
    assert told.message.startswith("The header (“DRAFT”): the document is marked as a draft.")


def test_deleted_words_are_not_read() -> None:
    deleted = "<w:del><w:r><w:delText>Lorem ipsum</w:delText></w:r></w:del>"
    assert found(document(f"<w:p>{run('Oaks are old.')}{deleted}</w:p>" + END)) == ["left-changes"]
