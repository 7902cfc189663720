"""The session as the home of a section's blocks, and what the rest of the report says about them."""

from clerkwell.model import Blocks, Paragraph, Place, Section, all_blocks, plain
from clerkwell.packs import own_spec
from clerkwell.session import ReportChanged, Session
from clerkwell.session.moving import putting


class SessionHost:
    """Where an editor reads its section and proposes what it becomes. `origin` is whom its edits are said to be by."""

    def __init__(self, session: Session, section_id: str) -> None:
        self._session = session
        self._section_id = section_id
        self.origin: object = self

    @property
    def section_id(self) -> str:
        """The section that is edited."""
        return self._section_id

    @property
    def numbers_paragraphs(self) -> bool:
        """Whether the report numbers the paragraphs of this section."""
        pack = self._session.pack
        section = self._session.report.section(self._section_id) or Section(id=self._section_id)
        return own_spec(section, pack).numbered and pack.manifest.pack.numbering == "paragraphs"

    def blocks(self) -> Blocks:
        """The section's blocks as they are now."""
        return self._session.report.blocks(self._section_id)

    def propose(self, blocks: Blocks, label: str, merge: str, caret: Place) -> None:
        """Put these blocks in the section."""
        edit = putting(self._session.report, self._session.pack, self._section_id, blocks)
        self._session.apply(edit, label, origin=self.origin, merge=merge, caret=caret)

    def close_step(self) -> None:
        """What comes next is a step of its own."""
        self._session.close_step()

    def free(self, block_id: str) -> bool:
        """Whether a pasted block may keep this id: this report gave it out, and no block has it now."""
        report = self._session.report
        number = block_id.removeprefix("b")
        if not number.isascii() or not number.isdigit() or int(number) >= report.next_id:
            return False
        return all(block.id != block_id for _, block in all_blocks(report))


def renumbers(changed: ReportChanged, section_id: str) -> bool:
    """Whether a change can have altered paragraph numbers or what references say; typing in a paragraph does not."""
    changes = changed.changes
    if changes.order or changes.fields or changes.repeats or changes.others or changes.sections != {section_id}:
        return True
    before, after = changed.before.blocks(section_id), changed.after.blocks(section_id)
    was, now = changed.before.section(section_id), changed.after.section(section_id)
    if len(before) != len(after) or was is None or now is None or was.heading != now.heading:
        return True
    return any(
        old is not new and (old.id != new.id or _counted(old) != _counted(new))
        for old, new in zip(before, after, strict=True)
    )


def _counted(block: object) -> tuple[object, ...]:
    """What of a block numbers depend on, its own words apart."""
    if isinstance(block, Paragraph):
        return ("paragraph", block.plain, bool(plain(block.runs).strip()), _objects(block.runs))
    return (type(block), *(getattr(block, name, None) for name in ("level", "ordered", "start", "caption"))) + (
        (_objects(block.runs),) if hasattr(block, "runs") else ()
    )


def _objects(runs: tuple[object, ...]) -> int:
    return sum(1 for run in runs if getattr(run, "kind", "text") != "text")
