"""Where in the menus stands what the page that is shown offers: a section's editor, an appendix written here."""

from dataclasses import dataclass

from clerkwell.ui.shell.actions import EDIT, FORMAT, INSERT, JUMP, MOVE, VIEW, Menu


@dataclass(frozen=True)
class Slot:
    """Actions of a page in groups, which lines part, in front of an action of the window or, without, at the end.

    `under` is the menu within the menu. `apart` says whether a line parts them from what follows, too.
    """

    menu: Menu
    groups: tuple[tuple[str, ...], ...]
    under: str = ""
    before: str = ""
    apart: bool = True


SLOTS: tuple[Slot, ...] = (
    Slot(EDIT, (("paste-plain",),), before="select-all", apart=False),
    Slot(EDIT, (("up", "down", "move-to"),), MOVE, "section-up"),
    # In the order of use.
    Slot(
        INSERT,
        (
            ("reference", "link", "footnote", "table", "picture"),
            ("wording", "keep-wording", "symbol", "space", "nil", "footnotes"),
        ),
        before="my-details",
    ),
    Slot(VIEW, (("gap", "here"),), JUMP),
    Slot(
        FORMAT,
        (
            ("bold", "italic", "superscript", "subscript"),
            ("bullets", "numbers", "restart", "nest", "outdent"),
            ("subheading", "quotation", "paragraph", "plain"),
            ("private", "landscape"),
        ),
    ),
)


def menu_of(name: str) -> Menu:
    """The menu that an action of a page stands in."""
    return next((slot.menu for slot in SLOTS if any(name in group for group in slot.groups)), FORMAT)
