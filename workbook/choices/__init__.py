"""What the reader will hold: the choices, and the frozen answer to them."""
