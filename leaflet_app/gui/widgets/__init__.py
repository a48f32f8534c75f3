"""Small pieces that several places of the window share."""
