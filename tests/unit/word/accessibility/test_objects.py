"""Pictures and other objects: described in words, in line with the text."""

import pytest

from helpers.readable import document, drawing, found, para, problem, text_box

GOOD = 'descr="An oak before the town hall"'
END = para("That is all.")
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)
OUTSIDE = (("p9", "image", "https://www.example.org/oak.png"),)


def old(shape: str) -> str:
    """A paragraph with a drawing of the older kind."""
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


FAULTS = {
    "alt-text-missing": [
        document(drawing("") + END),
        document(drawing('descr="  "') + END),
        document(drawing("", picture=False) + END),
        document(old('<v:shape id="a" style="width:9pt"><v:imagedata r:id="p1"/></v:shape>') + END),
        document("<w:p><w:r><w:object><v:shape id='a'><v:imagedata r:id='p1'/></v:shape></w:object></w:r></w:p>" + END),
        document(header=drawing("")),
    ],
    "alt-text-file-name": [
        document(drawing('descr="image1.png"') + END),
        document(drawing('descr="C:\\Users\\a\\Oak tree.JPG"') + END),
        document(old('<v:shape id="a" alt="scan.tif"><v:imagedata r:id="p1"/></v:shape>') + END),
    ],
    "alt-text-poor": [
        document(drawing('descr="Picture 3"') + END),
        document(drawing('descr="image"') + END),
        document(drawing('descr="A tree. Description automatically generated"') + END),
        document(drawing('descr="https://www.example.org/a"') + END),
    ],
    "object-not-in-line": [
        document(drawing(GOOD, "anchor") + END),
        document(old('<v:rect id="a" alt="A map of the park" style="position:absolute;width:9pt"/>') + END),
    ],
    "text-box": [
        document(text_box(para("Oaks are old.")) + END),
        document(
            old(
                f'<v:shape style="position:absolute"><v:textbox><w:txbxContent>{para("Oaks.")}</w:txbxContent>'
                "</v:textbox></v:shape>"
            )
            + END
        ),
    ],
    "word-art": [document(old('<v:shape id="a" alt="Oaks"><v:textpath string="Oaks are old"/></v:shape>') + END)],
    "picture-linked": [document(drawing(GOOD, embed='r:link="p9"') + END, relations=OUTSIDE)],
    "background-picture": [
        document(
            background='<w:background w:color="FFFFFF"><v:background><v:fill r:id="p1"/></v:background></w:background>'
        )
    ],
}

SOUND = {
    "a picture with words": document(drawing(GOOD) + END),
    "a picture marked as decorative": document(drawing("", inner=DECORATIVE) + END),
    "a title instead of a description": document(drawing('title="An oak before the town hall"') + END),
    "a line across the page": document(old('<v:rect style="width:0;height:1.5pt" o:hr="t"/>') + END),
    "a hidden picture": document(drawing('hidden="1"') + END),
    "one drawing kept in two ways": document(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        + drawing(GOOD).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
        + "</mc:Choice><mc:Fallback><w:pict><v:shape id='a'><v:imagedata r:id='p1'/></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + END
    ),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_a_picture_in_a_header_is_named_there() -> None:
    assert problem(document(header=drawing(""))).message.startswith("The header: the picture has no alternative text.")


def test_a_text_box_in_line_weighs_less_than_a_floating_one() -> None:
    assert problem(document(text_box(para("Oaks are old."), "inline") + END)).severity == "info"


def test_words_in_a_text_box_are_read_like_others() -> None:
    small = '<w:p><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>Oaks are old.</w:t></w:r></w:p>'
    assert set(found(document(text_box(small) + END))) == {"text-box", "text-small"}


def test_each_picture_is_told_by_itself() -> None:
    assert found(document(drawing("") + drawing("") + END)) == ["alt-text-missing"] * 2
