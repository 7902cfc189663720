"""The workflow for a public service: it has not been run, but what it calls is there."""

import re

import yaml  # type: ignore[import-untyped]  # it ships no types

from housekeeping.chores import CHORES
from housekeeping.places import ROOT

FILE = ROOT / ".github" / "workflows" / "installers.yml"


def _steps() -> list[dict[str, str]]:
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [step for job in told["jobs"].values() for step in job["steps"]]


def _called() -> list[str]:
    lines = [line for step in _steps() for line in str(step.get("run", "")).splitlines()]
    return [found[1] for line in lines if (found := re.search(r"chores\.py (\S+)", line))]


def test_it_says_that_it_has_not_been_run() -> None:
    assert "THIS HAS NOT BEEN RUN" in FILE.read_text(encoding="utf-8")


def test_every_chore_that_it_calls_is_there() -> None:
    assert set(_called()) <= {chore.name for chore in CHORES}


def test_it_builds_for_all_three_systems() -> None:
    assert {"build-linux", "try-linux", "build-windows", "build-macos"} <= set(_called())


def test_every_step_does_one_thing_and_names_the_version_of_what_it_uses() -> None:
    for step in _steps():
        assert ("run" in step) != ("uses" in step), step
        assert "uses" not in step or re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"])


def test_it_has_no_secret_and_may_write_nothing() -> None:
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert told["permissions"] == {"contents": "read"}
    assert "secrets." not in FILE.read_text(encoding="utf-8")


def test_every_job_that_needs_another_comes_after_one_that_is_there() -> None:
    jobs = yaml.safe_load(FILE.read_text(encoding="utf-8"))["jobs"]
    assert all(job.get("needs", name) in jobs for name, job in jobs.items())
