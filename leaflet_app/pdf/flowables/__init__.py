"""What stands on a page: texts, tables, boxes, drawings, people, lines to write on and square codes."""
