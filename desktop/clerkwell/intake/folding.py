"""Folding words, so that headings and labels are found however they were typed."""

import re

_PARTED = re.compile(r"[^\w]+")


def folded(text: str) -> str:
    """A heading or label without capitals, punctuation and spacing: "Risk & Legal:" is "risk and legal"."""
    text = text.casefold().replace("&", " and ").replace("(s)", "s").replace("/s", "s")
    return _PARTED.sub(" ", text.replace("'", "").replace("’", "").replace("‘", "")).strip()
