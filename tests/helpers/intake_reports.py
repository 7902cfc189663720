"""Invented reports in the looks that councils' reports have once they are text, to be imported by tests."""

# Label lines, headings with numbers 1.0, decimals, cells of a header table, nested numbers in brackets.
DECIMALS = """Exampleshire City Council

Meeting:\tCabinet\tDate:\t12 July 2023
Subject:\tAnnual review of the bandstand programme
Report Of:\tCabinet Member for Parks and Culture
Wards Affected:\tAll
Key Decision:\tNo\tBudget/Policy Framework:\tNo
Contact Officer:\tRobin Marsh, Parks Manager
Email: robin.marsh@example.org\tTel: 01632 960123
Appendices:\t1. Programme of concerts
FOR GENERAL RELEASE

1.0 Purpose of Report

1.1 To tell Cabinet how the bandstand programme went last year and what is planned for the next.

2.0 Recommendations

2.1 Cabinet is asked to RESOLVE that:

(1) the report be noted;

(2) the programme for next year be approved, subject to:

(a) the roof being mended; and

(b) a licence being in place.

3.0 Background and Key Issues

3.1 The bandstand was built in 1911 and holds 40 players. It was closed for two years.

3.2 Three things were learned:

• audiences come when it is dry
• seats matter more than programmes
• a small café pays for a large part of the
  cost of stewards

3.3 The cost of the programme was £4.2 million less than that of the theatre.

4.0 Social Value Considerations

4.1 Young players from four schools took part.

5.0 Financial Implications

5.1 There are no direct financial implications arising out of this report.

(Financial Services have been consulted in the preparation of this report.)

6.0 Legal Implications

6.1 None.

Background Documents: None
"""

# Capitals throughout, lines wrapped at a width, pages with a footer and form feeds.
CAPITALS = """NORTH EXAMPLE DISTRICT COUNCIL

REPORT TO:           OVERVIEW AND SCRUTINY COMMITTEE
DATE:                21 SEPTEMBER 2022
REPORT OF:           HEAD OF HOUSING
SUBJECT:             GARAGES ON THE WILLOW ESTATE
WARDS AFFECTED:      WILLOW AND BROOK

PURPOSE OF REPORT

To ask the Committee for its views on what should become of forty garages
that have stood empty since the estate was rebuilt, before the Cabinet takes
a decision in November.

RECOMMENDATIONS

1.  That the Committee comments on the three options in this report.
2.  That the Head of Housing reports back in March.

BACKGROUND

The garages were let at a peppercorn rent until 2015. Since then damp has
made most of them unusable, and the council has had eleven complaints about
what is left in them.

                               Page 1 of 2
\fNORTH EXAMPLE DISTRICT COUNCIL

A survey in May found that nine could be mended for less than the rent of
three years. The others would cost more than they could ever bring in.

OPTIONS FOR THE SITE

Three options were looked at:
   a)  mending the nine and fencing the rest;
   b)  taking all of them down; and
   c)  doing nothing.

FINANCIAL IMPLICATIONS

Taking the garages down would cost about £60,000, for which there is no
budget this year.

EQUALITIES IMPLICATIONS

N/A

BACKGROUND PAPERS

Survey of the Willow garages, May 2022
Notes of the meeting with residents, 14 June 2022

Contact officer: Sam Heron, Estates Officer, 01632 960456

                               Page 2 of 2
\fNORTH EXAMPLE DISTRICT COUNCIL
"""

# A header table, headings in capitals with numbers, a table of issues, marks left by the extraction.
TABLES = """| **CABINET** | **8 March 2023** |
|---|---|

# **Parking at the Market Hall**

| Final Decision-Maker | Cabinet |
|---|---|
| Lead Director | Director of Place |
| Report Author | Jo Wren, Parking Services Manager |
| Classification | Public |
| Wards affected | High Street |

## **Executive Summary**

The market traders asked for **twenty** more spaces. This report gives their reasons and says what it would cost.

## **Purpose of Report**

Decision

## **This report makes the following recommendations to Cabinet:**

1. That the lower deck be opened on Saturdays.
2. That charges stay as they are.

## **1. CROSS-CUTTING ISSUES AND IMPLICATIONS**

| Issue | Implications | Sign-off |
|---|---|---|
| Financial | The cost is £9,000 a year. | Finance Manager |
| Legal | The order has to be changed. | Team Leader, Legal |
| Equalities | No change &amp; no impact. | Policy Officer |

## **2. INTRODUCTION AND BACKGROUND**

2.1 The market hall has 60 spaces, of which 12 are for blue badge holders.

2.2 Traders say that their customers drive round the block, see [the traders' letter](https://www.example.org/letter_(2023).pdf).

## **3. AVAILABLE OPTIONS**

3.1 Open the lower deck.

3.2 Do nothing.

## **4. REPORT APPENDICES**

- Appendix 1: Plan of the decks
- Appendix 2: Costs (Exempt)

## **5. BACKGROUND PAPERS**

None
"""

