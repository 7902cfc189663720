"""Words of a text that hold for a time only: dates, "by the end of May", "last year", "at the previous meeting"."""

from clerkwell.proofing.dated.calendar import days_named
from clerkwell.proofing.dated.finding import dated
from clerkwell.proofing.dated.values import Dated, Times

__all__ = ["Dated", "Times", "dated", "days_named"]
