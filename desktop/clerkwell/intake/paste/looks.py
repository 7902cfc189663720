"""What HTML's elements and styles mean for the words in them: tables of names, and the marks they put on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from clerkwell.model import Footnote, Runs, Text
from clerkwell.model.runs import Script

# Nothing in these is words that a reader sees.
SILENT: Final = frozenset(
    {"head", "style", "script", "title", "noscript", "template", "xml", "o:p", "svg", "math", "select", "iframe",
     "object", "video", "audio", "canvas", "noframes", "noembed", "datalist"}
)  # fmt: skip
BREAKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "blockquote", "section", "article", "header", "footer", "main", "dd", "dt", "dl",
     "pre", "address", "figure", "figcaption", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "body", "html",
     "table", "tr", "td", "th", "caption", "thead", "tbody", "tfoot", "aside", "nav", "form", "fieldset", "legend",
     "details", "summary", "dir", "menu", "plaintext", "xmp", "listing"}
)  # fmt: skip
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PRESERVED: Final = frozenset({"pre", "plaintext", "xmp", "listing", "textarea"})
LEFT_OUT: Final[Mapping[str, str]] = {
    "img": "picture", "input": "form field", "select": "form field", "textarea": "form field", "button": "form field",
    "iframe": "embedded page", "object": "embedded object", "embed": "embedded object", "video": "video",
    "audio": "sound", "canvas": "drawing", "svg": "drawing", "math": "equation", "v:shape": "drawing",
}  # fmt: skip
ADDRESS: Final = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_STYLE: Final = re.compile(r"\s*([\w-]+)\s*:\s*([^;]*)")
_HEX: Final = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})(?![0-9a-f])")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_PLAIN_COLOURS: Final = frozenset(
    {"", "black", "white", "windowtext", "window", "inherit", "initial", "unset", "auto", "currentcolor", "transparent",
     "none", "gray", "grey", "silver", "dimgray", "darkgray", "text", "canvastext"}
)  # fmt: skip
# Nobody takes these apart from black, grey or white.
_HARDLY_A_COLOUR: Final = 48


@lru_cache(maxsize=256)
def styles(declared: str) -> Mapping[str, str]:
    """The declarations of a `style` attribute, in small letters. Word says the same few of every paragraph."""
    return {name.lower(): value.strip().lower() for name, value in _STYLE.findall(declared)}


def is_hidden(style: Mapping[str, str]) -> bool:
    """Whether an element does not show."""
    return (
        style.get("display", "").startswith("none")
        or style.get("mso-hide") == "all"
        or style.get("visibility") == "hidden"
    )


def emphasis(tag: str, style: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """The marks that an element puts on (or takes off) the words in it. A style says more than a tag."""
    told = {"b": ("b", True), "strong": ("b", True), "i": ("i", True), "em": ("i", True), "cite": ("i", True),
            "sup": ("^", True), "sub": ("_", True)}  # fmt: skip
    marks = dict([told[tag]] if tag in told else [])
    if style:
        weight = style.get("font-weight", "")
        if weight:
            marks["b"] = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:5]) >= 600)
        slant = style.get("font-style", "")
        if slant:
            marks["i"] = slant in ("italic", "oblique")
        raised = style.get("vertical-align", "")
        if raised in ("super", "sub"):
            marks["^" if raised == "super" else "_"] = True
    yield from marks.items()


@dataclass(slots=True)
class Piece:
    """Words in one look while they are gathered, with the marks of `emphasis`."""

    words: list[str]
    marks: str
    link: str

    def run(self, text: str) -> Text:
        """The run that they are, in these words."""
        script: Script = "super" if "^" in self.marks else "sub" if "_" in self.marks else "normal"
        return Text(text=text, bold="b" in self.marks, italic="i" in self.marks, script=script, link=self.link)


def is_colour(value: str) -> bool:
    """Whether a style names a colour that a reader would see as one: no black, white or grey."""
    value = value.strip().lower()
    if value in _PLAIN_COLOURS or value.startswith("var("):
        return False
    if found := _HEX.search(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * each for each in found[1])
        parts = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    elif found := _RGB.search(value):
        parts = [int(each) for each in found.groups()]
    else:
        return value.isalpha()
    return max(parts) - min(parts) >= _HARDLY_A_COLOUR


def trimmed(pieces: Sequence[Piece | Footnote]) -> Runs:
    """The runs without white space round them; nothing if that is all they are."""
    done = [piece if isinstance(piece, Footnote) else (piece, "".join(piece.words)) for piece in pieces]
    first, last = 0, len(done) - 1
    while first <= last and not _shows(done[first]):
        first += 1
    while last >= first and not _shows(done[last]):
        last -= 1
    runs: list[Text | Footnote] = []
    for index in range(first, last + 1):
        each = done[index]
        if isinstance(each, Footnote):
            runs.append(each)
            continue
        piece, text = each
        text = text.lstrip() if index == first else text
        runs.append(piece.run(text.rstrip() if index == last else text))
    return tuple(runs)


def _shows(each: Footnote | tuple[Piece, str]) -> bool:
    return isinstance(each, Footnote) or bool(each[1].strip())
