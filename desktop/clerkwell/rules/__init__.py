"""The rules: functions over (report, pack) that return problems."""
