"""Any native chart as its part and the workbook behind it."""

from assessment.catalogue import Lang
from exports.deck.blocks import ChartBlock, FieldBlock
from exports.deck.chart_book import chart_workbook
from exports.deck.charts import chart_xml, shown_categories
from exports.deck.columns import KINDS, columns_xml
from exports.deck.xy import field_workbook, field_xml
from exports.ooxml import one_line


def native_chart(block: ChartBlock | FieldBlock, lang: Lang) -> tuple[str, bytes]:
    """The chart's XML and the bytes of its workbook."""
    if isinstance(block, FieldBlock):
        return field_xml(block, lang), field_workbook(block.spec)
    if block.spec.kind in KINDS:
        names = tuple(one_line(name) for name in block.spec.categories)
        return columns_xml(block, names, lang), chart_workbook(block.spec, names)
    return chart_xml(block, lang), chart_workbook(block.spec, shown_categories(block.spec, lang))
