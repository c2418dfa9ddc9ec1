"""The read workload of the public APIs, measured. `make bench` runs it."""
