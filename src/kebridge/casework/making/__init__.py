"""What the builders of cases share: rows, exact splitting, invented names, workbooks as offices keep them."""
