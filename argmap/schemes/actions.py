"""Schemes about what to do: aims and means, values, costs, help, dangers and first steps."""

from argmap.schemes.scheme import STEP, CriticalQuestion, Family, PremiseRole, Scheme

PRACTICAL_REASONING = Scheme(
    id="practical-reasoning",
    name="Practical reasoning",
    also_known_as=("means to an end", "means-end reasoning", "practical inference"),
    description="There is a goal, and a way to reach it, so that way should be taken.",
    premises=(
        PremiseRole("goal", "The agent has a certain goal."),
        PremiseRole("means", "The action is a way to reach the goal."),
    ),
    conclusion="The agent should carry out the action.",
    questions=(
        CriticalQuestion("goal", "Does the agent have this goal, and is it a worthy one?", "goal"),
        CriticalQuestion("means", "Would the action bring the goal nearer?", "means"),
        CriticalQuestion("feasibility", "Can the agent carry out the action?", "means"),
        CriticalQuestion(
            "alternatives", "Does it do at least as well as other ways to the goal?", STEP
        ),
        CriticalQuestion("side-effects", "Are the side effects bearable?", STEP),
        CriticalQuestion(
            "other-goals", "Does the action leave the agent’s weightier goals unharmed?", STEP
        ),
    ),
)

VALUE_BASED_PRACTICAL_REASONING = Scheme(
    id="value-based-practical-reasoning",
    name="Value-based practical reasoning",
    also_known_as=("practical reasoning from values",),
    description="The action would change things in a way that serves a value.",
    premises=(
        PremiseRole("circumstances", "The circumstances are as described."),
        PremiseRole("action", "In these circumstances the action would reach the goal."),
        PremiseRole("value", "Reaching the goal would promote the value."),
    ),
    conclusion="The agent should carry out the action.",
    questions=(
        CriticalQuestion("circumstances", "Are the circumstances as described?", "circumstances"),
        CriticalQuestion("effect", "Would the action reach the goal?", "action"),
        CriticalQuestion("value", "Would the goal, once reached, serve the value?", "value"),
        CriticalQuestion(
            "alternatives", "Does it serve the value at least as well as other ways?", STEP
        ),
        CriticalQuestion("other-values", "Does it leave weightier values unharmed?", STEP),
    ),
)

VALUES = Scheme(
    id="values",
    name="Argument from values",
    also_known_as=("argument from positive value", "argument from negative value", "value"),
    description="What somebody holds dear is a reason for what serves it.",
    premises=(
        PremiseRole("esteem", "The agent holds the value dear."),
        PremiseRole("service", "The goal or action serves the value."),
    ),
    conclusion="The agent has a reason for the goal or action.",
    questions=(
        CriticalQuestion("esteem", "Does the agent share the value?", "esteem"),
        CriticalQuestion("service", "Does the goal or action really serve the value?", "service"),
        CriticalQuestion(
            "conflict", "Does the value hold its own beside the others at stake?", STEP
        ),
        CriticalQuestion(
            "measure", "Does the value count as much in this case as elsewhere?", STEP
        ),
    ),
)

POSITIVE_CONSEQUENCES = Scheme(
    id="positive-consequences",
    name="Argument from positive consequences",
    also_known_as=("good consequences",),
    description="The good that would come of an action speaks for it.",
    premises=(
        PremiseRole("effect", "If the action is carried out, certain things will follow."),
        PremiseRole("goodness", "These consequences are good."),
    ),
    conclusion="The action should be carried out.",
    questions=(
        CriticalQuestion(
            "likelihood", "Will the consequences follow, as far as one can tell?", "effect"
        ),
        CriticalQuestion("goodness", "Are the consequences good for those concerned?", "goodness"),
        CriticalQuestion("evidence", "Is there evidence from cases where it was done?", "effect"),
        CriticalQuestion("costs", "Is the good larger than the harm that comes with it?", STEP),
        CriticalQuestion(
            "alternatives", "Does it cost less than other ways to the same good?", STEP
        ),
    ),
)

NEGATIVE_CONSEQUENCES = Scheme(
    id="negative-consequences",
    name="Argument from negative consequences",
    also_known_as=("bad consequences",),
    description="The harm that would come of an action speaks against it.",
    premises=(
        PremiseRole("effect", "If the action is carried out, certain things will follow."),
        PremiseRole("badness", "These consequences are bad."),
    ),
    conclusion="The action should not be carried out.",
    questions=(
        CriticalQuestion(
            "likelihood", "Will the consequences follow, as far as one can tell?", "effect"
        ),
        CriticalQuestion("badness", "Are the consequences bad, all in all?", "badness"),
        CriticalQuestion("evidence", "Is there evidence from cases where it was done?", "effect"),
        CriticalQuestion("benefits", "Is the harm larger than the good that comes with it?", STEP),
        CriticalQuestion("prevention", "Would the harm come even to those who take care?", STEP),
    ),
)

