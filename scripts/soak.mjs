import { runTypeScript } from './lib/typescript.mjs';

await runTypeScript('bench', 'soak', 'main.ts');
