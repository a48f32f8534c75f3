"""Programs that run alone in a process of their own and are watched from outside (`benchmarks/watched.py`)."""
