"""What planning counts: plans and papers, tasks, what the association answers for."""
