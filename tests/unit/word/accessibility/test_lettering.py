"""Letters: size, font, capitals, contrast, alignment; by hand, by style, by theme, by table."""

from typing import TypedDict

import pytest

from helpers.docx_making import W
from helpers.readable import (
    DEFAULTS,
    GOOD_TABLE,
    STYLES,
    cell,
    document,
    found,
    link,
    para,
    problem,
    row,
    run,
    style,
    table,
    text_box,
)

WORDS = "Oaks are old, and beeches are young."
MORE = " ".join(["oaks"] * 24)
HEAD = row("Tree", "Height", header=True)
END = para("That is all.")


def looking(looks: str, words: str = WORDS) -> str:
    """A paragraph whose words look so."""
    return para(run(words, looks))


def styled(inner: str, words: str = WORDS) -> bytes:
    """A document with a paragraph of a style with these properties."""
    return document(para(words, "Own"), styles=DEFAULTS + STYLES + style("Own", "Own", inner))


class Fonts(TypedDict):
    """A table of fonts, as the document takes it."""

    parts: dict[str, str]
    relations: tuple[tuple[str, str, str], ...]


def roman(font: str) -> Fonts:
    """A table of fonts that says that this one has serifs."""
    listed = f'<w:font w:name="{font}"><w:family w:val="roman"/></w:font>'
    return {
        "parts": {"fontTable.xml": f'<w:fonts xmlns:w="{W}">{listed}</w:fonts>'},
        "relations": (("ft", "fontTable", "fontTable.xml"),),
    }


GREY = '<w:color w:val="AAAAAA"/>'
FAULTS = {
    "text-small": [
        document(looking('<w:sz w:val="20"/>')),
        styled('<w:rPr><w:sz w:val="22"/></w:rPr>'),
        styled('<w:basedOn w:val="Strong"/><w:rPr><w:sz w:val="22"/></w:rPr>'),
        document(footer=looking('<w:sz w:val="16"/>')),
        # No size anywhere: Word shows 10 points.
        document(styles=DEFAULTS.replace('<w:sz w:val="24"/>', "") + STYLES),
    ],
    "text-serif": [
        document(looking('<w:rFonts w:ascii="Times New Roman"/>')),
        styled('<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'),
        # The theme's font for text goes before the name beside it.
        styled('<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/></w:rPr>'),
        document(looking('<w:rFonts w:ascii="Councilface"/>'), **roman("Councilface")),
    ],
    "text-capitals": [
        document(para("THE OAKS OF EXAMPLE STREET ARE OLD")),
        styled("<w:rPr><w:caps/></w:rPr>"),
        document(looking("<w:caps/>")),
    ],
    "text-italics": [document(looking("<w:i/>", MORE)), styled("<w:rPr><w:i/></w:rPr>", MORE)],
    "text-underlined": [document(para(run("Oaks are ") + run("old", '<w:u w:val="single"/>') + run(".")))],
    "text-justified": [
        document(para(WORDS, more='<w:jc w:val="both"/>')),
        styled('<w:pPr><w:jc w:val="both"/></w:pPr>'),
    ],
    "text-not-left": [document(para(MORE, more='<w:jc w:val="center"/>'))],
    "text-moving": [document(looking('<w:effect w:val="blinkBackground"/>'))],
    "text-colour-alone": [
        document(para(run("Oaks are ") + run("old", '<w:color w:val="C00000"/>') + run("."))),
        # The longest run is the odd one out, as the usual words stand on both sides of it.
        document(para(run("Oaks near ") + run("the old mill", '<w:color w:val="C00000"/>') + run(" are ill."))),
    ],
    "text-by-hand": [document(para(run("Oaks are ") + run("old", "<w:b/>") + run(".")))],
    "text-contrast": [
        document(looking(GREY)),
        styled(f"<w:rPr>{GREY}</w:rPr>"),
        # The theme's colour counts, and not the value that stands beside it.
        document(looking('<w:color w:val="000000" w:themeColor="accent4"/>')),
        # 4472C4 has 4.7 to 1 on white, and a tint of it less.
        document(looking('<w:color w:val="4472C4" w:themeColor="accent1" w:themeTint="99"/>')),
        document(looking('<w:shd w:val="clear" w:fill="404040"/><w:color w:val="000000"/>')),
        document(para(run(WORDS, '<w:color w:val="000000"/>'), more='<w:shd w:val="clear" w:fill="333333"/>')),
        document(table(HEAD, row(cell(looking('<w:color w:val="FFFFFF"/>', "Oak")), "9 m")) + END),
        document(
            table(
                HEAD,
                row(cell(looking('<w:color w:val="333333"/>', "Oak"), '<w:shd w:val="clear" w:fill="1F4E79"/>'), "9 m"),
            )
            + END
        ),
        document(
            table(
                row(cell(looking('<w:color w:val="1F4E79"/>', "Tree")), "Height", header=True),
                row("Oak", "9 m"),
                look='<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>',
            )
            + END
        ),
    ],
}

