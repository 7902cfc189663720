"""Are the labels and headings of a template the words that its pack gives them?

An author sees the pack's words on the screen, a reader the template's in the document; and an import knows a report of
this layout by the pack's labels.
"""

import re
from collections.abc import Iterator

from clerkwell.packs import Pack
from clerkwell.packs.load import TEMPLATE
from clerkwell.word.template import TemplateLine
from clerkwell.word.template.lines import PLACE
from clerkwell.workshop.problem import PackProblem


def label_problems(pack: Pack, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Labels that the template lost or words otherwise, and headings that differ."""
    everything = " ".join(_folded(line.words.replace(PLACE, " ")) for line in lines)
    # Places that stand by themselves, in a line without words and in no table, have no label to lose.
    bare = {tag for line in lines if not line.at.table and not line.words.strip(f"{PLACE} ") for tag in line.holds}
    bare |= {tag for line in lines if not line.at.table for tag in line.inside if tag.startswith("field:")}
    for spec in pack.manifest.field:
        said = f"{everything} {_folded(spec.prefix)}"
        if not spec.printed or not spec.labels or f"field:{spec.id}" in bare:
            continue
        if not any(_says(said, each) for each in spec.labels):
            yield PackProblem(
                "warning",
                f"The template does not have the label “{spec.labels[0]}” for “{spec.title}”. Put it back, or change "
                "it in the pack as well, so that reports of this layout are still recognised.",
                TEMPLATE,
            )
    titles = {f"heading:{spec.id}": (spec.title, *spec.aliases) for spec in pack.manifest.section}
    titles |= {f"heading:{spec.id}": (spec.title, *spec.aliases) for spec in pack.manifest.group}
    for line in lines:
        for tag in line.holds:
            if tag not in titles or pack.manifest.pack.order == "report":
                continue
            said = _folded(line.words.replace(PLACE, " "))
            if not any(_says(said, each) for each in titles[tag]):
                yield PackProblem(
                    "warning",
                    f"The heading of “{titles[tag][0]}” reads “{line.words}” in the template. Word both alike: authors "
                    "see the pack’s words.",
                    f"{TEMPLATE}, {line.at.words}",
                )
    yield from _levels(pack, lines)
    yield from _no_headings(pack, lines)


def _levels(pack: Pack, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Headings that are none, or of another level than the others of their group."""
    groups = {spec.id: spec.group for spec in pack.manifest.section if spec.heading == "block" and spec.group}
    usual: dict[str, list[int]] = {}
    headings = [
        (groups[tag.partition(":")[2]], line)
        for line in lines
        for tag in line.holds
        if tag.startswith("heading:") and tag.partition(":")[2] in groups and not line.at.table
    ]
    for group, line in headings:
        usual.setdefault(group, []).append(line.level)
    for group, line in headings:
        most = max(sorted(set(usual[group])), key=usual[group].count)
        if line.level != most and usual[group].count(most) > 1:
            is_now = f"a Heading {line.level}" if line.level else "no heading"
            yield PackProblem(
                "warning",
                f"“{line.words}” is {is_now} (its style is {line.style}), while the headings beside it are of level "
                f"{most}. Give it their style.",
                f"{TEMPLATE}, {line.at.words}",
            )


def _no_headings(pack: Pack, lines: tuple[TemplateLine, ...]) -> Iterator[PackProblem]:
    """Headings over sections and groups that no one who goes by headings would find."""
    run_in = {f"heading:{spec.id}" for spec in pack.manifest.section if spec.heading == "run-in"}
    groups = {f"group:{spec.id}": spec.title for spec in pack.manifest.group if spec.printed}
    for line in lines:
        headed = any(tag.startswith("heading:") and tag not in run_in for tag in line.holds)
        grouped = next((groups[tag] for tag in line.inside[:1] if tag in groups), "")
        is_heading = headed or (grouped and _folded(grouped) == _folded(line.words))
        if is_heading and not line.level and not line.at.table:
            yield PackProblem(
                "warning",
                f"“{line.words}” stands over a part of the report and is no heading (its style is {line.style}). Give "
                "it one of the heading styles, so that readers find the part.",
                f"{TEMPLATE}, {line.at.words}",
            )


def _says(text: str, words: str) -> bool:
    """Whether a folded text has these words, as whole words."""
    return re.search(rf"(?<!\w){re.escape(_folded(words))}(?!\w)", text) is not None


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().rstrip(": ").split())
