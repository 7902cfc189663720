"""Where the questions of a pack that is being made stand in its document, one after another."""

from clerkwell.packs import Pack, PackError
from clerkwell.word.template import template_lines
from clerkwell.word.template.questions import Question, add_question, move_question, take_question
from clerkwell.workshop.draft.changing import with_template
from clerkwell.workshop.draft.fields import place_of
from clerkwell.workshop.draft.standing import document_of, in_word


def printed_fields(pack: Pack, field: str) -> tuple[str, ...]:
    """The ids of the questions that are printed with this one in the head or foot of the document, in its order.

    Those of the same rows for a question of rows; nothing that stands in a section.
    """
    owner, dot, _ = field.partition(".")
    found = [
        each.id
        for each in document_of(pack).places.of("field")
        if pack.field(each.id) is not None
        and not any(tag.startswith("section:") for tag in each.inside)
        and (each.id.startswith(f"{owner}.") if dot else "." not in each.id)
    ]
    return tuple(dict.fromkeys(found))


def printed_after(pack: Pack, field: str) -> str:
    """The question that one is printed after; "" for the first, and for one that is not printed."""
    found = printed_fields(pack, field)
    at = found.index(field) if field in found else 0
    return found[at - 1] if at else ""


def print_after(pack: Pack, field: str, beside: str) -> Pack:
    """Print a question after another one ("" for before the first), in a line or row that looks as such ones do there.

    Raises `PackError` where there is nothing to print it beside.
    """
    others = [each for each in printed_fields(pack, field) if each != field]
    if not others or (beside and beside not in others):
        raise PackError("No question beside it is printed in the document. Mark a place for it in the Word document.")
    if printed_after(pack, field) == beside:
        return pack
    if sum(each.id == field for each in document_of(pack).places.of("field")) > 1:
        raise PackError("It is printed in more than one place. Move it on the page “What goes where”, or in Word.")
    before, target = not beside, f"field:{beside or others[0]}"
    template, tag = pack.template, f"field:{field}"
    moved = in_word(lambda: move_question(template, tag, target, before=before))
    if moved is None:
        if any(line.level and tag in line.holds for line in template_lines(template)):
            raise PackError("It is a heading of the document, which it would not be there. Move it in Word.")
        called, prompt, label = place_of(pack, field)
        taken = in_word(lambda: take_question(template, (tag,)))
        moved = in_word(lambda: add_question(taken, target, Question(tag, called, prompt, label), before=before))
    return with_template(pack, moved)
