"""The tables of outbox and register, in a file of this desk or in a PostgreSQL that several desks share."""
