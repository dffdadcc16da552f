"""Documents as people attach them, made from known values: DOCX, ODT and PDF, whole and broken.

A form is a list of (label, value). Values may have several lines.
"""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

WORD = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
ODF = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
               for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"),
                                    ("form", "form"), ("manifest", "manifest")))
DOCX_TYPE = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
ODT_TYPE = ("application", "vnd.oasis.opendocument.text")
PDF_TYPE = ("application", "pdf")
PLACEHOLDER = "Click or tap here to enter text."


def package(files) -> bytes:
    """A ZIP archive of (name, content) in that order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


# ---- DOCX (ECMA-376) ----------------------------------------------------------------------------

def docx(body: str, main: str = "word/document.xml") -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return package([
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", f'<Relationships><Relationship Id="r" Type="{relation}" Target="/{main}"/>'
                        "</Relationships>"),
        (main, f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body>'
               "</w:document>")])


def word_paragraph(text: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")]
    return ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r>'
            + "<w:br/>".join(lines) + "</w:r></w:p>")


def docx_paragraphs(fields) -> bytes:
    return docx(word_paragraph("Complaint form") + "".join(
        word_paragraph(f"{label}: {value}") for label, value in fields))


def docx_table(fields) -> bytes:
    def cell(text):
        return "<w:tc>" + "".join(word_paragraph(line) for line in text.split("\n")) + "</w:tc>"
    rows = "".join(f"<w:tr>{cell(label)}{cell(value)}</w:tr>" for label, value in fields)
    return docx(f"{word_paragraph('Complaint form')}<w:tbl>{rows}</w:tbl>")


def docx_controls(fields) -> bytes:
    """Content controls with titles; the one without a value still shows its placeholder."""
    def control(label, value):
        hint = "" if value else "<w:showingPlcHdr/>"
        return (f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(label)}/><w:tag w:val=\"t\"/>{hint}"
                f"</w:sdtPr><w:sdtContent>{word_paragraph(value or PLACEHOLDER)}</w:sdtContent>"
                "</w:sdt>")
    return docx("".join(word_paragraph(label) + control(label, value) for label, value in fields),
                main="word/document2.xml")


def docx_legacy(fields) -> bytes:
    """Form fields of old templates: marks in the run of text, named by a help text."""
    def mark(kind, inside=""):
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'

    def field(label, value):
        data = (f'<w:ffData><w:name w:val="Text1"/><w:statusText w:type="text" '
                f"w:val={quoteattr(label)}/><w:textInput/></w:ffData>")
        runs = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in value.split("\n"))
        return (f"<w:p><w:r><w:t>{escape(label)} </w:t></w:r>{mark('begin', data)}"
                "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
                f"{mark('separate')}<w:r>{runs}</w:r>{mark('end')}</w:p>")
    return docx("".join(field(label, value) for label, value in fields))


# ---- ODT (ODF 1.2) ------------------------------------------------------------------------------

def odt(body: str, encrypted: bool = False) -> bytes:
    sealed = "<manifest:encryption-data/>" if encrypted else ""
    return package([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF}>\n'
                        f"<office:body>\n<office:text>{body}</office:text></office:body>"
                        "</office:document-content>"),
        ("META-INF/manifest.xml", f'<manifest:manifest {ODF}><manifest:file-entry '
                                  f'manifest:full-path="content.xml">{sealed}'
                                  "</manifest:file-entry></manifest:manifest>")])


def odf_paragraph(text: str) -> str:
    return "<text:p>" + "<text:line-break/>".join(
        escape(line) for line in text.split("\n")) + "</text:p>"


def odt_paragraphs(fields) -> bytes:
    return odt(odf_paragraph("Complaint form") + "".join(
        odf_paragraph(f"{label}: {value}") for label, value in fields))


def odt_table(fields) -> bytes:
    def cell(text):
        return ("<table:table-cell>" + "".join(odf_paragraph(line) for line in text.split("\n"))
                + "</table:table-cell>")
    rows = "".join(f"<table:table-row>{cell(label)}{cell(value)}</table:table-row>"
                   for label, value in fields)
    return odt(f"<table:table>{rows}</table:table>")


def odt_controls(fields) -> bytes:
    controls = "".join(f"<form:textarea form:name={quoteattr(label)} "
                       f"form:current-value={quoteattr(value)}/>" for label, value in fields)
    return odt(f"<office:forms><form:form>{controls}</form:form></office:forms>"
               + odf_paragraph("Please fill in the boxes."))


# ---- PDF (ISO 32000) ----------------------------------------------------------------------------

def pdf(objects, trailer: str = "") -> bytes:
    """Objects 1, 2 … as bytes; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
            + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
            % (size, trailer.encode(), len(out)))


def stream(content: bytes, entries: str = "") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries.encode(), content)


def pdf_string(text: str) -> str:
    return "<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex() + ">"


def page_text(lines) -> bytes:
    """Lines in Latin 1, from the top of the page."""
    shown = "".join(f"({line})' ".replace("\\", "") for line in lines)
    return f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET".encode("latin-1")


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def pdf_text(lines, trailer: str = "") -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", PAGES,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                b"/Resources<</Font<</F1 5 0 R>>>>>>",
                stream(page_text(lines)), FONT], trailer)


def pdf_printed(fields) -> bytes:
    """A form that was filled in and printed: nothing but text is left."""
    return pdf_text(line for label, value in fields for line in f"{label}: {value}".split("\n"))


def pdf_fields(fields) -> bytes:
    """AcroForm fields. Every other one has its label, the rest only a technical name."""
    first = 6
    widgets, names = [], []
    for number, (label, value) in enumerate(fields):
        shown = f"/TU{pdf_string(label)}" if number % 2 == 0 else ""
        name = "".join(word.capitalize() for word in label.split())
        widgets.append(f"<</Type/Annot/Subtype/Widget/FT/Tx/T{pdf_string(name)}{shown}"
                       f"/V{pdf_string(value)}/P 3 0 R/Rect[200 {700 - 30 * number} 500 "
                       f"{720 - 30 * number}]>>".encode())
        names.append(f"{first + number} 0 R")
    listed = " ".join(names)
    return pdf([f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{listed}]>>>>".encode(), PAGES,
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources"
                f"<</Font<</F1 5 0 R>>>>/Annots[{listed}]>>".encode(),
                stream(page_text(["Complaint form"])), FONT, *widgets])


def pdf_encrypted() -> bytes:
    """Opened by a password only (ISO 32000-1, 7.6.3), which nobody knows."""
    key = "00" * 32
    return pdf_text(["Secret"], trailer="/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4"
                                        f"/O<{key}>/U<{key}>>>/ID[<00><00>]")
