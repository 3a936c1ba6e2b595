"""Anonymous flags on screen: codes and bands, never a name beside them."""
