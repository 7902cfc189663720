"""Rules about prompts, appendices, references and exemption find their faults, and no others."""

import pytest

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Cell,
    FieldValue,
    Footnote,
    Image,
    ListItem,
    Paragraph,
    Reference,
    Report,
    Section,
    SubHeading,
    Table,
    Text,
    TrayItem,
    give_ids,
)
from clerkwell.packs import Pack
from helpers.sound import found, sound, with_field, with_section, without_section


@pytest.mark.parametrize(
    "words",
    [
        "[Click here to enter Background Papers]",
        "[Officer to complete]",
        "Click or tap here to enter text.",
        "<insert name>",
        "Choose an item.",
        "[Insert the name of the ward, and its councillors]",
        "to meet on dd/mm/yyyy",
        "[…]",
    ],
)
def test_a_prompt_left_in_is_an_error_that_nobody_can_accept(pack: Pack, words: str) -> None:
    problems = found(with_section(sound(pack), "background", f"See this: {words} and more."), pack, "prompt-left")
    assert problems
    assert problems[0].severity == "error"


@pytest.mark.parametrize(
    "words",
    [
        "The minister [sic] said so.",
        "The site (click) is in the list.",
        "Residents [and visitors] agreed.",
        "The Act gives councils [a duty to provide care].",
        "Enter the hall from the north.",
        "See [1] and [2].",
    ],
)
def test_brackets_of_an_author_are_not_prompts(pack: Pack, words: str) -> None:
    assert not found(with_section(sound(pack), "background", words), pack, "prompt-left")


@pytest.mark.parametrize("where", ["field", "paper", "appendix", "heading"])
def test_a_prompt_is_found_wherever_words_can_stand(pack: Pack, where: str) -> None:
    prompt = "[Click here to enter text]"
    report = sound(pack)
    report = {
        "field": lambda: with_field(report, pack, "subject", prompt),
        "paper": lambda: report.model_copy(update={"background_papers": (BackgroundPaper(title=prompt),)}),
        "appendix": lambda: report.model_copy(update={"appendices": (Appendix(id="a1", number="1", title=prompt),)}),
        "heading": lambda: report.model_copy(
            update={"sections": tuple(s.model_copy(update={"heading": prompt}) for s in report.sections)}
        ),
    }[where]()
    assert found(report, pack, "prompt-left")


PROMPT = "[Click here to enter text]"


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(runs=(Text(text="Words"), Footnote(runs=(Text(text=PROMPT),)))),
        Paragraph(runs=(Text(text="Words", link=f"https://example.org/{PROMPT}"),)),
        Image(attachment="map.png", alt=PROMPT),
        Table(rows=((Cell(paragraphs=((Footnote(runs=(Text(text=PROMPT),)),),)),),)),
        Paragraph(runs=(Text(text="[Click\nhere to enter text]"),)),
        Paragraph(runs=(Text(text="Click here\u00a0to enter text"),)),
    ],
)
def test_a_prompt_is_found_beside_the_text_too(pack: Pack, block: Block) -> None:
    report = sound(pack)
    report = give_ids(
        report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(block,)))})
    )
    (problem,) = found(report, pack, "prompt-left")
    assert problem.place is not None
    assert problem.place.section == "financial"


def test_a_prompt_for_an_appendixs_number_is_found(pack: Pack) -> None:
    report = sound(pack).model_copy(update={"appendices": (Appendix(id="a1", number="[number]", title="Survey"),)})
    assert found(report, pack, "prompt-left")


@pytest.mark.parametrize("words", ["as appended", "see the annex", "see Appendix 2 of the guidance"])
def test_an_appendix_that_is_never_cited_by_its_number_is_a_warning(pack: Pack, words: str) -> None:
    (problem,) = found(with_section(sound(pack), "background", words), pack, "appendix-not-cited")
    assert problem.severity == "warning"


@pytest.mark.parametrize("words", ["(Appendix 1)", "Appendices 1 and 2", "appendix 1.", "Appendices 1 to 3", "Annex 1"])
def test_an_appendix_is_cited_in_many_ways(pack: Pack, words: str) -> None:
    assert not found(with_section(sound(pack), "background", words), pack, "appendix-not-cited")


def test_a_live_reference_cites_its_appendix(pack: Pack) -> None:
    block = Paragraph(runs=(Text(text="See "), Reference(to="appendix", target="a1")))
    report = without_section(sound(pack), "background")
    report = give_ids(
        report.model_copy(update={"sections": (*report.sections, Section(id="background", blocks=(block,)))})
    )
    assert not found(report, pack, "appendix-not-cited")


