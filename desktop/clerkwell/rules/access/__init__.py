"""Rules about content that some readers cannot see: pictures, tables, links, headings, capitals, colours."""
