"""From a role to a style, along the chain that is written down."""

import pytest
from lxml import etree

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.writer.roles import Looks
from helpers.docx_making import W


def looks(roles: dict[str, str], *names: str, kind: str = "paragraph", default: str = "Normal") -> Looks:
    made = "".join(
        f'<w:style w:type="{kind}" w:default="{int(name == default)}" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return Looks(roles, Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{made}</w:styles>')))


def test_the_packs_own_style_comes_first() -> None:
    assert looks({"bullet": "Our Bullet"}, "Normal", "Our Bullet", "List Bullet").paragraph("bullet") == "OurBullet"


def test_then_words_own_style_for_the_same_thing() -> None:
    assert looks({}, "Normal", "List Bullet").paragraph("bullet") == "ListBullet"
    assert looks({"bullet": "Not there"}, "Normal", "List Bullet").paragraph("bullet") == "ListBullet"


def test_then_that_of_the_wider_role() -> None:
    found = looks({"paragraph": "Words"}, "Normal", "Words", "List Bullet")
    assert found.paragraph("bullet-3") == "ListBullet"
    assert found.paragraph("numbered-paragraph") == "Words"
    assert found.paragraph("a role of the pack's own") == "Words"


def test_at_last_the_style_of_whatever_names_none() -> None:
    assert looks({}, "Plain", default="Plain").paragraph("quotation") == "Plain"


def test_a_template_without_paragraph_styles_is_refused_in_words() -> None:
    with pytest.raises(WordError, match=r'no paragraph style for "bullet".*\[roles\]'):
        looks({}).paragraph("bullet")


def test_characters_and_tables_may_have_no_style() -> None:
    assert looks({}, "Normal").character("hyperlink") is None
    assert looks({}, "Normal").table() is None
    assert looks({"hyperlink": "Link"}, "Link", kind="character").character("hyperlink") == "Link"
    assert looks({}, "Table Grid", kind="table").table() == "TableGrid"
