"""`fasthold demo`: a made-up workspace, every paper in it, and a picture of every page."""
