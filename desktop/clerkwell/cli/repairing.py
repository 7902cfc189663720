"""`pack repair`: put back what another program took from a pack's Word document."""

import argparse
from pathlib import Path
from typing import Final

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import installed
from clerkwell.cli.templates import named_pack
from clerkwell.packs import load_folder
from clerkwell.packs.load import TEMPLATE
from clerkwell.system import atomic_write
from clerkwell.word.ooxml import WordError
from clerkwell.workshop.repairing import repair_pack, to_go_by

# A pack leaves out files that begin with a dot.
_AS_IT_WAS: Final = ".template before the repair.docx"


def repair_folder(options: argparse.Namespace) -> int:
    """Repair the document of a pack in its folder, and print what was done; 1 if something is left to do by hand."""
    folder: Path = options.path
    if not folder.is_dir():
        raise CommandError(f"{folder} is not a folder; name the folder that holds pack.toml.")
    pack = load_folder(folder)
    catalogue = installed()
    in_use = catalogue.newest(pack.id)
    # A copy with a name of its own has no version in use; what it was copied from may be here.
    others = (in_use,) if in_use is not None else catalogue.packs
    before = named_pack(options.like) if options.like else to_go_by(pack, others)
    try:
        repair = repair_pack(pack, before)
    except WordError as error:
        raise CommandError(f"{folder / TEMPLATE} was not repaired: {error}") from error
    if repair.done:
        atomic_write(folder / _AS_IT_WAS, pack.template)
        atomic_write(folder / TEMPLATE, repair.document)
    for each in repair.done:
        say(each)
    for each in repair.left:
        complain(each)
    if repair.done:
        say(f"{folder / TEMPLATE} is repaired. The document as it was is kept beside it, as “{_AS_IT_WAS}”.")
    elif not repair.left:
        say(f"{folder / TEMPLATE} needs no repair.")
    return 1 if repair.left else 0
