"""An exported document set as pages of our own, where there is neither LibreOffice nor Word to do it.

Made from the document itself, by Typst. Lines may end elsewhere than in Word, and so may pages.
"""

from clerkwell.word.typeset.plain import ORNAMENT, for_libreoffice
from clerkwell.word.typeset.setting import Typeset, typeset

__all__ = ["ORNAMENT", "Typeset", "for_libreoffice", "typeset"]
