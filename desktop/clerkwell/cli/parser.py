"""The words of the command line. They are fixed: scripts call them."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from clerkwell import __version__
from clerkwell.cli.errors import CommandError


class Parser(argparse.ArgumentParser):
    """A parser that reports a wrong command line as an error of ours: one sentence, and exit 2."""

    def error(self, message: str) -> NoReturn:
        """Raise it in one sentence; argparse would print its usage and leave."""
        wrong = re.search(r"invalid \w+(?: value)?: '([^']*)'", message)
        words = f"“{wrong[1]}” is not known here" if wrong else f"{message[:1].upper()}{message[1:]}"
        raise CommandError(f"{words}; “{self.prog} --help” says what can be asked.")


def build() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Parser(prog="clerkwell", description="Council committee reports, checked while they are written.")
    parser.add_argument("--version", action="version", version=f"clerkwell {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)

    new = commands.add_parser("new", help="make an empty report")
    new.add_argument("--pack", required=True, metavar="ID", help="the template pack to write it in")
    new.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.clerkwell")

    bring = commands.add_parser("import", help="make a report from a text or Word document")
    bring.add_argument("input", type=Path)
    bring.add_argument("--pack", metavar="ID", help="the template pack; found by the program when not named")
    bring.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")

    check = commands.add_parser("check", help="list the problems of a report; of several, a table of how they stand")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="reports, Word files, folders of reports")
    form = check.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="the table for a spreadsheet")
    form.add_argument("--html", action="store_true", help="the table and every problem as a page for a browser")
    check.add_argument("-o", "--output", type=Path, metavar="OUT", help="into this file, rather than printed")

    export = commands.add_parser("export", help="make the council's Word document")
    export.add_argument("file", type=Path)
    export.add_argument("-o", "--output", type=Path, metavar="OUT.docx")
    export.add_argument("--draft", action="store_true", help="a draft, marked as one, whatever errors stand")
    export.add_argument("--accept", metavar="REASON", default="", help="accept the errors that stand, for this reason")
    export.add_argument("--by", metavar="NAME", default="", help="who accepts them, or asks a colleague to write")
    export.add_argument("--pdf", action="store_true", help="a PDF beside it")
    export.add_argument("--blank", action="store_true", help="the empty form with its guidance")
    export.add_argument(
        "--handoff", metavar="SECTION[,SECTION]", help="these sections alone, for a colleague to write in"
    )
    export.add_argument("--sets", type=Path, metavar="FOLDER", help="the public and the non-public set")
    export.add_argument(
        "--clean-appendices",
        action="store_true",
        help="take comments, tracked changes and names of people out of Word appendices",
    )

    _add_waiving(commands)

    keep = commands.add_parser("keep", help="keep a report as it is now as a named version of it")
    keep.add_argument("file", type=Path)
    keep.add_argument("name", metavar="NAME", help="what the version is called, such as “As sent to Legal”")

    merge = commands.add_parser("merge", help="take a draft that came back into its report")
    merge.add_argument("file", type=Path)
    merge.add_argument("document", type=Path, metavar="DRAFT.docx")
    merge.add_argument("-o", "--output", type=Path, metavar="OUT.clerkwell", help="another file; FILE stays as it is")
    merge.add_argument(
        "--prefer", choices=("ours", "theirs"), help="whose words stand where both changed the same, here or there"
    )

    compare = commands.add_parser(
        "compare", help="say what differs between reports, versions (FILE#NAME) or Word files"
    )
    compare.add_argument("before", metavar="A")
    compare.add_argument("after", metavar="B")
    compare.add_argument("-o", "--output", type=Path, metavar="OUT.docx", help="a Word document with tracked changes")
    compare.add_argument("--by", metavar="NAME", default="", help="whom Word names as their author")
    compare.add_argument("--json", action="store_true", help="print JSON")

    show = commands.add_parser("show", help="print a report's outline and progress")
    show.add_argument("file", type=Path)
    show.add_argument("--json", action="store_true", help="print the whole report as JSON")

    pack = commands.add_parser("pack", help="list, check or compare template packs")
    packs = pack.add_subparsers(dest="pack_command", required=True, parser_class=Parser)
    listing = packs.add_parser("list", help="list the packs that are installed")
    listing.add_argument("--json", action="store_true", help="print JSON")
    trial = packs.add_parser("check", help="say what is wrong with a pack")
    trial.add_argument("path", type=Path)
    trial.add_argument("--json", action="store_true", help="print JSON")
    repair = packs.add_parser("repair", help="put back what another program took from a pack’s Word document")
    repair.add_argument("path", type=Path, help="its folder")
    repair.add_argument(
        "--like", metavar="PACK", help="a folder or file of a version that has its places; else the one in use"
    )
    bundle = packs.add_parser("bundle", help="make one file of a pack, to send or to share")
    bundle.add_argument("path", type=Path, help="its folder")
    bundle.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.clerkpack")
    new = packs.add_parser("new", help="make a pack of a Word document: a council’s template, or an old report")
    new.add_argument("source", type=Path, metavar="FROM.docx")
    new.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="a folder that is new or empty")
    new.add_argument("--council", metavar="NAME", default="", help="whose it is; else as the document says")
    new.add_argument("--title", metavar="TITLE", default="", help="what it is called; else as the file is")
    diff = packs.add_parser("diff", help="say what changed between two packs")
    diff.add_argument("old", help="its folder, or the id of an installed pack")
    diff.add_argument("new", help="its folder, or the id of an installed pack")
    diff.add_argument("--json", action="store_true", help="print JSON")

    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument("--json", action="store_true", help="print JSON")

    gathered = commands.add_parser("gather", help="put what IT asks for into one file: no report is in it")
    gathered.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.zip")
    gathered.add_argument("--quick", action="store_true", help="leave the self-test out, which takes half a minute")

    commands.add_parser("self-test", help="prove that this installation works")
    return parser


def _add_waiving(commands: "argparse._SubParsersAction[Parser]") -> None:
    aside = commands.add_parser("set-aside", help="let a warning stand, with a name and a reason")
    accept = commands.add_parser("accept", help="let an error stand in the final document, with a name and a reason")
    for each in (aside, accept):
        each.add_argument("file", type=Path)
        each.add_argument("--rule", required=True, metavar="ID", help="the rule, as “clerkwell check” names it")
        each.add_argument("--quote", metavar="WORDS", help="the words that it is about, where there are several")
        each.add_argument("--all", action="store_true", help="every one of the rule")
        each.add_argument("--reason", metavar="WORDS", default="", help="why it can stand")
        each.add_argument("--by", metavar="NAME", default="", help="who says so; else the author in the settings")
        each.add_argument("--undo", action="store_true", help="take it back")
    waivers = commands.add_parser("waivers", help="list what was set aside and accepted in a report")
    waivers.add_argument("file", type=Path)
    waivers.add_argument("--json", action="store_true", help="print JSON")