@pytest.mark.parametrize(("words", "count"), [("Appendix 2", 1), ("Appendices 1 to 3", 2), ("Appendix B", 1)])
def test_an_appendix_that_is_cited_and_not_listed_is_a_warning(pack: Pack, words: str, count: int) -> None:
    report = with_section(sound(pack), "background", f"See Appendix 1 and also {words}.")
    assert len(found(report, pack, "appendix-not-listed")) == count


@pytest.mark.parametrize(
    "words", ["Appendix 9 of the Act", "Appendix A to the plan", "An appendix follows", "Appendix At"]
)
def test_other_documents_appendices_are_left_alone(pack: Pack, words: str) -> None:
    report = with_section(sound(pack), "background", f"See Appendix 1 and {words}.")
    assert not found(report, pack, "appendix-not-listed")


def test_an_appendix_has_a_title_and_a_number_of_its_own(pack: Pack) -> None:
    twins = (Appendix(id="a1", number="1", title="Survey"), Appendix(id="a2", number="1", title=""))
    report = sound(pack).model_copy(update={"appendices": twins})
    assert len(found(report, pack, "appendix-entry")) == 3


def test_a_reference_to_nothing_is_an_error(pack: Pack) -> None:
    block = Paragraph(runs=(Text(text="See Appendix 1 and paragraph "), Reference(to="paragraph", target="b999")))
    report = sound(pack)
    report = give_ids(
        report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(block,)))})
    )
    (problem,) = found(report, pack, "reference-broken")
    assert problem.place is not None
    assert (problem.place.start, problem.place.end) == (29, 30)


@pytest.mark.parametrize(("target", "count"), [("numbered", 0), ("item", 0), ("heading", 1), ("unnumbered", 1)])
def test_a_reference_to_a_paragraph_that_has_no_number_is_an_error(pack: Pack, target: str, count: int) -> None:
    blocks = (
        Paragraph(id="numbered", runs=(Text(text="One"),)),
        Paragraph(id="unnumbered", runs=(Text(text="Two"),), plain=True),
        SubHeading(id="heading", runs=(Text(text="Three"),)),
        ListItem(id="item", runs=(Text(text="Four"),), ordered=True),
        Paragraph(id="pointing", runs=(Text(text="See "), Reference(to="paragraph", target=target))),
    )
    report = sound(pack)
    report = report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=blocks))})
    assert len(found(report, pack, "reference-broken")) == count


def test_a_reference_in_a_table_is_looked_at_too(pack: Pack) -> None:
    table = Table(id="t", rows=((Cell(paragraphs=((Reference(to="section", target="gone"),),)),),))
    report = sound(pack)
    report = report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(table,)))})
    (problem,) = found(report, pack, "reference-broken")
    assert problem.place is not None
    assert problem.place.path == (0, 0, 0)


def test_a_picture_needs_words_unless_it_is_decoration(pack: Pack) -> None:
    def with_picture(picture: Image) -> Report:
        report = sound(pack)
        return give_ids(
            report.model_copy(update={"sections": (*report.sections, Section(id="financial", blocks=(picture,)))})
        )

    assert found(with_picture(Image(attachment="map.png")), pack, "picture-without-words")
    assert not found(with_picture(Image(attachment="map.png", decorative=True)), pack, "picture-without-words")
    assert not found(with_picture(Image(attachment="map.png", alt="Map of the park")), pack, "picture-without-words")


@pytest.mark.parametrize(
    ("status", "count"),
    [("Public", 0), ("Exempt", 1), ("Part exempt", 1)],
)
def test_what_is_exempt_says_under_which_paragraph(pack: Pack, status: str, count: int) -> None:
    report = with_field(sound(pack), pack, "public-status", status)
    assert len(found(report, pack, "exempt-reason")) == count
    named = report.model_copy(update={"fields": {**report.fields, "exempt-paragraphs": FieldValue(text="3")}})
    assert not found(named, pack, "exempt-reason")


@pytest.mark.parametrize(("paragraphs", "count"), [((), 1), ((10,), 1), ((3, 10), 0), ((8, 9), 1), ((7,), 0)])
def test_an_exempt_appendix_names_a_reason(pack: Pack, paragraphs: tuple[int, ...], count: int) -> None:
    appendix = Appendix(id="a1", number="1", title="Costs", status="exempt", exempt_paragraphs=paragraphs)
    report = sound(pack).model_copy(update={"appendices": (appendix,)})
    assert len(found(report, pack, "exempt-reason")) == count


def test_text_in_the_tray_is_a_warning(pack: Pack) -> None:
    report = sound(pack).model_copy(update={"tray": (TrayItem(text="Where does this go?"),)})
    assert [problem.severity for problem in found(report, pack, "tray-not-empty")] == ["warning"]
