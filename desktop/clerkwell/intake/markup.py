"""Marks that an extraction left in a line (`<b>`, `**`, markdown links, entities), read into runs or taken out."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from clerkwell.intake.known import REFERENCE
from clerkwell.model import Footnote, Reference, Runs, Text, canonical, plain

# Presentation forms that PDF fonts leave behind; NFKC would also change fractions and superscripts.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " "}
    # soft hyphen, zero-width spaces and joiners, byte order mark
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)

# Bounded everywhere, so that no line takes more than time in proportion to its length.
_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[*_\#\[\]()<>|~`])
  | !?\[(?P<label>(?:[^\[\]\\]|\\.){1,500})\]\((?P<address>(?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){1,2000})\)
  | <(?P<close>/?)(?P<tag>strong|span|font|sup|sub|del|ins|em|br|b|i|u|p|div|center)(?:\s[^<>]{0,300})?\s?/?>
  | <(?P<auto>(?:https?://|mailto:)[^<>\s]{1,2000})>
  | (?P<stars>\*+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|\#\d{2,6}|\#x[0-9A-Fa-f]{2,5});")
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "super", "sub": "sub"}


@dataclass(frozen=True)
class _Stars:
    """A row of asterisks that may begin or end bold or italic words; `noise` if alone it means nothing."""

    count: int
    opens: bool
    closes: bool
    noise: bool


@dataclass(frozen=True)
class _Look:
    name: str
    on: bool


def tidy(text: str) -> str:
    """The text with ligatures spelled out, odd spaces made plain, and invisible characters gone."""
    return text.translate(_LIGATURES)


def read(text: str) -> Runs:
    """The runs of one line: words in bold or italic, links; the marks themselves are gone."""
    if not any(mark in text for mark in "*<[\\&"):
        return canonical((Text(text=text),))
    return canonical(_looked(_resolved(list(_pieces(text)))))


def address_of(link: str) -> str:
    """The address of a markdown link, without its escapes."""
    return html.unescape(re.sub(r"\\(.)", r"\1", link))


def _pieces(text: str) -> Iterator[Text | _Stars | _Look]:
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            yield Text(text=_unescaped(text[at : found.start()]))
        at = found.end()
        if found["escaped"]:
            yield Text(text=found["escaped"])
        elif found["label"] is not None:
            link = address_of(found["address"])
            yield from (run.model_copy(update={"link": link}) for run in read(found["label"]) if isinstance(run, Text))
        elif found["auto"]:
            yield Text(text=found["auto"].removeprefix("mailto:"), link=found["auto"])
        elif found["stars"]:
            before = text[found.start() - 1] if found.start() else " "
            after = text[at] if at < len(text) else " "
            count = len(found["stars"])
            yield _Stars(
                count,
                opens=not after.isspace() and not before.isalnum(),
                closes=not after.isalnum() and (count > 1 or not before.isspace()),
                noise=count in (2, 3)
                and not (before.isspace() and after.isspace())
                and not (before.isalnum() and after.isalnum()),
            )
        elif _is_a_name(found, text):
            yield Text(text=found[0])
        elif found["tag"].lower() == "br":
            yield Text(text="\n")
        elif found["tag"].lower() in _LOOKS:
            yield _Look(_LOOKS[found["tag"].lower()], on=not found["close"])
        elif found["tag"].lower() in ("p", "div"):
            yield Text(text=" ")
    if at < len(text):
        yield Text(text=_unescaped(text[at:]))


def _is_a_name(found: re.Match[str], text: str) -> bool:
    """Whether what looks like a tag is a word of the text ("culvert <B>"): extractions write small letters and ends."""
    if found["tag"].lower() not in _LOOKS or not found["tag"].isupper():
        return False
    return (f"<{found['tag']}>" if found["close"] else f"</{found['tag']}>") not in text


def _unescaped(text: str) -> str:
    return tidy(_ENTITY.sub(lambda found: html.unescape(found[0]), text)) if "&" in text else text


def _resolved(pieces: list[Text | _Stars | _Look]) -> Iterator[Text | _Look]:
    """Asterisks in pairs become looks. A pair without its other half is noise; a single one is a character."""
    partner: dict[int, bool] = {}
    waiting: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if not isinstance(piece, _Stars):
            continue
        if piece.closes and piece.count in waiting:
            partner[waiting.pop(piece.count)] = True
            partner[index] = False
        elif piece.opens and piece.count <= 3:
            waiting[piece.count] = index
    for index, piece in enumerate(pieces):
        if not isinstance(piece, _Stars):
            yield piece
        elif index in partner:
            if piece.count != 1:
                yield _Look("bold", partner[index])
            if piece.count != 2:
                yield _Look("italic", partner[index])
        elif not piece.noise:
            yield Text(text="*" * piece.count)


def _looked(pieces: Iterator[Text | _Look]) -> Iterator[Text]:
    on = dict.fromkeys(("bold", "italic", "super", "sub"), False)
    for piece in pieces:
        if isinstance(piece, _Look):
            on[piece.name] = piece.on
        else:
            script = "super" if on["super"] else "sub" if on["sub"] else "normal"
            yield piece.model_copy(update={"bold": on["bold"], "italic": on["italic"], "script": script})


def all_bold(runs: Runs) -> bool:
    """Whether every word of these runs is bold."""
    words = [run for run in runs if isinstance(run, Text) and run.text.strip()]
    return bool(words) and all(run.bold for run in words)


def without_bold(runs: Runs) -> Runs:
    """The runs, none of them bold."""
    if not any(isinstance(run, Text) and run.bold for run in runs):
        return runs
    return canonical(run.model_copy(update={"bold": False}) if isinstance(run, Text) else run for run in runs)


def trimmed(runs: Runs) -> Runs:
    """The runs with white space at both ends gone, and stretches of it inside made one space each."""
    if len(runs) == 1 and isinstance(runs[0], Text) and runs[0].text == " ".join(runs[0].text.split()):
        return runs
    done: list[Text | Reference | Footnote] = []
    gap = True
    for run in runs:
        if not isinstance(run, Text):
            done.append(run)
            gap = False
            continue
        words = re.sub(r"[^\S\n]*\n\s*|[^\S\n]+", lambda found: "\n" if "\n" in found[0] else " ", run.text)
        if gap:
            words = words.lstrip()
        if words:
            gap = words[-1].isspace()
            done.append(run.model_copy(update={"text": words}))
    return canonical(without_end_space(done))


def without_end_space(runs: list[Text | Reference | Footnote]) -> list[Text | Reference | Footnote]:
    """These runs without white space at their end."""
    while runs and isinstance(last := runs[-1], Text) and not last.text.strip():
        runs.pop()
    if runs and isinstance(last := runs[-1], Text) and (words := last.text.rstrip()) != last.text:
        runs[-1] = last.model_copy(update={"text": words})
    return runs


def with_notes(runs: Runs) -> str:
    """The words of these runs, and those of each note in brackets."""
    return "".join(f" ({plain(run.runs)})" if isinstance(run, Footnote) else plain((run,)) for run in runs)


def in_words(runs: Runs) -> str:
    """The runs as plain text for a place that holds no links and no notes.

    An address that is not in the words stands after them, and a note's words in brackets.
    """
    done = []
    for run in runs:
        if isinstance(run, Footnote):
            done.append(f" ({plain(run.runs)})")
        if not isinstance(run, Text):
            continue
        done.append(run.text)
        address = run.link.removeprefix("mailto:")
        if run.link and not run.link.startswith(REFERENCE) and address not in run.text and run.text.strip() != address:
            done.append(f" ({address})")
    return "".join(done) if done else plain(runs)
