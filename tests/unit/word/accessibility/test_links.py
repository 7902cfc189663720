"""Links: words that say where they lead."""

import pytest

from helpers.readable import document, field, found, link, para, problem, run

LINKED = '<w:rStyle w:val="Hyperlink"/>'


def inner(words: str, looks: str, attributes: str = 'r:id="l1"') -> str:
    """A paragraph with a link of this look."""
    return f"<w:p>{run('Read ')}<w:hyperlink {attributes}>{run(words, looks)}</w:hyperlink>{run(' first.')}</w:p>"


FAULTS = {
    "link-text": [
        document(link(words))
        for words in (
            "click here",
            "Here",
            "this page",
            "Read more…",
            "more information",
            "Click on this link",
            "website",
        )
    ]
    + [document(para(run("See ") + field('HYPERLINK "https://www.example.org/a"', "here") + run(".")))],
    "link-address": [
        document(link("https://www.example.org/trees")),
        document(link("www.example.org/trees")),
        document(link("example.org/trees/oaks")),
    ],
    "link-short": [document(link("Oaks"))],
    "link-empty": [document(f'<w:p>{run("See ")}<w:hyperlink r:id="l1"/>{run("this.")}</w:p>')],
    "link-broken": [
        document(link("the trees of the borough", "l9")),
        document(inner("the oaks below", LINKED, 'w:anchor="Oaks"')),
    ],
    "link-colour-alone": [document(inner("the trees of the borough", '<w:color w:val="0B4A9E"/>'))],
}

SOUND = {
    "words that say it": document(link("the council’s list of trees")),
    "an address of email": document(link("trees@example.org")),
    "a link inside the document": document(
        inner("the oaks below", LINKED, 'w:anchor="Oaks"')
        + '<w:p><w:bookmarkStart w:id="1" w:name="Oaks"/>'
        + run("Oaks.")
        + "</w:p>"
    ),
    "a link in a field": document(
        para(
            run("See ")
            + field('HYPERLINK "https://www.example.org/a"', "").replace(run(""), run("the list of trees", LINKED))
            + run(".")
        )
    ),
    "the word more inside others": document(link("more than forty trees")),
}


@pytest.mark.parametrize(("rule", "data"), [(rule, data) for rule, every in FAULTS.items() for data in every])
def test_a_fault_is_found_and_nothing_else(rule: str, data: bytes) -> None:
    assert set(found(data)) == {rule}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_only_looks_like_a_fault_is_let_be(name: str) -> None:
    assert found(SOUND[name]) == []


def test_the_link_s_words_and_its_place_are_told() -> None:
    told = problem(document(link("click here")))
    assert told.quote == "click here"
    assert told.message.startswith(
        "Paragraph 3 (“See click here for more.”): the link’s words, “click here”, do not say"
    )
