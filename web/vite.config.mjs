import { defineConfig } from 'vite';
import { persistedDocuments } from './persisted-documents.mjs';
import { precompress } from './precompress.mjs';

const SERVER = process.env.TOLLGATE_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Files of their own: the policy of the page allows no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // "use client" is for frameworks that render on a server; nothing here does.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') {
          tell(level, log);
        }
      },
    },
  },
  plugins: [persistedDocuments(), precompress()],
  server: {
    // For work on the board: `npm run web`, beside a server that runs.
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/exports', '/explorer', '/api'].map((path) => [path, { target: SERVER, ws: true }]),
    ),
  },
});
