"""Lists that are not Annex A, each optional: a council states which of them it sends."""
