"""The page Packs of the place Library: topics from and for other practices."""
