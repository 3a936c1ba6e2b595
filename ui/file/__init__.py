"""The file as a whole: first start, set-up, unlocking, and what is done with its keys and copies.

What these windows do with a file takes its time and needs the database, which is loaded only once
the first window is in view. So every act goes through `FileActs`, away from the window; the acts
wait in line for the loading.
"""