SLIPPERY_SLOPE = Scheme(
    id="slippery-slope",
    name="Slippery slope argument",
    also_known_as=("thin end of the wedge", "argument from slippery slope"),
    description="A harmless first step would lead, step by step, to a bad end.",
    premises=(
        PremiseRole("first-step", "A first step is proposed."),
        PremiseRole("chain", "Each step makes the next one hard to refuse."),
        PremiseRole("outcome", "The end of the way would be a disaster."),
    ),
    conclusion="The first step should not be taken.",
    questions=(
        CriticalQuestion("first-step", "Is this the step that is proposed?", "first-step"),
        CriticalQuestion("chain", "Does every step really lead on to the next?", "chain"),
        CriticalQuestion("outcome", "Would the end be as bad as that?", "outcome"),
        CriticalQuestion("stopping", "Is it impossible to stop somewhere on the way?", STEP),
        CriticalQuestion("benefit", "Is the danger greater than the good of the first step?", STEP),
    ),
)

WASTE = Scheme(
    id="waste",
    name="Argument from waste",
    also_known_as=("sunk costs", "argument from sunk costs"),
    description="To stop now would throw away all that has been put in so far.",
    premises=(
        PremiseRole("investment", "Much effort or money has gone into the undertaking."),
        PremiseRole("loss", "If the agent stops now, all of it is lost."),
        PremiseRole("success", "If the agent goes on, the undertaking may succeed."),
    ),
    conclusion="The agent should go on.",
    questions=(
        CriticalQuestion("investment", "Has really so much been put in?", "investment"),
        CriticalQuestion("loss", "Would all be lost, with nothing of use elsewhere?", "loss"),
        CriticalQuestion("success", "Is there a real chance of success?", "success"),
        CriticalQuestion(
            "worth", "Is the success worth what is still to be spent, forgetting the past?", STEP
        ),
        CriticalQuestion(
            "alternatives", "Is this the best use for what is still to be spent?", STEP
        ),
    ),
)

SACRIFICE = Scheme(
    id="sacrifice",
    name="Argument from sacrifice",
    description="What people give for a thing shows how much it is worth.",
    premises=(
        PremiseRole("sacrifice", "Somebody gave up much for the thing."),
        PremiseRole("measure", "The more people give for a thing, the more it is worth."),
    ),
    conclusion="The thing is worth much.",
    questions=(
        CriticalQuestion("sacrifice", "Was so much really given up, and for this?", "sacrifice"),
        CriticalQuestion("judgement", "Could the giver tell what the thing is worth?", STEP),
        CriticalQuestion(
            "measure", "Do people give more for such things the more they are worth?", "measure"
        ),
        CriticalQuestion("freedom", "Was it given freely, without pressure or deceit?", STEP),
        CriticalQuestion("value", "Does the thing show its worth in other ways as well?", STEP),
    ),
)

NEED_FOR_HELP = Scheme(
    id="need-for-help",
    name="Argument from need for help",
    description="Somebody needs help that another can give without great loss.",
    premises=(
        PremiseRole("need", "A person needs help."),
        PremiseRole("ability", "The agent can give the help that is needed."),
        PremiseRole("cost", "Helping would not cost the agent too much."),
    ),
    conclusion="The agent should help.",
    questions=(
        CriticalQuestion("need", "Is the person really in need?", "need"),
        CriticalQuestion("ability", "Would the agent’s action really help?", "ability"),
        CriticalQuestion("cost", "Is the cost to the agent bearable?", "cost"),
        CriticalQuestion(
            "duty", "Is the agent among those who are nearest or best able to help?", STEP
        ),
    ),
)

ACTIONS = Family(
    "What to do",
    "The conclusion is an action, or the worth of one.",
    (
        PRACTICAL_REASONING,
        VALUE_BASED_PRACTICAL_REASONING,
        VALUES,
        POSITIVE_CONSEQUENCES,
        NEGATIVE_CONSEQUENCES,
        SLIPPERY_SLOPE,
        WASTE,
        SACRIFICE,
        NEED_FOR_HELP,
    ),
)
