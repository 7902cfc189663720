"""The words of a Word paragraph as runs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clerkwell.intake.known import REFERENCE
from clerkwell.intake.markers import read_marker
from clerkwell.intake.markup import without_end_space
from clerkwell.model import Footnote, Reference, Runs, Text, canonical
from clerkwell.word.reader.document import Picture, Span, WordParagraph

_TABBED = re.compile(r"[ \u00a0]*\t[\t ]*")
_LABEL = re.compile(r"[^:?.]{2,150}[:?](?:\s|$)")
_CAPITAL = re.compile(r"\(?[A-Z][.)]")
# Narrower than this and a piece between two tabs may be a cell of a table that somebody made with tabs; beside a label,
# which ends in a colon, it may be wider.
_WIDEST = 80


@dataclass(frozen=True)
class Piece:
    """What stands between two pictures of a paragraph, or one of these pictures."""

    spans: tuple[Span, ...] = ()
    picture: Picture | None = None


def pieces(paragraph: WordParagraph) -> Iterator[Piece]:
    """The words of a paragraph and its pictures, in order: no paragraph of a report holds a picture."""
    spans: list[Span] = []
    pictures: list[Picture] = []
    for span in paragraph.spans:
        if span.picture is not None:
            pictures.append(span.picture)
            if not _says(spans):
                # Those at the beginning stand before the words, all others after them: a sentence stays whole.
                yield from (Piece(picture=each) for each in pictures)
                pictures.clear()
        else:
            spans.append(span)
    if _says(spans):
        yield Piece(spans=tuple(spans))
    yield from (Piece(picture=each) for each in pictures)


def _says(spans: Sequence[Span]) -> bool:
    return any(span.text.strip() or span.note is not None for span in spans)


def runs_of(spans: Iterable[Span]) -> Runs:
    """The runs of these spans: tabs as spaces, nothing blank at either end."""
    return stripped([run for span in spans for run in _runs(span)])


def _runs(span: Span) -> Iterator[Text | Footnote]:
    if span.note is not None:
        yield Footnote(runs=note_runs(span.note))
    if span.text:
        link = f"{REFERENCE}{span.target}" if span.target else span.link
        if not span.target and link.startswith("#"):
            link = f"{REFERENCE}{link[1:]}"
        yield Text(text=span.text, bold=span.bold, italic=span.italic, script=span.script, link=link)


def note_runs(paragraphs: Sequence[WordParagraph]) -> tuple[Text, ...]:
    """The words of a note, a line for each of its paragraphs. A note in a note stands in brackets."""
    done: list[Text] = []
    for paragraph in paragraphs:
        inner: list[Text] = []
        for run in runs_of(paragraph.spans):
            if isinstance(run, Text):
                inner.append(run.model_copy(update={"link": "" if run.link.startswith(REFERENCE) else run.link}))
            elif isinstance(run, Footnote):
                inner += [Text(text=" ("), *run.runs, Text(text=")")]
        if inner and paragraph.label:
            inner.insert(0, Text(text=f"{paragraph.label} "))
        if inner and done:
            done.append(Text(text="\n"))
        done += inner
    return tuple(done)


def stripped(runs: Sequence[Text | Reference | Footnote]) -> Runs:
    """The runs with tabs as spaces and without white space at both ends; spaces inside stay as they were typed."""
    done: list[Text | Reference | Footnote] = []
    for run in runs:
        if isinstance(run, Text):
            words = _TABBED.sub(" ", run.text)
            if not done:
                words = words.lstrip()
            if not words:
                continue
            if words != run.text:
                run = run.model_copy(update={"text": words})
        done.append(run)
    return canonical(without_end_space(done))


def split(spans: Sequence[Span], mark: str) -> list[tuple[Span, ...]]:
    """The spans parted wherever this character stands; a part may be empty."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        for index, words in enumerate(span.text.split(mark)):
            if index:
                parts.append([])
            if words or (not span.text and not index):
                parts[-1].append(replace(span, text=words))
    return [tuple(part) for part in parts]


def columns(spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The pieces of a paragraph that somebody set apart with tabs, as if they were cells; else all of it in one."""
    parts = split(spans, "\t")
    texts = ["".join(span.text for span in part).strip() for part in parts]
    filled = [part for part, text in zip(parts, texts, strict=True) if text]
    widest = 3 * _WIDEST if _LABEL.match(texts[0]) else _WIDEST
    if len(filled) < 2 or max(len(text) for text in texts) > widest or is_marker(texts[0]):
        return [tuple(spans)]
    # Tabs one after another only set apart; before all words they leave the first cell of a row empty.
    return filled if texts[0] else [(), *filled]


def is_marker(text: str) -> bool:
    """Whether words are no more than the number or bullet of what comes after them."""
    marker = read_marker(f"{text} x")
    return (marker is not None and marker.length == len(text) + 1) or _CAPITAL.fullmatch(text) is not None
