/** Stands where code stood. No text that can be stored holds it, so it can be taken for nothing else. */
const FILLER = '\u0000';

const filled = (text: string): string => FILLER.repeat(text.length);

// A quotation or a list may hold a fence, so their marks may stand before it.
const OPENING = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*(`{3,}|~{3,})([\s\S]*)$/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t]*\r?$/;
const BLANK = /^\s*$/;

/** An escaped character, a span between two runs of as many backticks, or a run that has no counterpart. */
const SPANS = /\\[\s\S]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|`+/g;

const withoutSpans = (paragraph: string): string =>
  paragraph.replace(SPANS, (found: string, run: string | undefined) => (run === undefined ? found : filled(found)));

/** The marks of a fence that a line opens; null where it opens none. */
const fenceIn = (line: string): string | null => {
  const [, marks, info = ''] = OPENING.exec(line) ?? [];
  return marks === undefined || (marks.startsWith('`') && info.includes('`')) ? null : marks;
};

const closes = (line: string, fence: string): boolean => CLOSING.exec(line)?.[1]?.startsWith(fence) ?? false;

/**
 * The text with all that Markdown shows as code filled up, character for character: fenced blocks (to the end of the text where
 * they are not closed) and spans between backticks of one paragraph. Lines that are merely indented are no code, for lists are indented too.
 */
export const outsideCode = (text: string): string => {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  let fence: string | null = null;
  const endParagraph = (): void => {
    if (paragraph.length > 0) {
      blocks.push(withoutSpans(paragraph.join('\n')));
      paragraph = [];
    }
  };
  for (const line of text.split('\n')) {
    const opened: string | null = fence === null ? fenceIn(line) : null;
    if (fence === null && opened === null && !BLANK.test(line)) {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    blocks.push(fence === null && opened === null ? line : filled(line));
    fence = opened ?? (fence !== null && closes(line, fence) ? null : fence);
  }
  endParagraph();
  return blocks.join('\n');
};
