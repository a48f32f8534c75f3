"""The page Reviews of the place Library: what waits, and the sheet on which a clinician approves a text."""
