"""What HTML's elements and styles mean for the words in them: tables of names, and the marks they put on."""

import re

from clerkwell.model import Runs, Text, canonical

# Nothing in these is words of the author's.
SILENT = frozenset({"head", "style", "script", "title", "noscript", "template", "xml", "o:p", "svg", "math"})
BREAKS = frozenset(
    {"p", "div", "li", "ul", "ol", "blockquote", "section", "article", "header", "footer", "main", "dd", "dt", "dl",
     "pre", "address", "figure", "figcaption", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "body", "html"}
)  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID = frozenset({"br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source"})
LEFT_OUT = {
    "img": "picture", "input": "form field", "select": "form field", "textarea": "form field", "button": "form field",
    "iframe": "embedded page", "object": "embedded object", "embed": "embedded object", "video": "video",
    "audio": "sound", "canvas": "drawing", "v:shape": "drawing", "v:imagedata": "",
}  # fmt: skip
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f]+")
STYLE = re.compile(r"\s*([\w-]+)\s*:\s*([^;]*)")
MSO_LEVEL = re.compile(r"level(\d)")
ORDERED_MARKER = re.compile(r"\(?(?:\d+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]")


def emphasis(tag: str, style: dict[str, str]) -> list[tuple[str, bool]]:
    """The marks that an element puts on (or takes off) the words in it. A style says more than a tag."""
    told = {"b": ("b", True), "strong": ("b", True), "i": ("i", True), "em": ("i", True), "cite": ("i", True),
            "sup": ("^", True), "sub": ("_", True)}  # fmt: skip
    marks = dict([told[tag]] if tag in told else [])
    weight = style.get("font-weight", "")
    if weight:
        marks["b"] = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    slant = style.get("font-style", "")
    if slant:
        marks["i"] = slant in ("italic", "oblique")
    raised = style.get("vertical-align", "")
    if raised in ("super", "sub"):
        marks["^" if raised == "super" else "_"] = True
    return list(marks.items())


def trimmed(runs: list[Text]) -> Runs:
    """The runs without white space round them; nothing if that is all they are."""
    joined = [run for run in canonical(runs) if isinstance(run, Text)]
    if not "".join(run.text for run in joined).strip():
        return ()
    while joined and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].text.strip():
        joined.pop()
    joined[0] = joined[0].model_copy(update={"text": joined[0].text.lstrip()})
    joined[-1] = joined[-1].model_copy(update={"text": joined[-1].text.rstrip()})
    return canonical(joined)
