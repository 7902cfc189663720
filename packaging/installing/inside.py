"""Everything inside a built program: what it is, under which licence, and the licence's own words.

cyclonedx-py lists the packages (`installing.freezing.listed`); here the list gets what it cannot see (Python, fonts,
dictionaries, what packages are made of), and the texts are put into a folder that ships with the program.
"""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple

from housekeeping.places import ROOT
from housekeeping.running import ChoreError
from installing.licensing import allowed

SOURCES = ROOT / "packaging" / "installing" / "licences"
# They install packages, and are not inside.
_TOOLS = frozenset({"pip", "setuptools", "wheel"})
_OURS = "clerkwell"
# The words of licences that every Debian has in one place, by our files of them.
_COMMON = {"GPL-3.txt": "GPL-3", "LGPL-3.txt": "LGPL-3", "LGPL-2.1.txt": "LGPL-2.1", "MPL-1.1.txt": "MPL-1.1"}
_APACHE = re.compile(r"\s*Apache License\s+Version 2\.0, January 2004\s")
_TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "COPYRIGHT")


class Part(NamedTuple):
    """One thing inside, with its licence in SPDX's words, and the files that have the licence's own (name, content)."""

    name: str
    version: str
    licence: str
    who: str
    texts: tuple[tuple[str, str], ...] = ()


def complete(listing: Path, packages: Path, into: Path) -> tuple[Part, ...]:
    """Complete the list of what is inside, write the folder of licences, and give all parts.

    `packages` is the folder that the packages were installed to. Raises ChoreError where a part has no licence that
    lets it be shipped, or no text.
    """
    told = json.loads(listing.read_text(encoding="utf-8"))
    known = tomllib.loads((SOURCES / "parts.toml").read_text(encoding="utf-8"))
    installed = {each.name: each for each in distributions(path=[str(packages)])}
    named = [each for each in told["components"] if each["name"] not in _TOOLS]
    parts = [_package(each, installed[each["name"]], known) for each in named]
    system = system_of(installed.values())
    parts += [_part(each) for each in known["part"] if system in each.get("systems", (system,))]
    crates = [crate for name in installed for crate in _crates(installed[name])]
    refuse((*parts, *crates))
    lost = [part.name for part in parts if not part.texts]
    if lost:
        raise ChoreError(f"There are no words of a licence for {', '.join(lost)}; see licences/parts.toml.")
    told["components"] = [
        *(_stated(component, part) for component, part in zip(named, parts, strict=False)),
        *(_component(part) for part in (*parts[len(named) :], *crates)),
    ]
    gone = {each.get("bom-ref") for each in named}
    told["dependencies"] = [
        {**each, "dependsOn": [name for name in each["dependsOn"] if name in gone]} if "dependsOn" in each else each
        for each in told.get("dependencies", ())
        if each["ref"] in gone
    ]
    listing.write_text(json.dumps(told, indent=2, ensure_ascii=False), encoding="utf-8")
    write(parts, crates, into)
    return tuple(parts)


def system_of(packages: Iterable[Distribution]) -> str:
    """The system that packages were built for, as their wheels say: a build for Windows is made on another."""
    tags = "\n".join(package.read_text("WHEEL") or "" for package in packages)
    return "Windows" if "-win_" in tags else "macOS" if "-macosx_" in tags else "Linux"


def refuse(parts: Iterable[Part]) -> None:
    """Raise ChoreError where a part has no licence that lets it be shipped."""
    wrong = [f"{part.name} ({part.licence or 'none is named'})" for part in parts if not allowed(part.licence)]
    if wrong:
        raise ChoreError(
            f"The licence of these does not let them be shipped, or is not known: {', '.join(wrong)}. "
            "What is known of a licence that a package does not name goes into licences/parts.toml."
        )


