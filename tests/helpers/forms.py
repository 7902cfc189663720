"""A pack with a field of every kind, for tests of the header form."""

from clerkwell.packs import Pack
from helpers.building import make_pack

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
