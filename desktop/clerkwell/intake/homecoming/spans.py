"""The words of a read paragraph as runs of a report."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from clerkwell.model import Footnote, Reference, Run, Runs, Text
from clerkwell.model.runs import canonical
from clerkwell.word.reader.document import Span, WordParagraph

# What a live reference holds on to while the block that it points at has no id yet: the bookmark's name after this.
BOOKMARK = "bookmark:"


def runs_of(spans: Iterable[Span]) -> Runs:
    """The runs of these spans, without pictures; what they point at is named by its bookmark."""
    done: list[Run] = []
    for span in spans:
        if span.note is not None:
            done.append(Footnote(runs=_note(span.note)))
        elif span.target:
            _point(done, span)
        elif span.text:
            done.append(
                Text(text=span.text, bold=span.bold, italic=span.italic, script=span.script, link=_link(span.link))
            )
    return _ended(canonical(done))


def _point(done: list[Run], span: Span) -> None:
    """Add a live reference. A number in a nested list is several fields, one after another: the last is the item's."""
    new = Reference(to="paragraph", target=f"{BOOKMARK}{span.target}\n{span.text}")
    last = done[-1] if done else None
    if isinstance(last, Reference) and (_bookmark(last) == _bookmark(new) or span.text.startswith("(")):
        done.pop()
    done.append(new)


def _note(paragraphs: Sequence[WordParagraph]) -> tuple[Text, ...]:
    """The words of a footnote; the space after its mark is the document's."""
    runs: list[Text] = []
    for paragraph in paragraphs:
        words = [each for each in runs_of(paragraph.spans) if isinstance(each, Text)]
        if not runs and words:
            first = words[0].text.removeprefix("\u00a0") if words[0].text[:1] == "\u00a0" else words[0].text
            words[0] = words[0].model_copy(update={"text": first.removeprefix(" ")})
        elif words:
            runs.append(Text(text="\n"))
        runs += words
    return tuple(run for run in canonical(runs) if isinstance(run, Text))


def _ended(runs: Runs) -> Runs:
    """The runs without breaks at their end: nobody sees them, and LibreOffice drops them."""
    last = runs[-1] if runs else None
    if not isinstance(last, Text) or not last.text.endswith("\n"):
        return runs
    text = last.text.rstrip("\n")
    return _ended((*runs[:-1], last.model_copy(update={"text": text}))) if text else _ended(runs[:-1])


def _link(link: str) -> str:
    """An address as the writer has it: some programs write spaces in it as they are."""
    return quote(link, safe="%:/?#@!$&'()*+,;=-._~[]") if " " in link else link


def _bookmark(reference: Reference) -> str:
    return reference.target.partition("\n")[0]
