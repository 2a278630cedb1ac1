"""Numbers of papers, who signs by which authority, what may be attached. Plain Python."""
