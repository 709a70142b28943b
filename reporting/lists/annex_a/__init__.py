"""The eleven lists of Annex A (Ofsted): what an inspected council hands over on the first day."""
