import { defineConfig } from "vitest/config";

const server = process.env.FRONTDESK_URL ?? "http://127.0.0.1:8480";

export default defineConfig({
  // esbuild's own automatic JSX: no Babel, and it installs with npm 10 as with npm 11.
  esbuild: { jsx: "automatic" },
  build: {
    outDir: "dist",
    target: "es2022",
    assetsDir: "assets",
    sourcemap: false,
    rollupOptions: {
      // The page waits for its catalogue, so a catalogue must not wait for the page: what it uses is a file of its own.
      output: { manualChunks: (id) => (/src\/texts\/(language|plural)\.ts$/.test(id) ? "language" : undefined) },
      // Fluent marks its files for server components; there are none here.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
  server: { proxy: { "/api": { target: server, ws: true }, "/sdk": server, "/widget": server, "/chat": server } },
  test: { setupFiles: ["./test/setup.ts"], testTimeout: 60_000 },
});
