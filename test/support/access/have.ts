import type { Client, Json } from '../server.js';

/** Has a change made that cannot be refused here, and answers with its payload. */
export const have = async (by: Client, document: string, variables: Record<string, unknown>): Promise<Json> => {
  const [payload] = Object.values(await by.ask(document, variables)) as [Json];
  const refusals = [payload.userErrors, ...(payload.rows ?? []).map((row: Json) => row.userErrors)].flat();
  if (refusals.length > 0) {
    throw new Error(`${document}\n${JSON.stringify(refusals)}`);
  }
  return payload;
};

const ERRORS = 'userErrors { code message field }';

/** The document of a mutation whose arguments are `$id` and `$input`. */
export const changing = (mutation: string, id: string, input: string, answer: string): string =>
  `mutation ($id: ${id === 'portfolioKey' ? 'String' : 'ID'}!, $input: ${input}!) { ${mutation}(${id}: $id, input: $input) { ${answer} ${ERRORS} } }`;
