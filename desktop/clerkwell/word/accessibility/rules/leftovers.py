"""Rules about what is left over from the work: comments, tracked changes, prompts, marks, names of people."""

import re
from collections.abc import Iterator

from clerkwell.proofing.prompts import prompt_finder
from clerkwell.word.accessibility.facts import Facts, Paragraph
from clerkwell.word.accessibility.places import count
from clerkwell.word.accessibility.rule import INSPECTOR, MICROSOFT, DocumentRule, Found
from clerkwell.word.accessibility.rules.typed import BLANKS

_DRAFT = re.compile(r"\bDRAFT\b")
_DRAFT_LINE = re.compile(
    r"\W*(?:draft|(?:first|second|third|final|working|revised|initial) draft|draft (?:v|version )?[\d.]+)\W*\Z",
    re.IGNORECASE,
)
_DRAFT_WORDS = 8


def _comments(facts: Facts) -> Iterator[Found]:
    if facts.comments:
        yield Found(
            f"the document has {count(facts.comments, 'comment')}. Review > Delete > Delete All Comments in Document."
        )


def _changes(facts: Facts) -> Iterator[Found]:
    if facts.changes:
        yield Found(
            f"the document has {count(facts.changes, 'tracked change')}. Review > Accept (or Reject) > All Changes "
            "and Stop Tracking.",
        )


def _hidden(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.paragraphs:
        words = "".join(run.text for run in paragraph.runs if run.look.hidden).strip()
        if words and not paragraph.contents:
            yield Found(
                "there is hidden text. Show it with Home > ¶, and delete it, or take Hidden off (Home > Font).",
                paragraph.at,
                words[:80],
                "hidden",
            )


def _prompts(facts: Facts) -> Iterator[Found]:
    said: set[str] = set()
    grade = "info" if facts.draft else None
    for control in facts.controls:
        if control.prompting and control.kind != "picture" and not control.legacy and control.text:
            said.add(control.text)
            yield Found(
                f"a field still shows its prompt, “{control.text[:80]}”. Answer it, or delete it.",
                control.at,
                control.text[:80],
                severity=grade,  # type: ignore[arg-type]  # "info" or nothing
            )
    prompts = prompt_finder()
    for paragraph in facts.paragraphs:
        for match in prompts(paragraph.text):
            found = match.group()
            # Room that is typed is told as a form that nobody can fill in.
            if not BLANKS.search(found) and not any(found in each for each in said):
                yield Found(
                    f"words of a template, “{found[:80]}”, are still here. Write what they ask for, or delete them.",
                    paragraph.at,
                    found[:80],
                )


def _draft(facts: Facts) -> Iterator[Found]:
    grade = "info" if facts.draft else None
    for paragraph in facts.paragraphs:
        if _marked(paragraph):
            yield Found(
                "the document is marked as a draft. Take the mark out before it is published.",
                paragraph.at,
                paragraph.at.words,
                f"draft {paragraph.at.story}",
                severity=grade,  # type: ignore[arg-type]  # "info" or nothing
            )


def _marked(paragraph: Paragraph) -> bool:
    text = " ".join(paragraph.text.split())
    if paragraph.at.story in ("header", "footer"):
        return bool(_DRAFT.search(text) or _DRAFT_LINE.match(text))
    short = len(text.split()) <= _DRAFT_WORDS
    return (
        paragraph.at.story == "body"
        and short
        and bool(_DRAFT_LINE.match(text) or (_DRAFT.search(text) and not text.isupper()))
    )


def _watermarks(facts: Facts) -> Iterator[Found]:
    told = dict.fromkeys(each.watermark for each in facts.drawings if each.watermark)
    for words in told:
        at = next(each.at for each in facts.drawings if each.watermark == words)
        yield Found(
            f"a watermark, “{words[:80]}”, stands behind the text, where it makes it harder to read and is not read "
            "out. Design > Watermark > Remove Watermark.",
            at,
            words[:80],
        )


def _highlights(facts: Facts) -> Iterator[Found]:
    for paragraph in facts.paragraphs:
        marked = [run for run in paragraph.runs if run.look.highlighted and run.text.strip() and not run.look.hidden]
        if marked:
            yield Found(
                "words are highlighted, as for somebody to look at. Settle what it was for, and take it off: Home > "
                "Text Highlight Colour > No Colour.",
                paragraph.at,
                "".join(run.text for run in marked).strip()[:80],
                "highlight",
            )


def _people(facts: Facts) -> Iterator[Found]:
    named = {
        "author": facts.creator,
        "last modified by": facts.last_editor,
        "company": facts.company,
        "manager": facts.manager,
    }
    told = [f"{what} “{who}”" for what, who in named.items() if who]
    if told:
        yield Found(
            f"the document’s properties name {', '.join(told)}. To take names out: File > Info > Inspect Document.",
        )


def _macros(facts: Facts) -> Iterator[Found]:
    if facts.macros:
        yield Found("the document holds macros, which readers are warned of. Save it as an ordinary .docx.")


def rules() -> tuple[DocumentRule, ...]:
    """The rules of this subject."""
    return (
        DocumentRule(
            "left-comments",
            "warning",
            "Comments are left",
            f"{INSPECTOR}comments.",
            _comments,
        ),
        DocumentRule(
            "left-changes",
            "warning",
            "Tracked changes are left",
            f"{INSPECTOR}revisions.",
            _changes,
        ),
        DocumentRule(
            "left-hidden-text",
            "warning",
            "Hidden text is left",
            f"{INSPECTOR}hidden text.",
            _hidden,
        ),
        DocumentRule(
            "left-prompt",
            "error",
            "A prompt of the template is left",
            "What a template says to its author is not for readers.",
            _prompts,
        ),
        DocumentRule(
            "left-draft-mark",
            "warning",
            "A mark says that it is a draft",
            "A published document is final; who reads “draft” waits for another.",
            _draft,
        ),
        DocumentRule(
            "left-watermark",
            "warning",
            "A watermark is left",
            f"{MICROSOFT}“No image watermarks are used”.",
            _watermarks,
        ),
        DocumentRule(
            "left-highlight",
            "warning",
            "Highlighted words are left",
            f"{INSPECTOR}marks for editors. Colour alone tells readers nothing.",
            _highlights,
        ),
        DocumentRule(
            "left-names",
            "info",
            "The properties name people",
            f"{INSPECTOR}document properties and personal information.",
            _people,
        ),
        DocumentRule(
            "left-macros",
            "warning",
            "Macros are left",
            f"{INSPECTOR}macros, forms and ActiveX controls.",
            _macros,
        ),
    )
