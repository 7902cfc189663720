"""What ties a document to the report: it looks for changes, proposes them, and writes what comes back."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from clerkwell.model import Blocks, Place
from clerkwell.ui.editors.richtext.formats import Setting
from clerkwell.ui.editors.richtext.projection import Projected, Touched, project
from clerkwell.ui.editors.richtext.rendering import mend, refresh, write, write_difference
from clerkwell.ui.editors.richtext.spots import Selection, to_place

TYPING = "Typing"


class Host(Protocol):
    """Where a section's blocks live. The window's is a session; tests may bring their own."""

    @property
    def section_id(self) -> str:
        """The section that is edited."""
        ...

    @property
    def numbers_paragraphs(self) -> bool:
        """Whether the report numbers the paragraphs of this section."""
        ...

    def blocks(self) -> Blocks:
        """The section's blocks as they are now."""
        ...

    def propose(self, blocks: Blocks, label: str, merge: str, caret: Place) -> None:
        """Put these blocks in the section. `merge`: one step of undo with others of that key. `caret`: before it."""
        ...

    def close_step(self) -> None:
        """What comes next is a step of its own."""
        ...

    def free(self, block_id: str) -> bool:
        """Whether a pasted block may keep this id: the report gave it out, and no block has it now."""
        ...


class Binding(QObject):
    """Keeps a document and a section's blocks the same.

    `caret` tells where the caret was before a change, `hold` keeps it while lines under it are written anew;
    `changed` says that the blocks are others now.
    """

    changed = Signal()

    def __init__(
        self,
        document: QTextDocument,
        host: Host,
        setting: Setting,
        caret: Callable[[], Selection],
        hold: Callable[[], AbstractContextManager[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.blocks: Blocks = ()
        self.setting = setting
        self._document = document
        self._host = host
        self._caret = caret
        self._hold = hold
        self._touched: Touched | None = None
        self._busy = 0
        # Whether objects (False) or all lines (True) are to be given their looks anew; None for neither.
        self._stale: bool | None = None
        # Qt keeps its own undo off: it would hold formats that we write as steps, and know nothing of other sections.
        document.setUndoRedoEnabled(False)
        with self._writing():
            self.blocks = host.blocks()
            write(document, self.blocks, setting)
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._collect)

    @property
    def busy(self) -> bool:
        """Whether the document is just being changed, and the session does not know of it yet."""
        return self._busy > 0 or self._touched is not None

    def propose(self, blocks: Blocks, label: str, typing: bool) -> None:
        """Change the section otherwise than through the document, which follows. `typing`: it joins what is typed."""
        merge = self._typing_key if typing else ""
        caret = to_place(self._host.section_id, self.blocks, self._caret())
        with self._writing():
            self._host.propose(blocks, label, merge, caret)
            self._show(self._host.blocks())

    def follow(self) -> bool:
        """Show the section as it is now, if it is not shown yet. Returns whether anything was written."""
        if self._busy:
            return False
        now = self._host.blocks()
        if now is self.blocks:
            return False
        with self._writing():
            self._show(now)
        return True

    def set_setting(self, setting: Setting, everything: bool) -> None:
        """Show the words of references and footnotes anew; with `everything` all looks."""
        self.setting = setting
        self._stale = everything or self._stale or False
        with self._writing():
            # Written at the end of it: while the session is being told, the document and `blocks` may differ.
            pass

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Change the document's own layout (its margins) without that being taken for typing."""
        with self._writing():
            yield

    def _show(self, now: Blocks) -> None:
        was, self.blocks = self.blocks, now
        write_difference(self._document, was, now, self.setting)
        self.changed.emit()

    def _note(self, position: int, _removed: int, added: int) -> None:
        if self._busy:
            return
        after = max(self._document.characterCount() - 1 - position - added, 0)
        self._touched = Touched(position, after).with_(self._touched)

    def _collect(self) -> None:
        """See what the document says now, and tell the session."""
        if self._busy:
            return
        touched, self._touched = self._touched, None
        projected = project(self._document, self.blocks, touched)
        with self._writing():
            if _same(projected.blocks, self.blocks):
                self._mend(projected, self.blocks)
                return
            caret = to_place(self._host.section_id, self.blocks, self._caret())
            self._host.propose(projected.blocks, TYPING, self._typing_key, caret)
            now = self._host.blocks()
            self.blocks = now
            if now == projected.blocks:
                self._mend(projected, now)
            else:
                # It was refused, or somebody changed the section again at once.
                with self._hold():
                    write(self._document, now, self.setting)
        self.changed.emit()

    @property
    def _typing_key(self) -> str:
        return f"typing:{self._host.section_id}"

    def _mend(self, projected: Projected, blocks: Blocks) -> None:
        mend(self._document, projected, blocks, self.setting, self._hold)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._busy += 1
        try:
            yield
            if self._busy == 1 and self._stale is not None:
                everything, self._stale = self._stale, None
                refresh(self._document, self.blocks, self.setting, everything)
        finally:
            self._busy -= 1


def _same(one: Blocks, other: Blocks) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
