"""Addresses that a document may hold."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.word.writer.addresses import address


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/%20%zz", "https://example.org/%20%25zz"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC"),
        ("https://example.org:8080/", "https://example.org:8080/"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org", "https://example.org"),
        ("name@example.org", "mailto:name@example.org"),
        ("mailto:name@example.org", "mailto:name@example.org"),
        ("tel:+442079460123", "tel:+442079460123"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("#place", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://example.org:99999/", None),
        ("https://user:word@example.org/", None),
        ("see above", None),
        ("", None),
    ],
)
def test_a_link_becomes_an_address_or_nothing(link: str, target: str | None) -> None:
    assert address(link) == target


@given(st.one_of(st.text(), st.text().map(lambda rest: f"https://example.org/{rest}")))
def test_whatever_comes_is_ascii_without_spaces_or_is_nothing(link: str) -> None:
    target = address(link)
    if target is not None:
        assert target.isascii()
        assert not set(target) & set(' "<>\\^`{|}\n\t')
        assert urlsplit(target).scheme in {"http", "https", "mailto", "tel", "ftp", "ftps"}


def test_an_address_longer_than_word_follows_is_left_as_words() -> None:
    assert address("https://example.org/" + "a" * 2000) is not None
    assert address("https://example.org/" + "a" * 2100) is None
    assert address("https://example.org/" + "é" * 1000) is None
