"""The library as it is kept: every version of every file, in a bare Git repository."""
