"""A report and its pack made into a Word document."""
