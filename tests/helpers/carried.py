"""What a draft carries of a report, and what of it says the same in whatever ids: for drafts that come home alone.

Not carried: notes, waivers, versions and what came back; which sections are done; what an appendix is kept as, its
status and reasons; which blocks are not for publication; the consultation log where the template has no place for it;
a plain paragraph in a section that numbers none; and what pictures are called here.
"""

from collections.abc import Mapping

from clerkwell.intake.homecoming.bodies import manner_of
from clerkwell.intake.homecoming.pictures import name_of
from clerkwell.intake.homecoming.reading import own_spec
from clerkwell.model import Block, FieldValue, Image, Landscape, Paragraph, Report, all_blocks, words
from clerkwell.packs import Pack, understand


def carried(report: Report, pack: Pack, files: Mapping[str, bytes]) -> Report:
    """The report with what its draft does not carry left out."""
    return report.model_copy(
        update={
            "fields": {name: _understood(name, value, pack) for name, value in report.fields.items()},
            "repeats": {
                repeat: tuple(
                    {name: _understood(f"{repeat}.{name}", value, pack) for name, value in row.items()} for row in rows
                )
                for repeat, rows in report.repeats.items()
            },
            "sections": tuple(
                section.model_copy(
                    update={
                        "done": False,
                        "blocks": tuple(
                            _block(each, files, has_plain=_has_plain(section.id, pack)) for each in section.blocks
                        ),
                    }
                )
                for section in report.sections
            ),
            "appendices": tuple(
                each.model_copy(
                    update={
                        "status": "",
                        "exempt_paragraphs": (),
                        "attachment": "",
                        "blocks": tuple(_block(block, files, has_plain=False) for block in each.blocks),
                    }
                )
                for each in report.appendices
            ),
            # The table at the end of a draft has them, without the words that a clearance keeps.
            "consultations": tuple(each.model_copy(update={"seal": None}) for each in report.consultations),
            **{name: () for name in ("notes", "versions", "returns", "stale", "earlier", "waivers", "tray")},
            "created": None,
            "modified": None,
        }
    )


def _understood(name: str, value: FieldValue, pack: Pack) -> FieldValue:
    spec = pack.field(name)
    return understand(spec, value.text, pack) if spec else value


def _has_plain(section: str, pack: Pack) -> bool:
    manner = manner_of(own_spec(section, pack), pack)
    return manner.paragraph != manner.plain


def _block(block: Block, files: Mapping[str, bytes], *, has_plain: bool) -> Block:
    if isinstance(block, Landscape):
        return block.model_copy(
            update={
                "private": False,
                "blocks": tuple(_block(each, files, has_plain=has_plain) for each in block.blocks),
            }
        )
    update: dict[str, object] = {"private": False}
    if isinstance(block, Image):
        update["attachment"] = name_of(files[block.attachment])
    if isinstance(block, Paragraph) and not has_plain:
        update["plain"] = False
    return block.model_copy(update=update)


def said_alone(report: Report) -> object:
    """The report as plain values, what points at something by the words that stand there."""
    names = {block.id: words(block)[:80] for _, block in all_blocks(report)}
    names |= {each.id: f"appendix {each.number}" for each in report.appendices}
    order = {each.id: at for at, each in enumerate(sorted(report.sections, key=lambda each: each.id))}

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {
                name: names.get(each, each) if name == "target" else plain(each)
                for name, each in sorted(value.items())
                if name not in ("id", "next_id") or (name == "id" and each in order)
            }
        return [plain(each) for each in value] if isinstance(value, list | tuple) else value

    return plain(report.model_dump(mode="json"))
