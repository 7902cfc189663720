"""What is counted and hardly ever stands in the singular without an article: "option", "resident", "site"."""

from typing import Final

from clerkwell.proofing.text.tokens import listed

COUNTED: Final = listed(
    "adviser agency aim allotment amendment apartment appendix applicant apprentice asset auditor author barrier "
    "basket bay bench bid bill bin block boat booking borough boundary box boy bridge bridleway building bungalow "
    "cabin calculation camera candidate car carer case caretaker category ceiling cemetery centre chair chairman "
    "chapter charity child claim cleaner clerk client clinic club coach collision committee company complaint "
    "complainant component computer consultant contract contractor councillor counter country county couple course "
    "court cow crossing customer cut cyclist deadline deal decision delegate department deposit designer desk "
    "developer device director district document dog donor door driver dwelling election elector employee employer "
    "engineer estate event example exception exit facility factor family farm farmer fee figure file film finding "
    "flat floor forum friend fund garage garden gate girl goal governor grandparent grant guest guideline gym hall "
    "hazard heading hospital hotel household householder idea image incident increase indicator individual inspector "
    "instance interview invoice island issue item job journey junction key kitchen lamp landlord lane leaflet learner "
    "lease leaseholder letter library lift link list loan lorry machine manager map member memorial merger message "
    "metre mile milestone mistake model month motion motorist museum name neighbour nurse nursery objection objective "
    "objector obstacle occasion occupant occupier officer option organisation owner panel paragraph parent parish "
    "passenger path patient pavement pedestrian penalty pensioner permit person petition phase photograph picture "
    "pilot pitch plan plot pond pool practitioner prisoner problem programme project proposal provider pub pupil "
    "quarter question questionnaire quotation rate recipient recommendation region representative resident respondent "
    "rider ring river road roof room route rule scheme school script season seat section sector sentence session "
    "shelter shop sign site sitting skill song stage stall station step street student subsidy suggestion summary "
    "supplier surgery survey surveyor survivor system table talk target task taxpayer teacher team tenancy tenant "
    "theatre theme threat toilet tool topic tourist tower trader tree trend tribunal trip trustee tutor tunnel unit "
    "update user van vehicle vendor venue version village visitor volunteer voter walker wall ward warden warning "
    "week weekend widow window winner witness woman word worker workshop yard year youngster zone activity area "
    "measure response policy priority requirement outcome risk partner playground park house home property council "
    "authority group business bus colleague comment meeting visit field pothole hedge gully drain inspection "
    "application condition"
)