SOUND = {
    "12 points": document(looking('<w:sz w:val="24"/>')),
    "12 points in another unit": document(looking('<w:sz w:val="12pt"/>')),
    "a small footnote mark": document(
        para(run("Oaks") + run("2", '<w:sz w:val="16"/><w:vertAlign w:val="superscript"/>') + run(" are old."))
    ),
    "small blanks": document(para(run("Oaks") + run(" ", '<w:sz w:val="8"/>') + run("are old."))),
    "a font without serifs that the document's table of fonts calls roman": document(**roman("Arial")),
    "a sans serif with a name like others": document(looking('<w:rFonts w:ascii="Century Gothic"/>')),
    "acronyms": document(para("The DfE and the NHS.")),
    "caps switched off again": styled('<w:rPr><w:caps w:val="0"/></w:rPr>'),
    "an underlined link": document(link("the council’s list of trees")),
    "a centred heading": document(para("Oaks", "Heading2", '<w:jc w:val="center"/>') + para(WORDS)),
    "black on white, said outright": document(looking('<w:color w:val="000000"/>')),
    "Word's automatic colour on a dark cell": document(
        table(HEAD, row(cell("Oak", '<w:shd w:val="clear" w:fill="1F1F1F"/>'), "9 m")) + END
    ),
    "grey letters of 18 points": document(looking('<w:color w:val="858585"/><w:sz w:val="36"/>')),
    "grey letters of 14 points in bold": styled('<w:rPr><w:b/><w:color w:val="858585"/><w:sz w:val="28"/></w:rPr>'),
    "white letters in a cell that is shaded": document(
        table(
            HEAD,
            row(cell(looking('<w:color w:val="FFFFFF"/>', "Oak"), '<w:shd w:val="clear" w:fill="1F4E79"/>'), "9 m"),
        )
        + END
    ),
    "white letters in a cell that is shaded by a theme": document(
        table(
            HEAD,
            row(
                cell(
                    looking('<w:color w:val="FFFFFF"/>', "Oak"),
                    '<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1" w:themeFillShade="80"/>',
                ),
                "9 m",
            ),
        )
        + END
    ),
    "a colour that is bold as well": document(
        para(run("Oaks are ") + run("old", '<w:rStyle w:val="Strong"/><w:color w:val="C00000"/>') + run("."))
    ),
    "a whole paragraph in one colour": document(looking('<w:color w:val="1F4E79"/>')),
    "letters on a pattern, which are not judged": document(
        table(
            HEAD,
            row(
                cell(looking('<w:color w:val="FFFFFF"/>', "Oak"), '<w:shd w:val="diagStripe" w:fill="000000"/>'), "9 m"
            ),
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


def test_a_fault_of_a_style_is_told_once_with_a_count_however_often_it_is_used() -> None:
    small = style("Own", "Own", '<w:rPr><w:sz w:val="20"/></w:rPr>')
    told = problem(document(para(WORDS, "Own") * 500, styles=DEFAULTS + STYLES + small))
    assert told.message == (
        "The style “Own” (in 500 places, first in paragraph 3 (“Oaks are old, and beeches are young.”)): the letters "
        "are 10 points, less than 12. Make them 12 or more in the style: Home > Styles > Modify."
    )


def test_a_style_gets_its_size_from_what_it_is_based_on() -> None:
    both = style("A", "First", '<w:rPr><w:sz w:val="20"/></w:rPr>') + style("B", "Second", '<w:basedOn w:val="A"/>')
    assert "The style “First”" in problem(document(para(WORDS, "B"), styles=DEFAULTS + STYLES + both)).message


def test_styles_based_on_each_other_in_a_ring_do_no_harm() -> None:
    ring = style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>')
    assert found(document(para(WORDS, "A"), styles=DEFAULTS + STYLES + ring)) == []


def test_the_same_fault_by_hand_is_told_once_with_its_first_places() -> None:
    told = problem(document(looking('<w:sz w:val="20"/>') * 5))
    assert told.message.startswith("Paragraph 3 (“Oaks are old, and beeches are young.”), paragraph 4 (")
    assert "and 2 other places: the letters are 10 points" in told.message


def test_the_contrast_and_both_colours_are_told() -> None:
    assert (
        "(#AAAAAA) and what is behind them (#FFFFFF) is 2.3 to 1, less than 4.5 to 1"
        in problem(document(looking(GREY))).message
    )


def test_letters_in_a_text_box_are_judged_by_its_fill() -> None:
    white = looking('<w:color w:val="FFFFFF"/>')
    dark = '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>'
    assert set(found(document(text_box(white, fill=dark) + END))) == {"text-box"}
    assert set(found(document(text_box(white, fill="<a:noFill/>") + END))) == {"text-box", "text-contrast"}


def test_the_page_s_colour_counts_where_word_shows_it() -> None:
    coloured = '<w:background w:color="1F1F1F"/>'
    grey = looking('<w:color w:val="333333"/>')
    assert found(document(grey, background=coloured)) == []
    assert found(document(grey, background=coloured, settings="<w:displayBackgroundShape/>")) == ["text-contrast"]


def test_what_stands_in_a_footer_weighs_less_than_the_text() -> None:
    assert problem(document(footer=looking('<w:sz w:val="16"/>'))).severity == "info"
    assert problem(document(header=para("NOT FOR PUBLICATION BY ANYBODY"))).severity == "info"


def test_settings_may_turn_the_theme_s_light_and_dark_colours_over() -> None:
    text = looking('<w:color w:val="000000" w:themeColor="text1"/>')
    turned = '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1" w:bg2="dark2" w:t2="light2"/>'
    assert found(document(text)) == []
    assert found(document(text, settings=turned)) == ["text-contrast"]


def test_a_good_table_needs_nothing() -> None:
    assert found(document(GOOD_TABLE + END)) == []
