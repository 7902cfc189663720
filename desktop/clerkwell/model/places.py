"""Places: where in a report something is."""

from pydantic import Field

from clerkwell.model.values import Value


class Place(Value):
    """A field, section or appendix; a block of it; a stretch of that block's plain text in code points.

    One of `field`, `section`, `appendix` is set. For a repeated field (`committees.date`) `row` counts from 0.
    Inside a table `path` is (row, column, paragraph), from 0, and the stretch counts in that paragraph.
    """

    field: str = ""
    row: int | None = None
    section: str = ""
    appendix: str = ""
    block: str = ""
    path: tuple[int, ...] = ()
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
