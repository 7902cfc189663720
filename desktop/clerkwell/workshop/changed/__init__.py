"""What changed between two versions of a pack, in words for a committee clerk."""

from clerkwell.workshop.changed.change import PackChange
from clerkwell.workshop.changed.document import document_changes
from clerkwell.workshop.changed.packs import pack_changes, place_names

__all__ = ["PackChange", "document_changes", "pack_changes", "place_names"]
