"""What records of venues must satisfy."""
