"""The block at a report's end that says who wrote it and how to reach them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clerkwell.intake.committees import looks_like_date
from clerkwell.intake.drafts import Draft
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import Headings, is_capitals
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.listed import appendices
from clerkwell.intake.markup import in_words
from clerkwell.intake.results import Mapped
from clerkwell.model import Row, is_nil
from clerkwell.model.runs import cut
from clerkwell.packs import Pack, understand

AUTHORS = "authors"
# Under these the name is followed by how to reach its owner.
AUTHOR_FIELDS = ("report-author", "author")
_EMAIL = re.compile(r"[^\s@<>()]{1,100}@[^\s@<>()]{1,100}")
_TELEPHONE = re.compile(r"[+(]?\d[\d\s()+.-]{7,22}(?:\s*(?:ext|x)\.?\s*\d{1,6})?", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?P<label>(?:t|tel|telephone|phone|mobile|m|direct(?:\s+(?:line|dial))?|ext|extension|contact(?=\s+n)|e|email"
    r"|e-mail)(?:\s+(?:no|number|address))?\s*[.:]+)\s*",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(r"e(?!xt)", re.IGNORECASE)
_SECOND = re.compile(r"\s+[|,;]?\s*(?=(?:t|tel|telephone|e|email|e-mail)\s*:)", re.IGNORECASE)
_CONTACT_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s+)?"
    r"(?:(?:\w+ ){0,4}(?:contacts?|contact details|contact officers?|contact information)|report authors?|authors?"
    r"|further information|for further information,? contact)(?:\(s\))?(?:(?:,| and|,? job) [\w ]{4,40}){0,3}\s*:?",
    re.IGNORECASE,
)
# "Name: A. Example", "Job title: Head of Examples" over how to reach them.
_LABELLED = re.compile(
    r"(?P<label>(?P<name>(?:officer )?name)|(?P<post>(?:job )?title|post|position|role|designation)"
    r"|department|directorate|service|team)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
# The last words of many posts, by which a name with one below it is known to sign the report.
_POST = re.compile(
    r"\b(?:officer|director|manager|head|clerk|treasurer|solicitor|secretary|accountant|surveyor|engineer|planner"
    r"|lawyer|auditor|adviser|lead|executive|coordinator|librarian|archivist|registrar)\b",
    re.IGNORECASE,
)
_NO_POST = re.compile(
    r"\b(?:appendix|annex|report|plan|minutes|policy|strategy|file|act|regulations|and|\d{4})\b", re.I
)
# "For enquiries about this report please contact Democratic Services on 01632 960 502."
_ENQUIRIES = re.compile(
    r"(?:for |if you have )?(?:any )?(?:further )?(?:enquir|inquir|quer|question|information)\w*\b.{0,60}?"
    r"\b(?:contact|telephone|call|e-?mail|to)\b.{3,150}",
    re.IGNORECASE,
)
# The header's own word for whoever wrote the report; an "Officer" or a "Lead officer" answers for it.
_AUTHOR = re.compile(r"\b(?:author|written|prepared|report(?:ed)? by|contact)\b", re.IGNORECASE)
# What comes between a name, a post and a number in one line.
_PIECES = re.compile(r"\s*[,;|]\s*|\s+[–—-]\s+|\s+(?=(?:tel|telephone|email|e-mail)\s*:)", re.IGNORECASE)
_LONGEST = 250
_MOST_WORDS = 15
_MOST_LINES = 3
_LONG_POST = 8


@dataclass(frozen=True)
class AuthorBlock:
    """The authors, where their lines begin among the report's, and the words that the document prints by itself.

    `blank` are labels with nothing beside them: "Telephone:".
    """

    rows: tuple[Row, ...]
    start: int
    mapped: tuple[Mapped, ...]
    blank: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Contact:
    kind: str
    label: str
    value: str


def author_block(
    lines: Sequence[Line], pack: Pack, headings: Headings, labels: Labels, report_author: str
) -> AuthorBlock | None:
    """The authors at the end of these lines, if the pack has them and they are there."""
    if pack.repeat(AUTHORS) is None:
        return None
    if report_author.strip() and (alone := _in_one_line(lines, labels, pack, report_author)):
        return alone
    end = len(lines)
    first = end
    while first and _may_belong(lines[first - 1], headings, labels, pack):
        first -= 1
    start = _start(lines, first, end, report_author)
    if start is None:
        return None
    above = _named_above(lines, start, labels)
    if above is not None and not report_author.strip():
        return None  # the header's author, who stands at the end
    if above is not None:
        start -= 1
        named = lines[start]
        lines = [*lines[:start], above, *lines[start + 1 :]]
    mapped: list[Mapped] = []
    if above is not None:
        # The label before the name.
        mapped.append(Mapped(named.text[: len(named.text) - len(above.text)].strip(), "label"))
    rows = tuple(_row(group, pack, mapped) for group in _groups(lines[start:end]))
    blank = tuple(each.label for line in lines[start:end] for each in _contacts(line) if not each.value)
    if start and _heads_contacts(lines[start - 1]):
        start -= 1
        mapped.append(Mapped(lines[start].text, "label"))
    return AuthorBlock(tuple(filter(None, rows)), start, tuple(mapped), blank)


def signs_another(label: str, named: str, rows: Sequence[Row]) -> bool:
    """Whether an officer whom the header names by another word than author ("Officer", "Lead officer") is none of the
    authors who sign the report off."""
    if _AUTHOR.search(label) or not rows:
        return False
    words = set(folded(named).split())
    return not any(set(folded(row["name"].text).split()[:2]) <= words for row in rows if "name" in row)


def _in_one_line(lines: Sequence[Line], labels: Labels, pack: Pack, report_author: str) -> AuthorBlock | None:
    """The author whom the last line names after a label, with how to reach them: "Contact: A. Example, 01632 …".

    Of a report whose header names its author already (else the line is that), be it with a slip; whoever else is to
    be asked about it has not written it.
    """
    text = in_words(lines[-1].runs) if lines and not lines[-1].is_row else ""
    found = labels.at_start(text, loose=False)
    if found is None or found.field not in AUTHOR_FIELDS or len(text) > _LONGEST:
        return None
    name, *others = _PIECES.split(text[found.value :].strip().rstrip("."))
    reached = {kind: piece for piece in others if (kind := _reached_by(piece))}
    if not reached or not _is_name(name) or len(reached) < sum(1 for piece in others if _reached_by(piece)):
        return None
    if not set(folded(name).split()) & set(folded(report_author).split()):
        return None
    post = ", ".join(piece for piece in others if not _reached_by(piece))
    texts = {"name": name, "post": post, **{kind: _unlabelled(piece) for kind, piece in reached.items()}}
    row = _understood({kind: said for kind, said in texts.items() if said}, pack)
    labelled = [Mapped(match[0].strip(), "label") for piece in others if (match := _CONTACT.match(piece))]
    return AuthorBlock((row,), len(lines) - 1, (Mapped(text[: found.value].strip(), "label"), *labelled))


def _reached_by(piece: str) -> str:
    """Whether a piece of a line is an address ("email") or a number ("telephone"); "" for any other."""
    value = _unlabelled(piece)
    return "email" if _EMAIL.fullmatch(value) else "telephone" if _TELEPHONE.fullmatch(value) else ""


def _unlabelled(piece: str) -> str:
    label = _CONTACT.match(piece)
    return piece[label.end() :] if label else piece


def _heads_contacts(line: Line) -> bool:
    """Whether a line only says that the author's name comes below: "Contact details", "Report author:"."""
    return not line.is_row and _CONTACT_HEADING.fullmatch(line.text) is not None


