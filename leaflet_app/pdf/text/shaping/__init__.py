"""Text that runs from right to left, or holds words that do: ordered, shaped and set in lines."""
