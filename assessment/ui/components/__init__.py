"""Parts of the screen that pages are put together from."""
