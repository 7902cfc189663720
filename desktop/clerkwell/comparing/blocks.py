"""Two states of one block: what differs, and the block with some of it taken back."""

from typing import TypeVar

from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.likeness import family
from clerkwell.comparing.results import Piece
from clerkwell.comparing.tables import settled_table
from clerkwell.comparing.telling import look_changes, pieces, rounded, said_in
from clerkwell.comparing.wording import Reworded, text_worded, worded
from clerkwell.model import (
    Block,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Place,
    Quotation,
    Runs,
    SubHeading,
    Table,
    Worded,
)

B = TypeVar("B", Worded, Table, Image, Landscape)


def settled(before: Block, after: Block, ledger: Ledger, place: Place, part: str) -> Block:
    """The block `after`, as far as what differs is not taken back; what is on a wide page is not the page's own."""
    if before is after or (before == after and not isinstance(after, Landscape)):
        return after
    if family(before) != family(after):
        return _another(before, after, ledger, place, part)
    match before, after:
        case Table(), Table():
            done: Block = settled_table(before, after, ledger, place, part)
        case Image(), Image():
            done = _image(before, after, ledger, place, part)
        case Landscape(), Landscape():
            done = after
        case (
            (Paragraph() | SubHeading() | ListItem() | Quotation()),
            (Paragraph() | SubHeading() | ListItem() | Quotation()),
        ):
            done = _worded(before, after, ledger, place, part)
        case _:
            done = after
    if before.private != after.private and ledger.state(
        f"{after.id}:private", part, place, _privacy(before), _privacy(after)
    ):
        done = done.model_copy(update={"private": before.private})
    return done


def form(block: Worded) -> str:
    """What a block of words is, in words: "a bullet of the second level"."""
    match block:
        case SubHeading():
            return "a sub-heading"
        case Quotation():
            return "a quotation"
        case ListItem():
            name = "a numbered item" if block.ordered else "a bullet"
            depth = ("", " of the second level", " of the third level")[block.level]
            begin = f", beginning at {block.start}" if block.start is not None else ""
            return name + depth + begin
        case _:
            return "a paragraph without a number" if block.plain else "a paragraph"


def reformed(shape: Worded, runs: Runs, nil: bool, *, private: bool) -> Worded:
    """A block of this shape with other words."""
    done = shape.model_copy(update={"runs": runs, "private": private})
    if isinstance(done, Paragraph) and done.nil != nil:
        done = done.model_copy(update={"nil": nil})
    return done


def is_nil_block(block: Worded) -> bool:
    """Whether a block is a paragraph that counts as a nil answer."""
    return isinstance(block, Paragraph) and block.nil


def shape_of(block: Worded) -> Worded:
    """A block without its words: only what kind of block it is."""
    return reformed(block.model_copy(update={"id": ""}), (), nil=False, private=False)


def _another(before: Block, after: Block, ledger: Ledger, place: Place, part: str) -> Block:
    """A table where there was a paragraph, and the like."""

    def shown() -> tuple[Piece, ...]:
        old, new = said_in(before, ledger.before), said_in(after, ledger.after)
        return rounded((Piece(old, "removed"), Piece(new, "added")))

    return before if ledger.words(f"{after.id}:words", part, place, shown) else after


def _worded(before: Worded, after: Worded, ledger: Ledger, place: Place, part: str) -> Worded:
    texts = Reworded(worded(before.runs), worded(after.runs))
    words_back = looks_back = False
    nil = is_nil_block(after)
    if texts.regions:
        words_back = ledger.words(f"{after.id}:words", part, place, lambda: pieces(texts, ledger.before, ledger.after))
    elif isinstance(before, Paragraph) and isinstance(after, Paragraph) and before.nil != after.nil:
        words_back = ledger.state(f"{after.id}:nil", part, place, _nil(before), _nil(after))
    if not texts.same_looks:
        looks_back = ledger.state(f"{after.id}:looks", part, place, "", look_changes(texts, ledger.after))
    if words_back:
        nil = is_nil_block(before)
    runs = texts.composed(words="before" if words_back else "after", looks="before" if looks_back else "after")
    shape: Worded = after
    if shape_of(before) != shape_of(after) and ledger.state(f"{after.id}:form", part, place, form(before), form(after)):
        shape = before.model_copy(update={"id": after.id})
        nil = is_nil_block(before) if words_back or not isinstance(after, Paragraph) else nil
    return reformed(shape, runs, nil, private=after.private)


def _image(before: Image, after: Image, ledger: Ledger, place: Place, part: str) -> Image:
    update: dict[str, object] = {}
    if before.attachment != after.attachment and ledger.state(
        f"{after.id}:picture", part, place, f"the picture {before.attachment}", f"the picture {after.attachment}"
    ):
        update["attachment"] = before.attachment
    if (before.alt, before.decorative) != (after.alt, after.decorative):
        told = [each.alt or ("decorative" if each.decorative else "no description") for each in (before, after)]
        if ledger.state(f"{after.id}:alt", part, place, f"described: {told[0]}", f"described: {told[1]}"):
            update |= {"alt": before.alt, "decorative": before.decorative}
    caption = settled_text(before.caption, after.caption, ledger, f"{after.id}:caption", part, place)
    if caption != after.caption:
        update["caption"] = caption
    if before.width != after.width and ledger.state(
        f"{after.id}:width", part, place, width_said(before.width), width_said(after.width)
    ):
        update["width"] = before.width
    return after.model_copy(update=update)


def width_said(width: int | None) -> str:
    """How wide a picture is shown, in words."""
    return "its own size" if width is None else f"{width}% of the width of the text"


def settled_text(before: str, after: str, ledger: Ledger, name: str, part: str, place: Place) -> str:
    """A text that stands alone: a heading, a caption, a title."""
    if before == after:
        return after
    texts = Reworded(text_worded(before), text_worded(after))
    return before if ledger.words(name, part, place, lambda: pieces(texts, ledger.before, ledger.after)) else after


def _privacy(block: Block) -> str:
    return "not for publication" if block.private else "public"


def _nil(block: Paragraph) -> str:
    return "counts as nothing to report" if block.nil else "counts as words"
