"""Children in need: how many, whether they have a worker, whether they were seen."""
