"""What the check finds: a page of the workshop, and what the dialog of the main window shows too."""

from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.page import StudioPage
from clerkwell.workshop import PackProblem

_PICTURES = {"error": "error", "warning": "warning", "info": "info"}


def finding_items(found: tuple[PackProblem, ...]) -> tuple[Item, ...]:
    """The findings as items of a list: what is wrong, and where."""
    return tuple(
        Item(
            str(at),
            problem.message,
            f"{problem.severity.capitalize()}{f' · {problem.where}' if problem.where else ''}",
            picture=_PICTURES[problem.severity],
        )
        for at, problem in enumerate(found)
    )


def verdict(found: tuple[PackProblem, ...], name: str) -> str:
    """What the findings come to, in a sentence."""
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        return (
            f"{name} cannot be used until {'this error is' if errors == 1 else f'these {errors} errors are'} put right."
        )
    if any(problem.severity == "warning" for problem in found):
        return f"{name} can be used. There is something to look at:"
    if found:
        return f"{name} is sound. There is something to know of it:"
    return f"{name} is sound: nothing is wrong with it."


class FindingsPage(StudioPage):
    """Lists what is wrong with the pack as it is now; it is checked anew after every change."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "What to put right", "Everything is checked again after each change, here or in Word.")
        self.verdict = words()
        self.findings = ChoiceList("What is wrong with the template")
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.findings, 1)
        self.places = button("Go to “What goes &where”", lambda: bridge.page_wanted.emit("marking"), picture="fix")
        self.places.setToolTip("There places that were lost are put back, and others are put in.")
        self.column.addWidget(row(button("Check &again", bridge.check), self.places))
        bridge.checked.connect(self.show_pack)

    def show_pack(self) -> None:
        """Show what was found, or that it is being looked for."""
        found, about = self.bridge.problems, self.bridge.pack.manifest.pack
        if found is None:
            self.verdict.setText("Checking…")
            return
        self.verdict.setText(verdict(found, f"{about.title} {about.version}"))
        self.findings.show_items(finding_items(found))
