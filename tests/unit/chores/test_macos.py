"""What the build for macOS says and draws; the build itself takes a Mac, and nobody has run it on one."""

import json
import plistlib
import struct
import sys
from pathlib import Path

import pytest

from housekeeping.chores import run_chore
from housekeeping.places import PROJECT, ROOT
from housekeeping.running import ChoreError
from installing.identity import ENDINGS, version
from installing.macos import IDENTITY, NOTARY, UNTESTED, Signing, configured, draw_icon, hand_in
from installing.macos_bundle import info
from installing.macos_closure import dependencies, needed
from installing.macos_icon import SIZES, icns
from installing.macos_wheels import for_mac, wheels
from installing.transcript import Transcript

SOURCES = ROOT / "packaging" / "installing" / "macos"
needs_another_system = pytest.mark.skipif(sys.platform == "darwin", reason="only on other systems than macOS")


@needs_another_system
def test_elsewhere_a_build_for_macos_is_refused_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_chore(["build-macos"]) == 2
    said = capsys.readouterr().err
    assert "can be built on a Mac only" in said
    assert "build-macos --resolve" in said


def test_an_argument_that_it_does_not_know_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_chore(["build-macos", "--quick"]) == 2
    assert "--quick" in capsys.readouterr().err


def test_the_bundle_owns_both_kinds_of_files_and_has_the_one_version() -> None:
    told = plistlib.loads(plistlib.dumps(info()))
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == version()
    assert told["NSHighResolutionCapable"] is True
    exported = {each["UTTypeIdentifier"]: each["UTTypeTagSpecification"] for each in told["UTExportedTypeDeclarations"]}
    endings = {f".{tags['public.filename-extension'][0]}": tags["public.mime-type"][0] for tags in exported.values()}
    assert endings == ENDINGS
    opened = [name for each in told["CFBundleDocumentTypes"] for name in each["LSItemContentTypes"]]
    assert sorted(opened) == sorted(exported)


def test_the_oldest_macos_is_the_one_that_packages_are_looked_for() -> None:
    words = for_mac("arm64")
    assert f"macosx_{str(info()['LSMinimumSystemVersion']).replace('.', '_')}_arm64" in words
    assert {"--only-binary=:all:", "--no-deps", "--dry-run"} <= set(words)


def test_an_icon_holds_every_size_by_its_name() -> None:
    made = icns({size: b"\x89PNG" + bytes([index]) for index, size in enumerate(SIZES)})
    magic, length = struct.unpack(">4sI", made[:8])
    assert (magic, length) == (b"icns", len(made))
    names, at = [], 8
    while at < len(made):
        name, size = struct.unpack(">4sI", made[at : at + 8])
        assert made[at + 8 : at + 12] == b"\x89PNG"
        names.append(name)
        at += size
    assert at == len(made)
    assert len(names) == len(set(names)) == 10


def test_only_a_whole_setting_up_signs() -> None:
    assert configured({}) == Signing()
    assert configured({IDENTITY: "Developer ID", NOTARY: "profile"}) == Signing("Developer ID", "profile")
    with pytest.raises(ChoreError, match=IDENTITY):
        configured({NOTARY: "profile"})


def test_what_is_not_signed_or_notarised_is_told(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "report.txt", "A build")
    hand_in(tmp_path / "image.dmg", Signing(), transcript)
    assert "Signed for this Mac only" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_the_hardened_runtime_is_asked_for_one_thing_only() -> None:
    told = plistlib.loads((SOURCES / "entitlements.plist").read_bytes())
    assert told == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_page_and_the_report_say_that_it_is_untested() -> None:
    assert UNTESTED.removeprefix("Untested: ") in (SOURCES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("processor", "speller", "other"), [("arm64", "chunspell", "spylls"), ("x86_64", "spylls", "chunspell")]
)
def test_each_kind_of_mac_has_a_speller(processor: str, speller: str, other: str) -> None:
    names = needed(dependencies(PROJECT), processor, "3.11")
    assert speller in names
    assert other not in names
    assert {"pyside6-essentials", "shiboken6", "pydantic-core", "lxml", "typst"} <= names


def test_the_names_of_wheels_are_read_from_pip_s_report() -> None:
    report = {"install": [{"download_info": {"url": "https://example.org/b-1-any.whl"}}]}
    assert wheels(json.dumps(report)) == ("b-1-any.whl",)


def test_the_icon_is_drawn_from_our_own_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("installing.macos.ready", lambda: Path(sys.executable))
    made = draw_icon(tmp_path, Transcript(tmp_path / "report.txt", "A build")).read_bytes()
    assert made.startswith(b"icns")
    for size in SIZES:
        assert (tmp_path / f"icon-{size}.png").read_bytes() in made


def test_the_pins_do_for_the_speller_of_every_system() -> None:
    wanted = dependencies(PROJECT)
    spellers = sorted(each for each in wanted if each.startswith(("chunspell", "spylls")))
    pinned = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    assert len(spellers) == 2
    assert "chunspell==" in pinned
    assert "spylls==" in pinned
