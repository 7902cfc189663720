"""The blank form: what a pack asks for, on paper, for people who plan a report before they write it."""

from pathlib import Path

from clerkwell.packs import Pack
from clerkwell.session.exporting import check_name
from clerkwell.system import atomic_write
from clerkwell.word.writer import write_blank


def export_blank(pack: Pack, out: Path) -> Path:
    """Write a pack's blank form to `out`, a Word document; its path.

    Raises `WordError` when the template cannot be filled, `FileError` when the form cannot be written.
    """
    check_name(out)
    atomic_write(out, write_blank(pack))
    return out
