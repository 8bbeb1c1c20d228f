/** A part of what the document says, as a screen reader knows it. */
export type Tag = PDFKit.PDFStructureElement;

export type Kind =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Span'
  | 'Figure'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

export interface TagOptions {
  /** What is said instead of showing it. */
  readonly alt?: string;
  /** What a header cell is the head of. */
  readonly scope?: 'Column' | 'Row';
  /** Left, top, right and bottom of a figure. */
  readonly bbox?: readonly [number, number, number, number];
}

/** The tags of a document: everything on its pages belongs to one, or is there for the eye alone. */
export class Tags {
  readonly root: Tag;

  constructor(private readonly document: PDFKit.PDFDocument) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  /** Another part of `parent`, after those it has. */
  below(parent: Tag, kind: Kind, options: TagOptions = {}): Tag {
    const tag = this.document.struct(kind, options);
    parent.add(tag);
    return tag;
  }

  /** What is drawn is what the tag is; all of it on the page at hand. */
  show(tag: Tag, draw: () => void): void {
    tag.add(draw);
  }

  /** What is drawn says nothing that is not said otherwise. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }
}
