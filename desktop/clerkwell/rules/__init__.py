"""The rules: functions over (report, pack) that return problems."""

from clerkwell.rules.catalogue import catalogue
from clerkwell.rules.engine import Engine, can_accept, check, concerns, standing_errors
from clerkwell.rules.fixing import FixedAll, fix_all
from clerkwell.rules.language.readable import SectionFigures, readabilities
from clerkwell.rules.law.details import figures_in, private_figures, private_phrases
from clerkwell.rules.law.lateness import late, with_lateness
from clerkwell.rules.law.marked import IN_WORDS_ONLY
from clerkwell.rules.law.withheld import Withheld, bare_address, shortened
from clerkwell.rules.law.word_runs import WordRuns
from clerkwell.rules.parts.citing import cited_at
from clerkwell.rules.rule import Finding, Rule
from clerkwell.rules.words import part_title, section_words

__all__ = [
    "IN_WORDS_ONLY",
    "Engine",
    "Finding",
    "FixedAll",
    "Rule",
    "SectionFigures",
    "Withheld",
    "WordRuns",
    "bare_address",
    "can_accept",
    "catalogue",
    "check",
    "cited_at",
    "concerns",
    "figures_in",
    "fix_all",
    "late",
    "part_title",
    "private_figures",
    "private_phrases",
    "readabilities",
    "section_words",
    "shortened",
    "standing_errors",
    "with_lateness",
]
