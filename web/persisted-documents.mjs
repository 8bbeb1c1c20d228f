import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TAGGED = /\bgraphql\(`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;
// A class that is made into a value nobody uses has no effect worth keeping.
const MADE = /= new TypedDocumentString\(/g;

/**
 * Leaves the texts of what the board asks out of the page, which asks by their hashes: each `graphql(...)` becomes the document made of it
 * by `npm run web:types`, and the texts are laid beside the page for the server, as `documents.json`.
 * @returns {import('vite').Plugin}
 */
export const persistedDocuments = () => {
  let generated = '';
  return {
    name: 'persisted-documents',
    enforce: 'pre',
    apply: 'build',
    configResolved({ root }) {
      generated = join(root, 'src', 'api', 'generated');
    },
    transform(code, id) {
      if (id === join(generated, 'graphql.ts')) {
        return { code: code.replace(MADE, '= /* @__PURE__ */ new TypedDocumentString('), map: null };
      }
      if (id.startsWith(generated) || !TAGGED.test(code)) {
        return null;
      }
      const made = code.replace(TAGGED, (_, kind, name) =>
        kind === 'fragment' ? 'undefined' : `documents.${name}Document`,
      );
      return {
        code: `import * as documents from ${JSON.stringify(join(generated, 'graphql.ts'))};\n${made}`,
        map: null,
      };
    },
    generateBundle() {
      const source = readFileSync(join(generated, 'persisted-documents.json'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
  };
};
