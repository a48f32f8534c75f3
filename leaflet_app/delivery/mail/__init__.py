"""A leaflet as a letter by email: addresses, messages, drafts and the conversation with a mail server."""
