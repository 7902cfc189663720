"""The help pages of the rules, made of the catalogue and its examples: one page a subject, and an index.

A rule's page is what it is tested by, so it cannot promise what the program does not do.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from clerkwell.rules import Rule, catalogue
from clerkwell.rules.examples import Example, Examples, examples
from clerkwell.system import resources_folder


class Subject(NamedTuple):
    """A page: its file's name, its title, what it is about, and which files of examples it is made of."""

    name: str
    title: str
    about: str
    of: tuple[str, ...]


SUBJECTS: Final = (
    Subject(
        "rules-parts", "Rules: the parts of a report", "Header, sections, and what the template says to its author.",
        ("header", "sections", "leading", "prompts", "bearings", "clearances", "empty_cells"),
    ),
    Subject(
        "rules-law", "Rules: what the law asks", "Publication, exempt information, decisions and background papers.",
        ("deadlines", "exempt", "withheld", "executive", "papers", "status", "details", "marked", "equality"),
    ),
    Subject(
        "rules-sense", "Rules: what does not agree", "Money, counts, totals and purposes that contradict each other.",
        ("money", "purpose", "counts", "totals", "readers", "at_odds"),
    ),
    Subject(
        "rules-references", "Rules: appendices and references", "What is cited, listed, or pointed at.",
        ("appendices", "references", "pointers", "calling", "numbers", "carried_over", "carried-over"),
    ),
    Subject(
        "rules-dates", "Rules: dates and times", "Days that are none, and days that do not fit.",
        ("dates", "times", "weekdays"),
    ),
    Subject(
        "rules-names", "Rules: names, terms and acronyms", "One thing by one name, explained once.",
        ("acronyms", "terms", "names", "one_word_apart", "addressed"),
    ),
    Subject(
        "rules-spelling", "Rules: spelling and wording", "Words that are misspelt, doubled or confused.",
        ("spelling", "wording", "addresses"),
    ),
    Subject(
        "rules-grammar", "Rules: grammar", "Verbs in a wrong form, one where several are meant, and apostrophes.",
        ("grammar",),
    ),
    Subject(
        "rules-punctuation", "Rules: punctuation and sentences", "Spaces, brackets, lists, and long sentences.",
        ("punctuation", "lists", "sentences", "run_together"),
    ),
    Subject(
        "rules-house", "Rules: house style", "The council’s form of dates, times, money and numbers.", ("house",),
    ),
    Subject(
        "rules-accessible", "Rules: a report that everyone can read", "Pictures, links, tables, headings and colours.",
        ("accessible",),
    ),
)  # fmt: skip
# Where a new file of examples is until somebody gives it a subject.
_REST: Final = Subject("rules-others", "Rules: everything else", "What fits under no other subject.", ())
_SEVERITIES: Final = {
    "error": "An error: it stops the final document",
    "warning": "A warning",
    "info": "A note",
}
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\((?:mailto:)?([^)\s]+)\)")
_NOTE = re.compile(r"\^\[([^\]]+)\]")
_PICTURE = re.compile(r"!\[(?P<alt>.*?)\]\([^)]+\)")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def rule_pages(folder: Path | None = None) -> dict[str, str]:
    """Every page by the name of its file. `folder` holds the examples; the program's own where none is given."""
    source = folder or resources_folder() / "rules"
    given = examples(source)
    by_page = _by_page(source)
    pages = {
        f"{subject.name}.md": _page(subject, rules, given)
        for subject in (*SUBJECTS, _REST)
        if (rules := [rule for rule in catalogue() if by_page.get(rule.id, _REST) == subject])
    }
    shown = [subject for subject in (*SUBJECTS, _REST) if f"{subject.name}.md" in pages]
    return {"rules.md": _index(shown, by_page), **pages}


def _by_page(folder: Path) -> Mapping[str, Subject]:
    """The page that each rule is on, by the file that its examples are in."""
    done = {}
    for path in sorted(folder.glob("*.toml")):
        page = next((subject for subject in SUBJECTS if path.stem in subject.of), _REST)
        done.update({rule: page for rule in tomllib.loads(path.read_text(encoding="utf-8"))})
    return done


