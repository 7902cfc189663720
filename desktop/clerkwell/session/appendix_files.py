"""The files of appendices: what they are called, what they hold beside their text, and their cleaning."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from clerkwell.model import Appendix, Report
from clerkwell.packs import Pack
from clerkwell.packs.openness import is_withheld
from clerkwell.session.filenames import file_name
from clerkwell.session.pdf_texts import is_pdf, pdf_texts
from clerkwell.word.attached import inspect, kind_of, strip, told_by
from clerkwell.word.ooxml import WordError

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_NOT_PUBLIC = "not for publication"
_OLD_WORD = (".doc", ".dot", ".rtf")


@dataclass(frozen=True)
class AppendixFile:
    """A file as it travels: the appendix it belongs to, its name, and its bytes."""

    appendix: Appendix
    name: str
    data: bytes

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document that this program can look into, by what it holds or else by its name."""
        return kind_of(self.data) in ("word", *([""] if PurePosixPath(self.name).suffix.casefold() in _WORD else []))


def appendix_files(
    report: Report, pack: Pack, attachments: Mapping[str, bytes], taken: Iterable[str] = ()
) -> tuple[AppendixFile, ...]:
    """The kept files of the appendices, named as the pack says, those that the public does not get as that.
    `taken` are other names of their folder."""
    files: list[AppendixFile] = []
    names = {name.casefold() for name in taken}
    for appendix in report.appendices:
        data = attachments.get(appendix.attachment) if appendix.attachment else None
        if data is not None:
            words = {"number": appendix.number, "title": appendix.title, "subject": report.field("subject").text}
            ending = PurePosixPath(appendix.attachment).suffix
            name = file_name(_pattern(appendix, report, pack), words, ending, names)
            names.add(name.casefold())
            files.append(AppendixFile(appendix, name, data))
    return tuple(files)


def _pattern(appendix: Appendix, report: Report, pack: Pack) -> str:
    """The pack's pattern for an appendix; a file that the public does not get says so wherever it lies."""
    pattern = pack.manifest.files.appendix
    said = _NOT_PUBLIC in appendix.title.casefold()
    return pattern if said or not is_withheld(appendix, report, pack) else f"{pattern} - {_NOT_PUBLIC}"


def missing_files(report: Report, attachments: Mapping[str, bytes]) -> Iterator[str]:
    """A sentence for each appendix whose file is not kept with the report."""
    for appendix in report.appendices:
        if appendix.attachment and appendix.attachment not in attachments:
            yield (
                f"The file of Appendix {appendix.number} is not kept with the report, so it was left out. Add it again."
            )


def looked_into(files: Iterable[AppendixFile], *, clean: bool) -> tuple[tuple[AppendixFile, ...], tuple[str, ...]]:
    """The files, cleaned if that is asked for, and sentences about what they hold that is no reader's business."""
    done: list[AppendixFile] = []
    said: list[str] = []
    for file in files:
        made, sentences = _looked_into(file, clean=clean)
        done.append(made)
        said += sentences
    return tuple(done), tuple(said)


def word_findings(report: Report, pack: Pack, attachments: Mapping[str, bytes]) -> tuple[str, ...]:
    """A sentence for each Word appendix that holds what can be taken out of it, before anything is made of them."""
    said = []
    for file in appendix_files(report, pack, attachments):
        if not file.is_word or is_pdf(file.data):
            continue
        try:
            found = inspect(file.data)
        except WordError:
            # It is said when the file is made ready to travel.
            continue
        if found:
            said.append(f"{file.name} holds {_listed(found)}.")
    return tuple(said)


def _looked_into(file: AppendixFile, *, clean: bool) -> tuple[AppendixFile, list[str]]:
    if is_pdf(file.data):
        return file, list(_of_pdf(file))
    if PurePosixPath(file.name).suffix.casefold() in _OLD_WORD:
        return file, [
            f"{file.name} is an old kind of Word document, so what it holds beside its text could not be told. "
            "Save it as .docx or PDF."
        ]
    if not file.is_word:
        told = told_by(file.data)
        how = "Take it out with the program that made it, if nobody is to know that."
        return file, [f"{file.name} holds {_listed(told)}. {how}"] if told else []
    try:
        found = inspect(file.data)
        if not found:
            return file, []
        if not clean:
            return file, [f"{file.name} holds {_listed(found)}. They can be taken out when the report is exported."]
        made = replace(file, data=strip(file.data))
        left = inspect(made.data)
    except WordError as error:
        return file, [f"{file.name} could not be looked into, and travels as it is. {error}"]
    sentences = [f"Taken out of {file.name}: {_listed(tuple(each for each in found if each not in left))}."]
    if any("tracked change" in each for each in found):
        sentences.append(
            f"The tracked changes of {file.name} were accepted: what was inserted stays, what was deleted is gone. "
            "Look at it before it is published."
        )
    if left:
        sentences.append(f"{file.name} still holds {_listed(left)}.")
    return made, sentences


def _of_pdf(file: AppendixFile) -> Iterator[str]:
    texts = pdf_texts(file.data)
    if texts is None:
        yield f"{file.name} has a password or is damaged, so it could not be looked into, and travels as it is."
        return
    author = next((text for name, text in texts.properties if name == "Author"), "")
    if author:
        yield f"{file.name} names its author ({author}). Export it again from its program to take that out."
    if texts.notes:
        yield f"{file.name} has {'a note' if texts.notes == 1 else f'{texts.notes} notes'} on its pages. Take them out."
    if texts.earlier:
        yield (
            f"{file.name} still holds an earlier version of itself, with words that it no longer shows. "
            "Print it to a new PDF to take that out."
        )
    if texts.files_inside:
        yield f"{file.name} has other files inside it."


def _listed(found: tuple[str, ...]) -> str:
    *others, last = found
    return f"{', '.join(others)} and {last}" if others else last