def _named_above(lines: Sequence[Line], start: int, labels: Labels) -> Line | None:
    """The name that stands after its label just above a block which goes on with it: "Author: A. Example"."""
    if not start or lines[start].gap:
        return None
    above = lines[start - 1]
    found = labels.at_start(above.text, loose=False) if not above.is_row else None
    if found is None or found.field not in AUTHOR_FIELDS or not above.text[found.value :].strip():
        return None
    return replace(above, runs=cut(above.runs, found.value, len(above.text)))


def _may_belong(line: Line, headings: Headings, labels: Labels, pack: Pack) -> bool:
    if _contacts(line) or (not line.is_row and (_LABELLED.match(line.text) or _asks(line))):
        return True
    return (
        len(line.text.split()) <= _MOST_WORDS
        and line.marker is None
        and not line.is_row
        and line.text[-1] not in ".:;]"
        and not is_nil(line.text)
        and labels.at_start(line.text, loose=False) is None
        and headings.whole(line) is None
        and headings.begins(line) is None
        and not appendices((Draft(line),), pack).appendices
        and not _heads_contacts(line)
    )


def _asks(line: Line) -> bool:
    """Whether a line only says whom to ask about the report."""
    return not line.is_row and len(line.text) <= _LONGEST and _ENQUIRIES.fullmatch(line.text) is not None


