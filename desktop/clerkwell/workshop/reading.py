"""Whether everyone can read what a pack makes: the trial export under the rules about documents."""

from collections.abc import Iterator

from clerkwell.packs.load import SAMPLE, TEMPLATE
from clerkwell.word.accessibility import graded
from clerkwell.workshop.problem import PackProblem


def reading_problems(template: bytes, export: bytes) -> Iterator[PackProblem]:
    """What keeps readers out of the sample's export, and which of it the template itself brings.

    A template may have its reasons, so its own faults are told for information; what else the export has is a warning.
    Raises `WordError` for a document that cannot be read.
    """
    for each in graded(export, template):
        problem = each.problem
        if each.own:
            yield PackProblem(
                "info",
                f"{problem.message} Every report made with this template has this; it is the template’s own, and only "
                f"whoever looks after the template can change it. ({problem.why})",
                TEMPLATE,
            )
        elif problem.severity != "info":
            yield PackProblem("warning", f"The sample’s document is not for everyone. {problem.message}", SAMPLE)
