"""How texts tell figures: the pieces of patterns that several looks at sums, shares and changes have in common."""

from typing import Final

# A figure with its pound sign and what it counts in: "£1.2 million", "1,344", "12.5%".
FIGURE: Final = r"£?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:%|per\s+cent\b|million\b|m\b|k\b))?"
# What says that a figure is not meant exactly, and what sets only a bound to it.
HEDGES: Final = r"about|around|approximately|approx|some|nearly|almost|roughly"
BOUNDS: Final = r"up\s+to|more\s+than|less\s+than|at\s+least"
# What leads from parts, or from a price and a number, to what they make.
COMES_TO: Final = r"(?:comes?|came|coming|amount(?:s|ed|ing)?|adds?\s+up)\s+to"
MAKES: Final = r"makes|making|gives|giving|totals|totalled|totalling"
# What is said of something that is more than it was, or less: as a thing ("a rise of") and as it happens ("rose from").
RISES: Final = ("rise", "increase", "growth", "gain")
DROPS: Final = ("fall", "drop", "decrease", "reduction", "decline", "cut")
RISE_OR_DROP: Final = rf"(?:(?P<up>{'|'.join(RISES)})|(?P<down>{'|'.join(DROPS)}))"
UP: Final = (
    r"rose|risen|rise|rising|increase[sd]?|increasing|grew|grown|grow|(?:go|goes|went|gone|going)\s+up|up|gaining"
)
DOWN: Final = (
    r"fell|fallen|fall|falling|decrease[sd]?|decreasing|dropped|drop|declined?|(?:go|goes|went|gone|going)\s+down|down"
    r"|reduced?|reduction|losing"
)
UP_OR_DOWN: Final = rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))"
