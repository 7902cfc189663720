"""Word documents that chance has damaged are read, or refused in words; `chores.py fuzz` tries twenty thousand."""

import random
import time

import pytest

from clerkwell.word.reader import read_document
from fuzzing import running
from fuzzing.corpus import corpus
from fuzzing.mutations import mutated
from fuzzing.running import corpus_of, one


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_no_damaged_document_ends_the_program_or_keeps_it_busy(first: int) -> None:
    outcomes = [one(corpus_of(), 7, number) for number in range(first, first + 25)]
    assert [outcome.what for outcome in outcomes if outcome.failed] == []
    assert any(outcome.kind.startswith("read") for outcome in outcomes)


def test_the_same_seed_damages_a_document_in_the_same_way() -> None:
    data = corpus()["tracked"]
    assert mutated(data, random.Random("1 2")) == mutated(data, random.Random("1 2"))
    assert mutated(data, random.Random("1 2")) != mutated(data, random.Random("1 3"))


def test_every_document_of_the_corpus_is_read_while_it_is_whole() -> None:
    for data in corpus_of().values():
        assert running.bring_in(data, random.Random(1)).startswith(("read", "taken in"))


def test_a_document_that_keeps_the_program_busy_counts_as_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def dawdle(_: bytes, __: random.Random) -> str:
        end = time.process_time() + 2
        while time.process_time() < end:
            pass
        return "read"

    monkeypatch.setattr(running, "MOST_SECONDS", 0.05)
    monkeypatch.setattr(running, "bring_in", dawdle)
    outcome = one(corpus_of(), 1, 1)
    assert outcome.failed
    assert "TookTooLong" in outcome.what


def test_an_error_that_is_no_refusal_counts_as_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(data: bytes, _: random.Random) -> str:
        read_document(data)
        raise RecursionError

    monkeypatch.setattr(running, "bring_in", stumble)
    outcomes = [one(corpus_of(), 1, number) for number in range(12)]
    assert any(outcome.failed and "RecursionError" in outcome.what for outcome in outcomes)
