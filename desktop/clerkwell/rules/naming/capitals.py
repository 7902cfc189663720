"""Bodies and posts that a report writes with capitals in one place and without in another."""

import re
from collections import Counter
from collections.abc import Iterator

from clerkwell.proofing.naming.bodies import written
from clerkwell.rules.naming.named import Named, all_names
from clerkwell.rules.passages import PROSE, Passage, Reading
from clerkwell.rules.rule import Finding, found


def small_letters(reading: Reading) -> Iterator[Finding]:
    """The places where a name stands without its capitals, if it mostly has them."""
    names: dict[str, Named] = {}
    counts: Counter[str] = Counter()
    for name in reading.known(all_names):
        if name.sort != "other" and name.passage.kind in PROSE and not name.elsewhere and "(" not in name.text:
            names.setdefault(written(name.text), name)
            counts[written(name.text)] += 1
    if not names:
        return
    passages = [each for each in reading.passages if each.kind in PROSE and each.kind != "quotation"]
    whole = "\n".join(each.text for each in passages)
    for form, name in names.items():
        phrase = f"the {form}"
        if phrase not in whole:
            continue
        places = list(_places(phrase, passages))
        if places and len(places) <= counts[form]:
            for passage, start, end in places:
                message = f"“{passage.text[start:end]}” has capitals elsewhere in this report: “{name.text}”."
                yield found(passage, start, end, message, name.text)


def _places(phrase: str, passages: list[Passage]) -> Iterator[tuple[Passage, int, int]]:
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?![\w-])")
    for passage in passages:
        if phrase in passage.text:
            for match in pattern.finditer(passage.text):
                yield passage, match.start() + len("the "), match.end()
