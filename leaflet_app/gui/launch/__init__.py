"""Starts: from a patient record, the very first one, and one window for all of them."""
