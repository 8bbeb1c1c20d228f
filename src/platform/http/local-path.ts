const HERE = 'http://here.invalid';
const LONGEST = 2_000;

/**
 * The path on this server that a text names, with its query and fragment, as browsers read it: at most 2,000 characters. Null
 * for whatever leads a browser to another host (`//evil`, `/\evil`, `/.//evil`, `https:`) and for what is no path.
 */
export const localPathIn = (text: string): string | null => {
  if (!text.startsWith('/') || text.length > LONGEST || !URL.canParse(text, HERE)) {
    return null;
  }
  const { origin, pathname, search, hash } = new URL(text, HERE);
  // `/.//evil` is a path of ours when it is read first, and another host when what came of it is read again.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
};
