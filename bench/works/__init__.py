"""One file a work. Each has `run(bench) -> [Row]`, and raises BenchError where work was left undone."""
