"""Periods of reporting and working days with 调休."""
