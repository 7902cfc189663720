"""The characters that a keyboard lacks and a report wants, each with the name that people look for it by."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Symbol:
    """A character, what it is called (with other names to find it by after a bar), and the group it stands in.

    `shown` stands for one that cannot be seen.
    """

    text: str
    names: str
    group: str
    shown: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.names.partition("|")[0]


_SPACES = (
    ("\u00a0", "Non-breaking space|hard space nbsp", "space"),
    ("\u2011", "Non-breaking hyphen|hard hyphen", "hyphen"),
    ("\u202f", "Narrow non-breaking space|thin", "thin"),
)
_GROUPS = {
    "Money and numbers": (
        "£ Pound sign|sterling money", "€ Euro sign|money", "¢ Cent sign|money", "$ Dollar sign|money",
        "¥ Yen sign|money", "% Per cent sign", "‰ Per mille sign|per thousand", "½ One half|fraction",
        "¼ One quarter|fraction", "¾ Three quarters|fraction", "⅓ One third|fraction", "⅔ Two thirds|fraction",
        "⅛ One eighth|fraction", "² Squared|superscript two square metres", "³ Cubed|superscript three cubic metres",
        "№ Numero sign|number",
    ),
    "Dashes and marks": (
        "– En dash|range", "— Em dash|long", "… Ellipsis|three dots", "‘ Opening single quotation mark|quote",
        "’ Closing single quotation mark|apostrophe quote", "“ Opening double quotation mark|quote",
        "” Closing double quotation mark|quote", "• Bullet|dot", "· Middle dot|point", "′ Prime|minutes feet",
        "″ Double prime|seconds inches", "« Opening guillemet|quote", "» Closing guillemet|quote",
    ),
    "Law and reference": (
        "§ Section sign|law", "¶ Paragraph sign|pilcrow law", "† Dagger|footnote", "‡ Double dagger|footnote",
        "© Copyright sign", "® Registered sign|trade mark", "™ Trade mark sign", "✓ Tick|check mark yes",
        "✗ Cross|ballot no", "☐ Empty box|tick box form", "☑ Ticked box|form", "★ Star",
    ),
    "Sums and measures": (
        "× Multiplication sign|times by", "÷ Division sign|divided by", "± Plus or minus", "− Minus sign",
        "≈ Almost equal to|about", "≠ Not equal to", "≤ Less than or equal to|at most",
        "≥ Greater than or equal to|at least", "° Degree sign|temperature", "µ Micro sign|microgram",
        "Ω Ohm sign|omega", "∞ Infinity", "√ Square root", "∑ Sum", "∆ Increment|delta change", "π Pi",
        "₂ Subscript two|CO2 carbon dioxide", "₃ Subscript three", "→ Arrow to the right", "← Arrow to the left",
        "↑ Arrow up", "↓ Arrow down", "↔ Arrow both ways",
    ),
}  # fmt: skip
_ACCENTS = {
    "grave": "àèìòùẁỳ", "acute": "áéíóúẃý", "circumflex": "âêîôûŵŷ", "diaeresis|umlaut": "äëïöüẅÿ", "tilde": "ãñõ",
    "ring": "å", "cedilla": "ç", "caron": "čšžř", "stroke": "øł", "breve": "ğ", "ogonek": "ąę",
}  # fmt: skip
_LETTERS = ("æ Letter ae", "œ Letter oe", "ß Sharp s|German", "ð Letter eth", "þ Letter thorn", "ı Dotless i|Turkish")


def symbols() -> tuple[Symbol, ...]:
    """All of them, group after group."""
    return tuple(_symbols())


def _symbols() -> Iterator[Symbol]:
    for text, names, shown in _SPACES:
        yield Symbol(text, names, "Spaces and hyphens that hold a line together", shown)
    for group, lines in _GROUPS.items():
        for line in lines:
            yield Symbol(line[0], line[2:], group)
    for accent, letters in _ACCENTS.items():
        for letter in letters:
            plain, _, other = accent.partition("|")
            base = _base(letter)
            for each, size in ((letter, "Small"), (letter.upper(), "Capital")):
                yield Symbol(each, f"{size} {base} {plain}|letter accent {other}".rstrip(), "Accented letters")
    for line in _LETTERS:
        yield Symbol(line[0], line[2:], "Accented letters")


def _base(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return {"ø": "o", "ł": "l"}.get(letter, parts[0])
