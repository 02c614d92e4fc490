"""Sentences about the files behind evidence: why one is not taken, or cannot be handed out."""

TEXTS = {
    "problem.evidence-file-empty": (
        "{found} is empty. Choose a file with content.",
        "{found} 是空文件。请选择有内容的文件。",
    ),
    "problem.evidence-file-large": (
        "The file has {found}; at most {allowed} is kept. Reduce its pictures, or keep only the "
        "pages that count.",
        "文件大小为 {found}，上限为 {allowed}。请压缩图片，或只保留有用的页面。",
    ),
    "problem.evidence-file-markup": (
        "{found} is a web page or drawing that can run scripts. Save it as PDF or as a picture (png, jpg).",
        "{found} 是可能含有脚本的网页或矢量图。请另存为 PDF 或图片（png、jpg）。",
    ),
    "problem.evidence-file-program": (
        "{found} is a program or script, or its name ends like one. Text is taken as .txt or .csv.",
        "{found} 是程序或脚本，或其扩展名属于此类。文本请另存为 .txt 或 .csv。",
    ),
    "problem.evidence-file-macros": (
        "{found} contains macros or programs. Save it without macros as docx, xlsx or pptx, or as PDF.",
        "{found} 含有宏或程序。请另存为不含宏的 docx、xlsx、pptx，或 PDF。",
    ),
    "problem.evidence-file-old-office": (
        "{found} is in the old Office format or protected with a password. Save it without password as docx, "
        "xlsx or pptx, or as PDF.",
        "{found} 为旧版 Office 格式或设有密码。请取消密码并另存为 docx、xlsx、pptx，或 PDF。",
    ),
    "problem.evidence-file-archive": (
        "{found} is an archive. Take its files out and add each one.",
        "{found} 是压缩包。请解压后逐个添加其中的文件。",
    ),
    "problem.evidence-file-broken": (
        "{found} is damaged or unpacks to far too much. Open it in its program and save it again.",
        "{found} 已损坏，或解压后体积异常。请用原软件打开并重新保存。",
    ),
    "problem.evidence-file-unknown": (
        "What {found} contains is none of: {allowed} (text as UTF-8). Save it as one of these.",
        "{found} 的内容不属于以下类型：{allowed}（文本须为 UTF-8）。请另存为其中一种。",
    ),
    "error.EvidenceFileMissingError": (
        "The file {name} is no longer beside the store ({path}). The evidence itself is safe. "
        "Restore a backup, or add the file again.",
        "文件 {name} 已不在数据库旁的文件夹中（{path}）。证据本身不受影响。请从备份恢复，或重新添加该文件。",
    ),
    "error.EvidenceFileAlteredError": (
        "The file {name} is not the one that was added ({path}); it is not handed out. The evidence itself "
        "is safe. Restore a backup, or add the file again.",
        "文件 {name} 与当初添加的内容不一致（{path}），因此不予下载。证据本身不受影响。"
        "请从备份恢复，或重新添加该文件。",
    ),
}
