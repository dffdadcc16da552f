"""One file a work: `run(bench) -> [Row]`, which raises BenchError where work was left undone."""
