"""What every export of final documents asks and says: who may accept errors, what is in the way, what was accepted."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clerkwell.cli.checking import in_words
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import open_report
from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError
from clerkwell.storage import StoredReport
from clerkwell.system import load_settings


@dataclass(frozen=True)
class Ready:
    """A report that can be exported, its pack, and whether policy lets errors be accepted."""

    stored: StoredReport
    pack: Pack
    may_accept: bool


def ready(options: argparse.Namespace, otherwise: str = "") -> Ready:
    """The report to export. `otherwise` is what to do where errors may not be accepted.

    Raises `CommandError` where they may not and it was asked for, and for a report of a newer program.
    """
    settings = load_settings()
    may_accept = settings.allow_acceptance
    if options.accept and not may_accept:
        instead = otherwise if settings.allow_drafts else ""
        why = settings.because("allow_acceptance")
        raise CommandError(f"Errors may not be accepted here{why}; put them right{instead}.")
    stored, pack = open_report(options.file)
    if stored.original:
        raise CommandError(
            f"{options.file.name} was made by a newer version of Clerkwell, and parts of it would be left out of what "
            "is exported; update Clerkwell to export it."
        )
    return Ready(stored, pack, may_accept)


def refuse_drafts(otherwise: str) -> None:
    """Raise `CommandError` where IT lets no draft leave the program; `otherwise` is what to do instead."""
    settings = load_settings()
    if not settings.allow_drafts:
        raise CommandError(f"Drafts may not be exported here{settings.because('allow_drafts')}; {otherwise}.")


def print_refusal(refusal: ExportRefusedError, report: Report, pack: Pack) -> None:
    """Say what stands in the way."""
    for problem in refusal.problems:
        say(f"{in_words(problem.place, report, pack)}: {problem.message} [{problem.rule}]")
    complain(str(refusal) if load_settings().allow_drafts else refusal.without_draft)


def print_accepted(accepted: Iterable[Problem], report: Report, pack: Pack) -> None:
    """Say which errors were accepted."""
    for problem in accepted:
        say(f"Accepted: {in_words(problem.place, report, pack)}: {problem.message}")


def print_for_clerk(path: Path | None) -> None:
    """Say where the list for the clerk is."""
    if path is not None:
        say(f"{path} lists what was accepted and set aside, for the clerk. It is not part of the report.")
