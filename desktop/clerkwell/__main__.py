"""Start: a window, or a command."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

# Seconds that a thread may keep the interpreter while the window's waits for it.
SWITCH = 0.0005
# How the program asks itself for pages, in a process apart (`printing.approximation.WORK`).
MAKE_PAGES = "--make-pages"
# How it asks itself for the pages of a report that is being written (`session.pages_apart.FOLLOW`).
FOLLOW_PAGES = "--follow-pages"
# How it asks itself for checks, in a process apart (`session.checking_apart.CHECK`).
CHECK_REPORTS = "--check-reports"
# How it asks itself for what a pattern finds, in a process apart (`session.matching_apart.MATCH`).
MATCH_PATTERNS = "--match-patterns"


def main() -> int:
    """Run what the command line asks for; the exit code. Qt is loaded for a window only."""
    arguments = sys.argv[1:]
    _no_plugins()
    if arguments[:1] == [MAKE_PAGES]:
        from clerkwell.printing.approximation import work

        return work(arguments[1:])
    if arguments == [FOLLOW_PAGES]:
        from clerkwell.session.pages_serving import work as follow_pages

        return follow_pages()
    if arguments == [CHECK_REPORTS]:
        from clerkwell.rules.serving import work as check_reports

        return check_reports()
    if arguments == [MATCH_PATTERNS]:
        from clerkwell.system.matching import work as match_patterns

        return match_patterns()
    if arguments == ["self-test"]:
        from clerkwell.app import self_test

        return self_test()
    if not arguments or (len(arguments) == 1 and _names_file(arguments[0])):
        load_window(with_report=bool(arguments))
        from clerkwell.app import run_window

        return run_window(arguments)
    from clerkwell.cli import main as run_command

    return run_command(arguments)


def load_window(*, with_report: bool = False) -> None:
    """Load all that the window needs, the quick way: it is most of a start. `with_report`: and a report, at once."""
    _no_plugins()
    # What is loaded now stays to the end, and to look through it for garbage again and again finds none; the window
    # has it looked for from the moment it stands.
    gc.disable()
    # Python's own five milliseconds are what each key would wait, several times over, for a check in another thread.
    sys.setswitchinterval(SWITCH)
    # What needs no Qt comes before Qt: once PySide is there, it has a hand in every import, and each takes longer.
    if with_report:
        from clerkwell.session.needed import REPORT

        for module in REPORT:
            import_module(module)
    from clerkwell import app  # noqa: F401 - loaded here, used by who opens the window
    from clerkwell.system.memory import forget_sources

    forget_sources()


def _no_plugins() -> None:
    """Pydantic would go through everything that is installed, looking for other programs' plug-ins to run in this."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _names_file(word: str) -> bool:
    """Whether this is a file rather than a command: commands have no dot, slash or folder in their names."""
    path = Path(word)
    return not word.startswith("-") and bool(path.suffix or path.name != word or path.is_file())


if __name__ == "__main__":
    sys.exit(main())
