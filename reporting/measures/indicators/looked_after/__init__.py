"""Children looked after: how many, where they live, whether they are seen, reviewed and well."""
