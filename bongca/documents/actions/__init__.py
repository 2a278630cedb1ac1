"""Every write of documents: numbering, incoming, outgoing, secret, regulations."""
