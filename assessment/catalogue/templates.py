"""Sentences about client templates: what they lack, why one is refused, and what the page asks for."""

TEXTS = {
    "template.missing.layout": (
        "The template has no layout for {role}; “{used}” is used instead.",
        "模板中没有“{role}”版式，改用“{used}”。",
    ),
    "template.missing.placeholder": (
        "The template has no placeholder for {role}; a text box is used instead.",
        "模板中没有“{role}”占位符，改用文本框。",
    ),
    "template.role.cover": ("the cover", "封面"),
    "template.role.chapter": ("chapters", "章节页"),
    "template.role.finding": ("findings (a title over free room)", "正文页（标题加空白区）"),
    "template.role.cover.title": ("the cover’s title", "封面标题"),
    "template.role.cover.subtitle": ("the cover’s subtitle", "封面副标题"),
    "template.role.cover.facts": ("the facts on the cover", "封面说明"),
    "template.role.chapter.title": ("a chapter’s title", "章节标题"),
    "template.role.chapter.text": ("a chapter’s text", "章节说明"),
    "template.role.finding.title": ("a slide’s title", "正文标题"),
    "template.role.finding.lead": ("the sentence below a title", "标题下的导语"),
    "template.role.finding.source": ("the source line", "来源说明"),
    "template.role.finding.footer": ("the footer", "页脚"),
    "template.role.finding.number": ("the slide’s number", "页码"),
    "template.title": ("Template and house style", "模板与版式"),
    "template.upload": ("Client template (.pptx or .potx)", "客户模板（.pptx 或 .potx）"),
    "template.upload.about": (
        "Layouts, colours and fonts are the template’s; slides that it holds are left out. Without one, the "
        "deck is made in Gapline’s own layout.",
        "沿用模板的版式、配色和字体，模板里原有的页面不会保留。不上传则使用 Gapline 自带版式。",
    ),
    "template.names": ("Names of its layouts (.yaml, if needed)", "版式名称对照（.yaml，可不填）"),
    "template.logo": ("Logo (.png or .jpg)", "标志图片（.png 或 .jpg）"),
    "template.confidential": ("Confidentiality line", "保密声明"),
    "template.confidential.about": (
        "Stands on every slide. Template, logo and line are used for this deck and not kept.",
        "显示在每一页。模板、标志和声明仅用于本次导出，不会保存。",
    ),
    "template.fits": ("The template has everything that a deck needs.", "模板所需版式齐全。"),
    "problem.template-wrong-kind": (
        "The template is no PowerPoint file (found {found}). Choose a .pptx or .potx file.",
        "模板不是 PowerPoint 文件（实为 {found}）。请选择 .pptx 或 .potx 文件。",
    ),
    "problem.template-no-layout": (
        "The template has no slide layout. Open it in PowerPoint, add a layout with a title in the slide "
        "master view, and save it.",
        "模板中没有任何版式。请在 PowerPoint 的幻灯片母版视图中添加带标题的版式后保存。",
    ),
    "problem.template-size": (
        "The template’s slides are too small to lay anything out on: each side needs {allowed} inches at "
        "least. Set another slide size in PowerPoint (Design, Slide Size).",
        "模板页面过小，无法排版：每边至少需要 {allowed} 英寸。请在 PowerPoint 的“设计”“幻灯片大小”中调整。",
    ),
    "problem.template-name": (
        "The name of a placeholder, or its number, is expected here. PowerPoint shows the names in the "
        "selection pane of the slide master view.",
        "此处应填占位符的名称或编号。名称可在 PowerPoint 幻灯片母版视图的“选择窗格”中查看。",
    ),
    "problem.template-name-layout": (
        "The name of a layout is expected here. PowerPoint shows it when the mouse rests on the layout in "
        "the slide master view.",
        "此处应填版式名称。在 PowerPoint 幻灯片母版视图中，将鼠标停在版式上即可看到。",
    ),
    "problem.logo-kind": (
        "The logo is no PNG or JPEG picture. Save it as one of these and choose it again.",
        "标志文件不是 PNG 或 JPEG 图片。请另存为其中一种格式后重新选择。",
    ),
    "problem.logo-large": (
        "The logo is too large ({found}; at most {allowed}). Save it with fewer pixels.",
        "标志文件过大（{found}，上限 {allowed}）。请降低像素后重新保存。",
    ),
}
