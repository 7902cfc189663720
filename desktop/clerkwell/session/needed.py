"""What a report needs to be opened and the start page does not, module by module: loaded while nobody waits.

The largest of what they stand on come first, so that no step takes long.
"""

from typing import Final

REPORT: Final = (
    "pydantic_core.core_schema",
    "pydantic.types",
    "pydantic.main",
    "pydantic.plugin._loader",
    "clerkwell.model",
    "clerkwell.packs.manifest",
    "clerkwell.packs.answers",
    "clerkwell.packs.deadlines",
    "clerkwell.packs.numbering",
    "clerkwell.storage.files",
    "clerkwell.storage.keeper",
    "clerkwell.session.session",
    "clerkwell.session.own_inserts",
    "clerkwell.session.lock_watch",
    "clerkwell.session.starting",
)
