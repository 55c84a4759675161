"""What a web address tells by itself: its host and owner, the page it stands for, the post or account it leads to.

Nothing here asks the network.
"""
