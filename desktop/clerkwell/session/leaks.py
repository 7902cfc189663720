"""The last gate before a public set is written: its finished bytes are searched for what is not for publication.

Whatever else went wrong, here it shows: every part of every file is gone through, for runs of six words, for
addresses, for names of files and for the files themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack
from clerkwell.packs.openness import private_files
from clerkwell.rules import Withheld, WordRuns, shortened
from clerkwell.session.pdf_texts import is_pdf, pdf_texts
from clerkwell.word.attached import Stretch, Unreadable, cleaned, digest, says_nothing, stretches

RULE = "private-words-published"
_WHY = "What is not for publication never enters the public set; once it is published, it is out."
# Names that cameras and Word itself give, which tell nothing and stand in many files.
_ANYBODYS = re.compile(
    r"(?:image|picture|img|photo|scan|figure|chart|map|document|file|plan|logo|table|appendix|page|media|item|data)?"
    r"[ _-]*\d*\.\w{1,5}",
    re.IGNORECASE,
)
# A word that is parted at the end of a line.
_PARTED = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")
# Files inside files inside files are gone through so far.
_DEEPEST = 3
# Of so many finds in one file a person reads each.
_SHOWN = 5
_PARTS = (
    ("comments", "in its comments"),
    ("people", "in its comments"),
    ("header", "in its header"),
    ("footer", "in its footer"),
    ("footnotes", "in its footnotes"),
    ("endnotes", "in its endnotes"),
    ("docProps", "in its properties"),
    ("customXml", "in the data behind its text"),
    (".rels", "in its links"),
    ("settings", "in its settings"),
    ("embeddings", "in a file inside it"),
    ("beside the pages", "in its notes, forms or bookmarks"),
    ("an earlier version", "in an earlier version of it, which the file still holds"),
)


@dataclass(frozen=True)
class PublicFile:
    """A file of the public set before it is written; `appendix` is the id of the one it belongs to."""

    name: str
    data: bytes = field(repr=False)
    appendix: str = ""


@dataclass(frozen=True)
class Secrets:
    """What a public set may not hold, gathered from the report and from the files that only it knows."""

    report: Report
    public: Report
    pack: Pack
    attachments: Mapping[str, bytes]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the files that are withheld."""
        return private_files(self.report, self.public, self.pack)

    @cached_property
    def telling_names(self) -> frozenset[str]:
        """Those that tell something, folded."""
        return frozenset(name.casefold() for name in self.names if not _ANYBODYS.fullmatch(name))

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The names of the withheld files by their digests, as they are and as an export cleans them."""
        held = [(name, self.attachments[name]) for name in sorted(self.names) if name in self.attachments]
        return {digest(each): name for name, data in held for each in (data, cleaned(data))}

    @cached_property
    def _held(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The texts of withheld files, those of their headers and footers, and files that could not be read."""
        words: list[str] = []
        furniture: list[str] = []
        unread: list[str] = []
        for name in sorted(self.names & set(self.attachments)):
            try:
                for each in contents(self.attachments[name]):
                    (furniture if each.furniture else words).append(each.words)
            except Unreadable as error:
                unread.append(f"{name} {error}")
        return tuple(words), tuple(furniture), tuple(unread)

    @property
    def unread(self) -> tuple[str, ...]:
        """The withheld files whose words could not be read, as "Offer.docx has a password"."""
        return self._held[2]

    @cached_property
    def withheld(self) -> Withheld:
        """The words and addresses to look for everywhere."""
        return Withheld(self.report, self.pack, self._held[0], self._template)

    @cached_property
    def furniture(self) -> WordRuns:
        """Words of headers and footers of withheld files: looked for anywhere but in other headers and footers.

        All papers of an office have its address there.
        """
        return WordRuns(self._held[1], self._template)

    @cached_property
    def _template(self) -> tuple[str, ...]:
        return tuple(each.words for each in stretches(self.pack.template))


def contents(data: bytes, deep: int = 0) -> Iterator[Stretch]:
    """What a file holds, part by part. Raises `Unreadable`."""
    if not is_pdf(data):
        for each in stretches(data, deep):
            yield each
            if each.inner and deep < _DEEPEST:
                for inside in contents(each.inner, deep + 1):
                    yield replace(inside, part=f"{each.part} embeddings")
        return
    texts = pdf_texts(data)
    if texts is None:
        raise Unreadable("has a password or is damaged")
    for number, page in enumerate(texts.pages, start=1):
        yield Stretch(f"page {number}", words=page)
    yield Stretch("docProps", words="\n".join(text for _, text in texts.properties))
    yield Stretch(".rels", names="\n".join(texts.addresses))
    yield Stretch("beside the pages", words="\n".join(texts.beside))
    yield Stretch("an earlier version", words="\n".join(texts.earlier))
    for name, kept in texts.files_inside:
        yield Stretch("embeddings", names=name, digest=digest(kept))
        if deep < _DEEPEST:
            yield from contents(kept, deep + 1)


