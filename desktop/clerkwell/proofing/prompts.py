"""The prompts that a template leaves for its author, found in plain text."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from clerkwell.proofing.instructions import INSTRUCTING, INSTRUCTIONS

# What an author is told to do, with the words that follow where it is no name ("[List B]") and no word left out.
_DO: Final = (
    r"(?:please )?(?:briefly |clearly )?(?:set out|explain|describe|outline|summari[sz]e|list|give|detail|specify"
    r"|identify|provide|include|consider|show|refer to|demonstrate|indicate|comment on)"
    r" (?:briefly |here |below |out )?(?:the|any|how|whether|what|why|which|who|when|where|all|your|details|if|relevant"
    r"|key|main|each|a|an|other|here|reasons|options|risks|background)"
)
# Prompts as Word and councils' templates word them; a council's own are in its pack.
_PROMPTS = (
    *INSTRUCTIONS,
    r"[\[<{«]\s*(?:click|tap|enter|insert|type|add|delete|select|choose|state|complete|fill in)\b"
    r"[^\]>}»\n]{0,200}[\]>}»]",
    r"click(?: or tap)?(?: here)? to (?:enter|insert|add|choose|select)(?: (?:text|a date|an? [a-z]+))?\.?",
    # Not what members do: "they may choose an item of the agenda"
    r"(?<![a-z,] )choose an item(?:\.|(?=\s*$))",
    r"lorem ipsum\b",
    # "xx/xx/25", "XX.03.2026", "14/xx/2026"
    r"\b(?:dd|xx)/(?:mm|xx)/(?:yyyy|yy|xxxx|xx|(?:20)?\d\d)\b",
    r"\bxx(?P<between>[./-])(?:xx|\d{1,2})(?P=between)(?:20)?\d\d\b|\b\d{1,2}/xx/(?:20)?\d\d\b",
    r"\[(?:\.{2,}|…|x{2,}|tbc|tba|date|month|year|venue|name|title|number|text|here)\]",
    # "[Report title]", "[Name of committee]", "[Relevant Executive Director]"
    r"\[\s*report (?:title|author|number|reference|date)\s*\]|\[\s*(?:name|title|date|number) of [^\]\n]{2,40}\]",
    # "£[X] million", "[xx]"
    r"£\s?\[[^\]\n]{0,30}\]|\[x{1,4}\]",
    # "[DATE TBC]", "[Venue to be confirmed]", "[DD Month 2027]", "£xx,xxx"
    r"\[(?:[^\[\]\n]{1,40}[\s:–—-])?(?:tb[cad]|to be (?:confirmed|agreed|advised|added|inserted|supplied|provided"
    r"|determined|completed|announced))\b[^\[\]\n]{0,20}\]",
    r"\[\s*(?:d{1,2}|x{1,2})[ /.-]?(?:m{1,4}|x{1,2}|month)\b[^\[\]\n]{0,12}\]",
    r"£\s?x{2,}(?:[,.]x{2,})*(?:k|m|bn)?(?!\w)",
    # "[telephone number]", "[ward(s)]"
    r"\[\s*(?:telephone|phone|mobile|e-?mail|contact|ward|committee|department|post|job title|amount|reference|address"
    r"|officer|councillor|service)(?:\(s\)|s)?(?: (?:number|address|details?|name|title|area))?\s*\]",
    r"\[\s*relevant (?:(?:executive|strategic|corporate) )?(?:director|officer|cabinet member|portfolio holder"
    r"|head of service)\s*\]",
    # "[to be completed by Finance]", "[Officer to confirm]", "[DN: check]", "[Please complete]"
    # "[Author: say here how it helps]", "[month 2026]", "[Yes/No – delete one]", "under paragraph [ ]"
    r"\[\s*(?:(?:report )?author|officer|drafter|writer|service)s?\s*:\s*[^\]\n]{3,300}\]",
    r"\[\s*(?:day|date|month|year)(?:[ ,/-]+(?:day|month|year|20\d\d|20yy|yyyy))*\s*\]",
    r"\[\s*yes\s?/\s?no\b[^\]\n]{0,80}\]",
    (
        r"\b(?:paragraphs?|section|appendix|minute|number|no\.|on|of|by|from|to|in|at|councillor"
        r"|is) \[\s*\](?!\s?(?:yes|no)\b)"
    ),
    r"\[\s*(?:please\b|to be \w|d\.?n\.?\s*:|note to\b|drafting note|guidance(?: note)?\s*:)[^\]\n]{0,200}\]",
    # "[Finance to confirm]", "[figures to follow]": somebody's task, not an author's aside in brackets
    r"\[\s*(?:the )?(?:[\w’'&-]+ ){0,3}(?:officers?|authors?|managers?|solicitor|treasurer|accountant|adviser"
    r"|finance|legal|hr|procurement|democratic services"
    r"|service|team|director|clerk"
    r"|names?|figures?|details?|dates?|costs?|text|tables?|maps?|plans?)\b[^\]\n]{0,30}"
    r"\bto (?:complete|insert|add|confirm|check|review|verify|provide|supply|update|follow|describe|explain|set out"
    r"|list|state|outline)"
    r"\b[^\]\n]{0,80}\]",
    # "[Property Services comments to follow]", "[legal advice awaited]"
    r"\[\s*(?:[\w’'&-]+ ){0,4}(?:comments?|advice|wording|clearance|implications?|views|figures?|details?|text|costs?"
    r"|information) (?:are |is )?(?:still )?(?:to follow|awaited|outstanding|to come)\s*\.?\]",
    r"<<[^<>\n]{1,80}>>",
    r"\((?:insert|enter|type) [^()\n]{1,80}\)",
    # "(list here)"; "Director: (name), Director of Place"
    r"\((?:list|add|state|give|write|name|note|describe|explain|specify)(?: [\w’'-]+){0,5} here\)",
    r"(?:(?<=[a-z]:)|(?<=[a-z]: ))\((?:full )?(?:names?|job title|post|title|dates?|telephone|e-?mail|wards?|number"
    r"|address)\)(?=\s*(?:[,;]|$))",
    # "[Set out the key risks and how they are managed]", with no bracket at its end too; "(List any background papers)"
    rf"(?:^|(?<=[.:;?\d] ))[\[<{{«]\s*{_DO}\b[^\[\]<>{{}}«»\n]{{6,400}}(?:[\]>}}»]|$)",
    rf"^\({_DO}\b[^()\n]{{6,300}}\)\.?(?=\s*$)",
    r"\b(?:insert|enter|type) (?:text|name|date|title|details?) here\b",
    r"(?:^|\b)(?:drafting note|notes? to (?:the )?(?:authors?|officers?|report writers?)|author'?s note)\s*:",
    r"(?<![\w£])x{4,}(?!\w)",
    # "XX September 2024"
    r"(?<![\w£])x{2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    # "minute XX/25", "item XX/2026"
    r"\b(?:minutes?|resolution|item|reference|ref|number|no)\.?:?\s+x{2}/(?:20)?\d{2}(?!\w)",
    # "XX of the plans", "AB/25/____"
    r"(?<![\w£])x{2,3} (?:of (?:the|our|these|those|them|whom|which)|per cent|people|residents|homes|days|weeks|months"
    r"|years|hours|staff|posts|members|councillors|households|pupils|tenants|places|properties|responses|replies"
    r"|complaints|applications|visits|respondents|schools|businesses)\b",
    r"(?<=[.,;:] )(?-i:xxx|XXX)(?=[.,;)]|\s*\Z)",
    r"(?:(?<=[^\W_])|(?<=[/£]))_{3,}(?!\w)",
    r"\?{3,}",
    # "Yes/No (delete as appropriate)", "*delete whichever does not apply"
    r"[(\[*]\s*\*?(?:please )?(?:delete|strike out|cross out) (?:as (?:appropriate|applicable|necessary)"
    r"|(?:whichever|what|if|where|those|any|the ones?|ones|options?|rows?|lines?|boxes|statements?|priorities|words)\b"
    r"[^()\n]{0,40}\b(?:apply|applies|applicable|appropriate|required|relevant|needed))\s*[)\]]?",
    # "[CHECK]", "[NB ask Legal]", "[ref]", "[?]", "[s151 comments awaited]", "[TB to check]"
    r"\[\s*(?:(?:nb|check|todo|to do|query)\b[^\]\n]{0,120}|ref(?:erence)?(?: needed)?\s*\??|\?{1,3}"
    r"|[^\]\n]{2,60} (?:awaited|outstanding|tbc)|[a-z]{2,3} to (?:check|confirm|add|complete|update|advise))\s*\]",
    # "Insert map here." as a whole paragraph; "Delete this text before submission"
    r"(?:^|(?<=[.:] ))(?:please )?insert (?:[\w’']+ ){1,4}here\b",
    r"\bdelete this (?:text|guidance|note|box|paragraph|section|line|row|table|page|instruction)s? "
    r"(?:before|once|after|prior|if not)\b",
    r"(?:^|(?<=[.:] ))please (?:complete|delete|fill in) this (?:section|box|table|part|paragraph|text)\b",
    # "(to be completed by Finance)", "(to be updated before publication)"
    r"\((?:to be|tb) (?:completed|inserted|added|drafted|written|filled in|confirmed|updated|checked|supplied|provided)"
    r" by (?:the )?(?:finance|legal|hr|human resources|procurement|democratic services|monitoring officer|s\.?151"
    r"|section 151|author|report author|service)\b[^()\n]{0,60}\)",
    r"\((?:[\w’']+ ){0,4}(?:to be (?:completed|inserted|added|drafted|confirmed|updated|checked)|update|check|confirm)"
    r"[^()\n]{0,40} before (?:publication|dispatch|despatch|submission|the agenda)[^()\n]{0,20}\)",
    r"(?-i:\bTODO\b)|@{3,}|£\s?\?",
    # "£X a year", "starts on XX.", "Councillor XX", "paragraph X.X", "in 202X"
    r"£\s?(?-i:[Xx])(?:k|m|bn)?(?![\w’'-])",
    r"\b(?:on|of|by|in|at|to|for|is|are|from|within|than|about|until|total|councillor|cllr|mrs?|ms|paragraph|para|page)"
    r"(?-i: XXX?)(?=[.,;)]|\s[a-z(]|\s*\Z)",
    r"\b(?:paragraphs?|paras?|sections?|pages?|tables?) (?-i:[Xx]\.[Xx]{1,2})(?![\w.-])",
    r"(?-i:\b20(?:[123]X|XX))(?:[/-](?-i:\d\d|\dX|XX))?(?!\w)",
    # "?? June", "?? per cent"
    r"(?:\b(?:is|are|of|on|by|from|to|in|at) )\?\?(?!\?)(?=%| (?:january|february|march|april|may|june|july|august"
    r"|september|october"
    r"|november|december|per cent|days?|weeks?|months?|years?|homes|people|residents|million|thousand)\b)",
    # "NB: check with finance", "Note to self: ask", "Guidance: set out the reasons", "Delete as appropriate:"
    r"(?:^|(?<=[.;:(] ))\(?n\.?b\.?[ :,–-]+(?:check with|confirm with|ask (?:finance|legal|the)|chase|update (?:this"
    r"|the|these)"
    r"|add (?:text|figures|a |the )|insert)\b[^.\n]{0,80}",
    r"\bnote to self\b",
    r"^guidance(?: notes?)?\s*:\s*(?:set out|explain|describe|include|state|use this|this section|complete|insert"
    r"|delete|provide"
    r"|list|say|summarise|outline)\b[^\n]{0,200}",
    r"(?:^|(?<=[.:] ))\*?delete as (?:appropriate|applicable|necessary)\b",
    r"^this (?:section|box|paragraph|part) (?:should|must|is to|needs to) be (?:completed|filled in|written) by "
    r"(?:the )?(?:report author"
    r"|author|finance|legal|monitoring officer|hr|section 151|s\.?151|procurement|democratic services)\b[^.\n]{0,40}",
    # "(author to complete)" where nothing else stands
    r"(?:^|(?<=: ))\((?:(?:the )?(?:report )?author|finance|legal|hr|procurement|democratic services|monitoring officer"
    r"|s\.?151 officer|section 151 officer) to (?:complete|insert|fill in|provide|add|update|confirm"
    r"|check)[^()\n]{0,60}\)",
    # What Word prints where a reference lost what it points at.
    r"\berror! (?:reference source not found|bookmark not defined|no text of specified style in document"
    r"|not a valid link|hyperlink reference not valid|unknown document property name)\.?",
    # "would cost £ per year", "01632 96XXXX"
    r"(?:(?<=\bcost )|(?<=\bcosts )|(?<=\bof )|(?<=\bat )|(?<=\bto ))£ (?:per|a|each|for|and|will|which)\b",
    r"\b\d{2,}(?-i:X{3,})(?!\w)",
    # "Insert any background papers or “None”" as a whole paragraph or item
    r"^(?:[-–•*] )?insert (?:any|the|a|an|your|details|names?|titles?|dates?|list|reasons?)\b[^.\n]{0,100}\.?(?=\s*$)",
    # "Please list any background papers here", "Delete if not needed", "This section should describe the effect on …"
    rf"^(?=please ){_DO}\b(?![^\n]*\byour\b)[^\n]{{3,200}}",
    r"^(?:please )?(?:delete|remove) (?:this )?(?:[\w’'-]+ )?(?:if|where|when) (?:not|none|no longer|there (?:is|are) "
    r"(?:none|no))\b[^.,\n]{0,25}\.?(?=\s*$)",
    r"^this (?:section|box|part|table) (?:should|must|is to|needs to) (?:be (?:used to|(?:deleted|removed|left out)"
    r" (?:if|when|where|before|unless))|set out|describe|explain|list|include|cover|summari[sz]e|outline|give|state|say"
    r"|identify|address|demonstrate)\b[^\n]{3,300}",
    # "<name of officer>"
    r"<\s*(?:name|date|title|amount|number|committee|ward|x{1,3})(?: of [a-z ]{2,30})?\s*>",
    # "within paragraph(s) of Part 1 of Schedule 12A", "by virtue of paragraph of Schedule 12A", "section(s) ___"
    r"\b(?:paragraph|section|regulation)\(s\) (?=of (?:part|schedule|the)\b)"
    r"|\bparagraph (?=of (?:part 1 of )?schedule 12a)",
)

# An answer or a paragraph that only says that its words come later: "Legal comments to follow", "TBC".
_COMING = re.compile(
    r"(?:(?:[\w’'&/-]+ ){0,4}(?:text|comments?|figures?|implications?|wording|details?|advice|input|costs?|names?)\s+)?"
    r"(?:t\.?b\.?[acd]\.?|to follow|(?:still )?awaited|(?:still )?(?:pending|outstanding)"
    r"|to be (?:confirmed|advised|announced|completed|added|inserted|supplied|provided|drafted|written)"
    r"|awaiting (?:[\w’'&-]+ ){0,4}[\w’'&-]+)"
    r"(?: (?:by|from|when|once|in due course|shortly)\b[^.\n]{0,60})?\s*[.;]?",
    re.IGNORECASE,
)
_LONGEST_COMING = 120

# Every prompt has one of these; looking for them first is what makes the rule quick on a long report.
HINTS = (
    *INSTRUCTING,
    "[",
    "<",
    "{",
    "«",
    "(insert",
    "(enter",
    "error!",
    "£ per",
    "£ a",
    "£ each",
    "£ for",
    "£ wi",
    "£ wh",
    "xxx",
    "(type",
    " here",
    "note to",
    "notes to",
    "drafting note",
    "s note",
    "???",
    "click",
    "choose an item",
    "lorem",
    "dd/mm",
    "xx/xx",
    "dd/xx",
    "xx/mm",
    "£xx",
    "£ xx",
    "xx ",
    "xx/",
    "/xx",
    "xx.",
    "xx-",
    "(strike out ",
    "(cross out ",
    "(name",
    "(full name",
    "(job title",
    "(post)",
    "(title)",
    "(date",
    "(telephone)",
    "(e-mail)",
    "(email)",
    "(ward",
    "(number)",
    "(address)",
    "(set out ",
    "(explain ",
    "(describe ",
    "(outline ",
    "(summari",
    "(list ",
    "(give ",
    "(detail",
    "(specify ",
    "(identify ",
    "(provide ",
    "(include ",
    "(consider ",
    "(show ",
    "(refer to ",
    "(demonstrate ",
    "(indicate ",
    "(comment on ",
    "(briefly ",
    "(clearly ",
    "___",
    "delete ",
    "insert ",
    "please ",
    "(to be ",
    " before ",
    "todo",
    "@@@",
    "£?",
    "£ ?",
    "(s) of ",
    "paragraph of ",
    "£x",
    "£ x",
    " xx",
    " x.x",
    "20xx",
    "201x",
    "202x",
    "203x",
    " ??",
    "nb:",
    "nb ",
    "nb,",
    "n.b.",
    "guidance:",
    "guidance note",
    " be completed by ",
    "this section ",
    "this box ",
    "this part ",
    "this table ",
    "remove ",
    " be filled in by ",
    " be written by ",
    "author to ",
    "(finance to ",
    "(legal to ",
    "(hr to ",
    "(procurement to ",
    "(democratic services to ",
    "officer to ",
)


# Words that most texts have: a prompt that has no other hint has one of these besides.
_BESIDE: Final = {" before ": ("(",), " here": ("insert", "enter", "type")}


def prompt_finder(own: Iterable[str] = ()) -> Callable[[str], Iterator[re.Match[str]]]:
    """A function that finds prompts in a text; `own` are a council's, word for word.

    Matches count in the text as it was given: a line break or a non-breaking space inside makes it no less of a prompt.
    """
    mine = tuple(own)
    pattern = re.compile("|".join((*map(re.escape, mine), *_PROMPTS)), re.IGNORECASE)
    hints = (*HINTS, *(prompt.casefold() for prompt in mine))

    def find(text: str) -> Iterator[re.Match[str]]:
        line = text.replace("\n", " ").replace("\u00a0", " ")
        folded = line.casefold()
        # A loop and not `any`: most texts of a report are short, and have none of them.
        for hint in hints:
            if hint in folded and (hint not in _BESIDE or any(each in folded for each in _BESIDE[hint])):
                yield from pattern.finditer(line)
                return

    return find


def is_still_to_come(text: str) -> bool:
    """Whether a whole text only says that what belongs there comes later; "assessment to follow" is an answer."""
    said = text.strip()
    return 2 < len(said) <= _LONGEST_COMING and _COMING.fullmatch(said) is not None
