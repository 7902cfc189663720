"""The folders of the two sets: checked before anything is written, and left as they were when something fails."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from clerkwell.packs import Pack
from clerkwell.session.filenames import safe_name
from clerkwell.storage import holds_report
from clerkwell.system import FileError, atomic_write

# What systems put into folders by themselves; nobody publishes it.
_SYSTEMS_OWN = frozenset({"desktop.ini", "thumbs.db", ".ds_store"})
_SHOWN = 5
# Between the name of a report and that of a set.
_BETWEEN = " – "


def check_not_public(folder: Path, pack: Pack) -> None:
    """Raise `FileError` where what is not for publication would go into the public set of an earlier export."""
    inside = folder.resolve()
    for each in (inside, *inside.parents):
        partner = _non_public_of(each.name, pack)
        if partner and (each.parent / partner).is_dir():
            raise FileError(
                f"The folder {each.name} is the public set of another export, and what is not for publication "
                "must not go into it. Choose another folder.",
                folder,
            )


def set_names(pack: Pack, about: str = "") -> tuple[str, str]:
    """What the folders of the public and of the non-public set are called: as the pack says, or after a report too."""
    files = pack.manifest.files
    if not about:
        return safe_name(files.public), safe_name(files.non_public)
    ends = (f"{_BETWEEN}{_in_the_middle(each)}" for each in (files.public, files.non_public))
    public, non_public = (safe_name(f"{safe_name(about)}{end}") for end in ends)
    return public, non_public


def _non_public_of(name: str, pack: Pack) -> str:
    """What the non-public set is called beside a folder of this name, if that is the name of a public one."""
    public, non_public = set_names(pack)
    if name.casefold() == public.casefold():
        return non_public
    about, between, end = name.rpartition(_BETWEEN)
    return set_names(pack, about)[1] if between and end.casefold() == public.casefold() else ""


def _in_the_middle(name: str) -> str:
    """A name as it stands after other words: "Non-public" is "non-public" there, and "NP" stays as it is."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name


class SetFolders:
    """The two folders in the one that a person chose.

    Files of earlier exports are never deleted, as nobody can tell them from files of somebody else. So that no stale
    one is published, an export is refused while the public folder holds anything that the export does not write.
    """

    def __init__(self, folder: Path, pack: Pack, about: str = "") -> None:
        """`about` is what the report is called, where the folders are named after it. Raises `FileError` where the pack
        calls both the same."""
        self.public, self.non_public = (folder / name for name in set_names(pack, about))
        if self.public.name.casefold() == self.non_public.name.casefold():
            raise FileError(
                f"The template calls the folders of both sets “{self.public.name}”. Tell its maintainer.", folder
            )
        self._folder = folder
        self._pack = pack

    def check(self, public: Mapping[str, bytes], non_public: Mapping[str, bytes]) -> None:
        """Raise `FileError` where these files cannot go into the folders as they are. Nothing is changed."""
        check_not_public(self._folder, self._pack)
        for path in (self._folder, self.public, self.non_public):
            if path.exists() and not path.is_dir():
                raise FileError(f"{path.name} is a file; choose a folder for the two sets.", path)
        if self.public.exists() and self.non_public.exists() and self.public.samefile(self.non_public):
            raise FileError(
                f"{self.public.name} and {self.non_public.name} are one and the same folder; choose another place.",
                self._folder,
            )
        strangers = self._strangers(public)
        if strangers:
            names = ", ".join(f"“{name}”" for name in strangers[:_SHOWN])
            more = f" and {len(strangers) - _SHOWN} more" if len(strangers) > _SHOWN else ""
            raise FileError(
                f"The folder {self.public.name} holds {names}{more}, which this export does not write and which would "
                "be published with it. Move that away, or choose another folder.",
                self.public,
            )
        for path in self._paths(public, non_public):
            if path.is_symlink():
                raise FileError(f"{path.name} is a link to another file; remove it, or choose another folder.", path)
            if holds_report(path):
                raise FileError(f"{path.name} is a Clerkwell report; choose another folder for the two sets.", path)

    def write(
        self,
        public: Mapping[str, bytes],
        non_public: Mapping[str, bytes],
        last: Callable[[], object] = lambda: None,
        step: Callable[[str], object] = lambda _: None,
    ) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Write both sets, do what comes `last`, and give their paths. `step` hears before each file.

        `FileError` if that fails, and what `step` raises; then all is as it was before.
        """
        undo, count = _Undo(), len(public) + len(non_public)
        done = 0

        def next_one(name: str) -> None:
            nonlocal done
            done += 1
            step(f"Writing {name}, {done} of {count} files")

        try:
            # The public set last: it is never there without the whole one.
            inside = tuple(self._write(self.non_public, non_public, undo, next_one))
            outside = tuple(self._write(self.public, public, undo, next_one))
            last()
        except BaseException:
            undo.do()
            raise
        return outside, inside

    def _write(
        self, folder: Path, files: Mapping[str, bytes], undo: "_Undo", next_one: Callable[[str], object]
    ) -> list[Path]:
        written = []
        if files:
            undo.remember_folder(folder)
            _make(folder)
        for name, data in files.items():
            path = folder / name
            next_one(name)
            undo.remember_file(path)
            atomic_write(path, data)
            written.append(path)
        return written

    def _strangers(self, public: Mapping[str, bytes]) -> list[str]:
        try:
            there = sorted(self.public.iterdir()) if self.public.exists() else []
        except OSError as error:
            raise FileError(f"{self.public.name} could not be looked into: {error.strerror}.", self.public) from error
        return [path.name for path in there if path.is_dir() or not self._is_ours(path, public)]

    def _is_ours(self, path: Path, public: Mapping[str, bytes]) -> bool:
        if path.name in public or path.name.casefold() in _SYSTEMS_OWN:
            return True
        # Capitals tell files apart on some systems, and not on others.
        same = next((self.public / name for name in public if name.casefold() == path.name.casefold()), None)
        return same is not None and same.exists() and same.samefile(path)

    def _paths(self, public: Mapping[str, bytes], non_public: Mapping[str, bytes]) -> list[Path]:
        return [self.public / name for name in public] + [self.non_public / name for name in non_public]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"The folder {folder} could not be made: {error.strerror}.", folder, "no-folder") from error


class _Undo:
    """What was there before a set was written, to be put back."""

    def __init__(self) -> None:
        self._files: list[tuple[Path, bytes | None]] = []
        self._folders: list[Path] = []

    def remember_folder(self, folder: Path) -> None:
        """Remember which of a folder and those above it are still to be made, the innermost first."""
        self._folders += [each for each in (folder, *folder.parents) if not each.exists()]

    def remember_file(self, path: Path) -> None:
        """Remember what a file holds. `FileError` if it cannot be read."""
        try:
            self._files.append((path, path.read_bytes() if path.exists() else None))
        except OSError as error:
            raise FileError(f"{path.name} could not be replaced: {error.strerror}.", path) from error

    def do(self) -> None:
        """Put everything back, as far as the machine lets us."""
        for path, before in reversed(self._files):
            with suppress(OSError, FileError):
                if before is None:
                    path.unlink(missing_ok=True)
                elif path.read_bytes() != before:
                    atomic_write(path, before)
        for folder in sorted(set(self._folders), key=lambda each: len(each.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
