"""Reports of councils without a pack, invented, each with a header that is laid out in a way of its own."""

from typing import Final

# A title of one word and what it is about, in capitals.
TOWN: Final = """\
NETHERBY TOWN COUNCIL

LEISURE AND BURIALS COMMITTEE

MONDAY 3 FEBRUARY 2025

AGENDA ITEM 6

CEMETERY: FEES, OPENING HOURS AND NEW PATHS

Report of the Town Clerk

1.0 PURPOSE

1.1 To consider fees for the cemetery and the hours at which its gates are opened in summer.

2.0 RECOMMENDATIONS

2.1 That the fees in paragraph 1.1 be approved from 1 April 2025.

Background papers: None
"""

# A title with its item's number over headings that count from 1; a heading that names all that stands under it.
PARK: Final = """\
Paths and Commons Committee
22 October 2025

9.	STONE WALL SURVEY 2025 (B.2210/TR)

1.	Purpose of the report

To report what the survey of stone walls found, and to agree which walls are mended first.

2.	Recommendations

That the Committee:

1.	Notes what the survey found.

2.	Agrees the list of walls in paragraph 4.

Background papers (not previously published)

None

Appendices

Appendix 1 – Stone Wall Survey 2025

Report Author, Job Title and Publication Date

Maud Ellery, Access Manager
maud.ellery@highmoor.example
"""

# The committee and its day on one line, after a dash.
FROM_TO: Final = """\
From: Leonard Vane, Cabinet Member for Resources

To: Staffing Committee – 17 September 2024

Subject: Apprentices: annual report 2023/24

Summary: This report gives the figures for apprentices across the authority for the year.

Recommendation: The Staffing Committee is asked to NOTE the figures for 2023/24.

1. Introduction

1.1 The Committee receives a report on apprentices every September, with the figures for the year before.

2. Background documents

Apprenticeship Policy (October 2023)
"""

# The whole council, whose day stands below it; a heading over the contact, the appendices and the papers.
FULL_COUNCIL: Final = """\
OPEN

Council

Wednesday, 19 February 2025

Polling Places: Report of the Electoral Working Group

Report of: Hilda Sorrel, Director of Law

Report Reference No: C/31/24-25

Ward(s) Affected: All Wards

Purpose of Report

1 The purpose of this report is to ask Council to agree the list of polling places for the coming elections.

RECOMMENDATIONS

That Council:

1. thanks the Electoral Working Group for its work; and
2. approves the list of polling places in Appendix 1.

Background

2 The Council reviews its polling places every five years, and the last review was in 2020.

Access to Information

Contact Officer: Bernard Lisle, Head of Elections, bernard.lisle@vale.example
Appendices: Appendix 1 – List of polling places
Background Papers: Replies to the consultation; minutes of the Electoral Working Group, 20 January 2025
"""

# A planning report: committee and day without a dash, the verdict beside its heading.
PLANNING: Final = """\
PLANNING AND HIGHWAYS COMMITTEE 8th SEPTEMBER 2025

Case No: 24/00412/FUL (FULL PLANNING APPLICATION)

Proposal: ERECTION OF 4 DWELLINGS WITH ACCESS AND LANDSCAPING

Location: LAND AT QUARRY FARM, MILL LANE, OVER NORLEY

Applicant: BARR & LOWE HOMES LTD

RECOMMENDATION - APPROVE

This application is referred to the Committee because its approval is not what the Parish Council asked for.

1. DESCRIPTION OF SITE AND APPLICATION

1.1 The application site extends to 0.31 hectares and lies on the southern edge of the village.

2. ASSESSMENT

2.1 The proposal accords with the policies for the countryside, and no harm to the character of the village was found.

3. RECOMMENDATION - APPROVAL subject to conditions to include the following:

• Time limit
• Approved plans

CONTACT OFFICER:
Enquiries about this report to Rupert Halse, Development Management Officer
rupert.halse@norley.example
"""

# The author under a numbered heading.
GRID: Final = """\
COOMBE VALLEY DISTRICT COUNCIL

TO:	Cabinet	REPORT NUMBER: CA/24/51
FROM:	Councillor Edna Prior, Cabinet Member for Environment	DATE OF MEETING: 11 March 2025
OFFICER:	Muriel Strand, Assistant Director – Markets

MARKET STALLS: REVIEW OF RENTS FOR 2025/26

1. PURPOSE OF REPORT

1.1 To report the outcome of the review of rents at the Council's two weekly markets.

2. RECOMMENDATIONS

2.1 That the rents in Table 1 be approved from 1 April 2025.

3. BACKGROUND DOCUMENTS

3.1 Market Survey, 2024.

4. REPORT AUTHOR

Aubrey Finch, Markets Manager
01632 960413
aubrey.finch@coombevalley.example
"""

