"""What the process that makes pages does between two asks."""

import io
import os
from pathlib import Path

import pytest

from clerkwell.model import give_ids
from clerkwell.model.advancing import advance
from clerkwell.printing.approximation import Press
from clerkwell.session.pages_asked import Answer, Ask
from clerkwell.session.pages_serving import serve
from clerkwell.system.frames import get, put
from helpers.shipped import kept, sample, shipped

PACK = shipped("north-somerset-executive-2022")


def test_only_pages_of_ours_have_what_was_laid_out_before_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks, answers = io.BytesIO(), io.BytesIO()
    tidied: list[int] = []
    monkeypatch.setattr(Press, "tidy", lambda _: tidied.append(answers.tell()))
    report = give_ids(sample(PACK))
    put(asks, Ask("pages", advance(None, report), PACK, kept(PACK), folder=tmp_path))
    put(asks, Ask("document", advance(report, report)))
    put(asks, Ask("document for LibreOffice", advance(report, report)))
    put(asks, Ask("pages", advance(report, report)))
    asks.seek(0)
    with Path(os.devnull).open("wb") as nowhere:
        serve(asks, answers, nowhere)
    ends: list[int] = []
    answers.seek(0)
    for _ in range(4):
        answer: Answer = get(answers)
        assert answer.data
        ends.append(answers.tell())
    assert tidied == [ends[0], ends[3]], "after the answer, so that nobody waits for it"