def _index(subjects: Sequence[Subject], by_page: Mapping[str, Subject]) -> str:
    lines = [
        "# Rules: what is checked",
        "",
        f"Your report is checked against {len(catalogue())} rules. Each has a page that says why it is there, where it "
        "comes from, what it finds, and what it leaves alone.",
        "",
    ]
    for subject in subjects:
        count = sum(1 for rule in catalogue() if by_page.get(rule.id, _REST) == subject)
        rules = "1 rule" if count == 1 else f"{count} rules"
        lines.append(
            f"- [{subject.title.partition(': ')[2].capitalize()}]({subject.name}.md): {rules}. {subject.about}"
        )
    lines += [
        "",
        "## What a rule can be",
        "",
        "An **error** stops the final document until it is put right, or a person accepts it with a name and a reason. "
        "A **warning** is worth a look, and can be set aside with a reason. A **note** is there to know.",
        "",
        "Your council’s template can make a rule graver or lighter, or switch it off, unless its page says otherwise. "
        "Rules that rest on the law of England are silent in templates of other nations.",
        "",
    ]
    return "\n".join(lines)


def _page(subject: Subject, rules: Iterable[Rule], given: Mapping[str, Examples]) -> str:
    lines = [f"# {subject.title}", "", subject.about, "", "[All rules](rules.md)", ""]
    for rule in rules:
        lines += _rule(rule, given.get(rule.id, Examples()))
    return "\n".join(lines)


def _rule(rule: Rule, shown: Examples) -> Iterator[str]:
    yield from (f"## {_plain(rule.title)}", "")
    yield from (f"{_SEVERITIES[rule.severity]}. Its name is `{rule.id}`.", "")
    yield from (_plain(rule.why), "")
    yield from (f"**Where it comes from:** {_plain(rule.source)}.".replace("..", "."), "")
    more = [*_terms(rule)]
    if more:
        yield from (" ".join(more), "")
    for title, listed in (("It finds", shown.caught), ("It leaves alone", shown.left)):
        if listed:
            # Two files without a description are one example to a reader.
            yield from (f"**{title}:**", "", *dict.fromkeys(f"- {_example(each)}" for each in listed), "")


def _terms(rule: Rule) -> Iterator[str]:
    if rule.fix:
        yield f"**Put right** can do it for you: {_plain(rule.fix)}."
    if rule.england:
        yield "It holds in England only."
    if rule.locked:
        yield "No template can switch it off."
    if not rule.acceptable:
        yield "Nobody can accept it for a final document."


def _example(example: Example) -> str:
    return " / ".join(filter(None, map(_line, example.says.splitlines()))) or "(nothing)"


def _line(line: str) -> str:
    """A line of an example as people write: its marks are for the tests."""
    words = line.strip()
    private = words.startswith("private: ")
    words = words.removeprefix("private: ")
    if picture := _PICTURE.fullmatch(words):
        alt = picture["alt"].strip()
        told = f"a picture described as “{_plain(alt)}”" if alt else "a picture without a description"
    elif words.startswith("|"):
        cells = [cell.strip() for cell in words.strip("|").split("|")]
        if all(cell and set(cell) <= set("-:") for cell in cells):
            return "(the row above is a header)"
        told = f"table row: {' · '.join(_inline(cell) or '(empty)' for cell in cells)}"
    elif words.startswith("# "):
        told = f"sub-heading: {_inline(words[2:])}"
    elif words.startswith("- "):
        told = f"• {_inline(words[2:])}"
    elif words.startswith("> "):
        told = f"quotation: {_inline(words[2:])}"
    elif words.startswith("caption: "):
        told = f"caption: {_inline(words[9:])}"
    else:
        told = _inline(words)
    return f"(not for publication) {told}" if private else told


def _inline(words: str) -> str:
    words = _NOTE.sub(r" (footnote: \1)", words)
    pieces = []
    at = 0
    for match in re.finditer(f"{_BOLD.pattern}|{_LINK.pattern}", words):
        pieces.append(_plain(words[at : match.start()]))
        bold, shown, address = match.groups()
        pieces.append(f"**{_plain(bold)}**" if bold else f"{_plain(shown)} (a link to {_plain(address)})")
        at = match.end()
    return "".join((*pieces, _plain(words[at:])))


def _plain(words: str) -> str:
    """Words that Markdown takes for nothing else; spaces that are the fault are kept."""
    return _SPECIAL.sub(r"\\\1", words).replace("  ", " \u00a0").replace("\t", " \u00a0\u00a0")
