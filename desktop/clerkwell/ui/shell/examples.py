"""An example report that a template brings along, opened to be looked at: in no file, and gone when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from clerkwell.model import Report
from clerkwell.packs import PackNotFoundError
from clerkwell.storage import StoredReport

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools


def open_example(tools: Tools, pack_id: str, file: str) -> None:
    """Open the report in this file of a pack. Only what is changed in it is asked about when it is closed."""
    try:
        pack = tools.services.catalogue.to_start(pack_id, tools.services.now().date())
        report = Report.model_validate_json(pack.files[file])
    except PackNotFoundError as error:
        tools.messages.notice(str(error), "bad")
        return
    except (ValidationError, KeyError):
        tools.messages.notice("This example cannot be read. Tell whoever looks after the template.", "bad")
        return
    if not tools.may_leave():
        return
    # A copy of its own: what is written in it never goes back into the template.
    report = report.model_copy(update={"pack": pack.ref})
    stored = StoredReport(report=report, pack_files=pack.files, attachments=dict(pack.files_of(file)))
    opened = tools.opening.example(stored, pack)
    if opened is not None:
        tools.show(opened)
        tools.messages.notice("This is an example report. Look at it as you like: it is kept only if you save it.")
