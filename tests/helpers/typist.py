"""A process that types into a session without pause, for tests that kill it: `python -m helpers.typist FOLDER WORDS`.

It prints, for each key, the number that the report then holds; the recovery snapshots go to FOLDER.
"""

import heapq
import itertools
import queue
import random
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from clerkwell.model import Paragraph, Report, Section, SetBlocks, Text, give_ids
from clerkwell.session import Session
from clerkwell.storage import RecoveryFolder, StoredReport
from helpers.building import make_pack
from helpers.inventing import paragraph

T = TypeVar("T")
KEY = 0.03


class Loop:
    """A scheduler and a runner with real time and one real thread, as a window has them."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._answers: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._jobs: queue.SimpleQueue[Callable[[], Callable[[], None]]] = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    def later(self, seconds: float, run: Callable[[], None]) -> Callable[[], None]:
        """Run something after a while."""
        number = next(self._count)
        heapq.heappush(self._due, (time.monotonic() + seconds, number, run))

        def cancel() -> None:
            self._due = [entry for entry in self._due if entry[1] != number]
            heapq.heapify(self._due)

        return cancel

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do a job on the thread."""

        def work() -> Callable[[], None]:
            answer = job()
            return lambda: done(answer)

        self._jobs.put(work)

    def turn(self) -> None:
        """Do what is due."""
        while self._due and self._due[0][0] <= time.monotonic():
            heapq.heappop(self._due)[2]()
        while not self._answers.empty():
            self._answers.get()()

    def _work(self) -> None:
        while True:
            self._answers.put(self._jobs.get()())


def main(folder: Path, words: int) -> None:
    """Type until somebody ends it."""
    dice = random.Random(1)
    blocks = [Paragraph(runs=(Text(text=paragraph(dice, 100)),)) for _ in range(max(1, words // 100))]
    parts = [tuple(blocks[at : at + 40]) for at in range(0, len(blocks), 40)]
    sections = tuple(Section(id=f"own-{number}", blocks=part) for number, part in enumerate(parts))
    pack = make_pack()
    report = give_ids(Report(pack=pack.ref, sections=sections))
    loop = Loop()
    session = Session(
        StoredReport(report),
        pack,
        path=None,
        check=lambda report, pack: (),  # noqa: ARG005 - what a check takes
        scheduler=loop,
        runner=loop,
        recovery=RecoveryFolder(folder),
        now=lambda: datetime.now(UTC),
    )
    for number in itertools.count(1):
        rest = session.report.blocks("own-0")[1:]
        first = Paragraph(id="b1", runs=(Text(text=str(number)),))
        session.apply(SetBlocks(section="own-0", blocks=(first, *rest)), "Typing", merge="own-0")
        print(number, flush=True)  # noqa: T201 - what the test reads
        until = time.monotonic() + KEY
        while time.monotonic() < until:
            loop.turn()
            time.sleep(0.002)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
