"""What may be inside a built program, and the licences' words that ship with it."""

import json
from pathlib import Path

import pytest

from housekeeping.running import ChoreError
from installing.inside import Part, complete, debian_copyright, refuse
from installing.licensing import allowed


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "(MIT OR GPL-3.0-only) AND Unicode-3.0",
        "MIT  OR  Apache-2.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "MIT AND (MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)",
    ],
)
def test_a_licence_that_lets_a_part_be_shipped(expression: str) -> None:
    assert allowed(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "GPL-2.0-only OR GPL-3.0-only",
        "MIT AND (GPL-2.0-only OR AGPL-3.0-only)",
        "GPL-3.0-only WITH LLVM-exception",
        "Nobody-1.0",
        "declared license of 'chunspell'",
        "MIT AND",
        "(MIT",
        "MIT)",
        "MIT OR OR MIT",
        "MIT MIT",
    ],
)
def test_a_licence_that_does_not_or_is_not_known(expression: str) -> None:
    assert not allowed(expression)


def test_the_build_ends_at_a_part_under_the_gpl_alone() -> None:
    parts = (Part("good", "1", "MIT", ""), Part("readline", "8", "GPL-3.0-or-later", ""), Part("blank", "1", "", ""))
    with pytest.raises(ChoreError, match=r"readline \(GPL-3.0-or-later\), blank \(none is named\)"):
        refuse(parts)


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of packages: the program, and one with a library in Rust."""
    folder = tmp_path / "packages"
    _package(folder, "clerkwell", "MIT", {"licenses/LICENSE": "The words of MIT."})
    crates = {"components": [{"name": "crate", "version": "2", "licenses": [{"expression": "MIT OR Apache-2.0"}]}]}
    _package(folder, "rusty", "Apache-2.0", {"LICENSE.txt": "The words.", "sboms/rusty.json": json.dumps(crates)})
    return folder


def _package(folder: Path, name: str, licence: str, files: dict[str, str]) -> None:
    info = folder / f"{name}-1.0.dist-info"
    told = {"METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: {licence}\n", **files}
    for file, content in told.items():
        (info / file).parent.mkdir(parents=True, exist_ok=True)
        (info / file).write_text(content, encoding="utf-8")
    (info / "RECORD").write_text("".join(f"{info.name}/{file},,\n" for file in told), encoding="utf-8")


def _listing(folder: Path, **licences: str) -> Path:
    file = folder / "inside.cdx.json"
    components = [
        {"name": name, "version": "1.0", "bom-ref": name, "licenses": [{"expression": licence}]}
        for name, licence in licences.items()
    ]
    refs = [{"ref": "clerkwell", "dependsOn": ["pip", "rusty"]}, {"ref": "pip"}]
    file.write_text(json.dumps({"components": components, "dependencies": refs}), encoding="utf-8")
    return file


def test_the_list_names_what_no_package_is_and_leaves_out_what_only_installs(tmp_path: Path, packages: Path) -> None:
    listing = _listing(tmp_path, clerkwell="MIT", rusty="Apache-2.0", pip="MIT")
    parts = complete(listing, packages, tmp_path / "licences")
    told = json.loads(listing.read_text(encoding="utf-8"))
    names = [each["name"] for each in told["components"]]
    assert {"clerkwell", "rusty", "crate", "Python", "Hunspell", "en_GB dictionary"} <= set(names)
    assert "pip" not in names
    assert told["dependencies"] == [{"ref": "clerkwell", "dependsOn": ["rusty"]}]
    assert len({each["bom-ref"] for each in told["components"]}) == len(names)
    folder = tmp_path / "licences"
    assert (folder / "rusty" / "LICENSE.txt").read_text(encoding="utf-8") == "The words."
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "en_GB dictionary" / "LGPL-3.txt").read_text(
        encoding="utf-8"
    )
    for part in parts:
        assert any((folder / part.name).iterdir()), part.name
        assert f"{part.name} {part.version}".strip() in (folder / "README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tag", "inside", "outside"),
    [
        ("cp311-cp311-win_amd64", {"libiconv", "Microsoft Visual C++ runtime"}, set()),
        ("cp311-cp311-macosx_11_0_arm64", {"libiconv"}, {"Microsoft Visual C++ runtime"}),
        ("cp311-cp311-manylinux_2_28_x86_64", set(), {"libiconv", "Microsoft Visual C++ runtime"}),
    ],
)
def test_only_what_is_inside_on_a_system_is_listed(
    tmp_path: Path, packages: Path, tag: str, inside: set[str], outside: set[str]
) -> None:
    _package(
        packages, "rusty", "Apache-2.0", {"LICENSE.txt": "The words.", "WHEEL": f"Wheel-Version: 1.0\nTag: {tag}\n"}
    )
    parts = complete(_listing(tmp_path, clerkwell="MIT", rusty="Apache-2.0"), packages, tmp_path / "licences")
    names = {part.name for part in parts}
    assert inside <= names
    assert not outside & names


def test_a_package_without_the_words_of_its_licence_ends_the_build(tmp_path: Path, packages: Path) -> None:
    _package(packages, "wordless", "MIT", {})
    with pytest.raises(ChoreError, match="no words of a licence for wordless"):
        complete(_listing(tmp_path, clerkwell="MIT", wordless="MIT"), packages, tmp_path / "licences")


def _common(name: str) -> str:
    return f"The words of this licence are in /usr/share/common-licenses/{name}."


def test_debian_is_told_in_its_own_stanzas() -> None:
    ours = Part("clerkwell", "1", "MIT", "The team", (("LICENSE", "One.\n\nTwo."), ("GPL-3.txt", "Many words.")))
    said = debian_copyright([Part("other thing", "2", "MIT OR ISC", "Somebody", (("LICENSE", "Words."),)), ours])
    head, first, other = said.strip().split("\n\n")
    assert head.startswith("Clerkwell, and what is inside its folder")
    assert first == f"Files: *\nCopyright: The team\nLicense: MIT\n One.\n .\n Two.\n .\n {_common('GPL-3')}"
    assert other == "Files: inside/other-thing/*\nCopyright: Somebody\nLicense: MIT or ISC\n Words."
