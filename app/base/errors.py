"""The world's faults: a code and facts; the rooms that speak to people have the words."""


class AppError(Exception):
    """Something outside the program is wrong: a file, a route, a disk.

    `code` names the fault (`"pack-missing"`), `facts` are the values that its words need.
    Every other exception is a bug.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}: {told}" if told else self.code
