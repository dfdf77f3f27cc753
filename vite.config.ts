import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  publicDir: 'app/public',
  plugins: process.env['VITEST'] ? [] : [remix(remixConfig)],
  resolve: {
    alias: [
      // RJSF brings a Markdown reader for descriptions; ours are plain text, and a phone need not load it.
      {
        find: /^markdown-to-jsx(\/react)?$/,
        replacement: fileURLToPath(new URL('./app/forms/plain-markdown.tsx', import.meta.url)),
      },
    ],
  },
  build: {
    target: 'es2020',
    sourcemap: false,
    rollupOptions: {
      output: {
        // Icons and hooks of a few hundred bytes each would be asked for one by one.
        manualChunks: (id) => (id.includes('/node_modules/lucide-react/') ? 'icons' : undefined),
        experimentalMinChunkSize: 1_000,
      },
      // Routes that only answer with files have nothing for the browser.
      onwarn: (warning, warn) => {
        if (warning.code !== 'EMPTY_BUNDLE') warn(warning);
      },
    },
  },
});
