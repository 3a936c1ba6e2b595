"""The frame round the pages once the file is open.

The sidebar lists only the pages that exist, each under its final Ctrl and digit. The frame
knows no noun: it is handed its pages, its search and its figures.
"""
