"""The file format: a zip whose first entry names the type, then `report.json`, `pack/`, `attachments/`, `versions/`."""

TYPE_ENTRY = "mimetype"
TYPE = b"application/vnd.clerkwell.report+zip"
REPORT_ENTRY = "report.json"
PACK, ATTACHMENTS, VERSIONS = "pack/", "attachments/", "versions/"

# The format this program writes. A change that an older program could not read takes the next number and a migration.
FORMAT = 4
SUFFIX = ".clerkwell"
