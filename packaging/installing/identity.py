"""What every installer says of the program: one place, so that no two of them can disagree."""

import re
from pathlib import Path

from housekeeping.places import ROOT
from housekeeping.running import ask

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


def built_from(root: Path = ROOT) -> str:
    """Which commit a build is of, and how much was changed since: what is half done must not pass for a release."""
    code, commit = ask(["git", "rev-parse", "--short=12", "HEAD"], cwd=root)
    if code:
        return "Built from sources without a history."
    changed = ask(["git", "status", "--porcelain"], cwd=root)[1].splitlines()
    since = f", with {len(changed)} files changed or added since" if changed else ", as it is"
    return f"Built from commit {commit.strip()}{since}."
