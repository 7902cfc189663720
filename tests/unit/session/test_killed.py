"""The program is killed while somebody types without a pause: at most a second of it is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clerkwell.model import words
from clerkwell.storage import RecoveryFolder
from helpers.typist import KEY


def lost(folder: Path, length: int, seconds: float) -> float:
    """Seconds of typing that are gone after a kill."""
    process = subprocess.Popen(
        [sys.executable, "-m", "helpers.typist", str(folder), str(length)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    typed = int(process.stdout.read().split()[-1])
    process.wait()
    process.stdout.close()
    folders = RecoveryFolder(folder)
    (found,) = folders.found()
    kept = int(words(folders.restore(found.id).report.blocks("own-0")[0]))
    folders.finish(found.id)
    return (typed - kept) * KEY


@pytest.mark.skipif(os.name == "nt", reason="only on Linux and macOS: Windows has no signal that kills")
@pytest.mark.parametrize(("length", "kills"), [(500, 5), (50_000, 3)])
def test_at_most_a_second_of_typing_is_lost(tmp_path: Path, length: int, kills: int) -> None:
    # Half the time it is under a third of a second; the long proof that kills the whole program measures that.
    dice = random.Random(3)
    assert max(lost(tmp_path, length, 0.8 + dice.random() * 0.6) for _ in range(kills)) <= 1.0
