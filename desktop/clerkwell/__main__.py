"""Start: a window, or a command."""

import sys
from pathlib import Path


def main() -> int:
    """Run what the command line asks for; the exit code. Qt is loaded for a window only."""
    arguments = sys.argv[1:]
    if arguments == ["self-test"]:
        from clerkwell.app import self_test

        return self_test()
    if not arguments or (len(arguments) == 1 and _names_file(arguments[0])):
        from clerkwell.app import run_window

        return run_window(arguments)
    from clerkwell.cli import main as run_command

    return run_command(arguments)


def _names_file(word: str) -> bool:
    """Whether this is a file rather than a command: commands have no dot, slash or folder in their names."""
    path = Path(word)
    return not word.startswith("-") and bool(path.suffix or path.name != word or path.is_file())


if __name__ == "__main__":
    sys.exit(main())
