"""Problems between the process that finds them and the one that shows them: only those that are new go over."""

import pickle
from collections.abc import Sequence

from clerkwell.model import Problem

# Stretches (first, after the last) of what was said before, and new problems, in order.
Difference = tuple[tuple[int, int] | bytes, ...]


class Teller:
    """Tells what differs from what it told before."""

    def __init__(self) -> None:
        self._told: dict[bytes, int] = {}
        # The problems of passages that did not change are the same objects again.
        self._packed: dict[int, tuple[Problem, bytes]] = {}

    def difference(self, problems: Sequence[Problem]) -> Difference:
        """What makes these problems of those told before."""
        packed = [(problem, self._of(problem)) for problem in problems]
        said: list[tuple[int, int] | bytes] = []
        for _, data in packed:
            at, last = self._told.get(data), said[-1] if said else b""
            if at is None:
                said.append(data)
            elif isinstance(last, tuple) and last[1] == at:
                said[-1] = (last[0], at + 1)
            else:
                said.append((at, at + 1))
        self._told = {data: index for index, (_, data) in enumerate(packed)}
        self._packed = {id(problem): (problem, data) for problem, data in packed}
        return tuple(said)

    def _of(self, problem: Problem) -> bytes:
        kept = self._packed.get(id(problem))
        return kept[1] if kept else pickle.dumps(problem, protocol=pickle.HIGHEST_PROTOCOL)


def heard(before: Sequence[Problem], difference: Difference) -> tuple[Problem, ...]:
    """The problems that are told of; those told before stay the same objects."""
    problems: list[Problem] = []
    for each in difference:
        if isinstance(each, bytes):
            problems.append(pickle.loads(each))
        else:
            problems += before[each[0] : each[1]]
    return tuple(problems)
