"""Words about a computer without those about a person."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clerkwell.session.unnamed import Person, this_person, unnamed

SAM = Person(
    "sam.sample",
    Path("/home/sam.sample"),
    {"author’s name": "Sam Sample", "author’s telephone number": "020 7946 0123", "author’s post": ""},
)
WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"], include_characters=" ’-"), min_size=1, max_size=30).filter(
    lambda name: name.strip(" ’-") == name
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("settings in /home/sam.sample/.config/clerkwell", "settings in ~/.config/clerkwell"),
        ("profile /srv/profiles/sam.sample/state", "profile /srv/profiles/[account]/state"),
        ("C:\\Users\\SAM.SAMPLE\\AppData\\Local", "C:\\Users\\[account]\\AppData\\Local"),
        ("written by Sam Sample (020 7946 0123)", "written by [author’s name] ([author’s telephone number])"),
        ("ask someone.else@example.org", "ask [e-mail address]"),
        ("There is no file /home/sam.sample/Exempt cuts 2026.docx; look", "There is no file [a file].docx; look"),
        ('"Redundancies at Example Street.clerkwell" is open', "[a file].clerkwell is open"),
        ("\\\\files\\exempt\\Cuts to staff.pdf", "[a file].pdf"),
        ("opened Redundancies.docx", "opened [a file].docx"),
        ("Nothing of that kind, on 3 November.", "Nothing of that kind, on 3 November."),
        ("clerkwell.session.saving: 12.5 seconds", "clerkwell.session.saving: 12.5 seconds"),
        ("PySide6 6.11.3, /usr/lib/python3/widgets.py, line 4", "PySide6 6.11.3, /usr/lib/python3/widgets.py, line 4"),
        ("[Errno 2] No such file: '/….docx'", "[Errno 2] No such file: '/….docx'"),
    ],
)
def test_what_is_the_persons_is_not_told(text: str, left: str) -> None:
    assert unnamed(text, SAM) == left


@example("0’0", "clerkwell", '"')
@example("Jo's 0’0", "docx", '"')
@given(
    WORDS, st.sampled_from(("clerkwell", "docx", "pdf", "XLSX")), st.sampled_from(("/mnt/", "C:\\", "\\\\s\\t\\", '"'))
)
def test_no_file_is_told_by_its_name_wherever_it_is(name: str, kind: str, root: str) -> None:
    end = '"' if root == '"' else ""
    assert unnamed(f"opened {root}{name}.{kind}{end} then", Person()) == f"opened [a file].{kind.lower()} then"


def test_what_is_the_programs_own_may_be_told() -> None:
    told = unnamed("/opt/templates/template.docx", Person(), lambda path: path.startswith("/opt/templates"))
    assert told == "/opt/templates/template.docx"


def test_a_short_name_is_no_reason_to_tear_words_apart() -> None:
    person = Person("al", Path("/"), {"author’s name": "Al", "author’s post": "Clerk"})
    assert unnamed("Alarm in /usr/local: Clerkwell, al", person) == "Alarm in /usr/local: Clerkwell, al"


def test_who_is_logged_in_is_found() -> None:
    assert this_person({}).home == Path.home()
