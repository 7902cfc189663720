"""Where the built program starts: as `python -m clerkwell` does."""

import os
import sys
from collections.abc import MutableMapping

from clerkwell.__main__ import main

# Where the start of a built program has the system look for libraries first, and what stood there before.
_LIBRARIES, _BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"


def leave_others_their_libraries(surroundings: MutableMapping[str, str]) -> None:
    """Take our own folder out of where libraries are looked for: all that the program needs is found by now, and
    LibreOffice, which it starts, has to load the system's and not ours."""
    before = surroundings.pop(_BEFORE, None)
    if before:
        surroundings[_LIBRARIES] = before
    else:
        surroundings.pop(_LIBRARIES, None)


if __name__ == "__main__":
    leave_others_their_libraries(os.environ)
    sys.exit(main())
