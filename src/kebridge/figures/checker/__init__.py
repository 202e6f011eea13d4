"""The checker: reads a draft, finds every figure in it and judges it against the records."""