# No marks at all: headings by look, lists by letters and Roman numbers, the author at the end.
PLAIN = """Report to Audit Committee

Date of meeting: 5th October 2021

Title: Risk register, second quarter

Report by: Director of Resources

Is this a key decision? No

Summary

The register has two new risks and one that was closed. None is above the line that the Committee set in April.

Recommendation

The Committee is recommended to:

(i) note the register; and

(ii) say whether it wants to hear more about any risk.

How the register is kept

Each service looks at its own risks once a month. The Director brings together those that matter to the whole
council, and scores them anew.

The scores run from 1 to 25. A score above 15 is reported here.

New risks this quarter

Two risks are new:

(a) a supplier of software may stop trading;

(b) the depot floods more often than was thought.

Closed risks

The risk of losing the old archive was closed when it had been copied.

Implications

Financial implications: there are none beyond the budget.

Legal implications: the Accounts and Audit Regulations ask for an annual review.

Appendices

Appendix A – Register of risks

Background papers

None

Kit Plover
Head of Internal Audit
Telephone: 01632 960789
Email: kit.plover@example.org
"""

# A report of a council with a pack, cut as an extraction cuts: pages turned inside a paragraph and inside a list.
PAGE_TURNS = """<b>Committee:</b>\t<b>Dated:</b>
Finance Committee – For Decision\t04/05/2022
Corporate Services Committee – For Information\t11/05/2022
<b>Subject:</b> Hire of the east hall\t<b>Public</b>
<b>Which outcomes in the City Corporation's Corporate Plan does this proposal aim to impact directly?</b>\t4
<b>Does this proposal require extra revenue and/or capital spending?</b>\tY
<b>If so, how much?</b>\t£12,000
<b>What is the source of Funding?</b>\tLocal risk
<b>Has this Funding Source been agreed with the Chamberlain's Department?</b>\tY
<b>Report of:</b> Alex Finch, Director of Halls\t<b>For Decision</b>
<b>Report author:</b> Sam Teal, Halls Manager\t

### Summary

The east hall stands empty on four days a week. This report asks for leave to let it, at a rent that

Page 1 of 3

covers its heating.

### Recommendation

Members are asked to:

- Approve the letting of the east hall.
- Note the list of charges.

### Main Report

### Background

1. The hall was last let in 2016, to a choir. It has had no heating since the boiler was taken out for the works to the

Page 2 of 3

roof above it.
2. Two things have changed:
 - the boiler is back; and
 - the roof is sound, so that
 the floor stays dry.

### Current Position

3. Nobody uses the hall from Monday to Thursday. The steps for a letting are:

1. Advertise.
2. Choose.
3. Sign.

4. The last of these takes a month.

### Options

5. Let it, or leave it.

### Proposals

6. Let it from June.

### Corporate & Strategic Implications

7. Financial implications – The rent covers the heating.

8. Resource implications – N/A

9. Legal implications – A licence is drawn up by the Comptroller.

10. Risk implications – N/A

11. Equalities implications – N/A

12. Climate implications – N/A

13. Security implications – N/A

Page 3 of 3

### Conclusion

14. Letting the hall pays for its upkeep.

### Appendices

- Appendix 1 – Charges

### Background Papers

- Survey of the roof, 2021

### **Sam Teal**

Halls Manager

T: 020 7946 0123

E: [sam.teal@example.org](mailto:sam.teal@example.org)
"""

UNSEEN = {"decimals": DECIMALS, "capitals": CAPITALS, "tables": TABLES, "plain": PLAIN}
ALL = {**UNSEEN, "page turns": PAGE_TURNS}
