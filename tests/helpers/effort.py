"""How much it takes to write one published report: keys and clicks, the prose apart, here and in LibreOffice.

The report is S0 of the seeds, in the City's layout of 2023, as it was published: without background papers. The two
answers that the layout insists on and S0 leaves out (the source of funding, the financial implications) are given in
both programs alike.

What is counted: every key press (a chord is one), every click (a triple click is three), every letter that only
chooses. What is not: the letters of the text itself, the names of files, the Enter between two paragraphs or two items
of a list, turning the wheel. In both programs the author has set up once what each offers for that: his details in the
settings here, an AutoText of the sign-off there.

LibreOffice (7.4, with its window, on the pack's `template.docx`, for the blank form is one to plan on paper): the
deeds that are `tried` were done by keys and clicks sent to its window, and counted by what had to be sent for them to
work; the others are reckoned from those. Where there were several ways, the shortest stands here. No cost is put down
for finding a command, for slips, for a style that went wrong, or for looking whether anything was forgotten.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    """Something that has to be done `times` times, and what it takes each time; `why` says by which keys.

    `tried`: it was done so in LibreOffice's window, and not only reckoned.
    """

    what: str
    times: int
    each: int
    why: str
    tried: bool = False

    @property
    def total(self) -> int:
        """All of it."""
        return self.times * self.each


LIBREOFFICE = (
    Deed("a prompt of the header filled", 11, 1, "a click selects the prompt whole (two committees in one, purpose, "
         "subject, outcomes, four about money, report of, purpose beside it, author)", tried=True),
    Deed("the dates", 1, 3, "Tab to the cell, Ctrl+Down to the prompt, Shift+End", tried=True),
    Deed("a section of one paragraph", 8, 1, "a click selects its prompt: recommendation, seven implications",
         tried=True),
    Deed("a section of several paragraphs", 4, 3, "two Ctrl+Down from the section before, Shift+End: after a click "
         "Enter would only break the line (summary, background, current position, conclusion)", tried=True),
    Deed("a list of bullets begun", 3, 1, "Shift+F12", tried=True),
    Deed("a list ended, back to numbered paragraphs", 2, 1, "one Enter more", tried=True),
    Deed("sections that are not needed taken out", 3, 4, "click before the first heading, Shift and click behind the "
         "last prompt, Delete, Delete for the paragraph left (options to key data; strategic; background papers)",
         tried=True),
    Deed("the first appendix", 1, 2, "a click on the prompt of its number, one on that of its title"),
    Deed("the second appendix", 1, 1, "Right, to leave the control: inside, Enter would only break the line"),
    Deed("its title made a link", 1, 3, "Shift+Home, Ctrl+K, Enter"),
    Deed("the prompt under the appendices taken out with its line", 1, 3, "click, Delete, Backspace"),
    Deed("the sign-off", 1, 6, "click at its first prompt, Shift and click at its last, three letters of an "
         "AutoText, F3"),
    Deed("the file", 1, 3, "Ctrl+Shift+S, Enter, Enter to keep Word's format"),
)  # fmt: skip

# What the issue asks for: at most so much of what LibreOffice takes.
MOST = 0.6


def in_libreoffice() -> int:
    """What the whole report takes in LibreOffice."""
    return sum(deed.total for deed in LIBREOFFICE)


def account(here: int) -> str:
    """Both, side by side, for people."""
    lines = [f"{deed.total:4}  {deed.what} ({deed.times} × {deed.each}: {deed.why})" for deed in LIBREOFFICE]
    there = in_libreoffice()
    return "\n".join(("LibreOffice", *lines, f"{there:4}  in all", f"Here: {here}, {100 * here / there:.0f} % of that"))