# Numbers before a tab, which are no cells, and papers under the words of their Act.
TABS: Final = """\
Cabinet	7 April 2025

Benches and Bins: Replacement Programme

Report of: Winifred Stoll, Director of Streets

Will the decision be open for call in?	☐ Yes ☒ No

Recommendations

It is recommended that Cabinet:

1. Approves the programme set out in paragraph 2.1.

1	Background

1.1	The Council owns 340 benches and 512 litter bins, most of which are older than fifteen years.

2	Current Position

2.1	A survey in January 2025 found that 41 benches and 60 bins should be replaced in the coming year.

3	Financial Implications

3.1	The cost is met from the budget for street furniture.

Section 100 D – Local Government Act 1972 – background documents

None

EQUALITIES IMPACT ASSESSMENT:

1. Equality Duty

The Council has had regard to its duty under section 149 of the Equality Act 2010 in what is proposed.

2. Assessment

An assessment found that more level ground beside benches helps people who use wheelchairs.
"""

# A header that is two sentences, and a title in capitals below them.
SENTENCES: Final = """\
FENLAND AND WOLD COMBINED AUTHORITY

Report to the Transport Board for its meeting on Friday 21 March 2025 at 10.30am in the Quay Room, Staithe House.

This is a report of the Director of Transport, and is presented by the portfolio holder for buses. It is for decision, \
and is no key decision. It contains no exempt or confidential information, and nothing in it has been considered before.

NIGHT BUSES: ROUTES FOR THE SUMMER TIMETABLE

Summary

1. This report asks the Board to agree which routes have night buses in summer.

Recommendations

2. The Board is recommended to approve the routes in paragraph 1.

Background papers

None
"""

# Parts counted in words, which are no labels.
PARTS: Final = """\
Marram Sands Metropolitan Borough Council

Report to: Cabinet
Date: 8 October 2024
Report of: Director of Place
Subject: Repairs to the Harbour Wall
Key decision: No

Part One: Summary and recommendations

The harbour wall has moved by two centimetres, and should be mended before winter.

Cabinet is recommended:

1. to approve the repairs; and
2. to note the survey.

Part Two: What the survey found

The survey was made in August. It found that the wall moves when ships turn.

Part Three: Next steps

The repairs would begin in November.

Background papers: None
"""

# A form with numbered boxes that asks for a decision: rows above, headings with text below.
BOXES: Final = """\
SALTMARSH COUNCIL
RECORD OF A DECISION TO BE TAKEN BY A CABINET MEMBER

1\tTitle\tWinter opening of the tidal pool
2\tDecision maker\tCabinet Member for Leisure
3\tNot to be taken before\tMonday 15 May 2023
4\tKey decision?\tNo
5\tWards\tHarbour

6\tDECISION PROPOSED

That the tidal pool be open in winter from 1 November.

7\tBACKGROUND

The pool has been closed in winter since it was built. Swimmers have asked for it to be open.

8\tWHY THIS DECISION IS PROPOSED

More people swim in winter than did.

9\tBACKGROUND PAPERS

None
"""

# A memorandum with lettered parts, the first of them straight below the header.
MEMO: Final = """\
GULLHAVEN BOROUGH COUNCIL

To: Harbour Board
From: Harbour Master
For the meeting on: Monday 23 September 2024
About: Repairs to the north quay

A. Why this paper comes to the Board

The north quay has sunk by four centimetres since last winter, and the cranes that stand on it can no longer be used at
the spring tides. The Board decides on all repairs that cost more than the Harbour Master may spend without asking it.

B. What might be done

The quay can be mended from the land.

C. Recommendation

That the Board agree to the repairs.

D. Other matters

D1. Legal. None, as the quay is the Board's own.

E. Papers

Background papers (exempt): the engineer's letter of 2 September 2024
"""

# Words of welcome before the first part.
FOREWORD: Final = """\
HEATHERSHAW COUNTY COUNCIL

HIGHWAYS SCRUTINY PANEL – WEDNESDAY 5 FEBRUARY 2025

SHORT CUTS: REPORT OF THE TASK GROUP ON FOOTWAYS

Foreword by the Chair of the Task Group

Footways that nobody mends keep people at home, and the people whom they keep at home are those who have no car. The
group met five times, walked eleven footways in all weathers and heard from eleven people who use them every day of \
the year, among them two who push a chair.

PART ONE – WHAT WE WERE ASKED

The Panel set up the group to find out which footways are mended first, and why.

PART TWO – RECOMMENDATIONS

That the Panel agree that footways to schools are mended first.

PART THREE – PAPERS

C1. Background papers

Survey of footways, May 2024
"""

HEADERS: Final = {
    "sentences": SENTENCES,
    "parts": PARTS,
    "boxes": BOXES,
    "memo": MEMO,
    "foreword": FOREWORD,
    "town": TOWN,
    "park": PARK,
    "from to": FROM_TO,
    "full council": FULL_COUNCIL,
    "planning": PLANNING,
    "grid": GRID,
    "tabs": TABS,
}
