"""Small templates filled in one line, and the reports that they are filled with."""

from clerkwell.model import FieldValue, PackRef, Report
from clerkwell.word.writer import write_document
from helpers.building import MANIFEST, make_report
from helpers.docx_making import ROLES, pack_of

REPORT = make_report(fields={"subject": "Trees & paths"})


def written(body: str, report: Report = REPORT, *, draft: bool, manifest: str = "", **parts: str) -> bytes:
    """The document that a template with this body makes; `header1_xml=` and the like are further parts."""
    named = {name.replace("_", "."): xml for name, xml in parts.items()}
    return write_document(report, pack_of(body, (manifest or MANIFEST) + ROLES, named), draft=draft)


def committees(*rows: tuple[str, str], **fields: str) -> Report:
    """A report to these committees, each with its date."""
    return Report(
        pack=PackRef(id="test-council", version="1.0.0"),
        fields={name: FieldValue(text=text, value=text) for name, text in fields.items()},
        repeats={
            "committees": tuple({"name": FieldValue(text=name), "date": FieldValue(text=date)} for name, date in rows)
        },
    )
