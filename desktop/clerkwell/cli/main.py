"""The front door of the command line: one command in, an exit code out, never a traceback."""

import argparse
import logging
import sys
from collections.abc import Callable, Mapping, Sequence

from clerkwell.cli import (
    checking,
    comparing,
    exporting,
    from_word,
    gathering,
    homecoming,
    making,
    repairing,
    rules_list,
    showing,
    templates,
    versions,
    waiving,
)
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, finish
from clerkwell.cli.parser import build
from clerkwell.intake import NotAReportError
from clerkwell.packs import PackError
from clerkwell.storage import StorageError
from clerkwell.system import FileError, folders, start_logging
from clerkwell.word.ooxml import WordError

log = logging.getLogger(__name__)

# One, however often the command line is called: a logger takes the same handler once.
_SILENT = logging.NullHandler()

Command = Callable[[argparse.Namespace], int]

_COMMANDS: Mapping[str, Command] = {
    "new": making.make_new,
    "import": making.bring_in,
    "check": checking.check_files,
    "set-aside": waiving.set_aside_in_file,
    "accept": waiving.accept_in_file,
    "waivers": waiving.list_waivers,
    "export": exporting.export_file,
    "keep": versions.keep_version,
    "merge": homecoming.merge_document,
    "compare": comparing.compare_files,
    "show": showing.show,
    "rules": rules_list.list_rules,
    "gather": gathering.gather_into_file,
    "pack list": templates.list_packs,
    "pack check": templates.check_folder,
    "pack repair": repairing.repair_folder,
    "pack bundle": templates.bundle_pack,
    "pack new": from_word.new_pack,
    "pack diff": templates.diff_packs,
}

# What this program raises on purpose. Its words are for people.
_EXPECTED = (CommandError, NotAReportError, PackError, StorageError, FileError, WordError)


def main(arguments: Sequence[str]) -> int:
    """Run one command. 0: done; 1: errors stand; 2: it could not be done, and stderr says why in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may know fewer characters than a report holds.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = build().parse_args(arguments)
        name = f"pack {options.pack_command}" if options.command == "pack" else options.command
        code = _COMMANDS[name](options)
        finish()
        return code
    except _EXPECTED as error:
        complain(str(error))
    except KeyboardInterrupt:
        complain("Stopped; what was not finished is as it was before.")
    except Exception as error:  # the top of the program: an unforeseen fault is told in a sentence, and logged
        _note(error)
        complain("Something went wrong in Clerkwell that it did not foresee; nothing was changed. The log says more.")
    return 2


def _note(error: Exception) -> None:
    """Log a fault of the program. Without a log of ours, Python would print the traceback, a report's words and all."""
    logging.getLogger("clerkwell").addHandler(_SILENT)
    try:
        stop = start_logging(folders().logs)
    except FileError:
        return
    log.error("a command failed", exc_info=error)
    stop()
