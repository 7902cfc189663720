"""Where in the document a place is, so that problems can be told from its beginning to its end."""

from clerkwell.model import Place
from clerkwell.rules.passages import Piece, Reading

Position = tuple[int, int, int, tuple[int, ...], int]
# What is about the whole report comes before all the rest.
_WHOLE: Position = (-1, -1, -1, (), -1)


class Positions:
    """Where the places of one report are. What is known of a part that did not change is not worked out again."""

    def __init__(self, reading: Reading) -> None:
        self._fields = {spec.id: index for index, spec in enumerate(reading.pack.manifest.field)}
        self._pieces: dict[str, tuple[int, Piece]] = {}
        for index, piece in enumerate(reading.pieces, 1):
            if piece.section is not None:
                self._pieces[f"section {piece.section.id}"] = (index, piece)
            elif piece.appendix is not None:
                self._pieces[f"appendix {piece.appendix.id}"] = (index, piece)
        self._last = len(reading.pieces) + 1

    def of(self, place: Place | None) -> Position:
        """Something that is less for what comes first."""
        if place is None:
            return _WHOLE
        start = -1 if place.start is None else place.start
        if place.field:
            row = -1 if place.row is None else place.row
            return (0, self._fields.get(place.field, len(self._fields)), row, (), start)
        known = self._pieces.get(f"section {place.section}" if place.section else f"appendix {place.appendix}")
        if known is None:
            return (self._last, -1, -1, place.path, start)
        index, piece = known
        return (index, _in_order(piece).get(place.block, -1), -1, place.path, start)


def _in_order(piece: Piece) -> dict[str, int]:
    if _in_order not in piece.kept:
        piece.kept[_in_order] = {block_id: index for index, block_id in enumerate(piece.blocks)}
    return piece.kept[_in_order]  # type: ignore[return-value]  # put there a line above
