"""The only room that opens a socket: it asks whether linked pages are there, politely and within bounds.

Nothing imports it unless the caller asks for visits.
"""

from source_audit.online.visits import visit_all

__all__ = ["visit_all"]
