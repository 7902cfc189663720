"""Days in words, as notes, versions and changes say when they were made."""

from datetime import date, datetime, timedelta


def date_words(day: date) -> str:
    """ "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def day(when: datetime | None) -> str:
    """ "3 November 2026"; nothing for a time that nobody knows."""
    if when is None:
        return ""
    local = when.astimezone()
    return f"{local.day} {local:%B %Y}"


def moment(when: datetime) -> str:
    """ "3 November 2026 at 14:05"."""
    local = when.astimezone()
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"


def since(when: datetime, now: datetime) -> str:
    """ "since 09:40 today", "since 16:05 yesterday", "since 3 November 2026 at 14:05"."""
    local, today = when.astimezone(), now.astimezone().date()
    if local.date() == today:
        return f"since {local:%H:%M} today"
    if local.date() == today - timedelta(days=1):
        return f"since {local:%H:%M} yesterday"
    return f"since {moment(when)}"


def by_and_on(who: str, when: datetime | None) -> str:
    """Who and when, as they go on from a word: " by J. Smith on 3 November 2026"; what is not known is left out."""
    return f"{f' by {who}' if who else ''}{f' on {day(when)}' if when else ''}"
