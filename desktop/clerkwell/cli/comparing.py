"""`compare`: what differs between two reports, versions or Word files, in words or as a Word document."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from clerkwell.cli.checking import where
from clerkwell.cli.documents import is_document, refuse_others
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say, say_json
from clerkwell.cli.reports import installed, now, open_report
from clerkwell.comparing import Difference
from clerkwell.intake import import_document
from clerkwell.packs import Pack
from clerkwell.session.coming_home.incoming import ReturnError
from clerkwell.session.comparing_reports import Side, compare_sides, of_another_file, save_comparison, word_side
from clerkwell.session.versions import VersionError, named, opened
from clerkwell.session.wording import difference_words
from clerkwell.system import read_bytes
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document
from clerkwell.word.reader.settling import every, settle


@dataclass(frozen=True)
class _Read:
    side: Side
    pack: Pack
    versions: Mapping[str, bytes] = field(default_factory=dict)
    # Of a report or a version of one; a Word file is read as the report that it is compared with.
    file: Path | None = None


def compare_files(options: argparse.Namespace) -> int:
    """Print what differs, or write it as a Word document with tracked changes."""
    before, after = _sides(options.before, options.after)
    try:
        differences = compare_sides(before.side, after.side, after.pack)
        if options.output is not None:
            save_comparison(
                before.side, after.side, after.pack, options.output, by=options.by or "Clerkwell", when=now()
            )
    except WordError as error:
        raise CommandError(f"{options.output.name} could not be made: {error}") from error
    if options.json:
        said = [_as_json(each) for each in differences]
        say_json({"before": before.side.name, "after": after.side.name, "differences": said})
        return 0
    _print(differences, before.side.name, after.side.name)
    if options.output is not None:
        say(f"{options.output} shows them as tracked changes.")
    return 0


def _sides(before: str, after: str) -> tuple[_Read, _Read]:
    """Both, the report first: a Word file is read as the report that it is compared with."""
    one, other = _report(before), _report(after)
    if one is None and other is None:
        one = _alone(Path(before))
    if one is None:
        assert other is not None
        one = _word(Path(before), other)
    if other is None:
        other = _word(Path(after), one)
    if one.file and other.file and one.file != other.file:
        other = replace(other, side=of_another_file(other.side, one.side))
    return one, other


def _report(asked: str) -> _Read | None:
    """The report in a file, or a version of it (`FILE#NAME`); none for a Word file."""
    path = Path(asked)
    if is_document(path):
        return None
    file, mark, name = asked.rpartition("#")
    if path.exists() or not mark:
        refuse_others(path)
        stored, pack = open_report(path)
        return _Read(Side(path.name, stored.report, stored.attachments), pack, stored.versions, path.resolve())
    stored, pack = open_report(Path(file))
    try:
        version = named(stored.report, name)
        report = opened(version, stored.versions)
    except VersionError as error:
        raise CommandError(f"{Path(file).name}: {error}") from error
    side = Side(f"{Path(file).name}, “{version.name}”", report, stored.attachments)
    return _Read(side, pack, stored.versions, Path(file).resolve())


def _word(path: Path, other: _Read) -> _Read:
    """A Word file, read as the report that it is compared with."""
    report = other.side
    try:
        side = word_side(
            read_bytes(path), path.name, report.report, other.pack, other.versions, report.attachments, anyway=True
        )
    except (ReturnError, WordError) as error:
        raise CommandError(f"{path.name}: {error}") from error
    return _Read(side, other.pack, other.versions)


def _alone(path: Path) -> _Read:
    """A Word file read by itself, as whatever report it is."""
    try:
        document = read_document(read_bytes(path))
        document = settle(document, every(document))
    except WordError as error:
        raise CommandError(f"{path.name}: {error}") from error
    packs = installed().packs
    made = import_document(document, packs)
    return _Read(Side(path.name, made.report, made.attachments), made.pack)


def _print(differences: tuple[Difference, ...], before: str, after: str) -> None:
    count = len(differences)
    if not count:
        say(f"{before} and {after} say the same.")
        return
    say(f"From {before} to {after}: {count} difference{'' if count == 1 else 's'}.")
    part = None
    for each in differences:
        if each.part != part:
            part = each.part
            say(f"{part}:")
        say(f"  - {difference_words(each)}")


def _as_json(difference: Difference) -> dict[str, object]:
    return {
        "id": difference.id,
        "part": difference.part,
        "where": where(difference.place),
        "kind": difference.kind,
        "before": difference.before,
        "after": difference.after,
        "worded": difference.worded,
        "pieces": [{"kind": each.kind, "text": each.text} for each in difference.pieces],
    }
