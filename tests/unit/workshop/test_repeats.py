"""Places that repeat by themselves: a sound template has no fault, and each wrong one is told in words."""

import pytest

from clerkwell.workshop import check_pack, usable
from helpers.docx_making import p, pack_of, sdt, tbl, tc, tr
from helpers.tabled import MANIFEST, implications, inline, recommendations, tabled_pack, template


def told(body: str, manifest: str = MANIFEST, severity: str = "error") -> list[str]:
    return [each.message for each in check_pack(pack_of(body, manifest)) if each.severity == severity]


def one(body: str, manifest: str = MANIFEST) -> str:
    [message] = told(body, manifest)
    return message


WHOLE = template()
SHORT = template(short=True)


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("log", [True, False])
def test_either_form_is_sound_with_and_without_the_log(short: bool, log: bool) -> None:
    pack = tabled_pack(short=short, log=log)
    assert usable(pack) == ()
    assert told(template(short=short, log=log)) == []


def test_appendices_may_have_a_place_for_their_pages() -> None:
    place = sdt("repeat:appendix-pages", inline("field:appendix-pages.title") + inline("field:appendix-pages.text"))
    assert told(WHOLE + place) == []
    assert told(WHOLE + sdt("group:appendix-pages", p("Annexes") + place)) == []
    assert "“Appendix pages, each appendix written here: text”" in one(
        WHOLE + sdt("repeat:appendix-pages", inline("field:appendix-pages.title"))
    )
    row = sdt("repeat:appendix-pages", tr(tc(inline("field:appendix-pages.text"))))
    assert "stands in a table" in one(WHOLE + tbl(row))


def test_a_section_without_a_place_in_either_form_is_an_error() -> None:
    assert {
        each.partition("with the tag ")[2].partition(")")[0]
        for each in told(WHOLE.replace(implications(short=False), ""))
    } == {
        *(f"{kind}:{each}" for kind in ("section", "body") for each in ("financial", "legal", "equalities")),
        # Financial implications are run in: their heading begins their first line.
        *(f"heading:{each}" for each in ("legal", "equalities")),
        *(f"field:{each}-sign-off" for each in ("financial", "legal", "equalities")),
        "group:implications",
    }


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        ("field:implications.text", "has no place for the words of the sections of the group"),
        ("field:implications.issue", "does not say which section a row is of"),
    ],
)
def test_a_row_for_all_sections_needs_the_issue_and_its_words(gone: str, words: str) -> None:
    assert words in one(SHORT.replace(inline(gone), p("x")))


def test_sign_offs_that_nobody_is_asked_for_are_told() -> None:
    unasked = MANIFEST.replace('[[field]]\nid = "legal-sign-off"\ntitle = "Signed off by"\n', "")
    assert [each for each in told(SHORT, unasked, "warning") if "legal-sign-off" in each]
    unsigned = SHORT.replace(inline("field:implications.sign-off"), p("x"))
    assert all("-sign-off" in each for each in told(unsigned))
    assert len(told(unsigned)) == 3


def test_rows_of_a_section_stand_in_it() -> None:
    row = recommendations()
    rows = row[row.index("<w:tbl>") : row.index("</w:tbl>") + len("</w:tbl>")]
    assert "stands outside “section:recommendations”" in one(WHOLE.replace(rows, "") + rows)


def test_rows_of_a_section_need_a_place_for_their_words_and_are_rows() -> None:
    assert "has no place for the words of the items" in one(WHOLE.replace(inline("field:recommendations.text"), p("x")))
    word = p("a") + p(sdt("repeat:recommendations", sdt("field:recommendations.text", "x")))
    section = sdt("section:recommendations", word + sdt("body:recommendations", p("x")))
    assert "goes round a word" in one(WHOLE.replace(recommendations(), section))


def test_fields_of_such_a_row_stand_in_it() -> None:
    assert "stands outside “repeat:recommendations”" in one(WHOLE + inline("field:recommendations.number"))
    # The answers of a field may stand anywhere, one after another.
    assert told(WHOLE + inline("field:outcomes.name")) == []


def test_a_place_for_blocks_among_the_words_of_a_paragraph_is_told() -> None:
    among = p("<w:r><w:t>So: </w:t></w:r>" + sdt("field:implications.text", "x"))
    assert "stands among the words" in one(SHORT.replace(inline("field:implications.text"), among))
    body = p("<w:r><w:t>So: </w:t></w:r>" + sdt("body:background", "x"))
    assert "stands among the words" in one(WHOLE.replace(sdt("body:background", p("Text of this section")), body))
    alone = p(sdt("body:background", "x"))
    assert told(WHOLE.replace(sdt("body:background", p("Text of this section")), alone)) == []


def test_a_group_without_its_repeat_is_told() -> None:
    assert "goes with the rows of “Consultation log: once for each”" in one(
        template(log=False) + sdt("group:consultations", p("Consultation"))
    )


def test_rows_that_nobody_types_need_no_name_in_the_manifest() -> None:
    named = MANIFEST.replace("[[group]]", '[[repeat]]\nid = "outcomes"\ntitle = "O"\nsingular = "o"\n\n[[group]]', 1)
    assert told(WHOLE, named) == []
    assert [each for each in told(WHOLE, named, "warning") if "nobody types them" in each]


def test_a_header_is_no_place_for_blocks() -> None:
    row = sdt("repeat:implications", inline("field:implications.text") + inline("field:implications.issue"))
    pack = pack_of(WHOLE, MANIFEST, {"header1.xml": row})
    assert [each.message for each in check_pack(pack) if "in a header" in each.message]


def test_a_place_that_names_nothing_is_still_an_error() -> None:
    assert "does not ask for" in one(WHOLE + sdt("repeat:nothing", p("x")))
    assert any("does not ask for" in each for each in told(WHOLE + sdt("field:recommendations.owner", p("x"))))
