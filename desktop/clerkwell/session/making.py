"""A pack that somebody is making, in a folder of its own: every change is saved at once and can be taken back.

The folder is open to other programs: Word saves `template.docx` there. `look_again` takes in what they changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clerkwell.packs import Pack, PackError, load_files
from clerkwell.packs.load import MANIFEST, TEMPLATE, read_folder
from clerkwell.session.events import Event
from clerkwell.system import FileError, atomic_write, make_folder

# What undo says of a change by another program.
IN_WORD: Final = "Change in Word"
OUTSIDE: Final = "Change outside Clerkwell"
# Steps share the files that they did not touch; a template has some 50 KB.
_MOST: Final = 200
# What Word and LibreOffice put beside a document that is open in them.
_OPEN_SIGNS: Final = ("~$" + TEMPLATE[2:], "~$" + TEMPLATE, f".~lock.{TEMPLATE}#")

Stamps = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class _Step:
    label: str
    before: Pack
    after: Pack
    # What it was part of: writing in one answer, say.
    stay: object | None = None


def begin_pack(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files of a new pack into a folder that is new or empty. Raises `FileError`; `PackError` for no pack."""
    load_files(files, folder.name)
    make_folder(folder)
    if any(folder.iterdir()):
        raise FileError(f"The folder {folder} is not empty; choose one that is new.", folder)
    for name, data in files.items():
        make_folder((folder / name).parent)
        atomic_write(folder / name, data)


class PackSession:
    """One pack being made. `changed` carries what was done, in words.

    `pack` is the pack as it was last sound, `opened` as it was when the session began. `fault` says why the files in
    the folder are not sound, if they are not: then nothing can be changed here until they are put right. Raises
    `PackError` if the folder holds no pack.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pack = load_files(read_folder(folder), folder.name)
        self.opened = self.pack
        self.fault = ""
        self.changed: Event[str] = Event()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._seen = self.stamps()
        self._half_seen: Stamps | None = None

    @property
    def undo_label(self) -> str:
        """What undo would take back; "" for nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; "" for nothing."""
        return self._undone[-1].label if self._undone else ""

    @property
    def open_elsewhere(self) -> bool:
        """Whether Word or LibreOffice has the template open."""
        return any((self.folder / name).exists() for name in _OPEN_SIGNS)

    def apply(self, edit: Callable[[Pack], Pack], label: str, stay: object | None = None) -> None:
        """Change the pack and save it. Raises `PackError` for what no pack can be, `FileError` if it is not saved.

        Changes of the same `stay` that follow each other are one step of undo; one that ends where it began is none.
        """
        self._take_in_now()
        if self.fault:
            raise PackError(self.fault)
        before, after = self.pack, edit(self.pack)
        if after.files == before.files:
            return
        joins = stay is not None and bool(self._done) and self._done[-1].stay is stay and not self._undone
        if joins and _alike(self._done[-1].before, after):
            self._put(self._done[-1].before)
            self._done.pop()
            self.changed.emit(label)
            return
        self._put(after)
        self._did(_Step(label, self._done.pop().before if joins else before, after, stay))

    def undo(self) -> None:
        """Take the last step back. Raises `FileError` if that is not saved; then it is not taken back.

        What another program has just saved is taken in instead: nobody has seen it yet, and it would be the last step.
        """
        if not self._take_in_now() and self._done:
            self._put(self._done[-1].before)
            step = self._done.pop()
            self._undone.append(step)
            self.changed.emit(f"Undone: {step.label}")

    def redo(self) -> None:
        """Do again what was taken back last; as `undo`."""
        if not self._take_in_now() and self._undone:
            self._put(self._undone[-1].after)
            step = self._undone.pop()
            self._done.append(step)
            self.changed.emit(f"Done again: {step.label}")

    def put_back(self) -> None:
        """Let the folder hold the pack as it was last sound, whatever happened to it outside. Raises `FileError`."""
        for name in (TEMPLATE, MANIFEST):
            atomic_write(self.folder / name, self.pack.files[name])
        self.fault = ""
        self._seen = self.stamps()
        self.changed.emit("Put back as it was")

    def look_again(self, stamps: Stamps | None = None) -> bool:
        """Take in what other programs changed in the folder, once it stands still; whether there was anything.

        `stamps` are those that another thread has asked for, where the folder may be slow to answer.
        """
        stamps = self.stamps() if stamps is None else stamps
        if stamps == self._seen:
            self._half_seen = None
            return False
        if stamps != self._half_seen:
            # A program may be in the middle of writing it.
            self._half_seen = stamps
            return False
        self._seen, self._half_seen = stamps, None
        try:
            found = load_files(read_folder(self.folder), self.folder.name)
        except PackError as error:
            self.fault = str(error)
            self.changed.emit(OUTSIDE)
            return True
        mended, self.fault = bool(self.fault), ""
        if found.files == self.pack.files:
            if mended:
                self.changed.emit(OUTSIDE)
            return mended
        only_template = {**found.files, TEMPLATE: b""} == {**self.pack.files, TEMPLATE: b""}
        step = _Step(IN_WORD if only_template else OUTSIDE, self.pack, found)
        self.pack = found
        self._did(step)
        return True

    def _take_in_now(self) -> bool:
        """Take in what was saved in the folder since the last look, before anything is written over it."""
        stamps = self.stamps()
        self._half_seen = stamps
        return self.look_again(stamps)

    def _did(self, step: _Step) -> None:
        self._done = [*self._done[1 - _MOST :], step]
        self._undone.clear()
        self.changed.emit(step.label)

    def _put(self, pack: Pack) -> None:
        """Let the folder hold this pack."""
        old = self.pack.files
        if old[TEMPLATE] != pack.files[TEMPLATE] and self.open_elsewhere:
            raise FileError(
                f"{TEMPLATE} is open in Word, which would write over this change. Close it there, then do this again.",
                self.folder / TEMPLATE,
                "held-open",
            )
        # The manifest last: until it is there, the pack is the one from before.
        changed = sorted((name for name in pack.files if old.get(name) != pack.files[name]), key=MANIFEST.__eq__)
        for name in changed:
            make_folder((self.folder / name).parent)
            atomic_write(self.folder / name, pack.files[name])
        for name in old.keys() - pack.files.keys():
            _remove(self.folder / name)
        self.pack = pack
        self._seen = self.stamps()

    def stamps(self) -> Stamps:
        """When each file was written and how large it is: cheap to ask for, every second, on any thread."""
        found = {}
        try:
            for path in self.folder.rglob("*"):
                if path.is_file() and not path.name.startswith((".", "~$")):
                    told = path.stat()
                    found[path.relative_to(self.folder).as_posix()] = (told.st_mtime_ns, told.st_size)
        except OSError:
            return {}  # the folder, or a file of it, went while we looked
        return found


def _alike(one: Pack, other: Pack) -> bool:
    """Whether two packs say the same, however their manifests are laid out."""
    return one.manifest == other.manifest and {**one.files, MANIFEST: b""} == {**other.files, MANIFEST: b""}


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"{path.name} could not be removed: {error.strerror}.", path, "held-open") from error
