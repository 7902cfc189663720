"""The session as the home of an appendix's blocks.

The editor of sections knows where it is by one name, which is here that of the appendix: places are put over at the
border, `inside` on the way in and `outside` on the way out.
"""

from clerkwell.model import Blocks, Place, SetAppendices
from clerkwell.session import Session
from clerkwell.ui.editors.richtext.hosting import SessionHost


def inside(place: Place) -> Place:
    """A place of an appendix as the editor of it names it; one of a section is none of its own."""
    return place.model_copy(update={"section": place.appendix, "appendix": ""})


def outside(place: Place) -> Place:
    """A place that the editor of an appendix names, as the report does."""
    return place.model_copy(update={"appendix": place.section, "section": ""})


class AppendixHost:
    """Where an editor reads its appendix and proposes what it becomes. `origin` is whom its edits are said to be by."""

    def __init__(self, session: Session, appendix_id: str) -> None:
        self._session = session
        self._appendix_id = appendix_id
        self._ids = SessionHost(session, "")
        self.origin: object = self

    @property
    def section_id(self) -> str:
        """The name by which the editor knows where it is."""
        return self._appendix_id

    @property
    def numbers_paragraphs(self) -> bool:
        """The paragraphs of an appendix take no number."""
        return False

    def blocks(self) -> Blocks:
        """The appendix's blocks as they are now."""
        appendix = self._session.report.appendix(self._appendix_id)
        return appendix.blocks if appendix is not None else ()

    def propose(self, blocks: Blocks, label: str, merge: str, caret: Place) -> None:
        """Put these blocks in the appendix; nothing where it has been removed."""
        appendices = self._session.report.appendices
        edit = SetAppendices(
            appendices=tuple(
                each.model_copy(update={"blocks": blocks}) if each.id == self._appendix_id else each
                for each in appendices
            )
        )
        self._session.apply(edit, label, origin=self.origin, merge=merge, caret=outside(caret))

    def close_step(self) -> None:
        """What comes next is a step of its own."""
        self._session.close_step()

    def free(self, block_id: str) -> bool:
        """Whether a pasted block may keep this id: this report gave it out, and no block has it now."""
        return self._ids.free(block_id)
