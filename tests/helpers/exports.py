"""Every document that the program writes while the tests run, and what validators say of each.

The writer's last step is watched, so that no test has to remember. After each test what it wrote is checked: by
`helpers.wholeness` and `ooxml-integrity` always, by `openxml-audit` where the document holds something that none before
it held. The Open XML SDK starts for a second each time, so it is shown, at the very end, the fewest documents that
together hold all there is in any of them. A fault that the template had already is the template's.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import weakref
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree
from ooxml_integrity import Finding, check
from openxml_audit.validator import OpenXmlValidator  # type: ignore[import-untyped]  # the package has no types

from clerkwell.word.ooxml.opened import OpenPackage
from helpers.wholeness import faults

Feature = tuple[str, ...]
_STOPS = "cannot be opened|Cannot load"


@dataclass(frozen=True)
class FalseAlarm:
    """What a validator says that is not so, and why it is not."""

    validator: str
    says: str
    why: str


FALSE_ALARMS = (
    FalseAlarm(
        "openxml-audit",
        r"Numbering definition '0' referenced but not found",
        "0 points at no definition: it takes the numbering of the style away (ECMA-376 part 1, 17.9.18)",
    ),
)
"""All that is set aside; where a validator is right, the writer gives way. A test sees that each is still needed."""


@dataclass(frozen=True)
class Export:
    """A document, the one that it was made from, and the test that made it."""

    data: bytes
    template: bytes
    by: str = ""


@dataclass
class Exports:
    """What was written so far: `fresh` since the last look, `kept` all of it, each document once."""

    fresh: list[Export] = field(default_factory=list)
    kept: dict[str, Export] = field(default_factory=dict)
    seen: set[Feature] = field(default_factory=set)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take note of whatever the writer's packages are saved as."""
        opened: weakref.WeakKeyDictionary[OpenPackage, bytes] = weakref.WeakKeyDictionary()
        begin, save = OpenPackage.__init__, OpenPackage.save

        def remembering(package: OpenPackage, data: bytes, *, lenient: bool = False) -> None:
            begin(package, data, lenient=lenient)
            opened[package] = data

        def noting(package: OpenPackage) -> bytes:
            made = save(package)
            self.fresh.append(Export(made, opened.get(package, b"")))
            return made

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(OpenPackage, "__init__", remembering)
            patch.setattr(OpenPackage, "save", noting)
            yield

    def settle(self, by: str = "") -> list[str]:
        """What is wrong with the documents written since the last time, which was before the test `by`."""
        found: list[str] = []
        waiting, self.fresh = self.fresh, []
        for export in waiting:
            name = hashlib.sha256(export.data).hexdigest()
            if name not in self.kept:
                self.kept[name] = replace(export, by=by)
                found += self._quickly(export)
        return found

    def _quickly(self, export: Export) -> list[str]:
        own = set(quick_faults(export.template))
        found = [each for each in quick_faults(export.data) if each not in own]
        new = coarse(export.data) - self.seen
        if new:
            self.seen |= new
            known = set(audit_faults(export.template))
            found += [each for each in audit_faults(export.data) if each not in known]
        return found

    def fewest(self) -> list[Export]:
        """The fewest documents, near enough, that together hold all that was put into any template."""
        held = {name: coarse(export.data) - coarse(export.template) for name, export in self.kept.items()}
        wanted = set().union(*held.values())
        chosen: list[Export] = []
        while wanted:
            best = max(held, key=lambda name: (len(held[name] & wanted), name))
            wanted -= held.pop(best)
            chosen.append(self.kept[best])
        return chosen


@lru_cache(maxsize=256)
def quick_faults(data: bytes) -> tuple[str, ...]:
    """What a look of a few milliseconds finds."""
    return (*faults(data), *integrity_faults(data)) if data else ()


@lru_cache(maxsize=64)
def audit_faults(data: bytes) -> tuple[str, ...]:
    """What `openxml-audit` finds, without where."""
    if not data:
        return ()
    with _as_file(data) as path:
        # A new one each time: one that is used again answers from what it remembers of another document.
        found = OpenXmlValidator().validate(str(path)).errors
    return tuple(_believed("openxml-audit", (f"{each.error_type.value} {each.description}" for each in found)))


def integrity_faults(data: bytes) -> tuple[str, ...]:
    """What `ooxml-integrity` finds, without where."""
    with _as_file(data) as path:
        found: list[Finding] = check(path)
    return tuple(_believed("ooxml-integrity", (f"{each.code} {each.message}" for each in found)))


def sdk_faults(exports: Iterable[Export]) -> list[str]:
    """What the Open XML SDK finds in these documents and not in their templates; two at a time."""
    command = validator()

    def ask(data: bytes) -> set[str]:
        with _as_file(data) as path:
            done = subprocess.run([command, str(path)], capture_output=True, check=False)
        said = re.findall(r'"description": "(.*?)",?\n', done.stdout.decode())
        if not said and done.returncode:
            return {f"ooxml-validator stopped: {done.stdout.decode()}{done.stderr.decode()}"}
        return set(_believed("ooxml-validator", said))

    with ThreadPoolExecutor(2) as pool:
        listed = list(exports)
        found: list[str] = []
        for export, said in zip(listed, pool.map(ask, [each.data for each in listed]), strict=True):
            if said:
                own = ask(export.template) if export.template else set()
                # Whatever stops the validator hides the rest, so it is never put down to the template (the CI of
                # 23 November: two documents of one template stopped it at different parts).
                own -= {each for each in own if re.search(_STOPS, each)}
                found += [f"{export.by}: {each}" for each in sorted(said - own)]
        return found


def validator() -> str:
    """The command of the Open XML SDK's validator; a test that needs it is left out, saying so, where there is none."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    found = shutil.which("ooxml-validator", path=path)
    kept = Path(__file__).parents[2] / ".chores/validator/node_modules/.bin/ooxml-validator"
    if found is None and not kept.exists():
        pytest.skip("ooxml-validator is not installed: the chore setup-proofs installs it")
    return found or str(kept)


@lru_cache(maxsize=512)
def features(data: bytes) -> frozenset[Feature]:
    """What a document holds: each element by what it stands in and behind, and each attribute."""
    found: set[Feature] = set()
    if not data:
        return frozenset()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            kind = re.sub(r"\d+", "", name)
            found.add((kind,))
            if name.endswith((".xml", ".rels")):
                _of_part(archive.read(name), found)
    return frozenset(found)


def coarse(data: bytes) -> frozenset[Feature]:
    """What a document holds: each element by what it stands in, and each attribute."""
    return frozenset(each[:2] for each in features(data))


def _of_part(data: bytes, found: set[Feature]) -> None:
    try:
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError:
        return
    for element in root.iter(etree.Element):
        parent, before = element.getparent(), element.getprevious()
        found.add(
            (str(element.tag), "" if parent is None else str(parent.tag), "" if before is None else str(before.tag))
        )
        found.update((str(element.tag), str(each)) for each in element.attrib)


def _believed(validator: str, said: Iterable[str]) -> Iterator[str]:
    for each in said:
        if not any(alarm.validator == validator and re.search(alarm.says, each) for alarm in FALSE_ALARMS):
            # Without numbers: the same fault further down is the same fault.
            yield f"{validator}: {re.sub(r'[0-9]+', '#', each)}"


@contextmanager
def _as_file(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.docx"
        path.write_bytes(data)
        yield path
