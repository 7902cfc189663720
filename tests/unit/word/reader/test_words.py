"""The words of a paragraph, as they are shown."""

import pytest

from clerkwell.word.reader.document import Span
from helpers.docx_making import p, sdt, tbl, tc, tr
from helpers.wordprocessing import box, field, lines, only, paragraphs, read, spans, t


def words(inner: str) -> str:
    return "".join(span.text for span in spans(inner))


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (t("a") + "<w:r><w:tab/></w:r>" + t("b"), "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>", "co\u00adop\u2011x"),
        ('<w:r><w:t>a</w:t><w:ptab w:relativeTo="margin" w:alignment="right"/><w:t>b</w:t></w:r>', "a\tb"),
        ("<w:r><w:t>one\ntwo\tthree</w:t></w:r>", "one two three"),
        ('<w:smartTag w:element="City"><w:smartTagPr/>' + t("Leeds") + "</w:smartTag>", "Leeds"),
        ('<w:customXml w:element="x">' + t("wrapped") + "</w:customXml>", "wrapped"),
        ('<w:bdo w:val="rtl">' + t("right") + "</w:bdo>", "right"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>small</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>",
            "base (small)",
        ),
    ],
)
def test_marks_and_wrappers_are_read_as_they_are_shown(inner: str, shown: str) -> None:
    assert words(inner) == shown


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (t("page ") + field("PAGE", t("4")), "page 4"),
        ('<w:fldSimple w:instr="DATE">' + t("1 May") + "</w:fldSimple>", "1 May"),
        (field(" IF " + "x", field("DOCPROPERTY y", t("in")) + t(" and out")), "in and out"),
        (field("MACROBUTTON NoMacro [Click and type]"), "[Click and type]"),
        (field('SYMBOL 252 \\f "Wingdings" \\s 12'), "✓"),
        (field("EQ \\f(1,2)"), "(1,2)"),
        (field("FORMTEXT", t("typed")), "typed"),
        (field("FORMTEXT", ""), ""),
        (field("FORMCHECKBOX", "", begin="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"), "☒"),
        (field("FORMCHECKBOX", "", begin='<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'), "☐"),
        (
            field(
                "FORMDROPDOWN",
                "",
                begin='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/>'
                "</w:ddList></w:ffData>",
            ),
            "Yes",
        ),
        (t("a ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + t("never ends"), "a never ends"),
        (t("a ") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t("never begins"), "a never begins"),
    ],
)
def test_fields_show_their_results_and_not_their_codes(inner: str, shown: str) -> None:
    assert words(inner) == shown


def test_a_field_over_several_paragraphs_shows_all_of_them() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = p(begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("One")) + p("Two")
    body += p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t("after"))
    assert lines(read(body).blocks) == ["One", "Two", "after"]


def test_a_number_that_only_word_works_out_is_named_with_its_place() -> None:
    found = read(p(t("See item ") + field("LISTNUM")))
    assert found.unread == ("a number that only Word works out after “See item”",)


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "FC", "✓"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F04A", "☺"),
        ("Wingdings", "F0E0", "→"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0AE", "→"),
        ("Wingdings 2", "F050", "✓"),
        ("Nobody's Font", "F045", "•"),
        ("Arial", "2713", "✓"),
        ("Arial", "zz", ""),
        ("Arial", "D800", ""),
    ],
)
def test_symbols_of_fonts_are_the_characters_that_they_show(font: str, code: str, shown: str) -> None:
    assert words(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>') == shown


def test_private_characters_in_words_are_read_by_the_font_of_their_run() -> None:
    assert words(t("\uf0fc done", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')) == "✓ done"


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        ("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>", "a/b"),
        ("<m:f><m:num>{a}<m:r><m:t>+</m:t></m:r>{b}</m:num><m:den>{b}</m:den></m:f>", "(a+b)/b"),
        ("<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>", "a^b"),
        ("<m:sSubSup><m:e>{a}</m:e><m:sub>{b}</m:sub><m:sup>{a}</m:sup></m:sSubSup>", "a_b^a"),
        ("<m:rad><m:deg/><m:e>{a}</m:e></m:rad>", "√a"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{a}</m:sub><m:sup>{b}</m:sup><m:e>{a}</m:e></m:nary>',
         "∑_a^b a"),
        ("<m:d><m:e>{a}</m:e></m:d>", "(a)"),
        ("<m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e>{a}</m:e></m:func>", "sin a"),
        ("<m:m><m:mr><m:e>{a}</m:e><m:e>{b}</m:e></m:mr><m:mr><m:e>{b}</m:e><m:e>{a}</m:e></m:mr></m:m>",
         "[a, b; b, a]"),
        ("<m:limLow><m:e>{a}</m:e><m:lim>{b}</m:lim></m:limLow>", "a_b"),
        ("<m:someNewThing><m:e>{a}</m:e></m:someNewThing>", "a"),
    ],
)  # fmt: skip
def test_equations_are_read_as_one_line(equation: str, line: str) -> None:
    letters = {"a": "<m:r><m:t>a</m:t></m:r>", "b": "<m:r><m:t>b</m:t></m:r>"}
    assert words(f"<m:oMath>{equation.format(**letters)}</m:oMath>") == line


def test_an_equation_that_is_nested_without_end_is_read_nevertheless() -> None:
    inner = "<m:r><m:t>x</m:t></m:r>"
    for _ in range(100):
        inner = f"<m:f><m:num>{inner}</m:num><m:den><m:r><m:t>y</m:t></m:r></m:den></m:f>"
    assert words(f"<m:oMath>{inner}</m:oMath>").count("y") == 100


def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on() -> None:
    found = read(p(t("before ") + box(p("boxed") + tbl(tr(tc(p("cell"))))) + t("behind")) + p("next"))
    assert lines(found.blocks) == ["before behind", "boxed", "cell", "next"]
    assert [each.box for each in paragraphs(found.blocks)] == [False, True, True, False]


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    letter = p(t("O"), more='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert lines(read(letter + p(t("nce upon"))).blocks) == ["Once upon"]
    assert lines(read(letter).blocks) == ["O"]


def test_words_outside_of_any_paragraph_are_not_lost() -> None:
    assert lines(read(t("stray") + p("a") + tbl(tr(tc(t("in a cell"))))).blocks) == ["stray", "a", "in a cell"]


def test_hidden_words_are_read_and_marked() -> None:
    assert spans(t("seen") + t("unseen", "<w:vanish/>")) == (Span("seen"), Span("unseen", hidden=True))


def test_runs_of_one_look_are_one_span() -> None:
    assert spans(t("one ") + '<w:proofErr w:type="spellStart"/>' + t("two", '<w:lang w:val="en-GB"/>')) == (
        Span("one two"),
    )


def test_words_in_alternate_content_are_read_in_the_first_way_that_is_understood() -> None:
    ways = (
        '<mc:AlternateContent><mc:Choice Requires="strange"><w:r><w:t>new</w:t></w:r></mc:Choice>'
        '<mc:Choice Requires="w14"><w:r><w:t>known</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert words(ways) == "known"
    assert words(ways.replace('"w14"', '"stranger"')) == "old"


def test_controls_in_controls_are_read_in_their_order() -> None:
    found = only(read(p(sdt("a", t("x") + sdt("b", t("y"), number=2), number=1) + t("z"))))
    assert found.spans == (Span("x", controls=(1,)), Span("y", controls=(1, 2)), Span("z"))
