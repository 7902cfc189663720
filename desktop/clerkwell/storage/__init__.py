"""The report's file: format, migrations, lock, recovery snapshots."""
