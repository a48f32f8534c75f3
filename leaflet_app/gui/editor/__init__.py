"""Edit one text of the library."""
