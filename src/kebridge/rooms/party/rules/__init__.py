"""What records of Party work must satisfy."""
