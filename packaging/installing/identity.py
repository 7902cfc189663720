"""What every installer says of the program: one place, so that no two of them can disagree."""

import re

from housekeeping.places import ROOT

NAME = "Clerkwell"
PUBLISHER = "The Clerkwell team"
LICENCE = "MIT licence"
# What the program's files are called by the system: their endings, and the names in MIME and the registry.
ENDINGS = {".clerkwell": "application/x-clerkwell-report", ".clerkpack": "application/x-clerkwell-pack"}
# What people are told that they are.
KINDS = {".clerkwell": "Clerkwell committee report", ".clerkpack": "Clerkwell report template"}


def version() -> str:
    """The version, from the one place that has it; pyproject.toml takes it from there too."""
    place = ROOT / "desktop" / "clerkwell" / "__init__.py"
    found = re.search(r'^__version__ = "(?P<number>\d+\.\d+\.\d+)"$', place.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{place.relative_to(ROOT)} names no version.")
    return found["number"]
