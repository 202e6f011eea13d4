"""Reading what staff type and writing figures in the style of Chinese official papers. Decimal arithmetic only."""
