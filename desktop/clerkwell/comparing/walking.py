"""Going through two reports, part by part: every difference is put to a ledger, and what it takes back is as before."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, TypeVar

from clerkwell.comparing.answers import settled_fields, settled_repeats
from clerkwell.comparing.appendices import settled_appendix, settled_consultations, settled_papers
from clerkwell.comparing.blocks import settled_text
from clerkwell.comparing.bodies import Bodies
from clerkwell.comparing.layout import Home
from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.sequences import in_order, put
from clerkwell.model import Appendix, Place, Report, Section

P = TypeVar("P", Section, Appendix)
Kind = Literal["section", "appendix"]


def settled_report(before: Report, after: Report, ledger: Ledger) -> Report:
    """The report `after`, as far as what differs from `before` is not taken back."""
    fields = settled_fields(before, after, ledger)
    repeats = settled_repeats(before, after, ledger)
    bodies = Bodies(before, after, ledger)
    reading = [part.id for part in ledger.after.parts]
    ordered = ledger.after.pack.manifest.pack.order == "report"
    sections = _parts("section", before.sections, after.sections, ledger, bodies, reading, _section, ordered=ordered)
    listed = [each.id for each in after.appendices]
    appendices = _parts("appendix", before.appendices, after.appendices, ledger, bodies, listed, settled_appendix)
    papers = settled_papers(before, after, ledger)
    consultations = settled_consultations(before, after, ledger)
    wanted = bodies.settle(
        {*(("section", each.id) for each in sections), *(("appendix", each.id) for each in appendices)}
    )
    # What was taken back may need the section that it stood in.
    sections += [each for each in before.sections if ("section", each.id) in wanted]
    appendices += [each for each in before.appendices if ("appendix", each.id) in wanted]
    return after.model_copy(
        update={
            "fields": fields,
            "repeats": repeats,
            "sections": tuple(each.model_copy(update={"blocks": bodies.at(("section", each.id))}) for each in sections),
            "appendices": tuple(
                each.model_copy(update={"blocks": bodies.at(("appendix", each.id))}) for each in appendices
            ),
            "background_papers": papers,
            "consultations": consultations,
            "next_id": max(before.next_id, after.next_id),
        }
    )


def _parts(
    kind: Kind,
    before: Sequence[P],
    after: Sequence[P],
    ledger: Ledger,
    bodies: Bodies,
    reading: Sequence[str],
    same: Callable[[P, P, Ledger], P],
    *,
    ordered: bool = True,
) -> list[P]:
    """The sections or the appendices that are left, without their blocks; `reading` is the order to go through them."""
    old: dict[str, P] = {each.id: each for each in before}
    new: dict[str, P] = {each.id: each for each in after}
    still = in_order([*old], [*new]) if ordered else old.keys() & new.keys()
    done = {**old, **new}
    kept: list[str] = []
    again: list[str] = []
    for name in put([each for each in reading if each in new], [*old], old.keys() - new.keys()):
        home: Home = (kind, name)
        place = Place(section=name) if kind == "section" else Place(appendix=name)
        if name not in new:
            part = ledger.before.part(place)
            back = ledger.went(f"{kind}:{name}:gone", part, place, partial(bodies.gone_words, home, part))
            bodies.gone(home, back=back)
            again += [name] * back
            continue
        part = ledger.after.part(place)
        back = False
        if name not in old:
            back = ledger.came(f"{kind}:{name}:new", part, place, partial(bodies.new_words, home, part))
            bodies.new(home, back=back)
        else:
            if name not in still:
                back = ledger.moved(f"{kind}:{name}:moved", part, place, lambda: "", f"the order of {kind}s")
                again += [name] * back
            done[name] = same(old[name], new[name], ledger)
            bodies.visit(home)
        kept += [name] * (not back)
    if not ordered and ledger.any_back:
        # The order of what the pack orders is nothing that a person sees; as it was before, if anything is.
        left = {*kept, *again}
        return [done[name] for name in put([each for each in old if each in left], [*new], left - old.keys())]
    order = put([each for each in new if each in set(kept)], [*old], set(again), still)
    return [done[name] for name in order]


def _section(before: Section, after: Section, ledger: Ledger) -> Section:
    """A section without its blocks, as far as what differs is not taken back."""
    was, now = ledger.before.section(after.id), ledger.after.section(after.id)
    if before.heading == after.heading:
        return after
    heading = settled_text(was, now, ledger, f"section:{after.id}:heading", now, Place(section=after.id))
    return after if heading == now else after.model_copy(update={"heading": before.heading})
