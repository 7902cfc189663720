"""What a control of each kind remembers of its answer: a day, an item of a list, a tick."""

from collections.abc import Mapping

import pytest

from clerkwell.model import FieldValue
from helpers.building import make_report
from helpers.controls_read import words_of_part
from helpers.docx_making import body_of, p, plain, sdt
from helpers.filled import REPORT, committees, written

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
PROMPT = "<w:showingPlcHdr/>"
KINDS: Mapping[str, tuple[str, str, str]] = {
    # What the control is, what is answered, what it remembers then.
    "a day": ('<w:date w:fullDate="2020-01-01T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>', "7 May 2026",
              '<w:date w:fullDate="2026-05-07T00:00:00Z">'),
    "no day": ('<w:date w:fullDate="2020-01-01T00:00:00Z"/>', "in the spring", "<w:date/>"),
    "an item": ('<w:dropDownList w:lastValue="1"><w:listItem w:displayText="One" w:value="1"/><w:listItem'
                ' w:displayText="Two" w:value="2"/></w:dropDownList>', "Two", '<w:dropDownList w:lastValue="2">'),
    "no item": ('<w:comboBox w:lastValue="1"><w:listItem w:displayText="One" w:value="1"/></w:comboBox>', "Ten",
                "<w:comboBox><w:listItem"),
    "lines": ("<w:text/>", "One\nTwo", '<w:text w:multiLine="1"/>'),
    "a picture": ("<w:picture/>", "Words", "</w:sdtPr>"),
    "bound": ('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>', "Words", "</w:sdtPr>"),
    "bound anew": (f'<w15:dataBinding {W15} w:xpath="/a" w:storeItemID="{{1}}"/>', "Words", "</w:sdtPr>"),
    "coloured": (f'<w15:color {W15} w:val="FF0000"/><w15:appearance {W15} w15:val="tags"/>', "Words",
                 '<w15:color w:val="FF0000"/><w15:appearance w15:val="tags"/>'),
    "put together": ('<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>', "Words",
                     "docPartGallery"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_control_remembers_agrees_with_its_words(kind: str) -> None:
    properties, answer, remembered = KINDS[kind]
    report = committees(("Parks", answer)) if kind.endswith("day") else make_report(fields={"subject": answer})
    tag = "field:committees.date" if kind.endswith("day") else "field:subject"
    body = p(sdt(tag, "x", PROMPT + properties))
    data = written(sdt("repeat:committees", body) if kind.endswith("day") else body, report, draft=True)
    assert remembered in plain(body_of(data))
    for gone in ("<w:picture", "dataBinding", "showingPlcHdr", "2020-01-01"):
        assert gone not in body_of(data)
    assert words_of_part(data, "word/document.xml") == [answer.replace("\n", "")]
    assert words_of_part(written(body, report, draft=False), "word/document.xml") == [answer.replace("\n", "")]


BOX = (
    f'<w14:checkbox {W14}><w14:checked w14:val="0"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


@pytest.mark.parametrize(
    ("answer", "shown", "checked"),
    [("Yes", "☑", '<w14:checked w14:val="1"/>'), ("No", "☐", '<w14:checked w14:val="0"/>'), ("Perhaps", "Perhaps", "")],
)
def test_a_box_is_ticked_or_gives_way_to_other_words(answer: str, shown: str, checked: str) -> None:
    value = answer if answer in ("Yes", "No") else None
    report = REPORT.model_copy(update={"fields": {"spending": FieldValue(text=answer, value=value)}})
    body = p(sdt("field:spending", "<w:r><w:rPr><w:b/></w:rPr><w:t>☐</w:t></w:r>", BOX))
    xml = body_of(written(body, report, draft=True))
    assert checked in xml if checked else "checkbox" not in xml
    assert words_of_part(written(body, report, draft=False), "word/document.xml") == [shown]
    if checked:
        font = "Segoe UI Symbol" if answer == "Yes" else "MS Gothic"
        assert f'<w:rFonts w:ascii="{font}"' in xml


def test_a_box_that_nobody_answered_stays_unticked() -> None:
    assert words_of_part(written(p(sdt("field:spending", "☐", BOX)), draft=False), "word/document.xml") == ["☐"]
