"""What two reports say of one appendix, and the lists at their ends: what differs, and some of it taken back."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from clerkwell.comparing.answers import settled_order
from clerkwell.comparing.blocks import settled_text
from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.rows import Said, by_place, paired
from clerkwell.model import Appendix, BackgroundPaper, Consultation, Place, Report, Seal
from clerkwell.model.days import full

Entry = TypeVar("Entry", BackgroundPaper, Consultation)
CONSULTATIONS = "Consultations"


def settled_appendix(before: Appendix, after: Appendix, ledger: Ledger) -> Appendix:
    """An appendix without its blocks, as far as what differs is not taken back."""
    update: dict[str, object] = {}
    place, part, name = Place(appendix=after.id), ledger.after.appendix(after.id), f"appendix:{after.id}"
    for each in ("number", "title", "public_interest"):
        old, new = getattr(before, each), getattr(after, each)
        update[each] = settled_text(old, new, ledger, f"{name}:{each}", part, place)
    if _openness(before) != _openness(after) and ledger.state(
        f"{name}:status", part, place, _openness(before), _openness(after)
    ):
        update |= {"status": before.status, "exempt_paragraphs": before.exempt_paragraphs}
    if (before.attachment, before.link) != (after.attachment, after.link) and ledger.state(
        f"{name}:file", part, place, _file(before), _file(after)
    ):
        update |= {"attachment": before.attachment, "link": before.link}
    return after.model_copy(update=update)


def settled_papers(before: Report, after: Report, ledger: Ledger) -> tuple[BackgroundPaper, ...]:
    """The background papers, as far as what differs is not taken back."""
    return _settled(before.background_papers, after.background_papers, ledger, "papers", ledger.after.papers())


def settled_consultations(before: Report, after: Report, ledger: Ledger) -> tuple[Consultation, ...]:
    """The consultation log, as far as what differs is not taken back."""
    return _settled(before.consultations, after.consultations, ledger, "consultations", CONSULTATIONS)


def entry_texts(entry: BackgroundPaper | Consultation) -> Mapping[str, str]:
    """What an entry of a list says, by the names of its fields: all but a clearance's seal."""
    texts: dict[str, str] = entry.model_dump(exclude={"seal"})
    return texts


def entry_said(entry: BackgroundPaper | Consultation) -> Said:
    """An entry of a list, to be held against others."""
    texts = tuple(entry_texts(entry).values())
    return Said((*texts, seal_of(entry)), spoken(" ".join(texts)), texts[0])


def entry_shown(entry: BackgroundPaper | Consultation) -> str:
    """An entry of a list in words."""
    sealed = seal_of(entry)
    return ", ".join(text for text in (*entry_texts(entry).values(), _cleared(sealed) if sealed else "") if text)


def seal_of(entry: BackgroundPaper | Consultation) -> Seal | None:
    """The seal of an entry, where it is a clearance."""
    return entry.seal if isinstance(entry, Consultation) else None


def _settled(
    before: Sequence[Entry], after: Sequence[Entry], ledger: Ledger, start: str, part: str
) -> tuple[Entry, ...]:
    if before == after:
        return tuple(after)
    base, names = (
        by_place(len(before)),
        paired([entry_said(each) for each in before], [entry_said(each) for each in after]),
    )
    old, new = dict(zip(base, before, strict=True)), dict(zip(names, after, strict=True))
    order = settled_order(
        base,
        names,
        ledger,
        start,
        part,
        lambda _: Place(),
        lambda name, side: entry_shown((new if side is ledger.after else old)[name]),
    )
    done = {**old, **new}
    for name in names:
        if name in old and old[name] != new[name]:
            done[name] = _settled_entry(old[name], new[name], ledger, f"{start}:{name}", part)
    return tuple(done[name] for name in order)


def _settled_entry(before: Entry, after: Entry, ledger: Ledger, name: str, part: str) -> Entry:
    update: dict[str, object] = {
        field: settled_text(old, getattr(after, field), ledger, f"{name}:{field}", part, Place())
        for field, old in entry_texts(before).items()
    }
    was, now = seal_of(before), seal_of(after)
    if was != now and ledger.state(f"{name}:seal", part, Place(), _cleared(was), _cleared(now)):
        update["seal"] = was
    return after.model_copy(update=update)


def _cleared(seal: Seal | None) -> str:
    return f"cleared on {full(seal.when.date())} at {seal.when:%H:%M}" if seal else "not cleared"


def _openness(appendix: Appendix) -> str:
    status = {"": "not said whether it is public", "part-exempt": "partly exempt"}.get(appendix.status, appendix.status)
    if not appendix.exempt_paragraphs:
        return status
    return f"{status}, paragraph {' and '.join(str(each) for each in appendix.exempt_paragraphs)}"


def _file(appendix: Appendix) -> str:
    told = [
        f"the file {appendix.attachment}" if appendix.attachment else "",
        f"a link to {appendix.link}" if appendix.link else "",
    ]
    return " and ".join(each for each in told if each) or "neither file nor link"
