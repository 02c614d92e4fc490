"""What the command line says."""

TEXTS = {
    "cli.wrote": ("Wrote {path}", "已写入 {path}"),
    "cli.making.deck": ("Drawing the deck", "正在生成演示文稿"),
    "cli.making.workbook": ("Filling the workbook", "正在生成工作簿"),
    "cli.serving": (
        "Serving on 127.0.0.1, port {port}. Stop with Ctrl+C.",
        "应用已在 127.0.0.1 的 {port} 端口启动，按 Ctrl+C 停止。",
    ),
    "cli.rubric.errors": ("{count} error(s) found.", "发现 {count} 个错误。"),
    "cli.rubric.good": ("No errors.", "没有错误。"),
}