def _start(lines: Sequence[Line], first: int, end: int, report_author: str) -> int | None:
    """Where the block begins in the short lines at the end: at the author's name, else a few lines before a number."""
    known = folded(report_author)
    contact = next((index for index in range(first, end) if _contacts(lines[index])), None)
    for index in range(first, end):
        words = folded(lines[index].text)
        if words and known and len(words.split()) > 1 and f" {words} " in f" {known} ":
            return index
    if contact is None:
        return _signature(lines, end)
    nearest = max(first, contact - _MOST_LINES)
    named = [index for index in range(nearest, contact) if _looks_like_name(lines[index])]
    return min(named, default=max(nearest, contact - 2) if contact > first else contact)


def _signature(lines: Sequence[Line], end: int) -> int | None:
    """Where a name over a post ends the report, apart from what is above: a signature. Both are in capitals, or the
    post has a word that posts have; a line that says whom to ask may follow."""
    end -= bool(end and _asks(lines[end - 1]))
    if end < 3 or not lines[end - 2].gap or lines[end - 1].gap:
        return None
    name, post = lines[end - 2], lines[end - 1]
    capitals = is_capitals(name) and is_capitals(post)
    named = _POST.search(post.text) is not None and not _NO_POST.search(post.text) and not _POST.search(name.text)
    signs = (capitals or named) and _looks_like_name(name) and len(post.text.split()) <= _LONG_POST
    return end - 2 if signs else None


def _looks_like_name(line: Line) -> bool:
    return _is_name(_LABELLED.sub("", line.text, count=1))


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= 4 and all(
        word[0].isupper() and all(letter.isalpha() or letter in "-'’." for letter in word) for word in words
    )


def _contacts(line: Line) -> list[_Contact]:
    """The telephone numbers and addresses that a line gives, if it gives nothing else."""
    if line.is_row or len(line.text) > 200:
        return []
    done = []
    for piece in _SECOND.split(in_words(line.runs)):
        label = _CONTACT.match(piece)
        value = piece[label.end() :].strip() if label else piece.strip()
        named = label["label"] if label else ""
        if _EMAIL.fullmatch(value.rstrip(".")):
            done.append(_Contact("email", named, value))
        elif _TELEPHONE.fullmatch(value) or (named and not value and not _OF_MAIL.match(named)):
            done.append(_Contact("telephone", named, value))
        elif named and not value:
            done.append(_Contact("email", named, value))
        else:
            return []
    return done


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each author: a new one begins where words come after a number or an address."""
    done: list[list[Line]] = []
    reached = True
    for line in lines:
        contact = bool(_contacts(line))
        if done and looks_like_date(line.text):
            # The day on which the last one signed.
            done[-1].append(line)
            continue
        if (reached and not contact) or not done:
            done.append([])
        done[-1].append(line)
        reached = contact
    return done


def _row(lines: Sequence[Line], pack: Pack, mapped: list[Mapped]) -> Row:
    texts: dict[str, str] = {}
    words: list[str] = []
    for line in lines:
        contacts = _contacts(line)
        labelled = _LABELLED.match(in_words(line.runs))
        if labelled:
            part = "name" if labelled["name"] else "post" if labelled["post"] else "department"
            said = in_words(line.runs)[labelled.end() :]
            _put(texts, part, said)
            mapped.append(Mapped(labelled[0].strip(), "label"))
        elif not contacts:
            words.append(in_words(line.runs))
        for contact in contacts:
            mapped.append(Mapped(contact.label, "label"))
            _put(texts, contact.kind, contact.value)
    for part, said in _who(words).items():
        _put(texts, part, said)
    return _understood(texts, pack)


def _put(texts: dict[str, str], part: str, said: str) -> None:
    texts[part] = f"{texts[part]}\n{said}" if texts.get(part) else said


def _who(words: Sequence[str]) -> Mapping[str, str]:
    """Name, post, department: one line each, what is more goes with the department."""
    parts = {"name": words[:1], "post": words[1:2], "department": words[2:]}
    return {name: "\n".join(lines) for name, lines in parts.items() if lines}


def _understood(texts: Mapping[str, str], pack: Pack) -> Row:
    specs = {spec.id.partition(".")[2]: spec for spec in pack.fields_of(AUTHORS)}
    kept = {name: text for name, text in texts.items() if name in specs}
    more = [text for name, text in texts.items() if name not in specs]
    if more:
        # A pack without a place for it: it goes with the last of what there is.
        last = next(reversed(kept), next(iter(specs)))
        kept[last] = "\n".join([*([kept[last]] if last in kept else []), *more])
    return {name: understand(spec, kept[name], pack) for name, spec in specs.items() if kept.get(name)}
