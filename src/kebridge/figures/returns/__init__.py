"""Statistical returns (统计报表): outside forms whose lines are our metrics."""
