"""The limit of a program's memory, written into the program itself.

A browser has no other place for it. A program of WebAssembly is a head of eight bytes and then
sections: a number for the kind, a length, the content.
"""

PAGE = 64 * 1024
_HEAD = 8
_MEMORY_SECTION = 5
_HAS_MOST = 1


def bounded(program: bytes, memory: int) -> bytes | None:
    """Return the program with a memory that never grows beyond so many bytes.

    None is returned where it needs more than that to begin with. Raises ValueError where the bytes
    are no program with one memory of its own.
    """
    place = _HEAD
    while place < len(program):
        kind, (length, start) = program[place], _number(program, place + 1)
        end = start + length
        if kind == _MEMORY_SECTION:
            section = _bounded_section(program[start:end], memory // PAGE)
            return section and program[:place] + section + program[end:]
        place = end
    raise ValueError("it has no memory")


def _bounded_section(content: bytes, most: int) -> bytes | None:
    if content[:1] != b"\1" or content[1:2] not in (b"\0", b"\1"):
        raise ValueError("it has another memory than one of 32 bits")
    least, rest = _number(content, 2)
    if content[1] == _HAS_MOST:
        most = min(most, _number(content, rest)[0])
    if most < least:
        return None
    bounds = bytes((1, _HAS_MOST)) + _encoded(least) + _encoded(most)
    return bytes((_MEMORY_SECTION,)) + _encoded(len(bounds)) + bounds


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Return an unsigned LEB128 number, and the place behind it."""
    value = shift = 0
    while True:
        if place >= len(data):
            raise ValueError("it ends within a number")
        byte = data[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place


def _encoded(value: int) -> bytes:
    digits = []
    while value >= 0x80:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*digits, value))
