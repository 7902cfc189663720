"""What the program stands on and has found on this computer, in words that can be sent to whoever helps."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from clerkwell import __version__
from clerkwell.packs import Pack
from clerkwell.printing.finding import find_libreoffice
from clerkwell.system import Settings

# What the program stands on, as it is installed.
_LIBRARIES: Final = (
    "PySide6-Essentials", "python-docx", "lxml", "pydantic", "appdirs", "pypdfium2", "typst", "rapidfuzz", "chunspell",
    "spylls",
)  # fmt: skip


@dataclass(frozen=True)
class Surroundings:
    """What the program found on this computer: LibreOffice, and the packs; `open_pack` is that of the open report."""

    libreoffice: Path | None = None
    packs: tuple[Pack, ...] = ()
    open_pack: Pack | None = None


def surroundings(settings: Settings, packs: tuple[Pack, ...], open_pack: Pack | None = None) -> Surroundings:
    """What is found now."""
    return Surroundings(find_libreoffice(settings.libreoffice), packs, open_pack)


def versions_told(found: Surroundings, qt: str = "") -> str:
    """Everything that somebody who helps asks about first, to be copied into a message."""
    running = f"Python {platform.python_version()}, Qt {qt}" if qt else f"Python {platform.python_version()}"
    lines = [
        f"Clerkwell {__version__} (MIT licence)",
        f"{running}, {platform.platform(terse=True)}",
        f"LibreOffice: {found.libreoffice or 'not found; previews and PDFs are approximate'}",
        "",
        "Templates:",
        *_packs(found),
        "",
        "Made with:",
        *_libraries(_LIBRARIES),
    ]
    return "\n".join(lines)


def _packs(found: Surroundings) -> list[str]:
    opened = found.open_pack
    told = []
    for pack in found.packs:
        used = " (the open report’s)" if opened is not None and opened.ref == pack.ref else ""
        state = "" if pack.told.offered else f", {'a draft' if pack.told.state == 'draft' else 'archived'}"
        told.append(f"  {pack.told.title}, {pack.told.version}{state}{used}")
    if opened is not None and all(pack.ref != opened.ref for pack in found.packs):
        told.append(f"  {opened.manifest.pack.title}, {opened.ref.version} (kept in the report)")
    return told or ["  none were found"]


def _libraries(names: Iterable[str]) -> list[str]:
    told = []
    for name in names:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            # Of two that do the same one is installed.
            continue
        licence = (
            _first(about, "License-Expression") or _named(about.get_all("Classifier") or ()) or _first(about, "License")
        )
        told.append(f"  {name} {about['Version']}" + (f" ({licence})" if licence else ""))
    return told


def _first(about: metadata.PackageMetadata, name: str) -> str:
    """The first line of an entry; a few have the whole licence in it."""
    return str(next(iter(about.get_all(name) or ()), "")).strip().partition("\n")[0]


def _named(classifiers: Iterable[str]) -> str:
    licences = (each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: "))
    return ", ".join(each for each in licences if each != "OSI Approved")
