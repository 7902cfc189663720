"""Making a pack of the guesses that were taken: its manifest, its template with every place, a sample, its changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clerkwell.packs import Manifest, Pack
from clerkwell.packs.load import MANIFEST, SAMPLE, TEMPLATE, load_files
from clerkwell.packs.manifest import FieldSpec
from clerkwell.word.template.adding import NewStyle, add_styles
from clerkwell.word.template.heading_rows import with_heading_rows
from clerkwell.word.template.shapes import LineShape, template_shapes
from clerkwell.word.template.steps import set_up
from clerkwell.workshop.draft import manifest_text
from clerkwell.workshop.making.known import Known, single
from clerkwell.workshop.making.looks import heading_styles
from clerkwell.workshop.making.marking_up import plain_headings, stem_of, steps_of
from clerkwell.workshop.making.proposal import Guess, Proposal
from clerkwell.workshop.making.sample import sample_of
from clerkwell.workshop.making.specs import Whose, manifest_of
from clerkwell.workshop.numbers import number_problems

CHANGES = "CHANGES.md"
# The styles that there are only for numbered paragraphs.
_NUMBERS = ("numbered-paragraph", "unnumbered-paragraph")
_PROMPTS = NewStyle("Placeholder Text", kind="character", grey=True)


def make(proposal: Proposal, about: Whose, packs: Sequence[Pack]) -> Mapping[str, bytes]:
    """The files of the pack. `packs` are those that the proposal was made with.

    `WordError` says why a place could not be put where it was wanted; `PackError` why the parts do not fit each other.
    """
    files = _files(proposal, about, packs)
    pack = load_files(files, about.title)
    if any(each.severity == "error" for each in number_problems(pack)):
        # Word counts something else as well: then the program counts nothing.
        files = _files(proposal, about, packs, numbered=False)
        pack = load_files(files, about.title)
    sample = sample_of(pack).model_dump_json(indent=1) + "\n"
    return {**files, SAMPLE: sample.encode()}


def _files(proposal: Proposal, about: Whose, packs: Sequence[Pack], *, numbered: bool = True) -> dict[str, bytes]:
    shapes = template_shapes(proposal.data)
    taken = _taken(proposal)
    if not numbered:
        taken = [each for each in taken if each.what != "numbers"]
    left = any(each.what == "stem" and not each.taken for each in proposal.guesses)
    stem = None if left else stem_of(proposal, taken, shapes)
    manifest = manifest_of(proposal, taken, about, Known(packs))
    if stem is not None:
        manifest = _with_stem(manifest, shapes, stem)
    if not numbered:
        plain = tuple(each.model_copy(update={"numbered": False}) for each in manifest.section)
        about_it = manifest.pack.model_copy(update={"numbering": "none"})
        manifest = manifest.model_copy(update={"section": plain, "pack": about_it})
    added = [(each, each.where) for each in taken if each.what == "style" and isinstance(each.where, NewStyle)]
    # A role that somebody gave a style that is there needs no new one.
    new = [style for each, style in added if each.labels == (style.name,)]
    new += list(heading_styles([style for _, style in plain_headings(taken, shapes)]).values())[1:]
    template = add_styles(proposal.data, [_PROMPTS, *new], manifest.pack.language)
    done, headed = with_heading_rows(set_up(template, steps_of(proposal, taken, manifest, shapes, stem)))
    return {
        MANIFEST: manifest_text(manifest, text=_head(proposal)).encode(),
        TEMPLATE: done,
        CHANGES: _changes(about, proposal, headed).encode(),
    }


def _taken(proposal: Proposal) -> list[Guess]:
    """The guesses that hold, without what rests on others that do not."""
    taken = [each for each in proposal.guesses if each.taken or (each.what == "stays" and each.part != "stays")]
    taken = [each for each in taken if each.part != "removed"]
    if any(each.what == "numbers" and not each.taken for each in proposal.guesses):
        taken = [each for each in taken if each.what != "style" or each.id not in _NUMBERS]
    rows = {each.number for each in taken if each.what == "rows"}
    found: list[Guess] = []
    for each in taken:
        if each.what == "field" and each.inside is not None and each.inside not in rows:
            # Without its rows an answer comes once.
            own = single(each.id)
            each = replace(each, inside=None, id=own if "." not in own else own.replace(".", "-"))
        found.append(each)
    filled = {each.inside for each in found if each.what == "field"}
    return [each for each in found if each.what != "rows" or each.number in filled]


def _with_stem(manifest: Manifest, shapes: Sequence[LineShape], stem: int) -> Manifest:
    words = shapes[stem].raw.strip()
    spec = FieldSpec(
        id="recommendation-stem",
        title="Words before the recommendations",
        default=words,
        optional=True,
        guidance="Words that every recommendation goes on from. Leave it empty if each recommendation is a sentence.",
    )
    return manifest.model_copy(update={"field": (*manifest.field, spec)})


def _head(proposal: Proposal) -> str:
    return f"# Made from “{proposal.name}”.\n\n"


def _changes(about: Whose, proposal: Proposal, headed: int) -> str:
    left = {each.number for each in proposal.guesses if each.what == "numbers" and not each.taken}
    removed = "".join(f"- {each.reason}\n" for each in proposal.of("removed") if each.inside not in left)
    if headed:
        tables = "One table has" if headed == 1 else f"{headed} tables have"
        removed += (
            f"- {tables} now a header row, and a first column that names the rows: a mark for screen readers, which "
            "changes nothing of how they look.\n"
        )
    return f"# Changes to “{about.title}”\n\n## 1.0.0\n\nThe first version, made from “{proposal.name}”.\n" + (
        f"\n{removed}" if removed else ""
    )
