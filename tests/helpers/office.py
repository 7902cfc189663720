"""LibreOffice as somebody who opens a document, edits it and reads it: what it works out, not what we cached.

A Basic macro does it, as this is what every installation of LibreOffice can run. One start serves many documents.
"""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from helpers.independent import soffice

# A macro is kept in the profile, as a library of modules.
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument '
    '1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument '
    '1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)


@dataclass(frozen=True)
class Seen:
    """A paragraph as LibreOffice shows it: the label it counts, its words with fields worked out anew, its style."""

    label: str
    text: str
    style: str = ""


@dataclass(frozen=True)
class Change:
    """An edit as a person makes it.

    `after` presses Return at the end of a paragraph and types, `before` at its beginning, and `delete` takes it out:
    the first whose words begin with `where`. `relist` has contents lists made anew. `settle` decides every tracked
    change: `where` is Accept or Reject.
    """

    what: str
    where: str = ""
    words: str = ""


@dataclass(frozen=True)
class Opened:
    """What LibreOffice showed, and the document as it saved it."""

    seen: tuple[Seen, ...]
    saved: bytes

    @property
    def lines(self) -> list[str]:
        """Each paragraph with words, its label before it."""
        return [f"{each.label} {each.text}".strip() for each in self.seen if each.text.strip()]


def open_in_libreoffice(
    documents: Sequence[tuple[bytes, Sequence[Change]]], folder: Path, *, look: bool = True
) -> list[Opened]:
    """Each document opened, edited, its fields worked out anew, read and saved as a Word document again.

    Without `look` it is not read: LibreOffice 7.4 ends where a macro reads the pieces of a text that has comments.
    """
    profile = folder / "profile"
    basic = profile / "user" / "basic"
    # The first start of a profile puts empty libraries in it.
    _start(profile, "--terminate_after_init")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    macro = (Path(__file__).parent / "office.bas").read_text(encoding="utf-8")
    (basic / "Standard" / "Module1.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")
    jobs: list[str] = []
    for number, (document, changes) in enumerate(documents):
        (folder / f"in{number}.docx").write_bytes(document)
        jobs.append("\t".join(("open", (folder / f"in{number}.docx").as_uri())))
        jobs += ["\t".join((each.what, each.where, each.words)) for each in changes]
        if look:
            jobs.append("\t".join(("look", (folder / f"seen{number}.txt").as_uri())))
        jobs.append("\t".join(("store", (folder / f"out{number}.docx").as_uri())))
    (folder / "jobs.txt").write_text("\n".join([*jobs, "end", "end"]), encoding="utf-8")
    jobs_url, trouble = (folder / "jobs.txt").as_uri(), folder / "trouble.txt"
    call = f'macro:///Standard.Module1.Main("{jobs_url}","{trouble.as_uri()}")'
    _start(profile, call)
    assert not trouble.exists(), trouble.read_text(encoding="utf-8")
    return [
        Opened(
            tuple(_seen((folder / f"seen{number}.txt").read_text(encoding="utf-8"))) if look else (),
            (folder / f"out{number}.docx").read_bytes(),
        )
        for number in range(len(documents))
    ]


def saved_again(documents: Sequence[bytes], folder: Path) -> list[bytes]:
    """Each document as LibreOffice saves it without a hand's turn: its macros end at some documents with comments."""
    files = [folder / f"sent{number}.docx" for number in range(len(documents))]
    for file, document in zip(files, documents, strict=True):
        file.write_bytes(document)
    out = folder / "saved"
    command = [soffice(), f"-env:UserInstallation={(folder / 'converting').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [(out / file.name).read_bytes() for file in files]


def _start(profile: Path, what: str) -> None:
    command = [soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless", what]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _seen(report: str) -> list[Seen]:
    done = []
    for line in report.removeprefix("\ufeff").splitlines():
        label, style, text = line.split("\t", 2)
        done.append(Seen(label, re.sub(r"\\n", "\n", text).replace("\\t", "\t"), style))
    return done
