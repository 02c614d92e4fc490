"""Sentences of refreshing a deck that people have edited, and of the files that cannot be."""

TEXTS = {
    "refresh.counts": ("{counts}.", "{counts}。"),
    "refresh.count.updated": ("{count} updated", "更新 {count} 处"),
    "refresh.count.unchanged": ("{count} unchanged", "未变 {count} 处"),
    "refresh.count.kept": ("{count} kept because a person changed them", "保留人工修改 {count} 处"),
    "refresh.count.conflict": ("{count} in conflict", "冲突 {count} 处"),
    "refresh.count.orphan": ("{count} no longer in the report", "报告中已无 {count} 处"),
    "refresh.count.new": ("{count} new in the report", "报告中新增 {count} 处"),
    "refresh.count.deleted": ("{count} deleted by a person", "人工删除 {count} 处"),
    "refresh.status.updated": ("updated", "已更新"),
    "refresh.status.unchanged": ("unchanged", "未变"),
    "refresh.status.kept": ("kept because a person changed it", "保留人工修改"),
    "refresh.status.conflict": (
        "conflict (a person changed it and its figures changed; left as it is)",
        "冲突（已有人工修改，数据也有变化，保持原样）",
    ),
    "refresh.status.orphan": (
        "orphan (the report no longer has it; left as it is)",
        "报告中已无此项，保持原样",
    ),
    "refresh.status.new": ("new available (not in this deck)", "报告中有、本文件中没有"),
    "refresh.status.deleted": ("deleted by a person (not put back)", "已被人工删除，不再放回"),
    "refresh.kind.slide": ("slide", "整页"),
    "refresh.kind.text": ("words", "文字"),
    "refresh.kind.table": ("table", "表格"),
    "refresh.kind.chart": ("chart", "图表"),
    "refresh.kind.drawing": ("drawing", "图形"),
    "refresh.kind.notes": ("speaker notes", "演讲备注"),
    "refresh.line": (
        "Slide {slide}, {kind}: {status}. “{title}”",
        "第 {slide} 页，{kind}：{status}。“{title}”",
    ),
    "refresh.line.new": ("{kind}: {status}. “{title}”", "{kind}：{status}。“{title}”"),
    "refresh.own.table.one": (" One cell is a person's and stays.", "其中 1 个单元格为人工修改，予以保留。"),
    "refresh.own.table.many": (
        " {count} cells are a person's and stay.",
        "其中 {count} 个单元格为人工修改，予以保留。",
    ),
    "refresh.own.notes.one": (" One paragraph is a person's and stays.", "其中 1 段为人工修改，予以保留。"),
    "refresh.own.notes.many": (
        " {count} paragraphs are a person's and stay.",
        "其中 {count} 段为人工修改，予以保留。",
    ),
    "refresh.notes.one": (
        "Speaker notes of one slide: updated.",
        "1 页的演讲备注：已更新。",
    ),
    "refresh.notes.many": (
        "Speaker notes of {count} slides: updated.",
        "{count} 页的演讲备注：已更新。",
    ),
    "refresh.nothing": ("Everything in the deck is up to date.", "文件中的内容均为最新。"),
    "refresh.title": ("Refresh a deck", "更新已有演示文稿"),
    "refresh.about": (
        "Bring back a deck that was made here and edited since. New figures go into charts, tables and "
        "sentences that nobody changed; your own edits stay.",
        "上传由本工具生成、之后经人工编辑的演示文稿。未被改动的图表、表格和文字会换成最新数据，人工修改一律保留。",
    ),
    "refresh.upload": ("Edited deck (.pptx)", "编辑过的演示文稿（.pptx）"),
    "refresh.working": ("Comparing the deck with the figures of today", "正在与最新数据比对"),
    "refresh.overwrite": ("In a conflict, take the new figures", "有冲突时以最新数据为准"),
    "refresh.download": ("Download the refreshed deck", "下载更新后的演示文稿"),
    "problem.deck-wrong-kind": (
        "The file is no PowerPoint deck (found {found}). Choose a .pptx file that Gapline made, saved as "
        "PowerPoint presentation.",
        "该文件不是 PowerPoint 演示文稿（实为 {found}）。请选择由 Gapline 生成并以 .pptx 格式保存的文件。",
    ),
    "problem.deck-encrypted": (
        "The deck is protected by a password or in the old .ppt format. Save it without a password as .pptx.",
        "文件设有打开密码，或为旧的 .ppt 格式。请去掉密码并另存为 .pptx。",
    ),
    "problem.deck-damaged": (
        "The deck is damaged or was not copied completely ({found}). Copy it again, or open it in PowerPoint "
        "and save it anew.",
        "文件已损坏或复制不完整（{found}）。请重新复制，或用 PowerPoint 打开后重新保存。",
    ),
    "problem.deck-bomb": (
        "Unpacked, the file would be far larger than any deck ({found}; at most {allowed}). It was not "
        "opened.",
        "文件解压后远超正常演示文稿的大小（{found}，上限 {allowed}），未打开。",
    ),
    "problem.deck-parts": (
        "The file consists of too many or doubled parts ({found}; at most {allowed}). It was not opened.",
        "文件内部组成部分过多或重复（{found}，上限 {allowed}），未打开。",
    ),
    "problem.deck-macros": (
        "The deck holds macros or controls ({found}), which are never run or kept. Save it as presentation "
        "without macros (.pptx).",
        "文件中含有宏或控件（{found}），本程序不接受。请另存为不含宏的演示文稿（.pptx）。",
    ),
    "problem.deck-external": (
        "The deck draws on other files ({found}). Break the links (File, Info, Edit Links to Files) and save "
        "it again.",
        "文件引用了其他文件（{found}）。请断开链接（文件、信息、编辑指向文件的链接）后重新保存。",
    ),
    "problem.deck-untagged": (
        "Nothing in this deck is known as made by Gapline. Either it was made elsewhere, or a program other "
        "than PowerPoint saved it and dropped the marks. Choose the file as PowerPoint saved it last, or "
        "make a new deck and copy your changes over.",
        "未在该文件中找到由 Gapline 生成的内容：可能出自其他来源，或曾用 PowerPoint 以外的软件保存，"
        "标记已丢失。请选择最后由 PowerPoint 保存的版本，或重新生成演示文稿，再把修改复制过来。",
    ),
    "problem.deck-dropped": (
        "{found} saved this deck last and dropped the marks by which charts, tables and sentences are known "
        "again, and the workbooks behind the charts. Choose the file as PowerPoint saved it last, or make a "
        "new deck and copy your changes over.",
        "该文件最后由 {found} 保存，生成内容的标记和图表背后的工作簿已经丢失。"
        "请选择最后由 PowerPoint 保存的版本；如果没有，请重新生成演示文稿，再把修改复制过来。",
    ),
    "problem.deck-other-engagement": (
        "The deck belongs to another engagement ({found}), not to {allowed}. Choose the engagement that it "
        "was made for.",
        "该文件属于其他项目（{found}），不属于 {allowed}。请选择生成该文件的项目。",
    ),
}
