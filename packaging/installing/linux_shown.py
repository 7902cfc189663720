"""The installed program's window on a bare Debian: written in, cut off, offered again, and opened by a double click."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from housekeeping.running import ChoreError
from installing.transcript import Transcript

# What a desktop has, for a real window: a screen, something that gives windows the keyboard, hands, a camera, and what
# opens a file with the program that is there for it.
DESKTOP = (
    *("xvfb", "openbox", "xdotool", "imagemagick", "fonts-dejavu-core"),
    *("shared-mime-info", "desktop-file-utils", "libglib2.0-bin"),
)
_WORDS = "Written before the upgrade"
# What a window's title says of a report that has no file yet, and of work that was cut off.
_NEW, _LEFT = "New report", "Recover unsaved work"
# Lines of the shell: a screen; waiting for a window by its title, and for what it shows; and the end of it all.
_BEGIN = """\
Xvfb :97 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 & screen=$!
sleep 2; export DISPLAY=:97; openbox >/dev/null 2>&1 & sleep 1
there() {
  left=120; until xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; do
    left=$((left - 1)); [ $left -gt 0 ] || { import -window root /home/officer/lost.png; echo "No window $1"; exit 9; }
    sleep 0.5
  done; sleep 5
}
shot() { import -window root "/home/officer/$1"; }"""
_END = "kill $screen; wait $screen; true"


class Shown(NamedTuple):
    """A bare system with the program in it: its folder, and how somebody without rights runs the shell there."""

    root: Path
    officer: Callable[[str], str]
    transcript: Transcript

    def cut_off(self) -> None:
        """Write in a report that has no file, and end the program as a power cut does. Its draft has to be there."""
        self._on_screen(
            "clerkwell & window=$!",
            "there Clerkwell; xdotool key Return",
            f"there '{_NEW}'; xdotool type --delay 60 '{_WORDS}'; sleep 4",
            "shot cut-off.png; kill -9 $window",
        )
        if not self.drafts():
            raise ChoreError("What was written in a new report was not kept as a draft.")
        self.transcript.note(f"Wrote in a new report and cut it off; {len(self.drafts())} draft is kept.")

    def drafts(self) -> dict[str, bytes]:
        """The recovery drafts of the person, by their files."""
        home = self.root / "home/officer"
        return {str(each.relative_to(home)): each.read_bytes() for each in home.rglob("*.snapshot")}

    def offered_again(self, work: Path) -> None:
        """Start it: what was cut off is offered, and is left for later. A picture is kept in `work`."""
        self._on_screen(
            "clerkwell & window=$!",
            f"there '{_LEFT}'; shot offered.png; xdotool key Escape; sleep 2",
            "kill $window; wait $window",
        )
        self._picture("offered.png", work)

    def opened_by_the_desktop(self, report: str, pack: str, work: Path) -> None:
        """Have the desktop open a report, and then a template's file, as a double click does; pictures are kept."""
        for file, kind in ((report, "report"), (pack, "pack")):
            said = self.officer(f"gio info --attributes=standard::content-type '{file}'")
            if f"application/x-clerkwell-{kind}" not in said:
                raise ChoreError(f"The desktop does not know what a file like {Path(file).name} is.")
            if "clerkwell.desktop" not in self.officer(f"gio mime application/x-clerkwell-{kind}"):
                raise ChoreError(f"The desktop would not open {Path(file).name} with the program.")
        # The draft that was cut off is offered before anything else.
        self._on_screen(
            f"gio open '{report}'",
            f"there '{_LEFT}'; xdotool key Escape; there '{Path(report).stem}'; shot window.png",
            f"gio open '{pack}'",
            "sleep 8; shot pack.png; xdotool key Escape",
        )
        self._picture("window.png", work)
        self._picture("pack.png", work)
        self.transcript.note("The desktop opened both kinds of files with the program; pictures are kept.")

    def _on_screen(self, *lines: str) -> None:
        self.officer("\n".join((_BEGIN, *lines, _END)))

    def _picture(self, name: str, work: Path) -> None:
        shutil.copyfile(self.root / "home/officer" / name, work / name)
