"""What stands on a page: text, table rows, boxes, ruled lines and square codes."""
