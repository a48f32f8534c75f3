"""What stands in a text beside its prose, as forms: facts, sources, review and pictures."""
