"""What tests build reports and packs with."""
