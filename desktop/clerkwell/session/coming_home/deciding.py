"""A decision about a returned document made true: one step of undo, with everything that it needs kept."""

from clerkwell.model import ReplaceReport, Return, SetReturns
from clerkwell.session.coming_home.results import Outcome
from clerkwell.session.coming_home.returned import Returned
from clerkwell.session.pictures import with_names
from clerkwell.session.session import Session


def bring_in(session: Session, returned: Returned, outcome: Outcome) -> None:
    """Let the report be what the outcome says: one step of undo, whatever it changes.

    Made of the report as it is now (`Returned.outcome(..., report=session.report)`), or what was written since is lost
    to the user, though not to undo.
    """
    report = outcome.report
    names = {name: session.add_attachment(name, data) for name, data in _fresh(session, outcome).items()}
    report = with_names(report, names)
    if outcome.returned is not None:
        # What it was compared with has to be there when it is taken up again.
        session.versions.keep_sent(returned.base, what="Compared with a document")
        file = names.get(outcome.returned.file, outcome.returned.file)
        kept = outcome.returned.model_copy(update={"file": file})
        others = tuple(each for each in report.returns if each != outcome.returned)
        report = report.model_copy(update={"returns": (*others, kept)})
    report = report.model_copy(update={"versions": session.report.versions})
    session.close_step()
    session.apply(ReplaceReport(report=report), f"Take in “{returned.name}”")
    session.close_step()


def set_aside(session: Session, kept: Return) -> None:
    """Decide no more about a returned document, and keep it no longer: one step of undo."""
    left = tuple(each for each in session.report.returns if each != kept)
    session.close_step()
    session.apply(SetReturns(returns=left), f"Set aside “{kept.name}”")
    session.close_step()


def _fresh(session: Session, outcome: Outcome) -> dict[str, bytes]:
    """The files that come in and are not kept under their name already."""
    kept = session.attachments
    return {name: data for name, data in outcome.attachments.items() if kept.get(name) != data}
