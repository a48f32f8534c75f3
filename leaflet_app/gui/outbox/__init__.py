"""The place Outbox."""
