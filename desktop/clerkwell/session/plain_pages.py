"""Plain web pages that open anywhere offline: no script, nothing fetched, read well aloud and on paper."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

# What a page says of itself stands within these bytes.
_HEAD: Final = 1000
# Colours keep a contrast of 7 to 1; widths follow the reader's own letters; tables break between rows on paper.
_STYLE: Final = """
body { font: 100%/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; max-width: 70em;
  margin: 2em auto; padding: 0 1em; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2em; border-top: 2px solid #1a1a1a; padding-top: .5em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
caption { text-align: left; font-weight: bold; padding: .5em 0; }
th, td { border: 1px solid #595959; padding: .4em .6em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { background: #ececec; }
td.number { text-align: right; }
a { color: #003c8f; }
.marked { border: 2px solid #1a1a1a; padding: .5em 1em; font-weight: bold; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } tr, li { break-inside: avoid; }
  thead { display: table-header-group; } a { color: inherit; } h2 { break-after: avoid; } }
"""


def page(title: str, body: Iterable[str], *, language: str = "en-GB", kind: str = "") -> bytes:
    """A whole page. `kind` names in its head what it is, so that the program knows a page of its own again."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        *([_generator(kind)] if kind else []),
        # Nothing is fetched or run, whatever stands in a report's words.
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        heading(1, title),
        *body,
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def is_page_of(data: bytes, kind: str) -> bool:
    """Whether a file holds a page of this kind that the program made."""
    return _generator(kind).encode() in data[:_HEAD]


def _generator(kind: str) -> str:
    return f'<meta name="generator" content="Clerkwell: {escape(kind)}">'


def text(words: str) -> str:
    """Words as they stand in a page; line ends are kept."""
    return escape(words).replace("\n", "<br>")


def heading(level: int, words: str, anchor: str = "") -> str:
    """A heading, with a name that links can lead to."""
    named = f' id="{escape(anchor)}"' if anchor else ""
    return f"<h{level}{named}>{text(words)}</h{level}>"


def paragraph(words: str, look: str = "") -> str:
    """A paragraph of plain words."""
    named = f' class="{escape(look)}"' if look else ""
    return f"<p{named}>{text(words)}</p>"


def bullets(items: Iterable[str]) -> str:
    """A list of items that are HTML already."""
    return "\n".join(("<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"))


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> str:
    """A data table whose cells are HTML already; the first cell of a row is its header, `numbers` are set right."""
    looks = {at: ' class="number"' for at in numbers}
    named = "".join(f'<th scope="col">{text(each)}</th>' for each in heads)
    lines = []
    for first, *rest in rows:
        cells = "".join(f"<td{looks.get(at, '')}>{cell}</td>" for at, cell in enumerate(rest, 1))
        lines.append(f'<tr><th scope="row">{first}</th>{cells}</tr>')
    return "\n".join(
        ("<table>", f"<caption>{text(caption)}</caption>", f"<thead><tr>{named}</tr></thead>", "<tbody>", *lines,
         "</tbody>", "</table>")
    )  # fmt: skip
