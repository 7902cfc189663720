"""Events: one thing that happens, and those who follow it."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Event(Generic[T]):
    """A thing that happens. Followers hear of every happening, in order, even where one of them causes the next."""

    def __init__(self) -> None:
        self._followers: list[_Follower[T]] = []
        self._waiting: deque[T] = deque()
        self._telling = False

    def connect(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Call `callback` with each value from now on; what comes back ends that, and may be called twice."""
        follower = _Follower(callback)
        self._followers.append(follower)

        def disconnect() -> None:
            follower.listening = False
            if follower in self._followers:
                self._followers.remove(follower)

        return disconnect

    def emit(self, value: T) -> None:
        """Tell every follower. What is emitted meanwhile is told after, so that nobody hears the later thing first."""
        self._waiting.append(value)
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                current = self._waiting.popleft()
                for follower in tuple(self._followers):
                    if follower.listening:
                        follower.callback(current)
        finally:
            self._waiting.clear()
            self._telling = False


class _Follower(Generic[T]):
    def __init__(self, callback: Callable[[T], None]) -> None:
        self.callback = callback
        self.listening = True
