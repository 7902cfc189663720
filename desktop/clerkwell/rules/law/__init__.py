"""Rules that rest on the law: what is withheld and why, when a report is published, who decides."""
