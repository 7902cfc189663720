"""Small windows about documents that come in or go out: what came in, an earlier report, a letter, parts to send."""

from clerkwell.ui.documents.account import Account, AccountDialog, account_of_again, account_of_import
from clerkwell.ui.documents.letter import LetterDialog
from clerkwell.ui.documents.meeting import MeetingDialog
from clerkwell.ui.documents.sending import SendDialog

__all__ = [
    "Account",
    "AccountDialog",
    "LetterDialog",
    "MeetingDialog",
    "SendDialog",
    "account_of_again",
    "account_of_import",
]
