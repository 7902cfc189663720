"""Every action of the section editor as data: what it is called, its keys, what it does, when it shows as on.

The toolbar, the menus, the list of shortcuts and the tests read this one table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from clerkwell.model import Paragraph, Quotation, SubHeading, Text
from clerkwell.ui.editors.richtext import kinds
from clerkwell.ui.editors.richtext.belonging import move_lines
from clerkwell.ui.editors.richtext.outcome import Command
from clerkwell.ui.editors.richtext.standing import Standing
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.kit.icons import icon

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class EditorAction:
    """One action. `keys` are in Qt's portable writing; `on` says when it shows as on (then it is a switch)."""

    id: str
    text: str
    keys: str
    run: Callable[[SectionEditor], object]
    on: Callable[[Standing], bool] | None = None
    icon: str = ""
    hint: str = ""

    @property
    def plain(self) -> str:
        """Its text without the mnemonic and the dots."""
        return self.text.replace("&", "").rstrip("…")


def _command(command: Command, label: str) -> Callable[[SectionEditor], object]:
    return lambda editor: editor.run(command, label)


def _mark(mark: str, label: str) -> Callable[[SectionEditor], object]:
    return lambda editor: editor.toggle_mark(mark, label)


def _no_break_space(editor: SectionEditor) -> None:
    editor.insert_piece((Paragraph(runs=(Text(text=NO_BREAK_SPACE),)),), "Non-breaking space")


ACTIONS: tuple[EditorAction, ...] = (
    EditorAction("bold", "&Bold", "Ctrl+B", _mark("b", "Bold"), lambda at: "b" in at.marks, "bold"),
    EditorAction("italic", "&Italic", "Ctrl+I", _mark("i", "Italic"), lambda at: "i" in at.marks, "italic"),
    EditorAction(
        "superscript", "Su&perscript", "Ctrl+Alt+.", _mark("^", "Superscript"),
        lambda at: "^" in at.marks, "superscript",
    ),
    EditorAction("subscript", "Subs&cript", "Ctrl+Alt+,", _mark("_", "Subscript"), lambda at: "_" in at.marks),
    EditorAction(
        "bullets", "B&ulleted list", "Ctrl+Shift+L", _command(kinds.toggle_list(False), "Bulleted list"),
        lambda at: at.kind == "bullets", "bullets", "Or type a hyphen and a space at the start of a paragraph",
    ),
    EditorAction(
        "numbers", "&Numbered list", "Ctrl+Shift+7", _command(kinds.toggle_list(True), "Numbered list"),
        lambda at: at.kind == "numbers", "numbers", "Or type 1. and a space at the start of a paragraph",
    ),
    EditorAction("nest", "Move in a le&vel", "Ctrl+]", _command(kinds.nest, "Move in a level"), None, "indent"),
    EditorAction(
        "outdent", "Move out a l&evel", "Ctrl+[", _command(kinds.outdent, "Move out a level"), None, "outdent"
    ),
    EditorAction(
        "restart", "Begin the numbers &again here", "Ctrl+Alt+R",
        _command(kinds.toggle_restart, "Begin the numbers again"), lambda at: at.restarts,
    ),
    EditorAction(
        "subheading", "Sub-&heading", "Ctrl+Alt+2", _command(kinds.toggle_kind(SubHeading), "Sub-heading"),
        lambda at: at.kind == "subheading", "heading",
    ),
    EditorAction(
        "quotation", "&Quotation", "Ctrl+Alt+Q", _command(kinds.toggle_kind(Quotation), "Quotation"),
        lambda at: at.kind == "quotation", "quote",
    ),
    EditorAction(
        "paragraph", "Ordinary para&graph", "Ctrl+Alt+0", _command(kinds.ordinary, "Ordinary paragraph"),
        None, "paragraph",
    ),
    EditorAction(
        "plain", "Paragraph &with no number", "Ctrl+Alt+N", _command(kinds.toggle_plain, "Paragraph number"),
        lambda at: at.kind == "plain",
    ),
    EditorAction(
        "private", "No&t for publication", "Ctrl+Alt+X", _command(kinds.toggle_private, "Not for publication"),
        lambda at: at.private, "private", "The public set of the report leaves it out",
    ),
    EditorAction(
        "paste-plain", "Paste as plai&n text", "Ctrl+Shift+V", SectionEditor.paste_plain, None, "plain-paste"
    ),
    EditorAction("space", "Non-breaking &space", "Ctrl+Shift+Space", _no_break_space),
    EditorAction("up", "Move the paragraph &up", "Alt+Up", _command(move_lines(-1), "Move up"), None, "up"),
    EditorAction("down", "Move the paragraph &down", "Alt+Down", _command(move_lines(+1), "Move down"), None, "down"),
)  # fmt: skip


def make_actions(
    owner: QWidget, editor: SectionEditor, table: tuple[EditorAction, ...] = ACTIONS
) -> Mapping[str, QAction]:
    """The actions of a table, by id. Their keys work wherever the focus is in `owner`."""
    made = {spec.id: _made(owner, editor, spec) for spec in table}
    editor.leave_to_window(frozenset(QKeySequence(spec.keys) for spec in table if spec.keys) | editor.left_to_window)

    switches = [(spec.on, made[spec.id]) for spec in table if spec.on is not None]

    def show() -> None:
        at = editor.standing()
        for on, action in switches:
            if action.isChecked() != on(at):
                action.setChecked(on(at))

    editor.standing_changed.connect(show)
    show()
    return made


def draw_icons(actions: Mapping[str, QAction]) -> None:
    """Give actions their icons anew, in the colours of the look in use."""
    for action in actions.values():
        if action.data():
            action.setIcon(icon(str(action.data())))


def _made(owner: QWidget, editor: SectionEditor, spec: EditorAction) -> QAction:
    action = QAction(spec.text, owner)
    action.setObjectName(spec.id)
    keys = QKeySequence(spec.keys)
    action.setShortcut(keys)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(spec.on is not None)
    shown = f"{spec.plain} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})" if spec.keys else spec.plain
    action.setToolTip(f"{shown}\n{spec.hint}" if spec.hint else shown)
    if spec.icon:
        action.setData(spec.icon)
        action.setIcon(icon(spec.icon))

    def run() -> None:
        spec.run(editor)
        # A switch that did nothing would otherwise stay as the click left it.
        editor.standing_changed.emit()

    action.triggered.connect(lambda _=False: run())
    owner.addAction(action)
    return action
