"""Where the built program starts: as `python -m clerkwell` does."""

import sys

from clerkwell.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
