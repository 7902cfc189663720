"""Commands, called in this process as a shell would call them."""

import pytest

from clerkwell.cli import main

# What no sentence to a person says.
_NEVER = ("please", "sorry", "invalid", "errno", "traceback")


def run(*arguments: object) -> int:
    """Run a command; its exit code."""
    return main([str(each) for each in arguments])


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Run a command that has to be refused: exit code 2, nothing printed, one plain sentence, which is returned."""
    capsys.readouterr()
    assert run(*arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    (sentence,) = output.err.strip().splitlines()
    assert sentence.endswith(".")
    assert not any(word in sentence.casefold() for word in _NEVER)
    return sentence
