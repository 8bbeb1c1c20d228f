import PDFDocument from 'pdfkit';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

const SAYS_IT_IS_ACCESSIBLE =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

/**
 * A PDF that says of itself that it keeps PDF/UA-1 (ISO 14289-1). The library's own way of saying so adds a list of the embedded glyphs
 * that leaves out the parts of composed letters, and such a list is against that standard; none is not.
 */
export class TaggedDocument extends PDFDocument {
  /** The metadata is XML, and the library puts the texts in as they are. By now they stand elsewhere in the document already. */
  override endMetadata(): void {
    const { Title = '', Subject = '', Author = '' } = this.info;
    this.info = { ...this.info, Title: escaped(Title), Subject: escaped(Subject), Author: escaped(Author) };
    this.appendXML(SAYS_IT_IS_ACCESSIBLE);
    super.endMetadata();
  }
}
