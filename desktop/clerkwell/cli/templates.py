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
from clerkwell.packs import Pack, PackError, load_files, load_folder
from clerkwell.packs.load import read_folder
from clerkwell.storage import PACK_SUFFIX, from_clerkpack, to_clerkpack
from clerkwell.system import atomic_write, read_bytes
from clerkwell.word.ooxml import WordError
from clerkwell.workshop import PackProblem, check_pack, pack_changes

_STATES = {
    "draft": "; a draft, not offered yet",
    "active": "",
    "archived": "; archived, offered no more",
}


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
                    "state": about.state,
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
            named = f"{pack.id} {about.version}: {about.council}, {about.title}"
            say(f"{named} (from {since}{until}){_STATES[about.state]}")
    for each in catalogue.trouble:
        complain(each)
    return 0


def check_folder(options: argparse.Namespace) -> int:
    """Print what is wrong with a pack; 1 if something keeps it from being used, 2 if it is none or cannot be read."""
    path: Path = options.path
    if not path.is_dir() and path.suffix.casefold() != PACK_SUFFIX:
        raise CommandError(f"{path} is not a folder; name the folder that holds pack.toml, or a {PACK_SUFFIX} file.")
    try:
        pack = _loaded(path)
        in_use = installed().newest(pack.id)
        problems = check_pack(pack, date.today(), in_use)
    except PackError as error:
        if path.is_dir() and not (path / "pack.toml").is_file():
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
            say(f"{path} is sound.")
    return 1 if errors else 0


def diff_packs(options: argparse.Namespace) -> int:
    """Print what changed from one pack to another, subject by subject; 2 if either cannot be read."""
    before, now = named_pack(options.old), named_pack(options.new)
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


def bundle_pack(options: argparse.Namespace) -> int:
    """Make one file of a pack, to send or to put in a shared folder; 1 and nothing written while errors stand."""
    files = read_folder(options.path)
    errors = [each for each in check_pack(load_files(files, str(options.path))) if each.severity == "error"]
    for problem in errors:
        complain(f"{problem.where}: {problem.message}")
    if errors:
        return 1
    target: Path = options.output
    if target.suffix.casefold() != PACK_SUFFIX:
        raise CommandError(f"{target.name} is to be a pack: give it a name that ends in {PACK_SUFFIX}.")
    atomic_write(target, to_clerkpack(files))
    return 0


def _loaded(path: Path) -> Pack:
    """The pack in a folder, or in a `.clerkpack`."""
    if path.is_dir():
        return load_folder(path)
    return load_files(from_clerkpack(read_bytes(path), path.name), path.name)


def named_pack(name: str) -> Pack:
    """The pack in a folder or file of this name, or the installed one of this id, or of id and version (`id@1.2.0`)."""
    if Path(name).is_dir() or Path(name).suffix.casefold() == PACK_SUFFIX:
        return _loaded(Path(name))
    pack_id, _, version = name.partition("@")
    catalogue = installed()
    found = catalogue.exact(PackRef(id=pack_id, version=version)) if version else catalogue.get(pack_id)
    if found is None:
        raise CommandError(f"There is no version {version} of the pack {pack_id} here.")
    return found
