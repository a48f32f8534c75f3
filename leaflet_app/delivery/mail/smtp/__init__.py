"""One message handed over to a mail server, stage by stage, so that whatever goes wrong has its place and its words."""
