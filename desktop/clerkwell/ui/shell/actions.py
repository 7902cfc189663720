"""Every action of the window as data: what it is called, its keys, when it can be used, what it runs.

Menus, the list of actions and the shortcuts page are made from this one table, and the tests read it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from clerkwell.ui.shell.commands import Commands

Menu = str
FILE, EDIT, INSERT, FORMAT, VIEW, HELP = "&File", "&Edit", "&Insert", "F&ormat", "&View", "&Help"
MENUS: tuple[Menu, ...] = (FILE, EDIT, INSERT, FORMAT, VIEW, HELP)
# Menus within menus, so that each fits a small screen with large text.
EXPORTS, MOVE, JUMP = "E&xport another way", "&Move", "&Jump to"
VERSIONS = "&Versions and template"


@dataclass(frozen=True)
class Situation:
    """What the window is in the middle of, as far as actions care."""

    open: bool = False
    read_only: bool = False
    undo: str = ""
    redo: str = ""
    problems: int = 0
    section: bool = False
    begun: bool = False
    own_order: bool = False
    account: bool = False
    returns: bool = False


When = Callable[[Situation], bool]


def _always(_: Situation) -> bool:
    return True


def _open(now: Situation) -> bool:
    return now.open


def _writable(now: Situation) -> bool:
    return now.open and not now.read_only


def _returns(now: Situation) -> bool:
    return _writable(now) and now.returns


def _section(now: Situation) -> bool:
    return _writable(now) and now.section and now.begun


def _own(now: Situation) -> bool:
    return _writable(now) and now.own_order


def _moves(now: Situation) -> bool:
    return _section(now) and now.own_order


@dataclass(frozen=True)
class ActionSpec:
    """One action. `keys` are in Qt's portable writing, the first one shown; `apart` puts a line before it, or before
    the menu within the menu that it stands `under`. `shy`: it is not shown while there is nothing that it could do."""

    id: str
    text: str
    menu: Menu
    run: Callable[[Commands], object]
    keys: tuple[str, ...] = ()
    when: When = _always
    icon: str = ""
    apart: bool = False
    under: str = ""
    shy: bool = False

    @property
    def plain(self) -> str:
        """Its text without the mnemonic and the dots."""
        return self.text.replace("&", "").rstrip("…")


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", "&New report…", FILE, Commands.new, ("Ctrl+N",), icon="new"),
    ActionSpec("earlier", "New &from an earlier report…", FILE, Commands.new_from_earlier, ("Ctrl+Shift+O",)),
    ActionSpec("open", "&Open…", FILE, Commands.open, ("Ctrl+O",), icon="open"),
    ActionSpec("bring-home", "&Bring a draft home…", FILE, Commands.bring_home, ("Ctrl+Shift+B",)),
    ActionSpec(
        "review", "Changes still to dec&ide…", FILE, Commands.resume_review, ("Ctrl+Shift+D",), _returns, shy=True
    ),
    ActionSpec(
        "account",
        "What the i&mport found…",
        FILE,
        Commands.show_account,
        ("Ctrl+Shift+J",),
        lambda now: now.account,
        shy=True,
    ),
    ActionSpec("save", "&Save", FILE, Commands.save, ("Ctrl+S",), _open, "save", apart=True),
    ActionSpec("save-as", "Save &as…", FILE, Commands.save_as, ("Ctrl+Shift+S",), _open),
    ActionSpec(
        "keep-version", "&Keep a version…", FILE, Commands.keep_version, ("Ctrl+Alt+K",), _writable, under=VERSIONS
    ),
    ActionSpec("versions", "&Versions…", FILE, Commands.versions, ("Ctrl+Alt+H",), _open, "recover", under=VERSIONS),
    ActionSpec(
        "another-template",
        "Use anot&her template…",
        FILE,
        Commands.use_another_template,
        ("Ctrl+Alt+Shift+T",),
        _writable,
        under=VERSIONS,
    ),
    ActionSpec("check", "&Check your report", FILE, Commands.check, ("F7",), _open, "check", apart=True),
    ActionSpec("export", "&Export to Word…", FILE, Commands.export_final, ("Ctrl+E",), _open, "export"),
    ActionSpec(
        "export-draft",
        "Export a &draft…",
        FILE,
        Commands.export_draft,
        ("Ctrl+Shift+E",),
        _open,
        "document",
        under=EXPORTS,
    ),
    ActionSpec("export-pdf", "Export &PDF…", FILE, Commands.export_pdf, ("Ctrl+Alt+D",), _open, under=EXPORTS),
    ActionSpec(
        "export-sets",
        "Export p&ublic and non-public sets…",
        FILE,
        Commands.export_sets,
        ("Ctrl+Alt+Shift+S",),
        _open,
        under=EXPORTS,
    ),
    ActionSpec(
        "export-blank", "Export the &blank form…", FILE, Commands.export_blank, ("Ctrl+Alt+B",), _open, under=EXPORTS
    ),
    ActionSpec("print", "P&rint…", FILE, Commands.print_pages, ("Ctrl+P",), _open),
    ActionSpec("send", "Send sections to a collea&gue…", FILE, Commands.send_sections, ("Ctrl+Alt+C",), _open),
    ActionSpec("settings", "Se&ttings…", FILE, Commands.settings, ("Ctrl+,",), icon="settings", apart=True),
    ActionSpec("close", "C&lose the report", FILE, Commands.close_report, ("Ctrl+W",), _open, apart=True),
    ActionSpec("quit", "&Quit", FILE, Commands.quit, ("Ctrl+Q",)),
    ActionSpec("undo", "&Undo", EDIT, Commands.undo, ("Ctrl+Z",), lambda now: bool(now.undo), "undo"),
    ActionSpec("redo", "&Redo", EDIT, Commands.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), lambda now: bool(now.redo), "redo"),
    ActionSpec("cut", "Cu&t", EDIT, lambda to: to.clipboard("cut"), ("Ctrl+X",), apart=True),
    ActionSpec("copy", "&Copy", EDIT, lambda to: to.clipboard("copy"), ("Ctrl+C",)),
    ActionSpec("paste", "&Paste", EDIT, lambda to: to.clipboard("paste"), ("Ctrl+V",)),
    ActionSpec("select-all", "Select &all", EDIT, lambda to: to.clipboard("select-all"), ("Ctrl+A",)),
    ActionSpec("find", "&Find and replace…", EDIT, Commands.find, ("Ctrl+F", "Ctrl+H"), _open, "find", apart=True),
    ActionSpec(
        "replace-preview",
        "Pre&view the replacements…",
        EDIT,
        Commands.preview_replacements,
        ("Ctrl+Shift+H",),
        _writable,
    ),
    ActionSpec("find-next", "Find ne&xt", EDIT, lambda to: to.find_step(1), ("F3",), _open),
    ActionSpec("find-previous", "Find previou&s", EDIT, lambda to: to.find_step(-1), ("Shift+F3",), _open),
    ActionSpec(
        "section-up",
        "Move this section u&p",
        EDIT,
        lambda to: to.move_section(-1),
        ("Alt+Shift+Up",),
        _moves,
        apart=True,
        under=MOVE,
    ),
    ActionSpec(
        "section-down",
        "Move this section do&wn",
        EDIT,
        lambda to: to.move_section(1),
        ("Alt+Shift+Down",),
        _moves,
        under=MOVE,
    ),
    ActionSpec("done", "Mark the section as &done", EDIT, Commands.toggle_done, ("Ctrl+Return",), _writable),
    ActionSpec("leave-out", "&Leave this section out", EDIT, Commands.leave_out, ("Ctrl+Shift+Del",), _section),
    ActionSpec("my-details", "&Put my details in", INSERT, Commands.put_my_details_in, ("Ctrl+Shift+A",), _writable),
    ActionSpec("note", "Not&e on these words…", INSERT, Commands.add_note, ("Ctrl+Alt+M",), _writable, "note"),
    ActionSpec(
        "letter", "&Attach a letter and quote its findings…", INSERT, Commands.attach_letter, ("Ctrl+Alt+L",), _writable
    ),
    ActionSpec(
        "add-section", "Add a section of &your own", INSERT, Commands.add_section, ("Ctrl+Shift+N",), _own, "add"
    ),
    ActionSpec("next-part", "&Next part", VIEW, lambda to: to.step_part(1), ("Ctrl+PgDown",), _open, "next"),
    ActionSpec("previous-part", "&Previous part", VIEW, lambda to: to.step_part(-1), ("Ctrl+PgUp",), _open, "previous"),
    ActionSpec("next-problem", "Next p&roblem", VIEW, lambda to: to.step_problem(1), ("F8",), _open),
    ActionSpec("previous-problem", "Previous pro&blem", VIEW, lambda to: to.step_problem(-1), ("Shift+F8",), _open),
    ActionSpec("next-note", "Next &note", VIEW, lambda to: to.step_note(1), ("F9",), _open, under=JUMP),
    ActionSpec("previous-note", "&Previous note", VIEW, lambda to: to.step_note(-1), ("Shift+F9",), _open, under=JUMP),
    ActionSpec("next-pane", "Next p&ane", VIEW, lambda to: to.step_pane(1), ("F6",), _open, under=JUMP),
    ActionSpec("previous-pane", "Previous pan&e", VIEW, lambda to: to.step_pane(-1), ("Shift+F6",), _open, under=JUMP),
    ActionSpec(
        "guidance", "Show or hide &guidance", VIEW, Commands.toggle_guidance, ("Ctrl+Alt+G",), _open, apart=True
    ),
    ActionSpec(
        "problems", "Show or hide the &list of problems", VIEW, Commands.toggle_problems, ("Ctrl+Alt+P",), _open
    ),
    ActionSpec("notes", "&Show or hide the notes", VIEW, Commands.toggle_notes, ("Ctrl+Shift+M",), _open),
    ActionSpec("preview", "Show or hide the previe&w", VIEW, Commands.toggle_preview, ("Ctrl+Alt+V",), _open),
    ActionSpec(
        "preview-apart", "Preview in a window of &its own", VIEW, Commands.preview_apart, ("Ctrl+Alt+Shift+V",), _open
    ),
    ActionSpec("word-count", "Wor&d count…", VIEW, Commands.count_words, ("Ctrl+Shift+G",), _open),
    ActionSpec("larger", "Larger &text", VIEW, lambda to: to.resize_text(1), ("Ctrl++", "Ctrl+="), apart=True),
    ActionSpec("smaller", "S&maller text", VIEW, lambda to: to.resize_text(-1), ("Ctrl+-",)),
    ActionSpec("ordinary", "&Ordinary text size", VIEW, lambda to: to.resize_text(0), ("Ctrl+0",)),
    ActionSpec("actions", "&Find an action…", HELP, Commands.find_action, ("Ctrl+Shift+P",), icon="find"),
    ActionSpec("help", "&Help", HELP, Commands.help, ("F1",), icon="help"),
    ActionSpec("shortcuts", "&Keyboard shortcuts", HELP, Commands.shortcuts, ("Ctrl+F1",)),
    ActionSpec("workshop", "&Template workshop…", HELP, Commands.open_workshop, ("Ctrl+Shift+F8",), apart=True),
    ActionSpec("check-pack", "&Check a template…", HELP, Commands.check_pack, ("Ctrl+Shift+F7",)),
    ActionSpec("gather", "&Gather what IT asks for…", HELP, Commands.gather, ("Ctrl+Shift+F2",), apart=True),
    ActionSpec("about", "&About Clerkwell", HELP, Commands.about, ("Ctrl+Shift+F1",)),
)
