"""A screen for a program that runs under Wine, and a picture of what it shows."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from housekeeping.running import ChoreError

# A window under Wine on a busy machine takes its time.
PATIENCE = 180.0


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen with a window manager for a while: what a program's environment needs to be shown on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        shown = {"DISPLAY": f":{told.readline().strip()}"}
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, **shown}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield shown
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def picture(env: Mapping[str, str], title: str, file: Path) -> float:
    """Wait for a window with this in its title and take a picture of the screen; how many seconds it took to come."""
    begin = time.monotonic()
    while not _windows(env, title):
        if time.monotonic() - begin > PATIENCE:
            subprocess.run(["import", "-window", "root", str(file)], env=dict(env), check=False)
            raise ChoreError(f"No window with “{title}” in its title came within {PATIENCE:g} s; see {file.name}.")
        time.sleep(0.1)
    took = time.monotonic() - begin
    # What it shows at first is filled in a moment later.
    time.sleep(8)
    subprocess.run(["import", "-window", "root", str(file)], env=dict(env), check=True)
    return took


def press(env: Mapping[str, str], title: str, *keys: str, words: str = "") -> None:
    """Press keys in the window with this in its title, and then type words."""
    for window in _windows(env, title)[:1]:
        subprocess.run(["xdotool", "windowactivate", "--sync", window], env=dict(env), check=False)
        for what in (["key", *keys] if keys else [], ["type", "--delay", "60", words] if words else []):
            if what:
                subprocess.run(["xdotool", *what], env=dict(env), check=True)


def close(env: Mapping[str, str], title: str) -> None:
    """Close the window as its cross does, and wait until it is gone."""
    for window in _windows(env, title):
        # Told by the window manager, the program may save; a window that is taken away leaves it running.
        keys = ["xdotool", "windowactivate", "--sync", window, "key", "alt+F4"]
        subprocess.run(keys, env=dict(env), check=False)
    begin = time.monotonic()
    while _windows(env, title) and time.monotonic() - begin < PATIENCE:
        time.sleep(0.2)


def _windows(env: Mapping[str, str], title: str) -> list[str]:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", title],
        env=dict(env),
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.split()
