"""A report known by its subject: the edit that changes it, and what its file has."""

from pathlib import Path

from clerkwell.model import FieldValue, SetField
from clerkwell.storage import read_file


def subject(text: str) -> SetField:
    """The edit that gives the report this subject."""
    return SetField(field="subject", value=FieldValue(text=text, value=text))


def kept_subject(path: Path) -> str:
    """The subject that the file has."""
    return read_file(path).report.field("subject").text
