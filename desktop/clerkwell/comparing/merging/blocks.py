"""Three states of one block."""

from clerkwell.comparing.blocks import form, is_nil_block, reformed, shape_of, width_said
from clerkwell.comparing.likeness import family
from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.comparing.merging.tables import merged_table
from clerkwell.comparing.telling import said_in
from clerkwell.model import Block, Blocks, Image, Landscape, Paragraph, Place, Table, Worded, is_nil, plain


def merged_block(base: Block, ours: Block, theirs: Block, between: Mediator, place: Place) -> Blocks:
    """The block with what either changed, and behind it theirs as another one where both are wanted.

    What stands on a wide page is not the page's own.
    """
    if ours == theirs or (base == theirs and not isinstance(base, Landscape)):
        return (ours,)
    if base == ours and not isinstance(base, Landscape):
        return (theirs.model_copy(update={"id": ours.id}),)
    if len({family(each) for each in (base, ours, theirs)}) > 1:
        return _whole(base, ours, theirs, between, place)
    private = theirs.private if ours.private == base.private else ours.private
    match base, ours, theirs:
        case Table(), Table(), Table():
            return (merged_table(base, ours, theirs, between, place).model_copy(update={"private": private}),)
        case Image(), Image(), Image():
            return _image(base, ours, theirs, between, place, private=private)
        case Landscape(), Landscape(), Landscape():
            return (ours.model_copy(update={"private": private}),)
    assert not isinstance(base, Table | Image | Landscape)
    assert not isinstance(ours, Table | Image | Landscape)
    assert not isinstance(theirs, Table | Image | Landscape)
    return (_worded(base, ours, theirs, between, place, private=private),)


def _whole(base: Block, ours: Block, theirs: Block, between: Mediator, place: Place) -> Blocks:
    done, choice = between.pick(base, ours, theirs, f"{ours.id}:block", place, said_in)
    if choice == "both":
        return ours, theirs.model_copy(update={"id": ""})
    return (done.model_copy(update={"id": ours.id}),)


def _worded(base: Worded, ours: Worded, theirs: Worded, between: Mediator, place: Place, *, private: bool) -> Worded:
    runs = between.runs(base.runs, ours.runs, theirs.runs, f"{ours.id}:words", place)
    shapes = [shape_of(each) for each in (base, ours, theirs)]
    shape, _ = between.pick(shapes[0], shapes[1], shapes[2], f"{ours.id}:form", place, lambda each, _: form(each))
    nil = is_nil_block(theirs) if is_nil_block(ours) == is_nil_block(base) else is_nil_block(ours)
    if runs not in (ours.runs, theirs.runs):
        nil = nil and is_nil(plain(runs))
    shape = shape.model_copy(update={"id": ours.id})
    if isinstance(shape, Paragraph) and not all(isinstance(each, Paragraph) for each in (base, ours, theirs)):
        nil = is_nil_block(ours) or is_nil_block(theirs)
    return reformed(shape, runs, nil, private=private)


def _image(base: Image, ours: Image, theirs: Image, between: Mediator, place: Place, *, private: bool) -> Blocks:
    kept, choice = between.pick(
        base.attachment, ours.attachment, theirs.attachment, f"{ours.id}:picture", place, lambda each, _: each
    )
    if choice == "both":
        return ours.model_copy(update={"private": private}), theirs.model_copy(update={"id": "", "private": private})
    (alt, decorative), _ = between.pick(
        (base.alt, base.decorative),
        (ours.alt, ours.decorative),
        (theirs.alt, theirs.decorative),
        f"{ours.id}:alt",
        place,
        lambda each, _: each[0] or ("decorative" if each[1] else ""),
    )
    caption = between.text(base.caption, ours.caption, theirs.caption, f"{ours.id}:caption", place)
    width, _ = between.pick(
        base.width, ours.width, theirs.width, f"{ours.id}:width", place, lambda each, _: width_said(each)
    )
    update = {"attachment": kept, "alt": alt, "decorative": decorative, "caption": caption, "private": private}
    return (ours.model_copy(update={**update, "width": width}),)
