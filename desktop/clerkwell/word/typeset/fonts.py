"""Fonts: which stands in for which, and how high a line of each is.

Word's single line is as high as the font says (ascent, descent and the gap that its makers wanted), in every program
that follows Word; Typst's is set by us.
"""

from typing import NamedTuple


class Metrics(NamedTuple):
    """Above and below the base line, in parts of the size; the gap between lines is counted to what is above."""

    above: float
    below: float


# From the fonts' own tables (hhea): ascent and gap, descent.
_USUAL = Metrics(0.938, 0.212)
_METRICS = {
    "arial": _USUAL,
    "times new roman": Metrics(0.933, 0.216),
    "calibri": Metrics(0.970, 0.250),
    "cambria": Metrics(0.950, 0.222),
    "verdana": Metrics(1.005, 0.210),
    "georgia": Metrics(0.917, 0.219),
    "tahoma": Metrics(1.000, 0.207),
    "courier new": Metrics(0.833, 0.300),
    "segoe ui": Metrics(1.079, 0.251),
    "aptos": Metrics(0.939, 0.282),
    "gill sans mt": Metrics(0.918, 0.231),
    "trebuchet ms": Metrics(0.939, 0.222),
}
_SANS = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans", "DejaVu Sans")
_SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Times", "Nimbus Roman", "DejaVu Serif")
_FIXED = ("Courier New", "Liberation Mono", "Cousine", "Courier", "Nimbus Mono PS", "DejaVu Sans Mono")
# Fonts made to the same widths first, so that lines end where they do in Word.
_STAND_INS = {
    "arial": _SANS,
    "helvetica": _SANS,
    "times new roman": _SERIF,
    "courier new": _FIXED,
    "calibri": ("Carlito", *_SANS),
    "cambria": ("Caladea", *_SERIF),
    "georgia": ("Gelasio", *_SERIF),
    "garamond": _SERIF,
    "book antiqua": _SERIF,
    "consolas": _FIXED,
}


def families(name: str) -> tuple[str, ...]:
    """The font and those to use in its place, in order. DejaVu has the signs that the others lack."""
    others = _STAND_INS.get(name.casefold(), _SANS)
    return tuple(dict.fromkeys((name, *others, "DejaVu Sans") if name else (*others, "DejaVu Sans")))


def metrics(name: str) -> Metrics:
    """How high a line of this font is."""
    return _METRICS.get(name.casefold(), _USUAL)
