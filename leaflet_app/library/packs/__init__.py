"""Signed packs of topics: to pass them between practices."""
