"""The author's own wordings and characters, in a file of their own."""

from pathlib import Path

import pytest

from clerkwell.model import Cell, Image, ListItem, Paragraph, Reference, Table, Text
from clerkwell.session.own_inserts import AuthorsInserts, keepable
from clerkwell.system import FileError

WORDS = (Paragraph(runs=(Text(text="That "), Text(text="all", bold=True))), ListItem(runs=(Text(text="agree"),)))


def test_wordings_are_kept_by_name_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "wordings.json"
    inserts = AuthorsInserts(path)
    assert inserts.wordings == ()

    inserts.add("Thanks", WORDS)
    inserts.add(" approval  of all ", WORDS[:1])

    again = AuthorsInserts(path)
    assert [each.name for each in again.wordings] == ["approval of all", "Thanks"]
    assert again.wordings[1].blocks == WORDS
    again.rename("Thanks", "Words of thanks")
    again.remove("approval of all")
    assert [each.name for each in AuthorsInserts(path).wordings] == ["Words of thanks"]


def test_a_name_is_given_once_whatever_its_capitals() -> None:
    inserts = AuthorsInserts()
    inserts.add("Thanks", WORDS)
    inserts.add("THANKS", WORDS[:1])

    assert [(each.name, each.blocks) for each in inserts.wordings] == [("THANKS", WORDS[:1])]
    assert inserts.has("thanks ")


def test_the_characters_used_last_come_first_each_once_and_not_for_ever(tmp_path: Path) -> None:
    inserts = AuthorsInserts(tmp_path / "w.json")
    for each in "abcdefghijklmnopqrstab":
        inserts.used(each)

    assert "".join(AuthorsInserts(tmp_path / "w.json").characters) == "batsrqponmlkjihg"


def test_a_file_that_cannot_be_understood_is_set_aside_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "wordings.json"
    path.write_text("{ somebody edited this", encoding="utf-8")
    inserts = AuthorsInserts(path)

    inserts.add("Thanks", WORDS)

    assert (tmp_path / "wordings.unread.json").read_text(encoding="utf-8") == "{ somebody edited this"
    assert len(AuthorsInserts(path).wordings) == 1


def test_what_cannot_be_kept_is_said_and_not_shown_as_kept(tmp_path: Path) -> None:
    path = tmp_path / "file" / "wordings.json"
    (tmp_path / "file").write_text("a file where a folder should be", encoding="utf-8")
    inserts = AuthorsInserts(path)

    with pytest.raises(FileError):
        inserts.add("Thanks", WORDS)

    assert inserts.wordings == ()


def test_a_wording_has_no_ids_no_live_references_and_no_pictures() -> None:
    to = Reference(to="paragraph", target="b7")
    told = Paragraph(id="b1", runs=(Text(text="See "), to))
    table = Table(id="b2", rows=((Cell(paragraphs=((to,),)),),))

    kept = keepable((told, table, Image(id="b3", attachment="a.png")), lambda _: "9")

    assert kept == (
        Paragraph(runs=(Text(text="See 9"),)),
        Table(rows=((Cell(paragraphs=((Text(text="9"),),)),),)),
    )
    assert {each.id for each in kept} == {""}
