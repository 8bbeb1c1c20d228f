import { runTypeScript } from './lib/typescript.mjs';

await runTypeScript('bench', 'hooks', 'main.ts');
