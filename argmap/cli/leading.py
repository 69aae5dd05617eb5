"""How a picture that `argmap render` draws leads to the pictures of other maps."""

import os
from collections.abc import Sequence
from pathlib import Path

from argmap.cli.pictures import Order
from argmap.cli.reading import STANDARD
from argmap.links import Leads, leading
from argmap.picture_files.others import address_from, drawn_before
from argmap.project import folder_of
from argmap.render import READ_IN_BROWSERS, picture_format


def lead_for(order: Order, others: Sequence[Order]) -> Leads | None:
    """Return what gives the address of another map, as the picture has to write it.

    That is its picture of the same format: the one that is asked for by one of the `others`, or one
    that argmap has drawn before, with this one or beside that map. Without any it is its file. None
    where the picture goes to no file.
    """
    if STANDARD in (order.map_name, order.target):
        return None
    home, beside = Path(order.map_name), Path(order.target)
    targets = {os.path.realpath(one.map_name): one.target for one in others if one is not order}
    folder, known = folder_of(home), picture_format(order.format)
    formats = (order.format, *READ_IN_BROWSERS) if known.is_notation else (order.format,)

    def asked(other: Path) -> str | None:
        target = targets.get(os.path.realpath(other))
        return None if target is None else address_from(beside, Path(target))

    shown = (asked, drawn_before(formats, folder=folder, beside=beside))
    return leading(home, folder=folder, beside=beside, shown=shown)
