"""Rendering where it can be killed: in a warm child, or in a copy of this process."""
