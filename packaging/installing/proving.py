"""A built program proves itself: what it must be able to do before a file of it may be called a release."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from housekeeping.places import ROOT, environment
from housekeeping.running import ChoreError
from housekeeping.venvs import ready
from installing.transcript import Transcript

PACK = "generic-english-council"
SAMPLED = ROOT / "packaging" / "installing" / "sampled.py"


def prove(program: Sequence[str | Path], work: Path, transcript: Transcript, env: Mapping[str, str]) -> None:
    """Run the self-test, then write a report, check it, export it and read it back, with the program as installed.

    `program` is the command that starts it. Raises ChoreError at the first step that does not do what it should.
    """
    transcript.heading("The built program proves itself")
    work.mkdir(parents=True, exist_ok=True)

    def said(*arguments: str | Path, wanted: int = 0, show: bool = False) -> str:
        return transcript.run([*program, *arguments], cwd=work, env=env, wanted=wanted, show=show)

    tested = said("self-test", show=True)
    if "ok:" not in tested:
        raise ChoreError("The self-test said nothing of the templates that it tried.")
    report, draft, again = work / "report é.clerkwell", work / "draft.docx", work / "again.clerkwell"
    for file in (report, draft, again):
        file.unlink(missing_ok=True)
    said("new", "--pack", PACK, "-o", report)
    # A blank report has errors, which hold a final back and not a draft.
    found = json.loads(said("check", report, "--json", wanted=1))
    if not found["counts"]["error"]:
        raise ChoreError("A blank report was found to have no errors.")
    said("export", report, "-o", work / "final.docx", wanted=1)
    if (work / "final.docx").exists():
        raise ChoreError("A final document was written although errors stand.")
    said("export", report, "-o", draft, "--draft")
    said("import", draft, "-o", again)
    shown = json.loads(said("show", again, "--json"))
    if PACK not in json.dumps(shown):
        raise ChoreError("A draft that was exported did not come home to its template.")
    _prove_final(said, work, transcript)


def _prove_final(said: Callable[..., str], work: Path, transcript: Transcript) -> None:
    """Export the template's own sample, in which no error stands, and read what was sent back into a report."""
    sample, final, again = work / "sample é.clerkwell", work / "sent.docx", work / "sent.clerkwell"
    for file in (sample, final, again):
        file.unlink(missing_ok=True)
    transcript.run([ready(), SAMPLED, PACK, sample], env=environment(source=True))
    if json.loads(said("check", sample, "--json"))["counts"]["error"]:
        raise ChoreError("The template's sample was found to have errors.")
    said("export", sample, "-o", final)
    said("import", final, "-o", again)
    wanted, found = (json.loads(said("show", file, "--json")) for file in (sample, again))
    sections = [[each["id"] for each in report["sections"]] for report in (wanted, found)]
    if wanted["fields"] != found["fields"] or sections[0] != sections[1]:
        raise ChoreError("A final document that was read back has not the details and the sections of its report.")
    transcript.note(f"Read back from the final document: {len(found['fields'])} details, {len(sections[1])} sections.")