def write(parts: Sequence[Part], crates: Sequence[Part], into: Path) -> None:
    """Write the folder of licences: a table of all parts, and the texts of each in a folder of its own."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    lines = ["What is inside Clerkwell, and under which licences. The words of each lie in the folder of its name.", ""]
    lines += [_line(part) for part in parts]
    lines += ["", "What typst and pydantic_core are made of, in Rust:", "", *sorted({_line(crate) for crate in crates})]
    (into / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for part in parts:
        folder = into / part.name
        for name, content in part.texts:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")


def debian_copyright(parts: Sequence[Part]) -> str:
    """The parts and their licences as Debian has them told: the stanzas of its copyright files, to be read by people
    (Debian Policy, section 12.5)."""
    first = next(part for part in parts if part.name == _OURS)
    stanzas = [
        "Clerkwell, and what is inside its folder, each with whoever holds the copyright and its licence.",
        _stanza("*", first),
        *(_stanza(f"inside/{part.name.replace(' ', '-')}/*", part) for part in parts if part is not first),
    ]
    return "\n\n".join(stanzas) + "\n"


def _stanza(files: str, part: Part) -> str:
    name = part.licence.replace(" OR ", " or ").replace(" AND ", " and ").replace(" WITH ", " with ")
    words = "\n\n".join(_for_debian(*text) for text in part.texts).splitlines()
    text = "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in words)
    return f"Files: {files}\nCopyright: {part.who}\nLicense: {name}\n{text}"


def _for_debian(name: str, content: str) -> str:
    common = _COMMON.get(name) or ("Apache-2.0" if _APACHE.match(content) else "")
    return f"The words of this licence are in /usr/share/common-licenses/{common}." if common else content


def _package(component: Mapping[str, Any], package: Distribution, known: Mapping[str, Any]) -> Part:
    name = component["name"]
    texts = [(file, _content(file)) for file in known["texts"].get(name, ())]
    for file in package.files or ():
        if file.name.upper().startswith(_TEXTS) or "licenses" in file.parts[:2]:
            inner = [part for part in file.parts[1:] if part not in ("licenses", "LICENSES", "BUILD_LICENSES")]
            found = Path(str(package.locate_file(file)))
            if ".dist-info" in file.parts[0] and found.is_file():
                texts.append(("-".join(inner), found.read_text(encoding="utf-8", errors="replace")))
    about = package.metadata
    who = next((about[key] for key in ("Author", "Author-email") if key in about), "").partition("<")[0].strip(' "')
    licence = known["licences"].get(name) or _licence(component)
    plain = tuple(sorted({Path(name).name: content for name, content in texts}.items()))
    return Part(
        name, component.get("version", ""), licence, f"The authors of {name}" + (f": {who}" if who else ""), plain
    )


def _part(told: Mapping[str, Any]) -> Part:
    texts = tuple((Path(file).with_suffix(".txt").name, _content(file)) for file in told["texts"])
    return Part(told["name"], told.get("version", ""), told["licence"], told["who"], texts)


def _crates(package: Distribution) -> list[Part]:
    """What a package says that it is made of, where it lies in one library (PEP 770)."""
    found = []
    for file in package.files or ():
        if file.parts[1:2] == ("sboms",) and file.suffix == ".json":
            told = json.loads(Path(str(package.locate_file(file))).read_text(encoding="utf-8"))
            found += [
                Part(each["name"], each.get("version", ""), _licence(each), f"inside {package.name}")
                for each in told["components"]
                if each.get("scope") != "excluded"
            ]
    return found


def _licence(component: Mapping[str, Any]) -> str:
    named = [each.get("expression") or each["license"].get("id", "") for each in component.get("licenses", ())]
    if len(named) == 1:
        return str(named[0] or "")
    return " AND ".join(f"({each})" for each in named) if all(named) else ""


def _stated(component: Mapping[str, Any], part: Part) -> dict[str, Any]:
    return {**component, "licenses": [{"expression": part.licence}]}


def _component(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "library", "bom-ref": f"{part.name} {part.version} ({part.who})", "name": part.name}
    told |= {"version": part.version} if part.version else {}
    return {**told, "description": part.who, "licenses": [{"expression": part.licence}]}


def _line(part: Part) -> str:
    return f"{' '.join((part.name, part.version)).strip():40} {part.licence}"


def _content(file: str) -> str:
    if file == "python":
        return _words_of_python()
    place = ROOT / file if "/" in file else SOURCES / file
    return place.read_text(encoding="utf-8", errors="replace")


def _words_of_python() -> str:
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for file in (
        base / "lib" / version / "LICENSE.txt",
        base / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    ):
        if file.is_file():
            return file.read_text(encoding="utf-8", errors="replace")
    raise ChoreError(
        "Python’s own licence (LICENSE.txt) is not beside it; install Python from python.org or the system."
    )
