"""Sentences of the grid over several units."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "shell.page.branches": ("Branches", "多单位评分"),
    "empty.branches": (
        "Here you rate one capability for many branches at once, on one grid, by keyboard or by pasting from "
        "Excel. It needs an engagement first: load the 2003 example or start your own on Home.",
        "在这里用一张表格同时为多家分公司评同一项能力，可用键盘输入，也可从 Excel 粘贴。"
        "请先在首页载入 2003 年示例或新建项目。",
    ),
    "grid.cell.na": ("n/a", "不适用"),
    "grid.cell.unknown": ("?", "未评估"),
    "grid.title": ("{capability}: {count} units", "{capability}：{count} 个单位"),
    "grid.title.one": ("{capability}: 1 unit", "{capability}：1 个单位"),
    "grid.group": ("Units", "单位范围"),
    "grid.group.all": ("All units ({count})", "全部单位（{count}）"),
    "grid.group.all.one": ("The only unit", "唯一的单位"),
    "grid.group.below": ("{unit}: {count} branches", "{unit}：下属 {count} 家"),
    "grid.group.below.one": ("{unit}: 1 branch", "{unit}：下属 1 家"),
    "grid.capability": ("Capability", "能力"),
    "grid.columns": ("Columns", "列"),
    "grid.columns.all": ("All {count} indicators", "全部 {count} 项指标"),
    "grid.columns.all.one": ("The only indicator", "唯一的指标"),
    "grid.columns.one": ("Only: {indicator}", "仅：{indicator}"),
    "grid.column.score": ("Score", "得分"),
    "grid.column.confidence": ("Confidence", "把握"),
    "grid.column.note": ("Note", "备注"),
    "grid.column.of": ("{indicator}, {field}", "{indicator}（{field}）"),
    "grid.unit": ("Unit", "单位"),
    "grid.rated": ("Rated", "已评"),
    "grid.rated.own": ("Rated by you", "您已评"),
    "grid.rated.help": (
        "Rated by anybody: of this capability, and of all indicators",
        "已有人评分的指标数：本能力；括号内为全部指标",
    ),
    "grid.rated.own.help": (
        "Your own ratings only: of this capability, and of all indicators",
        "仅计您本人的评分：本能力；括号内为全部指标",
    ),
    "grid.own": ("Your own ratings; grey: what others said.", "显示您本人的评分；灰色为其他人的评分。"),
    "grid.other": ("{rater}: {value}", "{rater}：{value}"),
    "grid.others": ("{all}; together: {value}", "{all}；合并为 {value}"),
    "grid.others.join": ("; ", "；"),
    "grid.rated.count": ("{done}/{total} ({whole}/{all})", "{done}/{total}（{whole}/{all}）"),
    "grid.legend.typing": (
        "Type {scores}; Enter, Tab or an arrow moves on. **?** not assessed · **n/a: reason** not applicable "
        "· an empty cell takes a rating back · **(3)** is last wave’s: type 3 to confirm it. "
        "Blocks copied from Excel are pasted with Ctrl+V.",
        "请输入 {scores}；按 Enter、Tab 或方向键移到下一格。**?** 表示未评估；**不适用：原因** 表示不适用；"
        "清空单元格即撤回评分；**(3)** 为上一轮的分值，输入 3 即确认。从 Excel 复制的区域可用 Ctrl+V 粘贴。",
    ),
    "grid.saved": (
        "Saved {time} · {done} of {total} cells",
        "已于 {time} 保存 · 共 {total} 格，已填 {done} 格",
    ),
    "grid.done": ("{done} of {total} cells", "共 {total} 格，已填 {done} 格"),
    "grid.unsent": ("saving {count} …", "正在保存 {count} 格……"),
    "grid.waiting": ("{count} not saved, see below", "{count} 格未保存，见下方说明"),
    "grid.outside": (
        "{count} pasted cells lay outside the grid or on a row that takes no ratings, and were left out.",
        "粘贴的内容中有 {count} 格超出表格范围，或所在行不接受评分，已略去。",
    ),
    "grid.outside.one": (
        "1 pasted cell lay outside the grid or on a row that takes no ratings, and was left out.",
        "粘贴的内容中有 1 格超出表格范围，或所在行不接受评分，已略去。",
    ),
    "grid.undo": ("Undo the last save ({count})", "撤销上次保存（{count} 格）"),
    "grid.undone": ("{count} cells are as they were before.", "已恢复 {count} 格原来的内容。"),
    "grid.undone.one": ("1 cell is as it was before.", "已恢复 1 格原来的内容。"),
    "grid.not-undone.one": ("1 cell could not be undone. {why}", "有 1 格未能撤销。{why}"),
    "grid.not-undone": (
        "{count} cells could not be undone. {why}",
        "有 {count} 格未能撤销。{why}",
    ),
    "grid.elsewhere.one": ("1 cell was changed elsewhere.", "有 1 格已在别处修改。"),
    "grid.elsewhere": ("{count} cells were changed elsewhere.", "有 {count} 格已在别处修改。"),
    "grid.show": ("Show", "显示"),
    "grid.again": ("Try again", "重试"),
    "grid.trouble": (
        "{why} What you typed stays here and is not saved yet.",
        "{why}您输入的内容仍保留在此，尚未保存。",
    ),
    "grid.flaws": (
        "Not saved: what stands in these cells is not clear. Mend it in the grid; everything else is saved.",
        "未保存：以下单元格的内容无法识别。请在表格中改正；其余内容均已保存。",
    ),
    "grid.flaw": ("**{unit}** · {column}: {sentence}", "**{unit}** · {column}：{sentence}"),
    "grid.discard": ("Discard these ({count})", "放弃这些内容（{count} 格）"),
    "grid.more": ("… and {count} more like these", "……另有 {count} 格类似情况"),
    "grid.reasons": (
        "Not applicable needs a reason. It is saved as soon as one is given.",
        "“不适用”须说明原因，填写后即保存。",
    ),
    "grid.reason": ("{unit} · {indicator}: why does it not apply?", "{unit} · {indicator}：为什么不适用？"),
    "grid.reason.example": ("For example: no dealers here", "例如：当地没有代理商"),
    "grid.reason.same": ("The same reason for all {count}", "以下 {count} 格原因相同"),
    "grid.conflicts": (
        "Changed elsewhere while you had this open: choose one value each.",
        "您打开本页期间，以下评分已在别处修改，请逐项选择。",
    ),
    "grid.conflict": (
        "**{unit}** · {indicator}: saved there {theirs} ({by}, {at}); yours, not saved yet: {mine}.",
        "**{unit}** · {indicator}：已保存的是 {theirs}（{by}，{at}）；您的尚未保存：{mine}。",
    ),
    "grid.all-theirs": ("Keep all that is saved", "全部保留已保存的"),
    "grid.all-mine": ("Save all of mine", "全部改存我的"),
    "grid.closed": ("Signed off, read only: {units}", "已签署锁定，只能查看：{units}"),
    "grid.closed.unit": ("{unit} ({by}, {at})", "{unit}（{by}，{at}）"),
    "grid.closed.cure": (
        "To change these rows, open the unit’s wave again on the Quality page.",
        "如需修改，请在“质量检查”页重新打开该单位的本轮评估。",
    ),
    "grid.proposed": ("Last wave’s {value}, to be confirmed", "上一轮为 {value}，待确认"),
    "grid.nothing": ("nothing", "空白"),
    "problem.grid-not-understood": (
        "“{found}” is no score. Write one of {allowed}, or n/a, or ?.",
        "“{found}”不是分值。请填写 {allowed}，或“不适用”“未评估”。",
    ),
    "problem.grid-thousands": (
        "“{found}” may mean thousands. For a decimal write {allowed}.",
        "“{found}”可能被理解为千分位。如为小数，请写成 {allowed}。",
    ),
    "problem.grid-off-scale": (
        "{found} lies outside the scale. Write a score within {allowed}.",
        "{found} 超出量表范围。请填写 {allowed} 之间的分值。",
    ),
    "problem.grid-off-step": (
        "{found} lies between two steps. Write {key} or {allowed}.",
        "{found} 不在刻度上。请填写 {key} 或 {allowed}。",
    ),
    "problem.grid-confidence": (
        "“{found}” is no confidence. Write low, medium or high.",
        "“{found}”不是可用的把握程度。请填写低、中或高。",
    ),
    "problem.grid-needs-reason": (
        "“{found}” needs a reason. Give it below, or write n/a: reason.",
        "“{found}”须说明原因。请在下方填写，或写成“不适用：原因”。",
    ),
    "problem.grid-waits": (
        "“{found}” is saved together with a score. Give the score.",
        "“{found}”将与得分一并保存，请先填写得分。",
    ),
    "problem.grid-closed": (
        "“{found}” was not saved: the row was signed off meanwhile.",
        "“{found}”未保存：该行已在此期间签署锁定。",
    ),
}
