"""A pack with a field of every kind, for tests of the header form."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Report
from clerkwell.packs import Pack, understand
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.inputs.growing import GrowingLine
from clerkwell.ui.editors.fields.inputs.text import TextInput
from clerkwell.ui.editors.fields.row import FieldRow
from helpers.building import make_pack, make_report
from helpers.desk import Desk

FORM = """
[pack]
id = "form-council"
series = "form-council"
version = "1.0.0"
effective_from = 2020-01-01
nation = "england"
council = "Form Council"
title = "Form report"

[[repeat]]
id = "committees"
title = "Committees"
singular = "committee"
required = "always"

[[repeat]]
id = "authors"
title = "Authors"
singular = "author"

[[field]]
id = "committees.name"
title = "Committee"
vocab = "committees"

[[field]]
id = "committees.date"
title = "Date of meeting"
kind = "date"

[[field]]
id = "authors.name"
title = "Name & post"

[[field]]
id = "authors.telephone"
title = "Telephone"
kind = "telephone"

[[field]]
id = "authors.email"
title = "Email"
kind = "email"

[[field]]
id = "subject"
title = "Subject"
guidance = "What the report is about."
example = "Renewal of the library computer service"

[[field]]
id = "reason"
title = "Reason"
kind = "lines"

[[field]]
id = "purpose"
title = "Purpose"
kind = "choice"
choices = ["For Decision", "For Information"]

[[field]]
id = "public-status"
title = "Public status"
kind = "status"
vocab = "statuses"
default = "Public"

[[field]]
id = "exempt-paragraphs"
title = "Reason for exemption"
printed = false

[[field]]
id = "public-interest"
title = "Why it is kept private"
kind = "lines"
printed = false

[[field]]
id = "outcomes"
title = "Outcomes"
kind = "choices"
vocab = "outcomes"

[[field]]
id = "spending"
title = "Does this need extra spending?"
kind = "yes-no"

[field.wording.No]
spending-amount = "N/A"
funding-source = "No funding is needed"

[field.wording.Yes]
funding-source = "City Fund"

[[field]]
id = "spending-amount"
title = "If so, how much?"
kind = "money"

[[field]]
id = "funding-source"
title = "What is the source of funding?"
only = { spending = ["Yes", "No"] }

[vocab.committees]
entries = [{ name = "Planning Committee", aliases = ["Planning"] }, { name = "Education Board" }]

[vocab.statuses]
open = false
entries = [{ name = "Public" }, { name = "Exempt", aliases = ["Non-public"] }]

[vocab.outcomes]
entries = [
    { name = "People are safe", effective_to = 2023-12-31 },
    { name = "Streets are clean" },
    { name = "Trade flourishes", effective_from = 2024-01-01 },
]
"""


def form_pack() -> Pack:
    """The pack."""
    return make_pack(FORM)


PACK = form_pack()


def a_report(**fields: str) -> Report:
    """A report in this pack with these answers."""
    report = make_report(pack=PACK)
    values = {}
    for name, text in fields.items():
        spec = PACK.field(name.replace("_", "-"))
        assert spec is not None
        values[spec.id] = understand(spec, text, PACK)
    return report.model_copy(update={"fields": values})


def with_committees(report: Report, *rows: tuple[str, str]) -> Report:
    """The report with these committees, each a name and a date."""
    made = tuple({"name": FieldValue(text=name, value=name), "date": FieldValue(text=when)} for name, when in rows)
    return report.model_copy(update={"repeats": {"committees": made}})


def show(qtbot: QtBot, desk: Desk) -> HeaderForm:
    """The form in a window of its own."""
    form = HeaderForm(desk.bridge)
    qtbot.addWidget(form)
    form.resize(720, 900)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    return form


def question(form: HeaderForm, field: str, row: int | None = None) -> FieldRow:
    """The question about a field."""
    found = form.row(field, row)
    assert found is not None
    return found


def line_of(form: HeaderForm, field: str, row: int | None = None) -> QLineEdit | GrowingLine:
    """The line that a question is answered in."""
    control = question(form, field, row).input
    assert isinstance(control, TextInput | DateInput)
    return control.line
