"""Implications in a table of either form, the consultation log, and a whole report in tables."""

import io
import re
from pathlib import Path

import pytest

from clerkwell.model import (
    Consultation,
    FieldValue,
    Landscape,
    Paragraph,
    Report,
    Text,
)
from clerkwell.word.writer import write_document
from helpers.building import blocks
from helpers.docx_making import p, parts_of, sdt, tc, tr
from helpers.independent import shown_by_libreoffice
from helpers.shipped import IDS, kept, sample, shipped
from helpers.tabled import (
    MANIFEST,
    consultations,
    costs,
    implications,
    lines,
    outcomes,
    recommendations,
    tabled_pack,
    tabled_report,
    told,
    written,
)

# Implications --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("short", [True, False])
def test_implications_in_a_table_are_the_same_from_either_form(short: bool) -> None:
    pack = tabled_pack(implications(short=short))
    report = tabled_report(pack)
    report = report.model_copy(
        update={"sections": tuple(s for s in report.sections if s.id in ("financial", "equalities"))}
    )
    report = report.model_copy(update={"appendices": (), "consultations": ()})
    assert lines(pack, report) == [
        *("Implications", "Issue", "Implications", "Sign-off"),
        *("Financial", "It costs £40,000.", "£30,000 this year", "£10,000 next year", "Sam Sample, Finance"),
        *("Equalities", "Considered: paths without steps.", ""),
    ]


@pytest.mark.parametrize("short", [True, False])
def test_the_whole_table_goes_with_the_last_implication(short: bool) -> None:
    pack = tabled_pack(p("a") + implications(short=short) + p("b"))
    assert written(pack, told(pack)) == p("a") + p("b")


@pytest.mark.parametrize("short", [True, False])
def test_a_draft_of_either_form_has_the_same_places_to_come_home_by(short: bool) -> None:
    pack = tabled_pack(implications(short=short))
    xml = written(pack, told(pack, financial="F", legal="L"), draft=True)
    tags = re.findall(r'<w:tag w:val="([^"]*)"/>', xml)
    assert tags == ["group:implications"] + [
        tag
        for each in ("financial", "legal")
        for tag in (f"section:{each}", f"heading:{each}", f"body:{each}", f"field:{each}-sign-off")
    ]
    aliases = re.findall(r'<w:alias w:val="([^"]*)"/>', xml)
    assert len(set(aliases)) == len(aliases)


def test_a_section_with_a_row_of_its_own_is_not_in_the_row_for_all() -> None:
    own = sdt("section:legal", tr(tc(p(sdt("heading:legal", "Legal"))), tc(sdt("body:legal", p("x"))), tc(p("seen"))))
    short = implications(short=True).replace("</w:tbl>", own + "</w:tbl>")
    pack = tabled_pack(short)
    assert lines(pack, told(pack, financial="F", legal="L"))[4:] == ["Financial", "F", "", "Legal", "L", "seen"]


def test_a_table_without_its_group_round_it_goes_too() -> None:
    bare = implications(short=False)
    bare = bare[bare.index("<w:tbl>") : bare.index("</w:tbl>") + len("</w:tbl>")]
    for table in (bare, bare.replace("<w:trPr><w:tblHeader/></w:trPr>", "")):
        pack = tabled_pack(p("a") + table + p("b"))
        assert written(pack, told(pack)) == p("a") + p("b")


@pytest.mark.parametrize("short", [True, False])
def test_a_table_of_a_section_in_a_cell_stands_below_and_not_in_it(short: bool) -> None:
    pack = tabled_pack(implications(short=short) + p("after"))
    wide = Landscape(blocks=(Paragraph(runs=(Text(text="said"),)), costs().model_copy(update={"id": "wide"})))
    report = told(pack, financial=(*blocks("F"), costs(), *blocks("G")), legal=(wide,))
    xml = written(pack, report)
    assert len(re.findall("<w:tbl>", xml)) == 3
    assert "</w:tbl><w:tbl>" not in xml
    table = xml[: xml.index("</w:tbl>")]
    assert "<w:tbl>" not in table[table.index("<w:tbl>") + 1 :]
    order = [table.index(f">{each}<") for each in ("F", "G", "said")]
    assert order == sorted(order)
    assert xml.count("Swings") == 2
    assert [each for each in lines(pack, report) if each.startswith("Table")] == [
        "Table\u00a01: Costs",
        "Table\u00a02: Costs",
    ]
    assert 'w:orient="landscape"' in xml
    assert xml.endswith(p("after"))


