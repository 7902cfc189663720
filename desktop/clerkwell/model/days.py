"""Days as the program writes them for people: in British English, whatever language the computer speaks."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A council's form that says the weekday too: "Thursday 12 March 2026".
WITH_WEEKDAY: Final = "weekday d month yyyy"


def full(day: date) -> str:
    """The day in full: "7 December 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(day: date) -> str:
    """The day with its weekday: "Wednesday 7 December 2022"."""
    return f"{WEEKDAYS[day.weekday()]} {full(day)}"


def in_form(day: date, form: str) -> str:
    """The day in a council's house form: `dd/mm/yyyy`, `weekday d month yyyy`, or in full for any other."""
    if form == WITH_WEEKDAY:
        return in_words(day)
    return f"{day.day:02}/{day.month:02}/{day.year}" if form == "dd/mm/yyyy" else full(day)
