"""What a report says, told from what else is kept with it: two reports with one digest make the same document."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from clerkwell.model import Report

_SAID: Final = frozenset(
    {"pack", "fields", "repeats", "sections", "appendices", "background_papers", "consultations"}
)  # fmt: skip
# Ids of blocks are given anew by an import, and say nothing.
_UNNAMED: Final[Mapping[str, Any]] = {"__all__": {"id": True, "blocks": {"__all__": {"id"}}}}
_UNSAID: Final[Mapping[str, Any]] = {
    "sections": {"__all__": {"done": True, "blocks": _UNNAMED}},
    "appendices": {"__all__": {"blocks": _UNNAMED}},
}


def content_digest(report: Report) -> str:
    """The SHA-256 of what a report says: its pack, answers, sections, appendices, papers and consultations.

    Not of what is kept about it (notes, waivers, versions, the tray, times, what is done), so that none of these makes
    another draft of it. The same on every machine; block ids take no part, as in equality.
    """
    content = report.model_dump(mode="json", include=set(_SAID), exclude=dict(_UNSAID))
    written = json.dumps(_without_nothing(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _without_nothing(value: object) -> object:
    """Without the keys that say nothing, so that a kind of answer that comes later leaves older digests as they are."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in (None, "", [], {}) and each is not False}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value
