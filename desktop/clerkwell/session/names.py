"""Names of the files kept with a report."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

# What Windows refuses in a file name, and what a zip could misread; an appendix is saved under this name beside the
# exported report.
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST = 120


def unique_name(name: str, taken: Collection[str]) -> str:
    """A name for a kept file, as near to `name` as can be, that no other kept file has ("Plan (2).pdf")."""
    bare = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    path = PurePosixPath(_REFUSED.sub("_", bare).strip(" .") or "file")
    suffix = path.suffix[:20]
    stem = path.name.removesuffix(path.suffix)[: _LONGEST - len(suffix)].rstrip(" .") or "file"
    folded = {each.casefold() for each in taken}
    candidate, number = stem + suffix, 1
    while candidate.casefold() in folded:
        number += 1
        candidate = f"{stem} ({number}){suffix}"
    return candidate
