"""A pack made from a council's own Word document: what it seems to be made of, and, once that is settled, its files."""

from clerkwell.workshop.making.making import make
from clerkwell.workshop.making.proposal import NOTHING_FOUND, PARTS, Guess, Part, Proposal, What, changed
from clerkwell.workshop.making.proposing import propose
from clerkwell.workshop.making.specs import Whose

__all__ = ["NOTHING_FOUND", "PARTS", "Guess", "Part", "Proposal", "What", "Whose", "changed", "make", "propose"]
