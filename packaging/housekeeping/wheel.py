"""The wheel is the product: build it, install it as a council's IT would, and let it prove itself."""

import subprocess
import tempfile
import zipfile
from pathlib import Path

from housekeeping.machine import ensure_libraries
from housekeeping.places import ROOT, command_of, environment
from housekeeping.running import ChoreError, ask, say
from housekeeping.venvs import install, make, ready


def packs() -> tuple[str, ...]:
    """The packs that ship: the folders of `templates`."""
    return tuple(sorted(manifest.parent.name for manifest in (ROOT / "templates").glob("*/pack.toml")))


def wheel_check() -> int:
    """Build by way of the source archive, look inside, install away from the checkout, and run its self-test."""
    ensure_libraries(screen=False)
    with tempfile.TemporaryDirectory(prefix="clerkwell-wheel-") as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        say(f"Built {wheel.name}, {wheel.stat().st_size // 1024} kB.")
        look_inside(wheel)
        venv = folder / "venv"
        make(venv)
        install(venv, [str(wheel)])
        away = folder / "away"
        away.mkdir()
        env = {**environment(), "QT_QPA_PLATFORM": "offscreen", "CLERKWELL_HOME": str(folder / "profile")}
        listed = _said(command_of(venv, "clerkwell"), ["pack", "list"], away, env)
        absent = [pack for pack in packs() if pack not in listed]
        if absent:
            raise ChoreError(f"The installed program does not list these packs: {', '.join(absent)}.")
        say(_said(command_of(venv, "clerkwell"), ["self-test"], away, env).strip())
    say("The wheel works away from the checkout.")
    return 0


def build(into: Path) -> Path:
    """Build the source archive, and the wheel from that, so that a file the archive forgot is missed here."""
    # The pinned tools of .venv build it: an environment of build's own would need ensurepip, which Debian leaves out.
    code, output = ask([ready("dev"), "-m", "build", "--no-isolation", "--outdir", into, ROOT])
    wheels = list(into.glob("*.whl"))
    if code or len(wheels) != 1:
        raise ChoreError(f"{output.strip()}\nThe wheel could not be built.")
    return wheels[0]


def look_inside(wheel: Path) -> None:
    """Packs and resources must be in the wheel; tests and the workshop must not."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for pack in packs():
        for file in ("pack.toml", "template.docx"):
            if f"clerkwell/templates/{pack}/{file}" not in names:
                raise ChoreError(f"The wheel lacks {file} of the pack {pack}.")
    if not any(name.startswith("clerkwell/resources/") for name in names):
        raise ChoreError("The wheel lacks the program's resources.")
    strays = [name for name in names if not name.startswith(("clerkwell/", "clerkwell-"))]
    if strays:
        raise ChoreError(f"The wheel holds what it should not: {strays[0]}.")


def _said(program: Path, arguments: list[str], cwd: Path, env: dict[str, str]) -> str:
    """What the installed program prints; an exit code other than 0 ends the check."""
    done = subprocess.run(
        [str(program), *arguments], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        words = f"{done.stdout}{done.stderr}".strip()
        raise ChoreError(f"{words}\nThe installed program failed at: clerkwell {' '.join(arguments)}")
    return done.stdout
