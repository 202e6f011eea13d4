"""What Party work counts: its life (sessions, talks, bodies, campaigns) and its duties."""
