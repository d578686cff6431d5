"""The parts of the sample's generator; `../generate.py` puts them together."""
