"""`pack new`: a template pack made of a council's own Word document."""

import argparse
from datetime import date
from pathlib import Path
from textwrap import shorten

from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import installed
from clerkwell.session.from_word import make_pack, open_word
from clerkwell.session.making import begin_pack
from clerkwell.system import read_bytes
from clerkwell.workshop.making import NOTHING_FOUND, PARTS, Guess


def new_pack(options: argparse.Namespace) -> int:
    """Make a pack of a Word document, taking all that is proposed, and print each guess with its reason.

    0: made; 1: made, and something in it has to be put right before it can be used.
    """
    source: Path = options.source
    catalogue = installed()
    found = open_word(read_bytes(source), source.name, catalogue.packs)
    proposal = found.proposal
    for part, name in PARTS.items():
        for at, each in enumerate(proposal.of(part)):
            if not at:
                say(name)
            say(f"  {_said(each)}")
    if proposal.asks_nothing:
        complain(NOTHING_FOUND)
    council = options.council or proposal.council or "Name of the council"
    title = options.title or proposal.title or "Committee report"
    made = make_pack(
        found, council, title, date.today().replace(day=1), catalogue.packs, taken=[each.id for each in catalogue.packs]
    )
    begin_pack(made.files, options.output)
    for problem in made.problems:
        if problem.severity != "info":
            complain(f"{problem.severity}: {f'{problem.where}: ' if problem.where else ''}{problem.message}")
    say(f"“{title}” of {council} is in {options.output}.")
    return 1 if any(each.severity == "error" for each in made.problems) else 0


def _said(guess: Guess) -> str:
    # What stays as it is has no title: it is known by its words, or by those that it stands among.
    words = " ".join((guess.words or guess.around).split())
    title = (
        f"{guess.title.rstrip(' :')}: "
        if guess.title
        else f"“{shorten(words, 60, placeholder=' …')}”: "
        if words
        else ""
    )
    reason = guess.reason if guess.reason.endswith((".", "”.")) else f"{guess.reason}."
    return f"{title}{reason}{_needed(guess)}"


def _needed(guess: Guess) -> str:
    """When it is needed, and why that was guessed."""
    if not guess.why_needed:
        return ""
    needs = {"always": "Every report needs it", "when": f"Needed with “{guess.when.answer if guess.when else ''}”"}
    return f" {needs.get(guess.required, 'It may be left out')}: {guess.why_needed}"
