"""The rule about people and sums in what the public reads of a report that is exempt in part: a prompt to look."""

from collections.abc import Iterator
from typing import Final

from clerkwell.model import Report
from clerkwell.packs.openness import holds_private, openness, withheld_appendices
from clerkwell.proofing.law.exemption import paragraphs_cited
from clerkwell.proofing.law.personal import Personal, personal
from clerkwell.rules.law.details import figures_in
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule

_CALLED: Final = {
    "name": ("name of a person", "names of people"),
    "telephone": ("telephone number", "telephone numbers"),
    "email": ("e-mail address", "e-mail addresses"),
    "sum": ("sum of money", "sums of money"),
}
_SUBJECT: Final = "subject"
# Under these paragraphs of Schedule 12A figures may be what is exempt: business affairs, negotiations.
_ABOUT_MONEY: Final = frozenset((3, 4))


def _in_public(reading: Reading) -> Iterator[Finding]:
    report, pack = reading.report, reading.pack
    if openness(report, pack) not in ("public", "part-exempt") or not holds_private(report, pack):
        return
    withheld = {appendix.id for appendix in withheld_appendices(report, pack)}
    stated = _stated(report)
    seen: dict[str, list[tuple[Passage, Personal]]] = {}
    for passage, details in reading.where(_details):
        if passage.private or passage.place.appendix in withheld:
            continue
        for each in details:
            if not _known(each, stated):
                seen.setdefault(each.kind, []).append((passage, each))
    if _about_money(report):
        sums = [(passage, each) for passage, details in reading.where(_sums) for each in details if not passage.private]
        seen["sum"] = [(passage, each) for passage, each in sums if passage.place.appendix not in withheld]
    for kind, all_found in seen.items():
        if all_found:
            yield _told(kind, all_found)


def _told(kind: str, all_found: list[tuple[Passage, Personal]]) -> Finding:
    passage, first = all_found[0]
    several = len({each.words for _, each in all_found})
    one, many = _CALLED[kind]
    what = f"a {one}, “{first.words}”" if several == 1 else f"{several} {many}, the first “{first.words}”"
    what = what.replace("a e-mail", "an e-mail")
    return Finding(
        f"Part of this report is not for publication, and its public text has {what}. See whether the public may read "
        f"{'it' if several == 1 else 'them'}; mark what they may not.",
        passage.at(first.start, first.end),
        passage.text[first.start : first.end],
    )


def _details(passage: Passage, _: Guide) -> tuple[Personal, ...]:
    return tuple(personal(passage.text)) if _is_read(passage) else ()


def _sums(passage: Passage, _: Guide) -> tuple[Personal, ...]:
    if not _is_read(passage) or not any(sign in passage.text for sign in "£€$"):
        return ()
    # A number that leads to a person begins with "#", and is told by its own kind.
    return tuple(
        Personal("sum", each.words, each.start, each.start + len(each.words))
        for each in figures_in(passage.text, numbers=False)
        if not each.same.startswith("#")
    )


def _is_read(passage: Passage) -> bool:
    if passage.place.field:
        return passage.place.field == _SUBJECT
    return passage.kind in PROSE or passage.kind in ("subheading", "heading", "title", "caption")


def _stated(report: Report) -> str:
    """What the header and the sign-off say of the council's own people, in small letters."""
    values = [value.text for name, value in report.fields.items() if name != _SUBJECT]
    values += [value.text for rows in report.repeats.values() for row in rows for value in row.values()]
    return "\n".join(values).casefold()


def _known(each: Personal, stated: str) -> bool:
    """Whether the report names this person as one of its own: whole, or by the surname after "Ms"."""
    if each.kind == "telephone":
        figures = "".join(character for character in stated if character.isdigit() or character == "\n")
        return "".join(character for character in each.words if character.isdigit())[-9:] in figures
    words = each.words.casefold()
    if each.kind == "email":
        return words in stated or words.partition("@")[1:][1] in _domains(stated)
    return words in stated or words.split()[-1] in stated.replace(",", " ").split()


def _domains(stated: str) -> frozenset[str]:
    return frozenset(word.partition("@")[2].strip(".,;)>") for word in stated.split() if "@" in word)


def _about_money(report: Report) -> bool:
    answers = " ; ".join(value.text for name, value in report.fields.items() if "exempt" in name or "status" in name)
    cited = paragraphs_cited(answers) | {number for each in report.appendices for number in each.exempt_paragraphs}
    return bool(cited & _ABOUT_MONEY)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "personal-detail-public", "info", "People or sums in the public text of a report that is exempt in part",
            "What was published is out: a name, a number or a price in the public text may give away what the exempt "
            "part withholds.",
            Across(_in_public),
            source="Local Government Act 1972, section 100B(2) and Schedule 12A (England), paragraphs 1 to 3; Data "
            "Protection Act 2018 and UK GDPR, article 5(1)(c)",
            england=True,
        ),
    )  # fmt: skip
