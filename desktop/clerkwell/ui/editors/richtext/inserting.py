"""What can be put into a section: links, footnotes, a nil answer, the pack's standard wordings."""

import re
from collections.abc import Callable

from clerkwell.model import Blocks, Footnote, ListItem, Paragraph, SubHeading, Text, plain
from clerkwell.packs import SectionSpec
from clerkwell.ui.editors.richtext.actions import EditorAction
from clerkwell.ui.editors.richtext.ask_bar import AskBar
from clerkwell.ui.editors.richtext.spots import Selection
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.richtext.wording import link_at, put_runs, selected_runs, set_link

NIL = "None."
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
_BARE = re.compile(r"(?:www\.|[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
# What can be put in, in words, and its keys.
LINK, FOOTNOTE, NOTHING = (
    ("&Link…", "Ctrl+K"),
    ("&Footnote…", "Ctrl+Alt+F"),
    ("&Nothing to report", "Ctrl+Alt+Shift+N"),
)


def inserts(bar: AskBar, spec: Callable[[], SectionSpec]) -> tuple[EditorAction, ...]:
    """The actions that put something in; what has to be asked is asked in `bar`."""
    return (
        EditorAction("link", *LINK, lambda to: ask_link(to, bar), lambda at: bool(at.link), "link"),
        EditorAction("footnote", *FOOTNOTE, lambda to: ask_footnote(to, bar), None, "note"),
        EditorAction("nil", *NOTHING, lambda to: put_nil(to, spec())),
    )


def address_of(text: str) -> str:
    """The whole address that somebody typed ("www.example.org", "name@example.org"); "" if it is none."""
    if _ADDRESS.fullmatch(text):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    return f"https://{text}" if _BARE.fullmatch(text) else ""


def ask_link(editor: SectionEditor, bar: AskBar) -> None:
    """Ask for a link's words and address, and put it in place of what is selected, or of the link at the caret."""
    if editor.isReadOnly():
        return
    selection = editor.selection()
    there = link_at(editor.blocks, selection.caret)
    if there is not None and selection.empty:
        selection = there[0]
        editor.select(selection)
    if selection.start.line != selection.end.line:
        editor.notice.emit("A link cannot go over several paragraphs: select words in one of them.")
        return
    words = plain(selected_runs(editor.blocks, selection))

    def done(answers: tuple[str, ...]) -> str:
        text, typed = answers
        address = address_of(typed)
        if typed and not address:
            return "That is not an address: it looks like https://www.example.org or name@example.org."
        if not typed and there is None:
            return "Type the address that the link goes to."
        editor.select(selection)
        if words and (text == words or not text):
            editor.run(set_link(address), "Link" if address else "Remove the link")
        else:
            editor.run(put_runs((Text(text=text or typed, link=address),)), "Link")
        return ""

    bar.ask(("Words", "Address"), (words, there[1] if there else ""), "Remove or change" if there else "Link", done)


def ask_footnote(editor: SectionEditor, bar: AskBar) -> None:
    """Ask for a footnote's words, and put its mark after the selection."""
    if editor.isReadOnly():
        return
    at = editor.selection().end

    def done(answers: tuple[str, ...]) -> str:
        if not answers[0]:
            return "Type what the footnote says."
        editor.select(Selection(at, at))
        editor.run(put_runs((Footnote(runs=(Text(text=answers[0]),)),)), "Footnote")
        return ""

    bar.ask(("Footnote",), ("",), "Insert", done)


def put_nil(editor: SectionEditor, spec: SectionSpec) -> None:
    """Say that there is nothing to say, and leave the caret where the reason goes, if one is wanted."""
    reason = spec.nil == "reason"
    nil = Paragraph(nil=True, runs=(Text(text=f"{NIL} " if reason else NIL),))
    editor.insert_piece((nil,), "Nothing to report")
    if reason:
        editor.notice.emit("Now say why there is nothing to report: type the reason after “None.”")
    editor.setFocus()


def wording_blocks(text: str) -> Blocks:
    """A wording's blocks: a line each; "- " makes a bullet, "# " a sub-heading."""
    made: list[Paragraph | ListItem | SubHeading] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("- "):
            made.append(ListItem(runs=(Text(text=line[2:]),)))
        elif line.startswith("# "):
            made.append(SubHeading(runs=(Text(text=line[2:]),)))
        else:
            made.append(Paragraph(runs=(Text(text=line),)))
    return tuple(made)
