import canonicalizeModule from 'canonicalize';

// A CommonJS package: what TypeScript sees as the module is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The one spelling of a JSON value, RFC 8785: what a hash is taken over. Throws for what is no JSON value. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new Error('Only a JSON value has a canonical form.');
  }
  return text;
};
