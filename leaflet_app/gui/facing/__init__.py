"""A translation beside its English text."""
