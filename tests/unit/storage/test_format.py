"""The file: nothing lost on the way, the same bytes for the same report, older formats brought up, newer ones kept."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from clerkwell.model import (
    Appendix,
    Block,
    FieldValue,
    Image,
    Landscape,
    Report,
    SetBlocks,
    SetField,
    Table,
    Version,
    all_blocks,
    apply,
)
from clerkwell.storage import (
    ReadOnlyError,
    RecoveryFolder,
    StorageError,
    StoredReport,
    from_bytes,
    read_file,
    to_bytes,
    write_file,
)
from clerkwell.storage.dumping import Dumper, dump
from clerkwell.storage.layout import FORMAT
from clerkwell.storage.migrations import STEPS, migrate
from clerkwell.storage.reading import read_report
from clerkwell.storage.stored import used_only
from clerkwell.storage.versions import pack_version, unpack_version
from clerkwell.system import FileError
from helpers.building import blocks, make_report
from helpers.everything import WHEN, everything
from helpers.strategies import reports

GOLDEN = Path(__file__).parent / "golden"


def ids(report: Report) -> list[str]:
    return [block.id for _, block in all_blocks(report)]


def unmarked(report: Report) -> Report:
    """The report without any mark that something is not for publication, which format 1 did not have."""

    def plain(block: Block) -> Block:
        update: dict[str, object] = {"private": False}
        if isinstance(block, Landscape):
            update["blocks"] = tuple(plain(inner) for inner in block.blocks)
        return block.model_copy(update=update)

    sections = tuple(
        section.model_copy(update={"blocks": tuple(plain(block) for block in section.blocks)})
        for section in report.sections
    )
    return report.model_copy(update={"sections": sections})


def unsealed(report: Report) -> Report:
    """The report without what format 4 brought: seals and roles, how columns stand, widths, the public interest,
    whether the answers of the header are done, and what an earlier report had answered."""

    def plain(block: Block) -> Block:
        if isinstance(block, Table):
            return block.model_copy(update={"alignment": ()})
        return block.model_copy(update={"width": None}) if isinstance(block, Image) else block

    sections = tuple(
        section.model_copy(update={"blocks": tuple(plain(block) for block in section.blocks)})
        for section in report.sections
    )
    appendices = tuple(each.model_copy(update={"public_interest": ""}) for each in report.appendices)
    log = tuple(each.model_copy(update={"role": "", "seal": None}) for each in report.consultations)
    update: dict[str, object] = {"sections": sections, "appendices": appendices, "consultations": log}
    update |= {"details_done": False, "earlier": ()}
    return report.model_copy(update=update)


def as_format_had_it(number: int, versions: Mapping[str, bytes]) -> StoredReport:
    """What there is of everything in a file of this format, which keeps its `versions` in that format too."""
    stored = replace(everything(), versions=versions)
    report = stored.report
    if number < 4:
        report = unsealed(report)
    if number < 2:
        report = unmarked(report)
    if number < 3:
        kept = tuple(each.model_copy(update={"digest": "", "attachments": ()}) for each in report.versions[:1])
        report = report.model_copy(update={"notes": report.notes[:1], "versions": kept, "returns": (), "stale": ()})
    return used_only(replace(stored, report=report))


def repacked(stored: StoredReport, **entries: bytes) -> bytes:
    """The file of this report with other contents for some entries, named with `__` for a slash and `_` for a dot."""
    with zipfile.ZipFile(io.BytesIO(to_bytes(stored))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files |= {name.replace("__", "/").replace("_", "."): data for name, data in entries.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def newer(change: Any, number: int = FORMAT + 1) -> bytes:  # noqa: ANN401 - a function over raw JSON
    raw = json.loads(dump(everything().report))
    raw["format"] = number
    change(raw["report"])
    return repacked(everything(), report_json=json.dumps(raw).encode())


def test_a_report_with_everything_comes_back_with_everything() -> None:
    back = from_bytes(to_bytes(everything()))
    assert back == everything()
    assert ids(back.report) == ids(everything().report)
    assert back.report.next_id == everything().report.next_id


@given(reports)
def test_any_report_comes_back_as_it_was_and_gives_the_same_bytes_again(report: Report) -> None:
    data = to_bytes(StoredReport(report))
    back = from_bytes(data)
    assert back.report == report
    assert ids(back.report) == ids(report)
    assert to_bytes(back) == data


def test_the_order_in_which_fields_were_filled_in_does_not_show_in_the_bytes() -> None:
    one = make_report({}, {"subject": "a", "purpose": "b"})
    other = make_report({}, {"purpose": "b", "subject": "a"})
    assert list(one.fields) != list(other.fields)
    assert to_bytes(StoredReport(one)) == to_bytes(StoredReport(other))


def test_a_dumper_gives_the_bytes_that_a_fresh_dump_gives_after_every_edit() -> None:
    dumper = Dumper()
    report = everything().report
    assert dumper.dump(report) == dump(report)
    report = apply(SetBlocks(section="summary", blocks=blocks("Other words")), report)
    assert dumper.dump(report) == dump(report)
    report = apply(SetField(field="subject", value=FieldValue(text="x")), report)
    assert dumper.dump(report) == dump(report)
    report = report.model_copy(update={"sections": report.sections[1:]})
    assert dumper.dump(report) == dump(report)
    assert Report.model_validate(json.loads(dump(report))["report"]) == report


def test_the_first_entry_names_the_type_uncompressed() -> None:
    data = to_bytes(everything())
    assert data[30:38] == b"mimetype"
    assert data[38:].startswith(b"application/vnd.clerkwell.report+zip")


def test_a_file_on_the_disk_comes_back_with_the_digest_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.clerkwell"
    digest = write_file(path, everything())
    assert read_file(path) == everything()
    assert read_file(path).digest == digest


def test_a_kept_file_that_nothing_refers_to_any_more_does_not_travel(tmp_path: Path) -> None:
    stored = everything()
    without = stored.report.model_copy(update={"appendices": stored.report.appendices[1:], "versions": ()})
    write_file(tmp_path / "a.clerkwell", StoredReport(without, attachments=stored.attachments))
    assert set(read_file(tmp_path / "a.clerkwell").attachments) == {"map.png", "Back.docx", "Übersicht – Σ.txt"}


@pytest.mark.parametrize(
    ("named", "data"),
    [((), b'{"a":"Plan.pdf"}'), (("Plan.pdf",), pack_version(make_report()))],
    ids=["plain", "packed"],
)
def test_a_kept_file_that_a_version_refers_to_travels(named: tuple[str, ...], data: bytes, tmp_path: Path) -> None:
    version = Version(name="As sent", made=WHEN, file="v", attachments=named)
    report = make_report().model_copy(update={"versions": (version,)})
    stored = StoredReport(report, attachments={"Plan.pdf": b"x", "Other.pdf": b"y"}, versions={"v": data})
    write_file(tmp_path / "a.clerkwell", stored)
    assert set(read_file(tmp_path / "a.clerkwell").attachments) == {"Plan.pdf"}


def test_a_version_that_was_taken_out_does_not_travel(tmp_path: Path) -> None:
    write_file(tmp_path / "a.clerkwell", StoredReport(make_report(), versions={"v.json": b"{}"}))
    assert not read_file(tmp_path / "a.clerkwell").versions


class TestOlderFormats:
    @pytest.mark.parametrize("number", range(1, FORMAT + 1))
    def test_the_golden_file_of_every_format_becomes_the_report_it_was(self, number: int) -> None:
        back = read_file(GOLDEN / f"format-{number}.clerkwell")
        assert back == as_format_had_it(number, back.versions)
        assert {name: unpack_version(data, name) for name, data in back.versions.items()} == {
            name: unpack_version(everything().versions[name], name) for name in back.versions
        }
        assert ids(back.report) == ids(everything().report)

    def test_the_golden_file_of_this_format_is_what_is_written_now(self) -> None:
        assert (GOLDEN / f"format-{FORMAT}.clerkwell").read_bytes() == to_bytes(everything())

    def test_every_older_format_has_a_step_to_the_next(self) -> None:
        assert set(STEPS) == set(range(1, FORMAT))

    def test_steps_are_taken_in_order(self) -> None:
        steps = {1: lambda raw: {**raw, "b": raw["a"] + 1}, 2: lambda raw: {**raw, "c": raw["b"] * 10}}
        assert migrate({"a": 1}, 1, 3, steps) == {"a": 1, "b": 2, "c": 20}
        assert migrate({"a": 1, "b": 5}, 2, 3, steps) == {"a": 1, "b": 5, "c": 50}
        assert migrate({"a": 1}, 3, 3, steps) == {"a": 1}

    def test_an_older_report_is_read_through_its_steps(self) -> None:
        def step(raw: dict[str, Any]) -> dict[str, Any]:
            raw["fields"] = {"subject": {"text": raw.pop("subject")}}
            return raw

        data = b'{"format":1,"report":{"pack":{"id":"a","version":"1.0.0"},"subject":"Trees"}}'
        report, is_newer = read_report(data, "a", {1: step}, current=2)
        assert report.field("subject").text == "Trees"
        assert not is_newer

    def test_an_older_report_that_its_steps_cannot_read_is_damaged(self) -> None:
        def step(raw: dict[str, Any]) -> dict[str, Any]:
            return {"fields": raw["subject"]}

        with pytest.raises(StorageError, match="is damaged"):
            read_report(b'{"format":1,"report":{}}', "a", {1: step}, current=2)


def test_a_mark_that_words_are_not_for_publication_survives_the_file_and_counts_as_content() -> None:
    back = from_bytes(to_bytes(everything())).report
    assert [block.id for _, block in all_blocks(back) if block.private] == ["b2", "b10"]
    assert back != unmarked(back)
    assert hash(back.blocks("summary")[1]) != hash(unmarked(back).blocks("summary")[1])


class TestNewerFormats:
    def test_what_is_known_is_read_and_the_report_is_read_only(self) -> None:
        def change(report: dict[str, Any]) -> None:
            report["mood"] = "hopeful"
            report["sections"][0]["colour"] = {"r": 1}
            report["sections"][0]["blocks"].insert(0, {"kind": "hologram", "id": "b90", "depth": 3})
            report["sections"][0]["blocks"][1]["runs"][0]["smell"] = "rose"
            report["sections"][0]["blocks"][1]["runs"].append({"kind": "sound", "pitch": 440})
            report["appendices"][0]["status"] = "secret"
            report["fields"]["meeting"]["value"] = {"from": "9:00", "to": "10:00"}
            report["fields"]["mood"] = 7
            report["waivers"][0].pop("reason")
            report["tray"].append({"words": "not called text any more"})

        back = from_bytes(newer(change))
        assert back.read_only
        expected = everything().report
        appendix = expected.appendices[0].model_copy(update={"status": ""})
        assert back.report == expected.model_copy(
            update={"waivers": (), "appendices": (appendix, *expected.appendices[1:])}
        )
        assert back.attachments == everything().attachments

    def test_it_cannot_be_saved_over(self) -> None:
        back = from_bytes(newer(lambda report: report.update(mood="hopeful")))
        with pytest.raises(ReadOnlyError, match="newer version"):
            to_bytes(back)

    def test_a_copy_of_it_is_the_file_itself(self, tmp_path: Path) -> None:
        data = newer(lambda report: report.update(mood="hopeful"))
        write_file(tmp_path / "copy.clerkwell", from_bytes(data))
        assert (tmp_path / "copy.clerkwell").read_bytes() == data

    def test_one_that_is_nothing_we_know_says_so(self) -> None:
        with pytest.raises(StorageError, match="was made by a newer version of Clerkwell; update Clerkwell to open it"):
            from_bytes(newer(lambda report: report.update(pack="elsewhere")), '"a.clerkwell"')

    def test_a_number_far_ahead_is_newer_too(self) -> None:
        assert from_bytes(newer(dict.copy, 900)).read_only


@pytest.mark.parametrize("name", ["blank.bmp", "figures.csv", "blank.png"])
def test_what_packs_like_a_bomb_can_be_opened_again(name: str) -> None:
    stored = StoredReport(make_report({"summary": "One"}), attachments={name: bytes(3 * 1024 * 1024)})
    report = stored.report.model_copy(update={"appendices": (Appendix(id="a1", number="1", attachment=name),)})
    stored = replace(stored, report=report)
    assert from_bytes(to_bytes(stored)) == stored


def test_words_that_pack_like_a_bomb_can_be_opened_again() -> None:
    stored = StoredReport(make_report({"summary": "_" * 3_000_000}))
    assert from_bytes(to_bytes(stored)) == stored


@pytest.mark.parametrize(
    "stored",
    [
        StoredReport(make_report(), pack_files={"a:b.txt": b""}),
        StoredReport(make_report(), pack_files={"Logo.png": b"1", "logo.png": b"2"}),
        StoredReport(make_report(), pack_files={f"{number}.txt": b"" for number in range(5001)}),
        StoredReport(make_report({"summary": "é" * 33 * 1024 * 1024})),
    ],
    ids=["a name", "two names", "many files", "many words"],
)
def test_a_file_that_could_not_be_opened_again_is_not_written(stored: StoredReport, tmp_path: Path) -> None:
    path = tmp_path / "Trees.clerkwell"
    path.write_bytes(b"as it was")
    with pytest.raises(StorageError):
        write_file(path, stored)
    assert path.read_bytes() == b"as it was"
    keeper = RecoveryFolder(tmp_path / "recovery").keep(None, "")
    if stored.pack_files:
        with pytest.raises(FileError):
            keeper.write(stored, 1)
    keeper.close()
