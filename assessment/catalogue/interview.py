"""Sentences of the interview's cards: what stands in view, and what opens below them."""

from typing import Final

TEXTS: Final = {
    "interview.last": ("Last wave, {wave}", "上一轮（{wave}）"),
    "interview.last.own": ("this unit", "本单位"),
    "interview.aim.importance": ("Importance: {grade}", "重要性：{grade}"),
    "interview.aim.target": ("Target {level}", "目标 {level}"),
    "interview.close": ("Close", "收起"),
    "interview.evidence.search": ("Or use what is on record: search", "或引用已有证据：搜索"),
    "interview.evidence.search.example": ("Any word of it, or who said it", "内容或提供人中的任意词"),
    "interview.evidence.no-match": ("Nothing else on record has these words.", "没有其他含有这些词的证据。"),
    "interview.evidence.pick": ("One or several of these", "选择一条或多条"),
    "interview.evidence.pick.none": ("None chosen", "尚未选择"),
    "interview.evidence.use": ("Use here, too", "在此引用"),
    "interview.undo": ("Undo the last change", "撤销上一次修改"),
    "interview.undo.why": ("Why? (if you like)", "原因（可不填）"),
    "interview.history.none": ("Nothing was said yet.", "尚无记录。"),
    "interview.history.why": ("because: {why}", "原因：{why}"),
}
