import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

const read = (name: string): Buffer => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/**
 * The faces that are embedded, each as its file, read once. Nothing that was parsed is kept: a parsed font remembers for which signs a glyph
 * was asked first, and a document would then depend on those printed before it.
 */
export const FACES = { regular: read('DejaVuSansCondensed'), bold: read('DejaVuSansCondensed-Bold') } as const;

/** What stands for a sign that the faces do not have; both have this one. */
export const BOX = '□';
