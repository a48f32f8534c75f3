"""The ways to a printer, one file each."""
