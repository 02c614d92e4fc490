"""Sentences of planning: what is wrong with the input, what clashes, why something is left out."""

TEXTS = {
    "plan.clash": (
        "No plan meets all of this together: {reasons}. Give up any one of these and the others can be met.",
        "以下要求无法同时满足：{reasons}。放宽其中任意一项，其余要求即可满足。",
    ),
    "plan.clash.and": ("; ", "；"),
}
