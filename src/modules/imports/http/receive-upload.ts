import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

const FIELDS = ['portfolio', 'mapping', 'dryRun'] as const;
type FieldName = (typeof FIELDS)[number];

/** An upload on disk. */
export interface Upload {
  readonly fields: ReadonlyMap<FieldName, string>;
  /** Where the file lies; null where none was sent. */
  readonly file: string | null;
  readonly isTooLarge: boolean;
  /** What of the form cannot be used, a sentence each. */
  readonly problems: readonly string[];
}

type Part = MultipartFile | MultipartValue;

const isField = (name: string): name is FieldName => FIELDS.some((field) => field === name);

/**
 * Receives a form with a file. The file goes to disk as it comes in, for it must be there whole before the first row is
 * taken in, and is deleted when `use` is through with it. The mapping may be a field or a file of its own.
 */
export const withUpload = async <T>(request: FastifyRequest, use: (upload: Upload) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'tollgate-import-'));
  try {
    return await use(await received(request, join(folder, 'upload.csv')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const received = async (request: FastifyRequest, path: string): Promise<Upload> => {
  const fields = new Map<FieldName, string>();
  const problems: string[] = [];
  let file: string | null = null;
  let isTooLarge = false;
  for await (const part of request.parts()) {
    const name = part.fieldname;
    if (part.type === 'file' && name === 'file' && file === null) {
      file = path;
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      isTooLarge = part.file.truncated;
    } else if (isField(name) && !fields.has(name)) {
      fields.set(name, await textOf(part));
      problems.push(...(isCut(part) ? [`${name} is too long.`] : []));
    } else {
      await drained(part);
      problems.push(problemOf(name, part));
    }
  }
  return { fields, file, isTooLarge, problems };
};

const textOf = async (part: Part): Promise<string> => {
  if (part.type === 'file') {
    return text(part.file as Readable);
  }
  // A part of type application/json comes parsed.
  return typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
};

const isCut = (part: Part): boolean => (part.type === 'file' ? part.file.truncated : part.valueTruncated);

const drained = async (part: Part): Promise<void> => {
  if (part.type === 'file') {
    part.file.resume();
    await new Promise((resolve) => part.file.once('close', resolve));
  }
};

const problemOf = (name: string, part: Part): string => {
  if (name === 'file' && part.type === 'field') {
    return 'file must be sent as a file, with a file name.';
  }
  return name === 'file' || isField(name)
    ? `${name} is there more than once.`
    : `"${name}" is no part of the form; there are: portfolio, mapping, file, dryRun.`;
};
