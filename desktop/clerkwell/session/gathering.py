"""What IT asks for when something is wrong, gathered as plain texts that can be looked at before they are sent.

No report is opened for it, none is named, and the author's own values are told only as filled in or not.
"""

import io
import time
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Final

from clerkwell import __version__
from clerkwell.printing import PrintingError
from clerkwell.printing.running import run
from clerkwell.printing.workspace import Workspace
from clerkwell.session.computer_facts import computer_facts
from clerkwell.session.surroundings import Surroundings, versions_told
from clerkwell.session.unnamed import Person, this_person, unnamed
from clerkwell.system import Folders, Settings
from clerkwell.system.masking import is_ours
from clerkwell.system.ourselves import for_ourselves, ourselves
from clerkwell.system.settings import OPTIONS
from clerkwell.system.toml import to_toml

# The settings that are about the author and nobody else, and what stands in their place.
_PERSONAL: Final = {
    "author_name": "author’s name",
    "author_post": "author’s post",
    "author_department": "author’s department",
    "author_telephone": "author’s telephone number",
    "author_email": "author’s e-mail address",
}
# So much of the newest log is of use, and is still opened by any editor.
_MOST_OF_LOG: Final = 300_000
_CRASHES: Final = 5
_SELF_TEST: Final = "self-test.txt"
# A slow computer with a busy virus scanner takes minutes.
_PATIENCE: Final = 300.0


@dataclass(frozen=True)
class Part:
    """One text of what is gathered: its file's name, what it is, why IT wants it, and its words."""

    name: str
    title: str
    reason: str
    words: str


def gather(
    at: Folders,
    settings: Settings,
    found: Surroundings,
    *,
    qt: str = "",
    screens: str = "",
    documents: Path | None = None,
) -> tuple[Part, ...]:
    """What can be told at once; the self-test, which takes its time, is `proved`."""
    person = this_person({words: getattr(settings, name) for name, words in _PERSONAL.items()})
    parts = (
        Part("versions.txt", "Versions", "What this is, and what it stands on.", versions_told(found, qt)),
        Part("settings.txt", "Settings", "How it is set up, and what IT has locked.", _settings(settings)),
        Part(
            "computer.txt",
            "This computer",
            "Its system, folders and drives.",
            "\n".join(each for each in (computer_facts(at, documents), screens) if each),
        ),
        Part("log.txt", "Log", "What the program noted of its own faults.", _log(at.logs)),
        Part("crashes.txt", "Crash reports", "Where it came to a sudden end, if it did.", _crashes(at.crashes)),
    )
    return tuple(_masked(each, person, at) for each in parts)


def to_be_proved() -> Part:
    """The self-test before it has run."""
    return Part(
        _SELF_TEST,
        "Self-test",
        "Whether this installation can do its work.",
        "The self-test is running. It takes about half a minute.",
    )


def proved(stop: Event, at: Folders, settings: Settings) -> Part:
    """The self-test, run in a process of its own that no screen shows; it ends early once `stop` is set."""
    began = time.monotonic()
    # Its folder goes at the next start, if this program is ended meanwhile.
    with closing(Workspace()) as place, (place.folder / "said").open("w+b") as said:
        more = {**for_ourselves(), "QT_QPA_PLATFORM": "offscreen"}
        try:
            ending, code = run(
                ourselves("self-test"), name="The self-test", folder=place.folder, more=more, seconds=_PATIENCE,
                stop=stop, said=said,
            )  # fmt: skip
        except PrintingError as error:
            return _of_self_test(str(error), settings, at)
        said.seek(0)
        words = said.read().decode("utf-8", errors="replace").strip()
    seconds = time.monotonic() - began
    if ending != "ended":
        verdict = f"The self-test did not come to its end within {seconds:.0f} seconds."
    elif code == 0:
        verdict = f"The self-test found nothing wrong, in {seconds:.0f} seconds."
    else:
        verdict = f"The self-test failed with exit code {code}, after {seconds:.0f} seconds."
    return _of_self_test(f"{verdict}\n\n{words}".rstrip(), settings, at)


def as_zip(parts: Sequence[Part], left_out: Sequence[Part], when: datetime) -> bytes:
    """One file of these parts, with a page that says what is in it and what was left out."""
    listed = [
        f"Clerkwell {__version__}: gathered for IT on {when.day} {when:%B %Y, %H:%M}.",
        "It was looked at and saved by whoever uses this computer; Clerkwell sends nothing.",
        "No report is in it. Files are told by their kind, and values of the author’s own only as filled in or not.",
        "",
        *(f"{each.name}: {each.title}. {each.reason}" for each in parts),
        *(f"{each.name}: left out" for each in left_out),
    ]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in (("contents.txt", "\n".join(listed)), *((each.name, each.words) for each in parts)):
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100600 << 16
            # Notepad of an older Windows shows all in one line otherwise.
            archive.writestr(entry, f"{words}\n".replace("\n", "\r\n").encode())
    return buffer.getvalue()


def suggested_name(when: datetime) -> str:
    """What the file is called, unless somebody calls it otherwise."""
    return f"Clerkwell for IT {when:%Y-%m-%d}.zip"


def _of_self_test(words: str, settings: Settings, at: Folders) -> Part:
    before = to_be_proved()
    person = this_person({name: getattr(settings, each) for each, name in _PERSONAL.items()})
    return _masked(Part(before.name, before.title, before.reason, words), person, at)


def _masked(part: Part, person: Person, at: Folders) -> Part:
    def told_whole(path: str) -> bool:
        # A draft cut off has the name of its report.
        return is_ours(path, at) and at.recovery not in Path(path).parents

    return Part(part.name, part.title, part.reason, unnamed(part.words, person, told_whole))


def _settings(settings: Settings) -> str:
    usual: Mapping[str, object] = vars(Settings())
    lines = []
    for name, (_, meaning) in OPTIONS.items():
        value = getattr(settings, name)
        told = to_toml({name: value}).strip() if name not in _PERSONAL else f"{name} = {_filled(value)}"
        by = settings.set_by(name)
        notes = "; ".join(each for each in ("" if value != usual[name] else "as it comes", by) if each)
        lines += [f"# {meaning.words}", told + (f"  # {notes}" if notes else ""), ""]
    if settings.unknown:
        lines.append(f"# Of another version of Clerkwell: {', '.join(settings.unknown)}")
    lines += [f"# {each}" for each in settings.notes]
    return "\n".join(lines).rstrip()


def _filled(value: object) -> str:
    return "(filled in; not told)" if value else "(empty)"


def _log(folder: Path) -> str:
    """The newest of the log, the oldest line first."""
    kept = ""
    for path in sorted(folder.glob("clerkwell.log*"), key=lambda each: (len(each.name), each.name)):
        words = _words(path)
        kept = f"{words}{kept}"
        if len(kept) > _MOST_OF_LOG:
            return f"(only the end of it)\n{kept[-_MOST_OF_LOG:].partition(chr(10))[2]}"
    return kept.rstrip() or "There is nothing in the log: the program has met no fault."


def _crashes(folder: Path) -> str:
    newest = sorted(folder.glob("crash-*.txt"))[-_CRASHES:]
    return "\n\n".join(_words(each).rstrip() for each in reversed(newest)) or "There are none."


def _words(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return f"({path.name} could not be read: {error.strerror})\n"
