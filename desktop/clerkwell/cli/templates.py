"""`pack list`, `pack check` and `pack diff`."""

import argparse
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say, say_json
from clerkwell.cli.reports import installed
from clerkwell.model import PackRef
from clerkwell.packs import Pack, PackError, load_folder
from clerkwell.word.ooxml import WordError
from clerkwell.workshop import PackProblem, check_pack, pack_changes


def list_packs(options: argparse.Namespace) -> int:
    """Print the installed packs; a faulty one is named on stderr."""
    catalogue = installed()
    if options.json:
        say_json(
            [
                {
                    "id": pack.id,
                    "series": about.series,
                    "version": about.version,
                    "council": about.council,
                    "title": about.title,
                    "nation": about.nation,
                    "effective_from": about.effective_from.isoformat(),
                    "effective_to": about.effective_to.isoformat() if about.effective_to else None,
                }
                for pack in catalogue.packs
                for about in [pack.manifest.pack]
            ]
        )
    else:
        for pack in catalogue.packs:
            about = pack.manifest.pack
            until = f" to {about.effective_to:%d/%m/%Y}" if about.effective_to else ""
            since = f"{about.effective_from:%d/%m/%Y}"
            say(f"{pack.id} {about.version}: {about.council}, {about.title} (from {since}{until})")
    for faulty in catalogue.faulty:
        complain(f"{faulty.folder.name} is left out. {faulty.reason}")
    return 0


def check_folder(options: argparse.Namespace) -> int:
    """Print what is wrong with a pack; 1 if something keeps it from being used, 2 if it is none or cannot be read."""
    if not options.path.is_dir():
        raise CommandError(f"{options.path} is not a folder; name the folder that holds pack.toml.")
    try:
        pack = load_folder(options.path)
        in_use = next((each for each in installed().packs if each.id == pack.id), None)
        problems = check_pack(pack, date.today(), in_use)
    except PackError as error:
        if not (options.path / "pack.toml").is_file():
            raise
        problems = (PackProblem("error", str(error)),)
    errors = sum(problem.severity == "error" for problem in problems)
    if options.json:
        listed = [{"severity": each.severity, "where": each.where, "message": each.message} for each in problems]
        counted = Counter(each.severity for each in problems)
        counts = {severity: counted[severity] for severity in ("error", "warning", "info")}
        say_json({"problems": listed, "counts": counts})
    else:
        for problem in problems:
            say(f"{problem.severity}: {f'{problem.where}: ' if problem.where else ''}{problem.message}")
        if all(problem.severity == "info" for problem in problems):
            say(f"{options.path} is sound.")
    return 1 if errors else 0


def diff_packs(options: argparse.Namespace) -> int:
    """Print what changed from one pack to another, subject by subject; 2 if either cannot be read."""
    before, now = _named(options.old), _named(options.new)
    try:
        changes = pack_changes(before, now)
    except WordError as error:
        raise CommandError(f"The packs were not compared: {error}") from error
    if options.json:
        say_json({"changes": [{"subject": each.subject, "says": each.says, "moves": each.moves} for each in changes]})
    for subject, of_subject in [] if options.json else groupby(changes, lambda each: each.subject):
        say(subject)
        for change in of_subject:
            say(f"  {change.says}")
    if not changes and not options.json:
        say("Nothing changed.")
    return 0


def _named(name: str) -> Pack:
    """The pack in a folder of this name, or the installed one of this id, or of this id and version (`id@1.2.0`)."""
    if Path(name).is_dir():
        return load_folder(Path(name))
    pack_id, _, version = name.partition("@")
    catalogue = installed()
    found = catalogue.exact(PackRef(id=pack_id, version=version)) if version else catalogue.get(pack_id)
    if found is None:
        raise CommandError(f"There is no version {version} of the pack {pack_id} here.")
    return found
