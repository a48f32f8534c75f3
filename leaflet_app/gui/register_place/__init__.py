"""The place Register."""
