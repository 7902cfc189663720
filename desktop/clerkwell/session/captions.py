"""What the tables and pictures of a section are called in the document: "Table 3", "Figure 1"."""

from collections.abc import Container, Sequence

from clerkwell.model import Image, Table, walk
from clerkwell.packs import Part


def caption_names(parts: Sequence[Part], section_id: str, pointed_at: Container[str]) -> dict[str, str]:
    """The names by block id, counted through the document as its captions are. A table with no caption has one only
    where a reference is `pointed_at` it; a picture with none has none."""
    done: dict[str, str] = {}
    tables = figures = 0
    for part in parts:
        for block in walk(part.section.blocks if part.section else ()):
            name = ""
            if isinstance(block, Table) and (block.caption.strip() or (any(block.rows) and block.id in pointed_at)):
                tables += 1
                name = f"Table {tables}"
            elif isinstance(block, Image) and block.caption.strip():
                figures += 1
                name = f"Figure {figures}"
            if name and part.id == section_id:
                done[block.id] = name
        if part.id == section_id:
            break
    return done
