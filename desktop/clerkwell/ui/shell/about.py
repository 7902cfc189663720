"""About the program: which version of it and of what it stands on, the packs there are, and under which licences."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from clerkwell import __version__
from clerkwell.packs import Pack
from clerkwell.ui.kit.widgets import announce, fit, framed

_ABOUT = (
    "Committee reports, written in the council’s own template and checked while they are written.\n\n"
    "Clerkwell works offline: it sends nothing anywhere and listens to nothing."
)
# What the program stands on, as it is installed.
_LIBRARIES = (
    "PySide6-Essentials", "python-docx", "lxml", "pydantic", "appdirs", "pypdfium2", "typst", "rapidfuzz", "chunspell",
    "spylls",
)  # fmt: skip


@dataclass(frozen=True)
class Surroundings:
    """What the program found on this computer: LibreOffice, and the packs; `open_pack` is that of the open report."""

    libreoffice: Path | None = None
    packs: tuple[Pack, ...] = ()
    open_pack: Pack | None = None


def about_text(found: Surroundings) -> str:
    """Everything that somebody who helps asks about first, to be copied into a message."""
    lines = [
        f"Clerkwell {__version__} (MIT licence)",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform(terse=True)}",
        f"LibreOffice: {found.libreoffice or 'not found; previews and PDFs are approximate'}",
        "",
        "Templates:",
        *_packs(found),
        "",
        "Made with:",
        *_libraries(_LIBRARIES),
    ]
    return "\n".join(lines)


class AboutDialog(QDialog):
    """The program and its versions; a button copies them."""

    def __init__(self, parent: QWidget | None = None, found: Surroundings = Surroundings()) -> None:
        super().__init__(parent)
        self.versions = QPlainTextEdit(about_text(found))
        self.versions.setAccessibleName("Versions and licences")
        self.versions.setReadOnly(True)
        self.versions.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton("C&opy all of it")
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = framed(self, f"Clerkwell {__version__}", _ABOUT, "About Clerkwell")
        column.addWidget(self.versions, 1)
        column.addWidget(buttons)
        fit(self, 80, 32)
        self.versions.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.versions.toPlainText())
        announce(self.copy_button, "Copied.")
        self.copy_button.setText("Copied")


def _packs(found: Surroundings) -> list[str]:
    opened = found.open_pack
    told = []
    for pack in found.packs:
        used = " (the open report’s)" if opened is not None and opened.ref == pack.ref else ""
        state = "" if pack.told.offered else f", {'a draft' if pack.told.state == 'draft' else 'archived'}"
        told.append(f"  {pack.told.title}, {pack.told.version}{state}{used}")
    if opened is not None and all(pack.ref != opened.ref for pack in found.packs):
        told.append(f"  {opened.manifest.pack.title}, {opened.ref.version} (kept in the report)")
    return told


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
