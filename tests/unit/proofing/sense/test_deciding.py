"""What a recommendation asks for."""

import pytest

from clerkwell.proofing.sense.deciding import decisions


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Approve the plan.", "Approve"), ("That the Committee agrees the fees.", "agrees"),
        ("Note the report and approve the plan.", "approve"), ("That the budget be approved.", "approved"),
        ("It is recommended that Cabinet delegates authority to the Director.", "delegates"),
        ("(a) to authorise the sale", "authorise"), ("Members are asked to adopt the policy.", "adopt"),
    ],
)  # fmt: skip
def test_a_verb_that_decides_is_found(text: str, verb: str) -> None:
    (found,) = decisions(text)
    assert (found.verb, text[found.start : found.end], found.sure) == (verb, verb, True)


@pytest.mark.parametrize(
    "text",
    [
        "Note the report.", "Agree to note the report.", "Agree that the report be noted.",
        "That the report be received.",
        "Note that officers will approve the plan.", "Note the approval of the plan.",
        "Note the decision “to approve the plan”.", "Consider the delegation of powers.",
        "Note the decision of the Court of Common Council to approve the strategy", "",
    ],
)  # fmt: skip
def test_taking_note_decides_nothing(text: str) -> None:
    assert not list(decisions(text))


def test_to_endorse_only_leans_to_a_decision() -> None:
    (found,) = decisions("Endorse the strategy.")
    assert not found.sure
