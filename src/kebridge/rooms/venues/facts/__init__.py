"""What venues count: visits and vehicles, holdings."""
