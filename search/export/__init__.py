"""The index as files that a browser reads, a few of them for a query: one folder for each year."""
