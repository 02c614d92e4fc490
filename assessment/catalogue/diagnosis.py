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
    "error.DismissalReasonError": (
        "Say why `{node}` is dismissed; nothing was saved. One sentence on what was seen is enough.",
        "请说明为何排除“{node}”；尚未保存。用一句话写明看到的情况即可。",
    ),
}
