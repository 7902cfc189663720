"""The rules: functions over (report, pack) that return problems.

What is exported is loaded when it is first asked for: a window stands long before it needs the rules themselves.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.rules.engine import Engine, can_accept, check, concerns, standing_errors
    from clerkwell.rules.fixing import FixedAll, fix_all
    from clerkwell.rules.language.readable import SectionFigures, readabilities, readable_blocks
    from clerkwell.rules.law.details import figures_in, private_figures, private_phrases
    from clerkwell.rules.law.lateness import late, with_lateness
    from clerkwell.rules.law.marked import IN_WORDS_ONLY
    from clerkwell.rules.law.withheld import Withheld, bare_address, shortened
    from clerkwell.rules.law.word_runs import WordRuns
    from clerkwell.rules.parts.citing import cited_at
    from clerkwell.rules.rule import Finding, Rule
    from clerkwell.rules.table import catalogue
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
    "readable_blocks",
    "section_words",
    "shortened",
    "standing_errors",
    "with_lateness",
]

# Where in this room each of them is.
_WHERE: Final = {
    "IN_WORDS_ONLY": "law.marked",
    "Engine": "engine",
    "Finding": "rule",
    "FixedAll": "fixing",
    "Rule": "rule",
    "SectionFigures": "language.readable",
    "Withheld": "law.withheld",
    "WordRuns": "law.word_runs",
    "bare_address": "law.withheld",
    "can_accept": "engine",
    "catalogue": "table",
    "check": "engine",
    "cited_at": "parts.citing",
    "concerns": "engine",
    "figures_in": "law.details",
    "fix_all": "fixing",
    "late": "law.lateness",
    "part_title": "words",
    "private_figures": "law.details",
    "private_phrases": "law.details",
    "readabilities": "language.readable",
    "readable_blocks": "language.readable",
    "section_words": "words",
    "shortened": "law.withheld",
    "standing_errors": "engine",
    "with_lateness": "law.lateness",
}

__getattr__ = on_demand(__name__, _WHERE)
