import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROOT } from '../shared.js';

/** What there is to be asked for that no schema lists: fields that answer by the viewer, and routes. */

const MODULES = join(ROOT, 'src/modules');

const SOURCES = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(MODULES, name), 'utf8') }));

const ASKS = /\b(viewer|requireAccess|accessOf|rolesIn|permissions)\b/;
const RESOLVER = /@Resolver\(\(\) => (\w+?)(?:Type)?\)/g;

/** Of the text behind `@ResolveField(`: the name of the field, and all that makes it. */
const fieldIn = (text: string): { readonly name: string; readonly body: string } => {
  const body = text.split(/^ {2}@(?:Query|Mutation)\(|^@Resolver\(/m)[0]!;
  return { name: /^ {2}(?:async )?(\w+)\(/m.exec(body)![1]!, body };
};

/** The fields whose resolvers look at who is asking, as `Type.field`. */
export const fieldsByViewer = (): readonly string[] =>
  SOURCES.filter(({ name }) => name.includes('/graphql/')).flatMap(({ text }) =>
    text.split('@ResolveField(').flatMap((part, index, parts) => {
      const type = [...parts.slice(0, index).join('').matchAll(RESOLVER)].at(-1)?.[1];
      const field = type === undefined ? null : fieldIn(part);
      return field && ASKS.test(field.body) ? [`${type!}.${field.name}`] : [];
    }),
  );

const READS_VIEWER = /\bcontext\.viewer\b|\{[^}]*\bviewer\b[^}]*\}: (?:Graphql|Live)Context/;

/** What learns who is asking though no resolver says it, by the context that fields share. */
export const readersOfViewer = (): readonly string[] =>
  SOURCES.filter(({ name, text }) => !name.endsWith('.resolver.ts') && READS_VIEWER.test(text)).map(({ name }) => name);

const BUILT = ['/scheme.js', '/favicon.svg', '/robots.txt'];

/** Files of the board, the same for all, which are there once it is built; or what only says of others which methods they have. */
const isOfNobody = (method: string, path: string): boolean =>
  ['HEAD', 'OPTIONS', ''].includes(method) || path.includes('*') || BUILT.includes(path);

/** The routes of the HTTP server where it matters who asks, or might. */
export const routesOf = (app: NestFastifyApplication): readonly string[] => {
  const above: string[] = [];
  return app
    .getHttpAdapter()
    .getInstance()
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line);
      if (!found) {
        return [];
      }
      const [, indent = '', part = '', methods = ''] = found;
      const depth = indent.length / 4;
      above.splice(depth, above.length, part);
      const path = above.join('').replace('//', '/');
      return methods
        .split(', ')
        .filter((method) => !isOfNobody(method, path))
        .map((method) => `${method} ${path}`);
    });
};
