"""A PDF through Word: by a script for PowerShell on Windows, and for osascript on macOS. Neither needs a package.

Not tried on a computer with Word yet: where it fails, the approximation takes its place and the pane says so.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event

from clerkwell.printing.engines import Engine
from clerkwell.printing.running import Ending, run
from clerkwell.printing.workspace import Workspace

# Word runs for itself rather than as the script's child, so that the script notes its number. 17 is PDF. Then: not
# opened afterwards, for print, the whole document, its contents without comments, with its properties, without
# rights, bookmarks from headings, tagged, and text whose font may not be embedded as a picture. Not PDF/A-1, which
# allows no transparency: that is a promise to an archive, and costs pictures their soft edges.
_POWERSHELL = r"""
param([string]$From, [string]$To, [string]$Note)
$ErrorActionPreference = 'Stop'
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
try {
    $own = Get-Process WINWORD | Where-Object { $before -notcontains $_.Id } | Select-Object -First 1
    if ($own) { Set-Content -LiteralPath $Note -Value $own.Id -Encoding ascii }
    $word.Visible = $false
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    $document = $word.Documents.Open($From, $false, $true, $false)
    $document.ExportAsFixedFormat($To, 17, $false, 0, 0, 1, 1, 0, $true, $false, 1, $true, $true, $false)
    $document.Close($false)
} finally {
    $word.Quit($false)
}
"""
_APPLESCRIPT = """
on run {source, target}
    tell application "Microsoft Word"
        set wasRunning to running
        open (POSIX file source) with read only
        set made to active document
        save as made file name target file format format PDF
        close made saving no
        if not wasRunning then quit saving no
    end tell
end run
"""
# Word for macOS may read and write here without asking the user.
_MAC_PLACE = "~/Library/Containers/com.microsoft.Word/Data/Documents"


def convert(engine: Engine, document: Path, place: Workspace, seconds: float, stop: Event) -> tuple[Ending, Path]:
    """How it ended, and where the PDF is if there is one. Raises `PrintingError` if it cannot be started."""
    del engine
    if sys.platform == "darwin":
        return _through_osascript(document, place, seconds, stop)
    target, note = document.with_suffix(".pdf"), place.folder / "word.pid"
    script = place.folder / "to-pdf.ps1"
    script.write_text(_POWERSHELL, encoding="utf-8-sig")
    arguments = [
        "powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File",
        str(script), str(document), str(target), str(note),
    ]  # fmt: skip
    ending, _ = run(arguments, name="Microsoft Word", folder=place.folder, more={}, seconds=seconds, stop=stop)
    if ending != "ended":
        _end_noted(note)
    return ending, target


def _through_osascript(document: Path, place: Workspace, seconds: float, stop: Event) -> tuple[Ending, Path]:
    home = Path(_MAC_PLACE).expanduser()
    target = document.with_suffix(".pdf")
    allowed = home / f"{place.folder.name}.docx" if home.is_dir() else document
    made = allowed.with_suffix(".pdf")
    try:
        if allowed != document:
            allowed.touch(mode=0o600)
            allowed.write_bytes(document.read_bytes())
        arguments = ["/usr/bin/osascript", "-e", _APPLESCRIPT, str(allowed), str(made)]
        ending, _ = run(arguments, name="Microsoft Word", folder=place.folder, more={}, seconds=seconds, stop=stop)
        if made != target and made.is_file():
            target.write_bytes(made.read_bytes())
        return ending, target
    finally:
        if allowed != document:
            for path in (allowed, made):
                with suppress(OSError):
                    path.unlink()


def _end_noted(note: Path) -> None:
    """End the Word that the script had started: it would wait, unseen, for ever."""
    with suppress(OSError, ValueError):
        number = int(note.read_text(encoding="ascii"))
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(number)],
                check=False, capture_output=True, creationflags=subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
        else:
            os.kill(number, signal.SIGKILL)