def find_leaks(files: Sequence[PublicFile], secrets: Secrets) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """The problems that keep the public set from being written, and sentences on what could not be searched."""
    found: list[Problem] = []
    unsure = [f"{each}, so its words were not looked for in the public set." for each in secrets.unread]
    for file in files:
        here = {each.message: each for each in chain(_in_name(file, secrets), _in_file(file, secrets, unsure))}
        found += list(here.values())[:_SHOWN]
        if len(here) > _SHOWN:
            found.append(_many(file, len(here) - _SHOWN))
    return tuple(found), tuple(unsure)


def _many(file: PublicFile, more: int) -> Problem:
    """What is said of a file that has much in common with what is withheld: often one is the other, redacted."""
    message = f"{file.name} has {more} more stretches of words that are not for publication."
    place = Place(appendix=file.appendix) if file.appendix else None
    if file.appendix:
        message += (
            " If it is the redacted copy of an appendix that is withheld, leave it out of the report, and add it to "
            "the public set by hand once somebody has read it through."
        )
    return Problem(rule=RULE, severity="error", place=place, message=message, why=_WHY)


def _in_name(file: PublicFile, secrets: Secrets) -> Iterator[Problem]:
    for shared in secrets.withheld.runs.found_in(file.name):
        yield _problem(file, f"The name of {file.name} has words that are not for publication.", shared.words)


def _in_file(file: PublicFile, secrets: Secrets, unsure: list[str]) -> Iterator[Problem]:
    whole = secrets.digests.get(digest(file.data))
    if whole is not None:
        yield _problem(file, f"{file.name} is the file {whole}, which is not for publication.", whole)
        return
    bare: list[str] = []
    try:
        for stretch in contents(file.data):
            yield from _in_stretch(file, stretch, secrets)
            if stretch.part.startswith("page ") and not stretch.words.strip():
                bare.append(stretch.part)
    except Unreadable as error:
        unsure.append(f"{file.name} {error}, so it was not searched for what is not for publication. Look through it.")
    if bare:
        pages = bare[0] if len(bare) == 1 else f"{bare[0]} and {len(bare) - 1} more"
        unsure.append(
            f"{file.name} shows no text on {pages}, so what a picture there says was not searched. Look through it."
        )
    elif says_nothing(file.data):
        unsure.append(f"{file.name} is a picture, or of a kind whose words cannot be read. Look through it.")


def _in_stretch(file: PublicFile, stretch: Stretch, secrets: Secrets) -> Iterator[Problem]:
    where = _where(stretch.part)
    inside = secrets.digests.get(stretch.digest)
    if inside is not None:
        yield _problem(file, f"{file.name} has {inside} inside it, which is not for publication.", inside)
    runs = [secrets.withheld.runs] + ([] if stretch.furniture else [secrets.furniture])
    texts = [stretch.words, stretch.names]
    if _PARTED.search(stretch.words):
        texts.append(_PARTED.sub("", stretch.words))
    for shared in chain.from_iterable(each.found_in(text) for each in runs for text in texts):
        yield _problem(
            file,
            f"{file.name} has words {where} that are not for publication: “{shortened(shared.words)}”.",
            shared.words,
        )
    folded = f"{stretch.words}\n{stretch.names}".casefold()
    for address in sorted(secrets.withheld.addresses):
        if _stands_alone(address, folded):
            yield _problem(file, f"{file.name} has an address {where} that is not for publication: {address}.", address)
    for name in sorted(secrets.telling_names):
        if name in folded:
            yield _problem(file, f"{file.name} names a file {where} that is not for publication: {name}.", name)


def _stands_alone(address: str, text: str) -> bool:
    """Whether an address is there, and not only as the beginning of a longer one."""
    at = text.find(address)
    while at >= 0:
        after = text[at + len(address) :][:2]
        if not re.match(r"[\w%&=#~+-]|[/?.][\w%]", after) and not re.match(r"[\w-]", text[at - 1 : at]):
            return True
        at = text.find(address, at + 1)
    return False


def _problem(file: PublicFile, message: str, quote: str) -> Problem:
    place = Place(appendix=file.appendix) if file.appendix else None
    return Problem(rule=RULE, severity="error", place=place, quote=quote, message=f"{message} Take it out.", why=_WHY)


def _where(part: str) -> str:
    if part.startswith("page "):
        return f"on {part}"
    return next((words for name, words in _PARTS if name in part), "in its text")
