"""What no manifest is: nested so deeply, or of so many parts, that reading it would keep the program busy.

Python's reader takes time and memory that grow with the square of what is nested: a key of a hundred thousand parts,
which has 200 KB, would take all memory there is. So the marks of TOML are counted first, in one pass.
"""

import re
from typing import Final

# The manifests that ship go three levels deep and have fewer than a hundred tables.
DEEPEST: Final = 16
MOST_TABLES: Final = 3000
# Texts, which may hold any marks; one that does not end goes on to the end of its line, or of the file. Two quotation
# marks may stand right before the three that end one.
_MARKS: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|(?P<header>^[ \t]*\[)"
    r"|[\[\]{}.,=\n]",
    re.DOTALL | re.MULTILINE,
)


def too_much(source: str) -> str:
    """What a manifest has too much of, "" for nothing: "values nested more than 16 deep", say."""
    deep = parts = tables = 0
    for match in _MARKS.finditer(source):
        mark = match.group()
        if mark == ".":
            parts += 1
            if parts > DEEPEST:
                return f"a key of more than {DEEPEST} parts"
            continue
        first = mark[0]
        if first in "\"'#":
            continue
        parts = 0
        if match["header"] is not None and not deep:
            tables += 1
            if tables > MOST_TABLES:
                return f"more than {MOST_TABLES:,} tables"
        if mark[-1] in "[{":
            deep += 1
            if deep > DEEPEST:
                return f"values nested more than {DEEPEST} deep"
        elif mark in "]}":
            deep = max(deep - 1, 0)
    return ""
