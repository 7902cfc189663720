"""Manifests: what is wrong with one is said in words, with its line."""

import pytest

from clerkwell.packs import PackError, read_manifest
from helpers.building import MANIFEST
from helpers.shipped import IDS, shipped


def refusal(manifest: str) -> str:
    with pytest.raises(PackError) as caught:
        read_manifest(manifest.encode(), "pack.toml")
    return str(caught.value)


def line_of(needle: str, manifest: str) -> int:
    return next(number for number, line in enumerate(manifest.splitlines(), 1) if needle in line)


def changed(old: str, new: str) -> str:
    assert MANIFEST.count(old) == 1
    return MANIFEST.replace(old, new)


@pytest.mark.parametrize("pack_id", IDS)
def test_every_shipped_manifest_is_sound(pack_id: str) -> None:
    assert shipped(pack_id).id == pack_id


def test_an_unknown_key_is_named_with_its_line() -> None:
    manifest = changed('title = "Background"', 'titel = "Background"\ntitle = "Background"')
    message = refusal(manifest)
    assert message.startswith(f"pack.toml, line {line_of('titel', manifest)}: ")
    assert '"section.titel" is not a key that a pack can have' in message


def test_an_unknown_key_of_the_pack_itself_is_named_with_its_line() -> None:
    manifest = changed('council = "Test Council"', 'council = "Test Council"\ncounty = "Nowhere"')
    assert refusal(manifest).startswith(f"pack.toml, line {line_of('county', manifest)}: ")


def test_an_unknown_table_is_named_with_its_line() -> None:
    manifest = f"{MANIFEST}\n[lists]\nsome = 1\n"
    message = refusal(manifest)
    assert message.startswith(f"pack.toml, line {line_of('[lists]', manifest)}: ")
    assert '"lists" is not a key' in message


def test_a_missing_key_points_at_its_table() -> None:
    manifest = changed('id = "options"\ntitle = "Options"', 'id = "options"')
    message = refusal(manifest)
    assert '"section.title" is missing; add it.' in message
    options = line_of('id = "options"', manifest)
    assert message.startswith(f"pack.toml, line {options - 1}: ")


def test_a_value_of_a_wrong_kind_is_named_with_its_line() -> None:
    manifest = changed('kind = "date"', 'kind = "day"')
    assert refusal(manifest).startswith(f"pack.toml, line {line_of('day', manifest)}: ")


def test_a_key_in_a_sub_table_of_a_field_has_its_own_line() -> None:
    manifest = changed('kind = "yes-no"', 'kind = "yes-no"\n[field.wording]\nNo = 7')
    assert refusal(manifest).startswith(f"pack.toml, line {line_of('No = 7', manifest)}: ")


def test_toml_that_cannot_be_read_says_where() -> None:
    assert "line 3" in refusal('[pack]\nid = "a"\ntitle = \n')


def test_a_manifest_that_is_not_utf8_says_so() -> None:
    with pytest.raises(PackError, match="UTF-8"):
        read_manifest("council = “Häme”".encode("latin-1", "replace") + b"\xe4", "pack.toml")


def test_a_byte_order_mark_as_windows_editors_write_it_does_no_harm() -> None:
    assert read_manifest(b"\xef\xbb\xbf" + MANIFEST.encode(), "pack.toml").pack.id == "test-council"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "background"', 'id = "summary"', 'two sections have the id "summary"'),
        ('id = "subject"', 'id = "purpose"', 'two fields have the id "purpose"'),
        ('id = "subject"', 'id = "authors.name"', 'belongs to the repeat "authors", which has no [[repeat]]'),
        ('title = "Purpose"', 'title = "Purpose"\nvocab = "aims"', "which has no [vocab.aims]"),
        ('title = "Options"', 'title = "Options"\ngroup = "main"', 'in the group "main", which has no [[group]]'),
        ('title = "Options"', 'title = "Options"\nwordings = ["note"]', "which has no [wording.note]"),
        ('when = { purpose = "For Decision" }', "", 'required = "when" needs a condition'),
        ('version = "1.0.0"', 'version = "1"', "version"),
        ('id = "subject"', 'id = "Subject of report"', "id"),
    ],
)
def test_a_manifest_that_contradicts_itself_is_refused_in_words(old: str, new: str, said: str) -> None:
    message = refusal(changed(old, new))
    assert said in message
    assert "validation error" not in message


def test_an_id_given_twice_points_at_the_second() -> None:
    manifest = changed('id = "background"', 'id = "summary"')
    second = [number for number, line in enumerate(manifest.splitlines(), 1) if line == 'id = "summary"'][-1]
    assert refusal(manifest).startswith(f"pack.toml, line {second}: ")


def test_a_list_that_is_not_there_points_at_the_field_that_wants_it() -> None:
    manifest = changed('title = "Purpose"', 'title = "Purpose"\nvocab = "aims"')
    line = line_of('id = "purpose"', manifest)
    assert refusal(manifest).startswith(f"pack.toml, line {line}: ")


def test_one_word_stands_for_a_list_of_one() -> None:
    manifest = read_manifest(changed('title = "Subject"', 'title = "Subject"\nlabels = "Subject:"').encode(), "x")
    [subject] = [spec for spec in manifest.field if spec.id == "subject"]
    assert subject.labels == ("Subject:",)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ('public = "Papers"\nnon_public = "papers"', "both sets would go into one folder"),
        ('document = "{subjct}"', "{subjct} is not known"),
    ],
)
def test_names_of_files_and_folders_that_cannot_be_are_named(files: str, said: str) -> None:
    assert said in refusal(f"{MANIFEST}\n[files]\n{files}\n")


def test_how_a_council_writes_things_is_said_by_an_example_from_a_list() -> None:
    manifest = MANIFEST + '\n[language]\ndates = "7 February 2022"\ntimes = "5.30pm"\nmoney = "£1.5m"\n'
    language = read_manifest(manifest.encode(), "pack.toml").language
    assert (language.dates, language.times, language.money, language.numbers) == (
        "7 February 2022",
        "5.30pm",
        "£1.5m",
        "",
    )
    message = refusal(manifest.replace("5.30pm", "half past five"))
    assert message.startswith(f"pack.toml, line {line_of('times =', manifest)}: ")
    assert "5.30pm" in message
