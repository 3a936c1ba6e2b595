"""What a PDF says about itself in XMP: the same as in its older dictionary, and that it is made to
be read aloud. Nothing of machine, person or hour."""

from __future__ import annotations

from xml.sax.saxutils import escape

PROGRAM = "Fasthold"
_MOMENT = "2000-01-01T00:00:00Z"  # as ReportLab writes it where nothing may differ
_PACKET = """\
<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{spoken}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def packet_of(title: str, author: str, spoken: str) -> bytes:
    """Return what a file says that is called `title`, comes from `author`, and speaks `spoken`."""
    told = _PACKET.format(
        title=escape(title),
        author=escape(author),
        spoken=escape(spoken),
        program=PROGRAM,
        moment=_MOMENT,
    )
    return told.encode("utf-8")
