"""Texts become lines: set plainly, or ordered and shaped where they run from right to left."""
