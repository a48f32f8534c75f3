"""Outbox and register where they are kept, in SQLite and in a real PostgreSQL."""
