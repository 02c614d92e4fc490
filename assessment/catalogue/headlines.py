"""What a table or a chart says on a slide of its own."""

TEXTS = {
    "report.headline.ends": (
        "{unit} scores highest in {high} ({most}), lowest in {low} ({least})",
        "{unit}得分最高的是{high}（{most}），最低的是{low}（{least}）",
    ),
    "report.headline.grounds.all": (
        "All {count} scores of {unit} rest on enough data",
        "{unit}的 {count} 项得分均有足够数据支持",
    ),
    "report.headline.grounds": (
        "{scored} of {count} scores of {unit} rest on enough data",
        "{unit} {count} 项得分中有 {scored} 项有足够数据支持",
    ),
    "report.headline.targets": (
        "{unit} is furthest from its target in {node} ({gap})",
        "{unit}与目标差距最大的是{node}（{gap}）",
    ),
    "report.headline.targets.met": (
        "{unit} reaches every target that is set",
        "{unit}已达到所设的全部目标",
    ),
    "report.headline.peers": (
        "{unit} lies below every published peer in {below} of {count} areas",
        "{count} 个领域中，{unit}有 {below} 个低于所有公布得分的同业",
    ),
    "report.headline.peers.none": (
        "In each of {count} areas {unit} reaches at least one published peer",
        "{count} 个领域中，{unit}均不低于至少一家公布得分的同业",
    ),
    "report.headline.apart": (
        "Units lie furthest apart in {node}: {low} to {high}",
        "各单位差异最大的是{node}：{low} 至 {high}",
    ),
    "report.headline.printed": (
        "{unit}: published and computed scores differ most in {node} ({gap})",
        "{unit}公布值与计算值相差最大的是{node}（{gap}）",
    ),
    "report.headline.printed.same": (
        "{unit}: published scores equal the computed ones",
        "{unit}公布值与计算值一致",
    ),
    "report.headline.weights": (
        "One set of weights explains the published figures of all units in {count} of {all} areas",
        "{all} 个领域中，有 {count} 个可用同一组权重解释各单位的公布值",
    ),
    "report.headline.sourced.all": (
        "Every one of {count} findings of {unit} names its source",
        "{unit}的 {count} 条发现均注明来源",
    ),
    "report.headline.sourced": (
        "{sourced} of {count} findings of {unit} name their source",
        "{unit} {count} 条发现中有 {sourced} 条注明来源",
    ),
}
