"""What each view of two articles says about their being one story."""

BIAS = -4.88
WEIGHTS = (3.26, 1.67, 3.74, 7.87, 6.08, 3.47)
PER_DAY = -1.14
