"""Sentences of diagnosing: what is proposed, why, and what was decided."""

TEXTS = {
    "diagnosis.engagement": ("{name}: problems and causes", "{name}：问题与成因"),
    "diagnosis.source": ("Scores of {engagement}, {wave}", "{engagement}，{wave} 的评分"),
    "diagnosis.scored": ("{name} {score}", "{name} {score}"),
    "diagnosis.rests-on": (
        "Scores where it shows: {scores}. {assessed} of {linked} linked indicators are assessed.",
        "相关指标得分：{scores}。所关联的 {linked} 个指标中已评 {assessed} 个。",
    ),
    "diagnosis.told": (
        "{count} problems and causes are proposed. The links look at {linked} of {indicators} indicators, "
        "{assessed} of them assessed; {unclear} problems and causes have too few scores to judge.",
        "提出 {count} 项问题与成因。关联覆盖 {indicators} 个指标中的 {linked} 个，其中 {assessed} 个已评；"
        "另有 {unclear} 项因得分太少无法判断。",
    ),
    "diagnosis.informed": (
        "{share} of the weight of “{rubric}” is informed. These levels are no ratings.",
        "“{rubric}”的权重中有 {share} 得到映射。这些等级不是评分。",
    ),
    "error.UnknownMappingError": (
        "No mapping leads from `{source}` to `{target}`. Mapped: {known}. "
        "Choose one of these, or write rubrics/mappings/{source}--{target}.yaml.",
        "没有从“{source}”到“{target}”的映射。已有：{known}。"
        "请选用其中之一，或编写 rubrics/mappings/{source}--{target}.yaml。",
    ),
    "error.DismissalReasonError": (
        "Say why `{node}` is dismissed; nothing was saved. One sentence on what was seen is enough.",
        "请说明为何排除“{node}”；尚未保存。用一句话写明看到的情况即可。",
    ),
}
