"""Template packs: what a council's document asks for, loading them, and the order and numbers their reports have.

What is exported is loaded when it is first asked for: a start page needs little of it.
"""

from typing import TYPE_CHECKING, Final

from clerkwell.system.on_demand import on_demand

if TYPE_CHECKING:
    from clerkwell.packs.advice import field_advice, field_choices, limits_in_words, need, section_advice
    from clerkwell.packs.answers import (
        choice,
        names_another_weekday,
        options,
        parse_date,
        understand,
        understood_choice,
        without_time,
    )
    from clerkwell.packs.catalogue import Catalogue, Faulty
    from clerkwell.packs.conditions import holds, relevant, wanted
    from clerkwell.packs.deadlines import Deadline, Meeting, deadline, meeting_days, meetings, publication_deadline
    from clerkwell.packs.errors import PackError, PackNotFoundError
    from clerkwell.packs.finding import find_packs
    from clerkwell.packs.leading import LEAD_IN, LED_IN, lead_ins
    from clerkwell.packs.load import load_files, load_folder, read_manifest
    from clerkwell.packs.manifest import FieldSpec, GroupSpec, Manifest, RepeatSpec, SectionSpec
    from clerkwell.packs.numbering import Numbers, numbers
    from clerkwell.packs.outlining import OTHER, Part, outline, own_spec
    from clerkwell.packs.pack import Pack
    from clerkwell.packs.remembered import Remembered

__all__ = [
    "LEAD_IN", "LED_IN", "OTHER", "Catalogue", "Deadline", "Faulty", "FieldSpec", "GroupSpec", "Manifest", "Meeting",
    "Numbers", "Pack", "PackError", "PackNotFoundError", "Part", "Remembered", "RepeatSpec", "SectionSpec", "choice",
    "deadline", "field_advice", "field_choices", "find_packs", "holds", "lead_ins", "limits_in_words", "load_files",
    "load_folder", "meeting_days", "meetings", "names_another_weekday", "need", "numbers", "options", "outline",
    "own_spec", "parse_date", "publication_deadline", "read_manifest", "relevant", "section_advice", "understand",
    "understood_choice", "wanted", "without_time",
]  # fmt: skip

# Where in this room each of them is.
_WHERE: Final = {
    "Catalogue": "catalogue",
    "Deadline": "deadlines",
    "Faulty": "catalogue",
    "FieldSpec": "manifest",
    "GroupSpec": "manifest",
    "LEAD_IN": "leading",
    "LED_IN": "leading",
    "Manifest": "manifest",
    "Meeting": "deadlines",
    "Numbers": "numbering",
    "OTHER": "outlining",
    "Pack": "pack",
    "PackError": "errors",
    "PackNotFoundError": "errors",
    "Part": "outlining",
    "Remembered": "remembered",
    "RepeatSpec": "manifest",
    "SectionSpec": "manifest",
    "choice": "answers",
    "deadline": "deadlines",
    "field_advice": "advice",
    "field_choices": "advice",
    "find_packs": "finding",
    "holds": "conditions",
    "lead_ins": "leading",
    "limits_in_words": "advice",
    "load_files": "load",
    "load_folder": "load",
    "meeting_days": "deadlines",
    "meetings": "deadlines",
    "names_another_weekday": "answers",
    "need": "advice",
    "numbers": "numbering",
    "options": "answers",
    "outline": "outlining",
    "own_spec": "outlining",
    "parse_date": "answers",
    "publication_deadline": "deadlines",
    "read_manifest": "load",
    "relevant": "conditions",
    "section_advice": "advice",
    "understand": "answers",
    "understood_choice": "answers",
    "wanted": "conditions",
    "without_time": "answers",
}

__getattr__ = on_demand(__name__, _WHERE)
