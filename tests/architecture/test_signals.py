"""What the window's parts say to each other: nothing is said that nobody hears."""

import re
from pathlib import Path

ROOM = Path(__file__).resolve().parent.parent.parent / "desktop" / "clerkwell"


def test_every_signal_is_connected_to_something() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")}
    every = "\n".join(texts.values())
    declared = [
        (path.relative_to(ROOM).as_posix(), name)
        for path, text in texts.items()
        for name in re.findall(r"^    (\w+) = Signal\(", text, re.MULTILINE)
    ]
    assert declared
    unheard = [each for each in declared if not re.search(rf"\.{each[1]}\.connect\(", every)]
    assert unheard == [], "a button whose signal nobody hears does nothing, and says nothing"