def test_rows_follow_the_reports_order_within_their_table() -> None:
    from helpers.docx_making import pack_of

    free = MANIFEST.replace('title = "Tabled report"', 'title = "Tabled report"\norder = "report"')
    for short in (True, False):
        pack = pack_of(p("a") + implications(short=short) + p("b"), free)
        found = lines(pack, told(pack, legal="L", equalities="E", financial="F"))
        assert [each for each in found if each in ("L", "E", "F")] == ["L", "E", "F"]
        assert found[-1] == "b"


# The consultation log ------------------------------------------------------------------------------------------------


def test_the_consultation_log_is_printed_where_the_template_has_a_place_for_it() -> None:
    pack = tabled_pack(consultations())
    report = Report(
        pack=pack.ref,
        consultations=(
            Consultation(who="Finance", part="financial", asked="1 May", answered="2 May", answer="Agreed."),
        ),
    )
    assert lines(pack, report)[-5:] == ["Finance", "Financial", "1 May", "2 May", "Agreed."]
    assert written(pack, Report(pack=pack.ref)) == p()


@pytest.mark.parametrize("pack_id", IDS)
def test_without_a_place_the_consultation_log_leaves_in_no_final(pack_id: str) -> None:
    pack = shipped(pack_id)
    planted = Consultation(
        who="tokenwho", part="tokenpart", asked="tokenasked", answered="tokenanswered", answer="tokenanswer"
    )
    report = sample(pack).model_copy(update={"consultations": (planted,)})
    for name, data in parts_of(write_document(report, pack, draft=False, attachments=kept(pack))).items():
        assert b"token" not in data, name


@pytest.mark.parametrize("kind", ["implications", "recommendations"])
def test_a_row_that_word_itself_repeats_is_a_row(kind: str) -> None:
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    body = implications(short=True) if kind == "implications" else recommendations()
    start = body.index(f'<w:sdt><w:sdtPr><w:alias w:val="repeat:{kind}"/>')
    row = body[body.index("<w:tr>", start) : body.index("</w:sdtContent></w:sdt></w:tbl>")]
    item = f"<w:sdt><w:sdtPr><w15:repeatingSectionItem {w15}/></w:sdtPr><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    word = sdt(f"repeat:{kind}", item * 2, f"<w15:repeatingSection {w15}/>")
    end = body.index("</w:sdtContent></w:sdt></w:tbl>") + len("</w:sdtContent></w:sdt>")
    report = tabled_report(tabled_pack()).model_copy(update={"appendices": (), "fields": {}, "repeats": {}})
    report = report.model_copy(update={"sections": report.sections[0 if kind == "recommendations" else 2 :][:3]})
    if kind == "recommendations":
        report = report.model_copy(update={"sections": report.sections[:1]})
    assert lines(tabled_pack(body[:start] + word + body[end:]), report) == lines(tabled_pack(body), report)


# Everything ----------------------------------------------------------------------------------------------------------


@pytest.mark.libreoffice
@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("draft", [True, False])
def test_libreoffice_shows_every_row(short: bool, draft: bool, tmp_path: Path) -> None:
    pack = tabled_pack(short=short)
    shown = "\n".join(shown_by_libreoffice(write_document(tabled_report(pack), pack, draft=draft), tmp_path))
    for words in (
        *("Outcome 1", "Good homes", "Members are asked to:", "approve the design", "its dates", "Each can be taken"),
        *("See 1 above.", "Table\u00a01.", "It costs £40,000.", "Sam Sample, Finance", "Considered: paths", "Schools"),
        *("the whole report", "What is built, for 1."),
    ):
        assert words in shown, words


def test_the_same_report_makes_the_same_bytes() -> None:
    pack = tabled_pack()
    report = tabled_report(pack)
    assert write_document(report, pack, draft=True) == write_document(report, pack, draft=True)
    assert io.BytesIO(write_document(report, pack, draft=False)).getvalue().startswith(b"PK")


def test_typed_rows_are_printed_where_a_pack_names_them_and_the_report_has_nothing_else() -> None:
    pack = tabled_pack(outcomes())
    report = Report(pack=pack.ref, repeats={"outcomes": ({"name": FieldValue(text="Typed")},)})
    assert lines(pack, report) == ["Outcomes:", "Typed"]
