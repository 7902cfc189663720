"""A built program proves itself: what it must be able to do before a file of it may be called a release."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from housekeeping.running import ChoreError
from installing.transcript import Transcript

PACK = "generic-english-council"


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
