"""A shipped pack with something in it otherwise, and what checking it says."""

import io
import re
import zipfile
from collections.abc import Callable

from clerkwell.packs import Pack, load_files
from clerkwell.workshop import PackProblem, check_pack

DOCUMENT = "word/document.xml"


def with_file(pack: Pack, name: str, data: bytes) -> Pack:
    """The pack with this file in place of its own, or besides."""
    return load_files({**pack.files, name: data}, "trial")


def with_manifest(pack: Pack, old: str, new: str) -> Pack:
    """The pack with other words in its manifest."""
    text = pack.files["pack.toml"].decode()
    assert old in text
    return with_file(pack, "pack.toml", text.replace(old, new, 1).encode())


def with_document(pack: Pack, old: str, new: str, count: int = 1, part: str = DOCUMENT) -> Pack:
    """The pack with other XML in a part of its document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack.template)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), count)
            target.writestr(info, data)
    return with_file(pack, "template.docx", made.getvalue())


def without_line(pack: Pack, tag: str) -> Pack:
    """The pack with the line that holds this place taken out of its document."""
    with zipfile.ZipFile(io.BytesIO(pack.template)) as archive:
        whole = archive.read(DOCUMENT).decode()
    line = next(each for each in re.findall(r"<w:p>.*?</w:p>", whole) if f'"{tag}"' in each)
    return with_document(pack, line, "")


def with_parts(pack: Pack, change: Callable[[str], str]) -> Pack:
    """The pack with every part of its document's text changed in this way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack.template)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if re.match(r"word/(document|header|footer)\d*\.xml$", info.filename):
                data = change(data.decode()).encode()
            target.writestr(info, data)
    return with_file(pack, "template.docx", made.getvalue())


def told(problems: tuple[PackProblem, ...], severity: str = "error") -> list[str]:
    """What is said of this severity."""
    return [problem.message for problem in problems if problem.severity == severity]


def told_anew(before: Pack, now: Pack) -> list[PackProblem]:
    """What checking says of a changed pack that it did not say before."""
    known = {problem.message for problem in check_pack(before)}
    return [problem for problem in check_pack(now) if problem.message not in known]
