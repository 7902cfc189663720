"""Text and documents from elsewhere, recognised as a report."""
