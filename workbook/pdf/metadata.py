"""What a file says of itself: metadata, and the colours that it means.

ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.pdf.reportlab import PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

if TYPE_CHECKING:
    from datetime import date

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default"></rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>workbook</xmp:CreatorTool><pdf:Producer>workbook</pdf:Producer>
</rdf:Description>
{claims}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
_CLAIMS = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
# The signs that mean something in XML.
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_PROFILE = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says of itself, and nothing of its subject; `day` is when it was made."""

    title: str
    author: str
    language: str
    day: date

    @property
    def stamp(self) -> str:
        """The day's beginning as a date of PDF's (ISO 32000-1 7.9.4)."""
        return f"D:{self.day.isoformat().replace('-', '')}000000+00'00'"

    def packet(self, *, archival: bool) -> bytes:
        """The XMP packet; an `archival` one claims PDF/UA-1 and PDF/A-2a."""
        packet = _PACKET.format(
            title=self.title.translate(_XML),
            author=self.author.translate(_XML),
            language=self.language.translate(_XML),
            day=self.day.isoformat(),
            claims=_CLAIMS if archival else "",
        )
        return packet.encode("utf-8")


def output_intent() -> PDFDictionary:
    """What DeviceRGB means in a file: sRGB, with its profile."""
    data = Path(__file__).with_name("srgb.icc").read_bytes()
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": PDFStream(PDFDictionary({"N": 3}), data, [PDFZCompress]),
        }
    )
