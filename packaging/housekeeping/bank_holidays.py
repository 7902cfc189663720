"""The bank holidays: the government's list as the package govuk-bank-holidays keeps it, written to resources/calendar.

The package itself would fetch the list, and brings a web client for it; what ships is its data alone.
"""

import json
import sys
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from housekeeping.places import ROOT, environment
from housekeeping.running import ask, run, say
from housekeeping.venvs import ready

PACKAGE = "govuk-bank-holidays"
CALENDAR = ROOT / "resources" / "calendar" / "bank-holidays.toml"
HEAD = """\
# Bank holidays by nation, made by `python3 chores.py bank-holidays` from {package} {version}, which keeps
# the list of www.gov.uk/bank-holidays. They are proclaimed about two years ahead: outside of these two days nobody
# knows them. Contains public sector information licensed under the Open Government Licence v3.0.
from = {first}
to = {last}
"""


def refresh_bank_holidays() -> int:
    """Write the list anew from the package as it is pinned; the change is shown by git."""
    code, text = ask([ready("test"), Path(__file__)], env=environment(source=True))
    if code == 0:
        CALENDAR.write_text(text, encoding="utf-8", newline="\n")
        run(["git", "diff", "--stat", "--", CALENDAR])
        say(f"{CALENDAR.name} is written. Run the tests before committing it.")
    else:
        say(text.strip())
    return code


def calendar() -> str:
    """The list as the program reads it: whole years that every nation has days of."""
    # Read as data, without the package's own module: that one loads a web client.
    listed = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8"))
    days = {
        nation: {date.fromisoformat(day["date"]): day["title"] for day in of["events"]} for nation, of in listed.items()
    }
    first = max(min(each) for each in days.values()).year
    last = min(max(each) for each in days.values()).year
    lines = [HEAD.format(package=PACKAGE, version=version(PACKAGE), first=date(first, 1, 1), last=date(last, 12, 31))]
    for nation, each in sorted(days.items()):
        lines.append(f"[{nation}]")
        lines += [f"{day} = {json.dumps(title, ensure_ascii=False)}" for day, title in sorted(each.items())]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.buffer.write(calendar().encode())
