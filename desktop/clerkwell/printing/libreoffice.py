"""A PDF through LibreOffice, run unseen with a profile of its own; the user's LibreOffice is not touched."""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event

from clerkwell.printing.engines import Engine
from clerkwell.printing.running import Ending, run
from clerkwell.printing.workspace import Workspace, remove

# The export filter's options (LibreOffice help, "PDF Export Command Line Parameters"). PDF/UA brings tags, the
# language and the title with it; fonts are embedded always.
_OPTIONS = {
    "PDFUACompliance": ("boolean", "true"),
    "UseTaggedPDF": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "InitialView": ("long", "0"),
    "DisplayPDFDocumentTitle": ("boolean", "true"),
    "ExportNotes": ("boolean", "false"),
    "ExportFormFields": ("boolean", "false"),
    "ExportLinksRelativeFsys": ("boolean", "false"),
}
# No macros, nothing fetched that a document names, no look for updates, no Java to wait for, no window for a crash.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled",
     "false"),
)  # fmt: skip


def convert(engine: Engine, document: Path, place: Workspace, seconds: float, stop: Event) -> tuple[Ending, Path]:
    """How it ended, and where the PDF is if there is one. Raises `PrintingError` if it cannot be started."""
    profile = place.folder / "office"
    if not (profile / "user").is_dir():
        _prepare(profile)
    url = profile.as_uri()
    options = json.dumps({name: {"type": kind, "value": value} for name, (kind, value) in _OPTIONS.items()})
    arguments = [
        str(engine.program),
        f"-env:UserInstallation={url}",
        "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck",
        "--convert-to", f"pdf:writer_pdf_Export:{options}",
        "--outdir", str(document.parent),
        str(document),
    ]  # fmt: skip
    # No screen, and no question to the print service which printers there are.
    more = {"SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_CUPS": "1", "SAL_LOG": "-INFO-WARN"}
    ending, code = run(arguments, name="LibreOffice", folder=place.folder, more=more, seconds=seconds, stop=stop)
    if ending != "ended" or code != 0:
        # It may have been ended in the middle of writing to it.
        remove(profile)
        _remove_socket(url)
    return ending, document.with_suffix(".pdf")


def _prepare(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True, mode=0o700)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _remove_socket(url: str) -> None:
    """What LibreOffice would have removed itself: it names its socket after its profile, in /tmp whatever is set."""
    if sys.platform != "win32":
        digest = hashlib.md5(url.encode("utf-16-le"), usedforsecurity=False).digest()
        name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
        with suppress(OSError):
            Path("/tmp", name).unlink()
