"""`python -m argmap` is the same as `argmap`."""

from argmap.cli import main

if __name__ == "__main__":
    main()
