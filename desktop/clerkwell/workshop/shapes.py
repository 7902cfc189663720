"""Does each place of a template go round what it should: words, lines or rows, and not the label beside it?"""

from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.ooxml import Places, TaggedPlace
from clerkwell.word.ooxml.controls import Shape
from clerkwell.word.template import TemplateLine
from clerkwell.workshop.problem import PackProblem

_ROUND: Final[Mapping[Shape, str]] = {
    "inline": "words in a line", "block": "whole lines", "row": "a row of a table", "cell": "a cell",
}  # fmt: skip
# By kind: the shapes that it cannot have, and what it should go round.
_WRONG: Final[Mapping[str, tuple[frozenset[Shape], str]]] = {
    "section": (frozenset({"inline"}), "its heading and its text, as whole lines"),
    "group": (frozenset({"inline"}), "the heading’s whole line"),
    "heading": (frozenset({"row"}), "the words of the heading"),
    "body": (frozenset({"row"}), "the lines of the text"),
}


def shape_problems(pack: Pack, places: Places, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Places of the wrong shape, empty ones, and those that an answer would take the label out of."""
    for place in places.places:
        wrong, rather = _WRONG.get(place.kind, (frozenset[Shape](), ""))
        if place.shape in wrong:
            yield PackProblem(
                "error", f"“{_name(place)}” goes round {_ROUND[place.shape]}. Put it round {rather}.", TEMPLATE
            )
        if place.kind in ("field", "body") and not place.text.strip() and not place.again:
            yield PackProblem(
                "warning",
                f"“{_name(place)}” is empty, so nobody sees in Word that something goes there. Click in it, and type "
                "what is wanted there.",
                f"{TEMPLATE}, {_where(place, lines)}",
            )
        yield from _with_label(place, pack, lines)


def _with_label(place: TaggedPlace, pack: Pack, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """A field that goes round its own label: the answer would take its room."""
    spec = pack.field(place.id) if place.kind == "field" else None
    said = " ".join(place.text.split())
    for label in () if spec is None else spec.labels:
        if label.rstrip().endswith(":") and said.startswith(label.strip()) and said != label.strip():
            yield PackProblem(
                "error",
                f"“{_name(place)}” goes round its label, “{label}”, which every answer would take the place of. Put it "
                "round the room for the answer alone.",
                f"{TEMPLATE}, {_where(place, lines)}",
            )
            return


def _name(place: TaggedPlace) -> str:
    return place.title or place.tag


def _where(place: TaggedPlace, lines: tuple[TemplateLine, ...]) -> str:
    line = next((each for each in lines if place.tag in each.holds or place.tag in each.inside), None)
    return "the document" if line is None else line.at.words
