import { readFileSync } from 'node:fs';
import { sharedPath } from './shared.js';

interface SignatureCase {
  readonly tool: string;
  readonly source: string;
  readonly secret: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly accept: boolean;
  readonly why?: string;
}

/** The signature cases of these tools. None where the file is absent. */
export const signatureCasesOf = (
  ...tools: readonly string[]
): readonly (SignatureCase & { readonly title: string })[] => {
  const path = sharedPath('fixtures/signatures.json');
  const all =
    path === null ? [] : (JSON.parse(readFileSync(path, 'utf8')) as { cases: readonly SignatureCase[] }).cases;
  return all
    .filter(({ tool }) => tools.includes(tool))
    .map((each) => ({
      ...each,
      title: `${each.tool}: ${each.why ?? each.source} (${each.accept ? 'taken' : 'refused'})`,
    }));
};
