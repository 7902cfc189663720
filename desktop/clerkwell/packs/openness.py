"""What of a report is not for publication: which blocks and appendices, and which files go with them.

Public status belongs to the report, to each appendix, and to single blocks. In doubt, a thing is withheld.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from clerkwell.model import Appendix, Block, Blocks, Image, Landscape, Report, all_blocks, is_empty, walk
from clerkwell.packs.marked import title_says_private
from clerkwell.packs.pack import Pack

Openness = Literal["public", "part-exempt", "exempt", "confidential", "unknown"]

_KNOWN: Final[Mapping[str, Openness]] = {
    "public": "public",
    "part-exempt": "part-exempt",
    "exempt": "exempt",
    "confidential": "confidential",
}
_STRICTEST: Final = ("confidential", "exempt", "unknown", "part-exempt", "public")


def openness(report: Report, pack: Pack) -> Openness:
    """The public status of the whole report.

    "unknown" for words that are none of the four. A report that does not say is public, unless something in it is
    marked as not for publication.
    """
    said = {_status(report, spec.id) for spec in pack.manifest.field if spec.kind == "status" and "." not in spec.id}
    found = next((each for each in _STRICTEST if each in said), None)
    return found or ("part-exempt" if has_private_blocks(report) else "public")


def has_private_blocks(report: Report) -> bool:
    """Whether any block of the report, or of an appendix of its own, is marked as not for publication."""
    parts = (*(each.blocks for each in report.sections), *(each.blocks for each in report.appendices))
    return any(_is_any_private(blocks) for blocks in parts)


def _is_any_private(blocks: Blocks) -> bool:
    # Without `walk`, which takes three times as long: this is asked several times for each check.
    return any(block.private or (block.kind == "landscape" and _is_any_private(block.blocks)) for block in blocks)


def is_withheld(appendix: Appendix, report: Report, pack: Pack) -> bool:
    """Whether the public gets nothing of an appendix but its number.

    A part-exempt one is withheld whole, as nobody can split a file, unless it is blocks of the report's own with the
    private ones marked. One without a status is public only where the whole report is, and its title does not say
    otherwise.
    """
    match appendix.status:
        case "public":
            return False
        case "part-exempt":
            return not is_split(appendix)
        case "":
            said = title_says_private(appendix.title)
            return said or openness(report, pack) != "public" or has_private_blocks(report)
        case _:
            return True


def is_split(appendix: Appendix) -> bool:
    """Whether an appendix is blocks of the report's own, some of them marked as not for publication."""
    kept = not appendix.attachment and not appendix.link
    return kept and any(block.private for block in walk(appendix.blocks))


def is_private(block: object) -> bool:
    """Whether a block is withheld whole: marked itself, or a landscape stretch in which everything is."""
    if isinstance(block, Landscape) and block.blocks:
        return block.private or all(inner.private for inner in block.blocks)
    return bool(getattr(block, "private", False))


def is_private_throughout(blocks: Blocks) -> bool:
    """Whether there is something here, and nothing of it is for publication."""
    said = [block for block in blocks if not is_empty((block,))]
    return bool(said) and all(is_private(block) for block in said)


def withheld_appendices(report: Report, pack: Pack) -> tuple[Appendix, ...]:
    """The appendices of which the public gets nothing but the number."""
    return tuple(appendix for appendix in report.appendices if is_withheld(appendix, report, pack))


def holds_private(report: Report, pack: Pack) -> bool:
    """Whether anything in the report is not for publication."""
    return openness(report, pack) != "public" or has_private_blocks(report) or bool(withheld_appendices(report, pack))


def private_blocks(report: Report, pack: Pack) -> Iterator[tuple[str, str, Blocks]]:
    """What is not for publication, as (section id, appendix id, blocks): stretches of marked blocks, and the blocks of
    appendices that are withheld whole. Blocks of landscape stretches come by themselves."""
    for section in report.sections:
        yield section.id, "", tuple(_private(section.blocks))
    for appendix in report.appendices:
        whole = is_withheld(appendix, report, pack)
        yield "", appendix.id, tuple(walk(appendix.blocks) if whole else _private(appendix.blocks))


def private_files(report: Report, public: Report, pack: Pack) -> frozenset[str]:
    """The names of kept files that only what is withheld refers to; `public` is the report's public version."""
    pictures = {block.attachment for _, _, blocks in private_blocks(report, pack) for block in _pictures(blocks)}
    kept = {appendix.attachment for appendix in withheld_appendices(report, pack) if appendix.attachment}
    return frozenset((pictures - public_files(public)) | kept)


def public_files(public: Report) -> frozenset[str]:
    """The names of the kept files that a public version needs."""
    pictures = {block.attachment for _, block in all_blocks(public) if isinstance(block, Image)}
    return frozenset(pictures | {appendix.attachment for appendix in public.appendices}) - {""}


def _status(report: Report, field: str) -> Openness | None:
    answer = report.field(field)
    if answer.empty or not (answer.text.strip() or answer.value):
        return None
    word = answer.value if isinstance(answer.value, str) else ""
    return _KNOWN.get("-".join(word.casefold().replace("-", " ").split()), "unknown")


def _private(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if is_private(block):
            yield from walk((block,))
        elif isinstance(block, Landscape):
            yield from _private(block.blocks)


def _pictures(blocks: Blocks) -> Iterator[Image]:
    return (block for block in blocks if isinstance(block, Image))
