"""Which witnesses must have seen a log before it is believed (C2SP tlog-policy): k of n, and groups."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from portal.trust.checkpoint import Key, NotAKey, read_vkey
from portal.trust.cosignatures import Witness, read_witness

NOBODY = "none"
"""The quorum that asks for no witness."""


class NotAPolicy(ValueError):
    """A text is no policy; names the line and says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """A key that a policy names, and where it can be asked; `where` may be empty."""

    key: Key | Witness
    where: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """Logs that are accepted, witnesses by name, groups (how many of which names), and what must be met."""

    logs: Sequence[Known]
    witnesses: Mapping[str, Known]
    groups: Mapping[str, tuple[int, Sequence[str]]]
    quorum: str

    def is_met(self, seen: Collection[str], name: str = "") -> bool:
        """Whether the quorum is met if the witnesses of these names cosigned."""
        name = name or self.quorum
        if name == NOBODY:
            return True
        if name not in self.groups:
            return name in seen
        needed, members = self.groups[name]
        return sum(self.is_met(seen, member) for member in members) >= needed


@dataclass(slots=True)
class _Draft:
    logs: list[Known] = field(default_factory=list)
    witnesses: dict[str, Known] = field(default_factory=dict)
    groups: dict[str, tuple[int, Sequence[str]]] = field(default_factory=dict)
    quorum: str = ""
    members: set[str] = field(default_factory=set)

    def log(self, vkey: str, where: str = "") -> None:
        key = read_vkey(vkey)
        if any(one.key.public == key.public for one in self.logs):
            raise ValueError("this log was named before")
        self.logs.append(Known(key, where))

    def witness(self, name: str, vkey: str, where: str = "") -> None:
        key = read_witness(vkey)
        if any(one.key.public == key.public for one in self.witnesses.values()):
            raise ValueError("this witness was named before")
        self._is_new(name)
        self.witnesses[name] = Known(key, where)

    def group(self, name: str, needed: str, *members: str) -> None:
        self._is_new(name)
        count = {"any": 1, "all": len(members)}.get(needed)
        if count is None:
            count = int(needed) if needed.isascii() and needed.isdecimal() else 0
        if not 1 <= count <= len(members):
            raise ValueError(f"{needed} of {len(members)}")
        for member in members:
            if member not in self.witnesses and member not in self.groups:
                raise ValueError(f"{member} is not defined above")
            if member in self.members:
                raise ValueError(f"{member} is a member already")
            self.members.add(member)
        self.groups[name] = (count, members)

    def quorum_of(self, name: str) -> None:
        if self.quorum:
            raise ValueError("a second quorum")
        if name != NOBODY and name not in self.witnesses and name not in self.groups:
            raise ValueError(f"{name} is not defined above")
        self.quorum = name

    def _is_new(self, name: str) -> None:
        if name == NOBODY or name in self.witnesses or name in self.groups:
            raise ValueError(f"{name} is taken")


def read_policy(text: str) -> Policy:
    """Read a policy; raises NotAPolicy for the first line that is wrong."""
    draft = _Draft()
    verbs: dict[str, Callable[..., None]] = {
        "log": draft.log, "witness": draft.witness, "group": draft.group, "quorum": draft.quorum_of,
    }  # fmt: skip
    for number, line in enumerate(text.split("\n"), 1):
        if any(ord(sign) < 32 and sign != "\t" or sign == "\x7f" for sign in line):
            raise NotAPolicy(f"line {number}: a control character")
        words = line.replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if not words or words[0].startswith("#"):
            continue
        try:
            verbs[words[0]](*words[1:])
        except NotAKey as error:
            raise NotAPolicy(f"line {number}: no public key: {error}") from error
        except KeyError as error:
            raise NotAPolicy(f"line {number}: unknown word {words[0]}") from error
        except (ValueError, TypeError) as error:
            raise NotAPolicy(f"line {number}: {error}") from error
    if not draft.quorum:
        raise NotAPolicy(f"line {number}: no quorum")
    return Policy(tuple(draft.logs), draft.witnesses, draft.groups, draft.quorum)
