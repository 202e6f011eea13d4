"""What records of planning must satisfy."""
