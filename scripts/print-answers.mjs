// node scripts/print-answers.mjs FILE [URL]: asks a running server (TOLLGATE_TOKEN) the queries of a page such as docs/examples/federal-2024.md
// and puts each answer in the place of the one that stands below its query.
import { readFileSync, writeFileSync } from 'node:fs';

const [file, url = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const { TOLLGATE_TOKEN: token } = process.env;
if (file === undefined || !token) {
  console.error('Usage: TOLLGATE_TOKEN=... node scripts/print-answers.mjs FILE [URL]');
  process.exit(1);
}

/** @param {unknown} value @returns {string} JSON on one line, with room after each comma and colon. */
const inLine = (value) => {
  if (Array.isArray(value)) {
    return `[${value.map(inLine).join(', ')}]`;
  }
  return typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .map(([name, each]) => `${JSON.stringify(name)}: ${inLine(each)}`)
        .join(', ')}}`
    : JSON.stringify(value);
};

/** @param {string} name @param {unknown} value @returns {string[]} What is told once, as a comment; then each row of each list on a line. */
const linesOf = (name, value) => {
  if (Array.isArray(value)) {
    return [`// ${name}`, ...value.map(inLine)];
  }
  const entries = Object.entries(value ?? {});
  const once = entries.filter(([, each]) => !Array.isArray(each));
  return [
    ...(once.length === 0 ? [] : [`// ${name} ${inLine(Object.fromEntries(once))}`]),
    ...entries.filter(([, each]) => Array.isArray(each)).flatMap(([key, rows]) => linesOf(`${name}.${key}`, rows)),
  ];
};

/** @param {string} query */
const ask = async (query) => {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = /** @type {{ data?: { portfolio?: object }, errors?: unknown }} */ (await answer.json());
  if (errors || !data?.portfolio) {
    throw new Error(`${query}\n${inLine(errors ?? data)}`);
  }
  return Object.entries(data.portfolio).flatMap(([name, value]) => linesOf(name, value));
};

let page = readFileSync(file, 'utf8');
for (const [whole, query = ''] of page.matchAll(/```graphql\n([^`]*)```\n\n```jsonc\n[^`]*```/g)) {
  const lines = await ask(query);
  page = page.replace(whole, () => `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`jsonc\n${lines.join('\n')}\n\`\`\``);
}
writeFileSync(file, page);
