import { runTypeScript } from './lib/typescript.mjs';

await runTypeScript('bench', 'main.ts');
