"""Reading, checking and searching the content."""
