"""Blocks from a few lines of marked-up text, for examples of rules and for the labelled corpus.

`# sub-heading`, `- bullet` (two spaces a level), `1. item`, `> quotation`, `| a | b |` (a row; `|---|` under the first
makes it a header), `![what it shows](file.png)`, `private: ` before any of them; else a paragraph. Inside:
`**bold**`, `[words](address)`, `^[footnote]`, `@[appendix:id]` (a live reference; also paragraph, section, table). A
line `caption: …` goes with the table or picture after it.
"""

import re
from collections.abc import Iterator

from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    Footnote,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Run,
    Runs,
    SubHeading,
    Table,
    Text,
    is_nil,
)

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\[(?P<words>[^\]]+)\]\((?P<link>[^)\s]+)\)|\^\[(?P<note>[^\]]+)\]"
    r"|@\[(?P<to>paragraph|section|table|appendix):(?P<target>[\w-]+)\]"
)
_PICTURE = re.compile(r"!\[(?P<alt>.*?)\]\((?P<file>[^)]+)\)")
_ITEM = re.compile(r"(?P<number>\d{1,2})\. (?P<words>.*)")


def marked_up(source: str) -> Blocks:
    """The blocks of a marked-up text."""
    return tuple(_blocks(source.splitlines()))


def inline(source: str) -> Runs:
    """The runs of a line."""
    done: list[Run] = []
    at = 0
    for match in _INLINE.finditer(source):
        done.append(Text(text=source[at : match.start()]))
        if match["bold"]:
            done.append(Text(text=match["bold"], bold=True))
        elif match["note"]:
            done.append(Footnote(runs=(Text(text=match["note"]),)))
        elif match["to"]:
            done.append(Reference.model_validate({"to": match["to"], "target": match["target"]}))
        else:
            done.append(Text(text=match["words"], link=match["link"]))
        at = match.end()
    return (*done, Text(text=source[at:]))


def _blocks(lines: list[str]) -> Iterator[Block]:
    caption, rows, header, counted = "", list[tuple[Cell, ...]](), 0, 0
    for line in [*lines, ""]:
        private = line.lstrip().startswith("private: ")
        words = line.strip().removeprefix("private: ").strip()
        if words.startswith("|"):
            cells = [cell.strip() for cell in words.strip("|").split("|")]
            if all(set(cell) <= set("-:") and cell for cell in cells):
                header = len(rows)
            else:
                rows.append(tuple(Cell(paragraphs=(inline(cell),)) for cell in cells))
            continue
        if rows:
            yield Table(caption=caption, header_rows=header, rows=tuple(rows))
            caption, rows, header = "", [], 0
        if not words:
            continue
        if words.startswith("caption: "):
            caption = words.removeprefix("caption: ")
            continue
        item = _ITEM.fullmatch(words)
        level = (len(line) - len(line.lstrip())) // 2
        if picture := _PICTURE.fullmatch(words):
            yield Image(attachment=picture["file"], alt=picture["alt"], caption=caption, private=private)
            caption = ""
        elif words.startswith("# "):
            yield SubHeading(runs=inline(words[2:]), private=private)
        elif words.startswith("- "):
            yield ListItem(runs=inline(words[2:]), level=level, private=private)
        elif words.startswith("> "):
            yield Quotation(runs=inline(words[2:]), private=private)
        elif item:
            number = int(item["number"])
            start = None if number == counted + 1 and counted else number
            counted = number
            yield ListItem(runs=inline(item["words"]), level=level, ordered=True, start=start, private=private)
        else:
            counted = 0
            yield Paragraph(runs=inline(words), nil=is_nil(words), private=private)
