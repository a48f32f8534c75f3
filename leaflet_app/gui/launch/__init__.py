"""Starts from a patient record, and one window for all of them."""
