"""Mails on their way: sealed on the disk until a mail server has them, never lost, never sent twice unasked."""
