"""`gather`: what IT asks for as one file, where no window can be opened, or nobody sits in front of it."""

import argparse
from datetime import datetime
from threading import Event

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.cli.reports import installed
from clerkwell.session.gathering import as_zip, gather, proved, to_be_proved
from clerkwell.session.surroundings import surroundings
from clerkwell.system import atomic_write, folders, load_settings


def gather_into_file(options: argparse.Namespace) -> int:
    """Write the texts that the window shows into a zip; without the self-test, if it is to be quick."""
    if options.output.suffix.casefold() != ".zip":
        raise CommandError(f"{options.output.name} is to be a zip archive: give it a name that ends in .zip.")
    at, settings = folders(), load_settings()
    parts = gather(at, settings, surroundings(settings, installed().packs))
    proof = to_be_proved() if options.quick else proved(Event(), at, settings)
    chosen, left_out = (parts, (proof,)) if options.quick else ((*parts, proof), ())
    atomic_write(options.output, as_zip(chosen, left_out, datetime.now().astimezone()))
    say(f"Wrote {options.output}. Look at it before you pass it on: nothing was sent.")
    return 0
