"""The read column: a pane for each topic."""
