"""What goes into the packaged Fasthold."""
