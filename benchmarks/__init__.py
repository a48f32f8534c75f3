"""Ours and what a clinic could use instead, side by side in one run. Not part of the program."""
