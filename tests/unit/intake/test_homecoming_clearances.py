"""A consultation log that comes home in a draft: roles and clearances stay."""

from datetime import UTC, datetime

from clerkwell.intake.homecoming.rowing import listed_home
from clerkwell.model import Appendix, Consultation, Report, Seal, SealedPart
from clerkwell.packs.repeating import fields_inside
from clerkwell.word.writer.repeats import rows_of
from helpers.building import make_pack

PACK = make_pack()
SEAL = Seal(when=datetime(2026, 3, 3, 9, tzinfo=UTC), parts=(SealedPart(part="summary", lines=("One.",)),))
KEPT = Consultation(who="Legal", role="Solicitor", part="summary", answered="3 March", answer="Cleared.", seal=SEAL)
# What a template without a place for roles says of it.
SENT = Consultation(who="Legal", part="summary", answered="3 March", answer="Cleared.")


def test_an_entry_that_was_changed_in_the_draft_keeps_its_role_and_its_clearance() -> None:
    came = SENT.model_copy(update={"answer": "Cleared, with thanks."})
    (entry,) = listed_home((KEPT,), (SENT,), (came,))
    assert entry == KEPT.model_copy(update={"answer": "Cleared, with thanks."})


def test_entries_that_were_not_changed_are_the_same() -> None:
    assert listed_home((KEPT,), (SENT,), (SENT,)) == (KEPT,)
    other = Consultation(who="Finance", answer="Yes.")
    assert listed_home((KEPT,), (SENT,), (SENT, other)) == (KEPT, other)


def test_a_template_may_print_roles_and_why_an_appendix_is_private() -> None:
    assert "consultations.role" in fields_inside("consultations", PACK)
    assert "appendices.public-interest" in fields_inside("appendices", PACK)
    report = Report(
        pack=PACK.ref,
        consultations=(KEPT,),
        appendices=(
            Appendix(id="a1", number="1", title="Prices", status="exempt", public_interest="Tenders are open."),
        ),
    )
    assert rows_of("consultations", report, PACK)[0].texts["role"] == "Solicitor"
    assert rows_of("appendices", report, PACK)[0].texts["public-interest"] == "Tenders are open."
