"""Options of the command line, made from the settings that a class of values declares."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import click

from argmap.cli.reading import Within
from argmap.faults import FaultLog
from argmap.kinds.choice import Choice
from argmap.kinds.kind import Kind
from argmap.kinds.map_of import MapOf
from argmap.kinds.number import Number
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.single import Single
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole
from argmap.settings.setting import Setting, settings_of, written

Command = Callable[..., Any]


def setting_options(
    owner: type[Any], without: Collection[str] = ()
) -> Callable[[Command], Command]:
    """Return what gives a command an option for each setting of a class of values, but for some."""

    def add(command: Command) -> Command:
        for one in reversed(settings_of(owner)):
            if one.name not in without:
                command = _option(one)(command)
        return command

    return add


def given_options(owner: type[Any], choices: Mapping[str, Any]) -> dict[str, str]:
    """Return the settings that a call gives, each with the option by which it does."""
    return {
        one.name: f"--{one.option}"
        for one in settings_of(owner)
        if choices.get(one.name) not in (None, (), one.default)
    }


def type_of(owner: type[Any], name: str) -> click.ParamType:  # type: ignore[type-arg]
    """Return the type of an option that asks for one setting alone."""
    (one,) = (one for one in settings_of(owner) if one.name == name)
    return _type(one.kind, one)


def _option(one: Setting) -> Callable[[Command], Command]:
    name, kind = f"--{one.option}", one.kind
    if isinstance(kind, Truth):
        flag = f"{name}/--no-{one.option}"
        return click.option(flag, one.name, default=None, help=one.asked)
    is_mapping = isinstance(kind, MapOf)
    return click.option(
        name,
        one.name,
        metavar=one.placeholder,
        type=str if is_mapping else _type(kind.item if isinstance(kind, OneOrMany) else kind, one),
        multiple=is_mapping or isinstance(kind, OneOrMany),
        callback=_made_by(one) if is_mapping or one.made else None,
        default=None if one.made else one.default or None,
        show_default=isinstance(one.default, float),
        help=one.asked,
    )


def _type(kind: Kind, one: Setting) -> click.ParamType:  # type: ignore[type-arg]
    if isinstance(kind, Choice) and one.placeholder is None:
        return click.Choice(kind.words)
    if isinstance(kind, Whole):
        return click.IntRange(kind.least, kind.most)
    if isinstance(kind, Number):
        return Within(kind.least, kind.most)
    return _Asked(one.option, kind)


class _Asked(click.ParamType):  # type: ignore[type-arg]
    """One word, checked and told as the same word in a file."""

    def __init__(self, name: str, kind: Kind) -> None:
        self.name = name
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value that the word stands for; fail where it stands for none."""
        if isinstance(self._kind, Single) and (wrong := self._kind.complaint(value, self.name)):
            self.fail(" ".join(_sentence(part) for part in wrong if part), param, ctx)
        node = self._kind.checked(written(value), self.name, log=FaultLog())
        if node is None:
            self.fail(f"{value!r} says nothing", param, ctx)
        return self._kind.value(node)


def _sentence(part: str) -> str:
    return part[:1].upper() + part[1:] + ("" if part.endswith("?") else ".")


def _made_by(one: Setting) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """Return what makes the value of a setting from one word or several."""

    def make(ctx: click.Context, parameter: click.Parameter, given: Any) -> Any:
        try:
            if isinstance(given, tuple):
                return tuple(pair for word in given for pair in one.from_word(word))
            return None if given is None else one.from_word(str(given))
        except ValueError as error:
            raise click.BadParameter(f"{error}.", ctx, parameter) from None

    return make
