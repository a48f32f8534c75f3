"""The leaflet as it will print: its real pages, what to do with it, and the few words that go on one copy."""
