"""Three states of sections and appendices, without their blocks."""

from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.model import Appendix, Place, Section


def merged_section(base: Section | None, ours: Section, theirs: Section, between: Mediator) -> Section:
    """A section that both have; whether it is done is for us to say, unless only they said so."""
    was = base or Section(id=ours.id)
    place = Place(section=ours.id)
    heading = between.text(was.heading, ours.heading, theirs.heading, f"section:{ours.id}:heading", place)
    done = theirs.done if ours.done == was.done else ours.done
    return ours.model_copy(update={"heading": heading, "done": done})


def merged_appendix(base: Appendix | None, ours: Appendix, theirs: Appendix, between: Mediator) -> Appendix:
    """An appendix that both have."""
    was = base or Appendix(id=ours.id, number="")
    place, name = Place(appendix=ours.id), f"appendix:{ours.id}"
    number, _ = between.pick(was.number, ours.number, theirs.number, f"{name}:number", place, lambda each, _: each)
    title = between.text(was.title, ours.title, theirs.title, f"{name}:title", place)
    (status, paragraphs), _ = between.pick(
        (was.status, was.exempt_paragraphs),
        (ours.status, ours.exempt_paragraphs),
        (theirs.status, theirs.exempt_paragraphs),
        f"{name}:status",
        place,
        lambda each, _: each[0],
    )
    (attachment, link), _ = between.pick(
        (was.attachment, was.link),
        (ours.attachment, ours.link),
        (theirs.attachment, theirs.link),
        f"{name}:file",
        place,
        lambda each, _: " ".join(each).strip(),
    )
    update = {
        "number": number,
        "title": title,
        "status": status,
        "exempt_paragraphs": paragraphs,
        "attachment": attachment,
        "link": link,
    }
    return ours.model_copy(update=update)


def part_changed(base: Section | Appendix, left: Section | Appendix) -> bool:
    """Whether a section or appendix differs in more than its blocks and whether it is done."""
    return base.model_copy(update={"blocks": (), "done": False} if isinstance(base, Section) else {"blocks": ()}) != (
        left.model_copy(update={"blocks": (), "done": False} if isinstance(left, Section) else {"blocks": ()})
    )
