"""Money that a report tells of as its own and still to come: what its proposals cost, lose, bring in, bid for."""

import re
from typing import Final, Literal, NamedTuple

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.text.sentences import sentences

_SUM: Final = (
    r"(?:(?:about|around|some|approximately|c\.?|up\s+to|an?\s+estimated|almost|nearly|just\s+(?:over|under))\s+)?£"
)
_WILL: Final = (
    r"(?:will|would|(?:is|are)\s+(?:\w+\s+)?(?:expected|estimated|likely|forecast|projected|proposed|due)\s+to"
    r"|(?:is|are)\s+to)"
)
# What something costs: "will cost about £4,200", "the cost of £3,200 will be met from", "at an annual cost of £900".
_COST: Final = re.compile(
    rf"\b{_WILL}\s+(?:\w+\s+){{0,2}}?(?:cost|require|need)\s+(?:[\w’'-]+\s+){{0,4}}?(?:of\s+)?{_SUM}"
    rf"|\bcosts?\b[^.£;]{{0,80}}?\b(?:of|is|are|(?:{_WILL})\s+be|comes?\s+to|amounts?\s+to|estimated\s+at|put\s+at)\s+[^.£;]{{0,30}}£"
    rf"|\b(?:requires?|needs|calls\s+for|involves)\s+(?:[\w-]+\s+){{0,4}}?(?:of\s+)?{_SUM}"
    rf"|\b(?:expenditure|spending|outlay|investment|borrowing|contribution|fee|payment|bill|budget|growth|funding|provision|sum)\s+of\s+{_SUM}"
    rf"[^.;]{{0,80}}?\b{_WILL}\s+(?:\w+\s+)?be\s+(?:needed|required|sought|found|paid|payable|made|incurred|spent|requested|asked\s+for|charged|drawn|set\s+aside|put|included)"
    rf"|\b(?:council|authority|fund|service|we|parish)\s+(?:will|would)\s+(?:\w+\s+)?(?:pay|spend|contribute|invest|provide|buy|borrow|give|grant)\s+[^.;£]{{0,50}}£"
    rf"|\b{_WILL}\s+be\s+(?:\w+\s+)?(?:printed|bought|purchased|hired|commissioned|installed|supplied|employed|appointed|fitted|replaced|built|paid|carried\s+out|done|run|made)\b"
    rf"[^.;£]{{0,80}}?\b(?:at|for|of)\s+(?:an?\s+(?:fee|price|sum)\s+of\s+)?{_SUM}",
    re.IGNORECASE,
)
# What is asked for later: "a capital bid of £310,000 will be considered".
_BID: Final = re.compile(
    rf"\b(?:capital|growth|budget|funding|revenue)\s+bid\s+(?:of|for)\s+{_SUM}|\bbid\s+of\s+{_SUM}[^.;]{{0,80}}?\b{_WILL}\b"
    rf"|\b(?:supplementary\s+(?:estimate|budget)|virement|growth\s+item)\s+of\s+{_SUM}",
    re.IGNORECASE,
)
# What no longer comes in.
_LOST: Final = re.compile(
    rf"\b(?:lost|lower|less|reduced|forgone|foregone)\s+(?:\w+\s+)?(?:income|revenue|receipts?|rent|fees)\s+(?:of|is|{_WILL}\s+be)\s+[^.£;]{{0,20}}£"
    rf"|\b(?:loss|reduction|fall|drop)\s+(?:of|in)\s+(?:\w+\s+)?(?:income|revenue|receipts?|rent|fees?)\b[^.£;]{{0,50}}£"
    rf"|\b{_WILL}\s+(?:\w+\s+)?(?:reduce|lower|cut|lose)\s+(?:\w+\s+){{0,3}}?(?:income|revenue|receipts?|rent)\s+(?:by|of)\s+{_SUM}"
    rf"|\b(?:income|revenue|receipts?|rent)\s+(?:from\s+[^.;£]{{3,40}}\s+)?{_WILL}\s+(?:\w+\s+)?(?:fall|drop|be\s+reduced|reduce|decrease|go\s+down)\s+by\s+{_SUM}"
    rf"|\b(?:will|would)\s+(?:forgo|forego|lose)\s+{_SUM}",
    re.IGNORECASE,
)
_GAINED: Final = re.compile(
    r"\b(?:will|would|should|(?:is|are)\s+(?:expected|estimated)\s+to)\s+(?:therefore\s+|also\s+)?"
    r"(?:bring\s+in|raise|generate|yield|produce|earn|save)\s[^.;£]{0,40}£"
    r"|\b(?:additional|extra|new|estimated|annual|expected)\s+(?:\w+\s+)?(?:income|revenue|receipts?|savings?)\s+"
    r"(?:of|is|would\s+be|will\s+be|are)\s[^.;£]{0,30}£",
    re.IGNORECASE,
)
# Somebody else's, another time's, or what is weighed and not done.
_NOT_OURS: Final = re.compile(
    r"\b(?:if|unless|could|may|might|instead|other\s+councils?|nationally|developers?|applicants?|tenants?|residents?|households?|owners?"
    r"|landlords?|operators?|providers?|partners?|contractors?|customers?|users|business(?:es)?|economy|government|area|landowners?|claimants?|(?:County|District|Parish|Town)\s+Council"
    r"|police|health\s+service|NHS|university|college|was|were|had|has\s+been|have\s+been|last\s+year|previous\w*|earlier|rejected|alternative|option|compared|than|nothing"
    r"|no\s+longer|not|avoid\w*|prevent\w*|average|each|per\s+(?!cent)[a-z]+|limit|threshold|fine|penalty|up\s+to\s+£\d+\s+million)\b",
    re.IGNORECASE,
)
# Money that is there: nothing that the report adds.
_THERE: Final = re.compile(
    r"\b(?:existing|within|already|approved|agreed|current(?:ly)?|budgeted|base|allocated|contained|absorbed|allowed\s+for|provided\s+for"
    r"|free|stays?|remains?|unchanged|same|present|continu\w+|met\s+by|paid\s+by|funded\s+by|grants?|reserves?\s+agreed)\b",
    re.IGNORECASE,
)
# A source that pays for it, with which the report may mean that there is nothing more to tell.
_PAID: Final = re.compile(
    r"\b(?:met|funded|paid|found|financed|charged|drawn|come)\b[^.;]{0,20}\b(?:from|out\s+of|to)\b", re.IGNORECASE
)


_What = Literal["a cost of", "a bid for", "income lost of", "income or savings of"]
GAINED: Final[_What] = "income or savings of"


class OwnMoney(NamedTuple):
    """A sum that is a report's own, what it is, and whether a source is told that pays for it."""

    amount: Amount
    what: _What
    paid: bool


_WAYS: Final[tuple[tuple[re.Pattern[str], _What], ...]] = (
    (_COST, "a cost of"),
    (_BID, "a bid for"),
    (_LOST, "income lost of"),
    (_GAINED, GAINED),
)


def own_money(text: str) -> tuple[OwnMoney, ...]:
    """The sums of a text that its report's proposals cost, lose or bring in; one a sentence."""
    if "£" not in text:
        return ()
    done = []
    for start, end in sentences(text):
        sentence = text[start:end]
        if "£" not in sentence or _NOT_OURS.search(sentence) or _THERE.search(sentence):
            continue
        for way, what in _WAYS:
            said = way.search(sentence)
            near = next((each for each in sums(sentence) if said and each.start >= said.start()), None)
            if near:
                amount = Amount(near.start + start, near.end + start, near.words, near.pounds)
                done.append(OwnMoney(amount, what, _PAID.search(sentence) is not None))
                break
    return tuple(done)
