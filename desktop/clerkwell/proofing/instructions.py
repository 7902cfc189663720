"""What a template tells its author to do and where it leaves room for an answer, in brackets and without."""

from typing import Final

_MONTHS: Final = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december)"  # as a text has them
)
_DO: Final = (
    r"(?:state|say|confirm|record|quote|cite|tick|mention|highlight|set out|explain|describe|outline|summari[sz]e|list"
    r"|give|detail|specify|identify|provide|include|indicate|attach|ensure)"
)
# The patterns of prompts, as they stand beside those of `prompts`.
INSTRUCTIONS: Final = (
    # "Equality. (State whether an assessment has been carried out and, if not, explain why.)"
    rf"(?:^|(?<=[.:;?–-] ))\((?:please )?(?:briefly )?{_DO} (?:here )?(?:whether|if|why|how|who|what|which|when|where"
    r"|that|the|any|all|your|each|reasons?|details)\b[^()\n]{6,300}\)\.?(?=\s*$)",
    rf"\[\s*(?:please )?(?:briefly )?(?:{_DO}|use this|complete|remember|keep this|consult|cover) [^\[\]\n]{{4,250}}\]",
    r"[(\[]\s*this (?:section|box|part|paragraph|table) (?:should|must|needs to|is to|is for)\b[^()\[\]\n]{3,300}[)\]]",
    r"^use this (?:section|box|part|paragraph|table) (?:to|for)\b[^\n]{3,200}",
    r"[(\[]\s*(?:max(?:imum)?\.?|no more than|not more than) (?:of )?\d{2,4} words[^()\[\]\n]{0,40}[)\]]",
    r"(?:^|(?<=[.:] ))[(\[]\s*if (?:none|nil|so|yes|no|not(?: applicable| relevant)?),? (?:please )?"
    r"(?:state|say|write|explain|enter|give|delete|leave|put)\b[^()\[\]\n]{0,120}[)\]]",
    r"[(\[]\s*(?:[\w’'-]+ ){0,3}(?:figures?|dates?|names?|amounts?|numbers?|costs?|details?|wording|text|map|plan)"
    r" to be (?:added|inserted|supplied|completed|provided)\s*[)\]]",
    r"\[\s*optional\b[^\]\n]{0,80}\]|\[[^\[\]\n]{2,60} here\]|\(insert\)",
    r"\[\s*(?:lead member|cabinet member|portfolio holder|signature)(?: name)?\s*\]|\{\{[^{}\n]{1,40}\}\}",
    # Room for an answer that was not given.
    r"(?<=[a-z]: )\[\s*\](?=\s*$)|^xxx?\.?(?=\s*$)",
    r"\b(?:telephone|tel|phone|e-?mail|name|contact|author|wards?|cost|amount|reference|number)\s?:\s?"
    r"(?:[.…]{4,}|_{3,})(?=\s*$)",
    rf"\b(?:on|by|from|until|before) (?-i:X) {_MONTHS}\b|(?<![\w.-])(?-i:XXX?) 20\d\d\b",
    r"(?:^|(?<= ))(?-i:X) per cent\b",
    r"^(?:enter|your|select|type) (?:text|date|name)(?: here)?\.?(?=\s*$)|^text here\.?(?=\s*$)",
    # What a spreadsheet prints where a sum lost what it was made of.
    r"#(?:REF!|VALUE!|DIV/0!|NAME\?)",
)
# One of these is in each of them that has no other hint.
INSTRUCTING: Final = (
    "(state ", "(say ", "(confirm ", "(record ", "(quote ", "(cite ", "(tick ", "(mention ", "(highlight ",
    "(attach ", "(ensure ", "(this ", "use this ", "(max", "(no more than ", "(not more than ", "(if n", "(if so",
    "(if yes", " to be added)", " to be inserted)", " to be supplied)", " to be completed)", " to be provided)",
    "xx", "....", "…", ": ___", ":___", " x ", "x per cent", "enter text", "your text", "select date", "enter date",
    "enter name", "text here", "#ref!", "#value!", "#div/0!", "#name?",
)  # fmt: skip
