"""The choose column: find topics, tick them, bring them into order."""
