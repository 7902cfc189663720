"""What is too short to be searched for as a run of words, and gives a lot away: titles, names, sums, numbers.

They may well be meant for the public, so they keep nothing from being written; a person is told where they stand.
"""

from collections.abc import Iterable, Iterator, Sequence

from clerkwell.packs.openness import withheld_appendices
from clerkwell.rules import figures_in, private_figures, private_phrases
from clerkwell.session.leaks import PublicFile, Secrets, contents
from clerkwell.word.attached import Stretch, Unreadable

_SHOWN = 8


def short_words(files: Sequence[PublicFile], secrets: Secrets) -> Iterator[str]:
    """A sentence for each public file with short private words in it: what they are, and to look at them."""
    figures = private_figures(secrets.report, secrets.pack)
    known = "\n".join(map(_spaced, secrets.withheld.known))
    phrases = sorted(each for each in private_phrases(secrets.report, secrets.pack) if _spaced(each) not in known)
    for file in files:
        stretches = tuple(_readable(file))
        yield from _titles(file, stretches, secrets)
        found = list(dict.fromkeys((*_figures(stretches, figures), *_phrases(stretches, phrases))))
        if found:
            shown = "; ".join(f"“{each}”" for each in found[:_SHOWN])
            more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            yield (
                f"{file.name} has words that also stand in what is not for publication: {shown}{more}. See whether the "
                "public may read them there."
            )


def _titles(file: PublicFile, stretches: Iterable[Stretch], secrets: Secrets) -> Iterator[str]:
    if secrets.pack.manifest.sets.list_titles:
        return
    for appendix in withheld_appendices(secrets.report, secrets.pack):
        title = " ".join(appendix.title.casefold().split())
        if 2 <= len(title.split()) < 6 and any(title in " ".join(each.words.casefold().split()) for each in stretches):
            yield (
                f"{file.name} has the title of Appendix {appendix.number}, “{appendix.title}”, which is not "
                "published. See whether the public may read it."
            )


def _figures(stretches: Iterable[Stretch], figures: frozenset[str]) -> Iterator[str]:
    for stretch in stretches if figures else ():
        yield from (each.words for each in figures_in(stretch.words) if each.same in figures)


def _phrases(stretches: Iterable[Stretch], phrases: Sequence[str]) -> Iterator[str]:
    for stretch in stretches if phrases else ():
        text = f" {_spaced(stretch.words)} "
        yield from (each for each in phrases if f" {_spaced(each)} " in text)


def _spaced(words: str) -> str:
    """Words in small letters with one space between them, and nothing else."""
    return " ".join("".join(each if each.isalnum() else " " for each in words.casefold()).split())


def _readable(file: PublicFile) -> Iterator[Stretch]:
    try:
        yield from contents(file.data)
    except Unreadable:
        return
