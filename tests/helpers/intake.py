"""What tests of the import count with: the words of a source, of a report, and of what its document prints."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from clerkwell.intake import Imported
from clerkwell.model import Blocks, ListItem, Paragraph, Report, words
from clerkwell.model.lists import marker, ordinals
from clerkwell.packs import Pack, numbers, outline, read_manifest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\s\\]|\\.|\([^()\s]*\))*\)")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LIGATURES = {ord("ﬀ"): "ff", ord("ﬁ"): "fi", ord("ﬂ"): "fl", ord("ﬃ"): "ffi", ord("ﬄ"): "ffl"}


@cache
def packs() -> tuple[Pack, ...]:
    """The packs that ship, by their manifests alone: importing needs no Word template."""
    manifests = sorted(TEMPLATES.glob("*/pack.toml"))
    return tuple(Pack(read_manifest(path.read_bytes(), path.parent.name), {}) for path in manifests)


def pack(pack_id: str) -> Pack:
    """One of them."""
    return next(each for each in packs() if each.id == pack_id)


def unmarked(source: str) -> str:
    """A source without the marks of its extraction, done apart from the program so that it can disagree."""
    source = source.translate(_INVISIBLE).translate(_LIGATURES)
    source = _LINK.sub(lambda found: found[1], source)
    source = re.sub(r"(?i)</?(?:b|i|em|strong|u|sup|sub)>", "", source)
    source = re.sub(r"^\s*#{1,6}\s*", "", source, flags=re.MULTILINE)
    return html.unescape(source.replace("**", "").replace("\\", ""))


def words_of(text: str) -> list[str]:
    """The words of a text, capitals and punctuation apart."""
    return re.findall(r"[^\W_]+", text.casefold())


def held(report: Report) -> Iterator[str]:
    """Every text that a report holds outside its tray."""
    yield from (value.text for value in report.fields.values())
    for rows in report.repeats.values():
        yield from (value.text for row in rows for value in row.values())
    for section in report.sections:
        yield section.heading
        yield from (words(block) for block in section.blocks)
    for appendix in report.appendices:
        yield f"{appendix.number} {appendix.title}"
    yield from (paper.title for paper in report.background_papers)


def unaccounted(source: str, imported: Imported) -> tuple[Counter[str], Counter[str]]:
    """(lost, made up): words of the source that are nowhere, and words that are somewhere but not in the source."""
    given = Counter(words_of(unmarked(source)))
    kept = Counter(word for text in held(imported.report) for word in words_of(text))
    kept += Counter(word for item in imported.report.tray for word in words_of(item.text))
    kept += Counter(word for each in imported.mapped for word in words_of(each.words))
    # A field holds no links: an address stands in it after its words.
    addresses = Counter(word for found in _LINK.finditer(source) for word in words_of(found[0]))
    return given - kept, kept - given - addresses


def printed(report: Report, pack: Pack) -> list[str]:
    """The words of the body as the document prints them, in its order: headings, numbers, text, lists at the end."""
    done: list[str] = []
    now = numbers(report, pack)
    group = None
    for part in outline(report, pack):
        if not part.stands:
            continue
        if part.spec.group != group:
            group = part.spec.group
            over = pack.group(group)
            done.append(over.title if over and over.printed else "")
        blocks: Blocks = part.section.blocks if part.section else ()
        heading = f"{now.sections.get(part.id, '')} {part.heading}"
        first = now.paragraphs.get(blocks[0].id, "") if blocks else ""
        run_in = part.spec.heading == "run-in" and bool(first)
        done.append(f"{first} {heading}" if run_in else heading)
        if part.id == "recommendations":
            done.append(report.field("recommendation-stem").text)
        done += _lines(blocks, now.paragraphs, skip_first=run_in)
        if part.spec.kind == "appendices":
            done += [f"Appendix {each.number} {each.title}" for each in report.appendices]
        if part.spec.kind == "background-papers":
            done += [paper.title for paper in report.background_papers]
    for row in report.repeats.get("authors", ()):
        for spec in pack.fields_of("authors"):
            name = spec.id.partition(".")[2]
            if name in row:
                done.append(f"{spec.prefix}{row[name].text}{spec.suffix}")
    return [word for text in done for word in words_of(text)]


def _lines(blocks: Blocks, paragraphs: Mapping[str, int], *, skip_first: bool) -> Iterator[str]:
    items = ordinals(blocks)
    for index, block in enumerate(blocks):
        number = ""
        if isinstance(block, Paragraph) and not (skip_first and index == 0):
            number = str(paragraphs.get(block.id, ""))
        elif isinstance(block, ListItem) and index in items:
            number = marker(block.level, items[index])
        yield f"{number} {words(block)}"
