"""展伴 Zhanban, an offline companion for an exhibition."""

__version__ = "0.1.0"
