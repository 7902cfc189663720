"""What Windows shows of a program under Properties, Details, and what IT's tools for taking stock read of it.

`clerkwell.spec` has it written into both programs, and the build reads it back.
"""

from pathlib import Path
from typing import NamedTuple

from installing.identity import LICENCE, NAME, PUBLISHER, version

# British English in Unicode: the language and the code page that Windows looks the words up by.
_ENGLISH, _UNICODE = 0x0809, 1200


class Program(NamedTuple):
    """One of the two programs: its file, and what it is. The task manager shows the second, not the first."""

    file: str
    what: str


WINDOW = Program("clerkwell.exe", NAME)
COMMANDS = Program("clerkwell-cli.exe", f"{NAME} for the command line")


def properties(program: Program) -> dict[str, str]:
    """What a program says of itself, by the names that Windows has for it."""
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": program.what,
        "FileVersion": version(),
        "InternalName": Path(program.file).stem,
        "LegalCopyright": LICENCE,
        "OriginalFilename": program.file,
        "ProductName": NAME,
        "ProductVersion": version(),
    }


def written(program: Program, folder: Path) -> str:
    """The file, put into `folder`, that PyInstaller writes a program's properties from."""
    number = (*(int(part) for part in version().split(".")), 0)
    said = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in properties(program).items())
    file = folder / f"{program.file}.txt"
    file.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={number}, prodvers={number}), kids=["
        f"StringFileInfo([StringTable('{_ENGLISH:04x}{_UNICODE:04x}', [{said}])]), "
        f"VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])])])\n",
        encoding="utf-8",
    )
    return str(file)


def read_back(file: Path) -> dict[str, str]:
    """What a program or a set-up says of itself: the words that follow each name in its resources."""
    content = file.read_bytes()
    found = {}
    for name in properties(WINDOW):
        key = f"{name}\0".encode("utf-16-le")
        at = content.find(key)
        # Zeros fill up to where the words begin; two of them end the words.
        words = content[at + len(key) : at + len(key) + 200].decode("utf-16-le", "replace") if at >= 0 else ""
        found[name] = words.lstrip("\0").split("\0")[0]
    return found
