"""What a leaflet is: frozen values and the rules that join them. Standard library only, no I/O."""
