import { defineConfig } from "vite";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  // The loader and the visitor page are served as they are.
  publicDir: "public",
  build: {
    outDir: "dist",
    target: "es2022",
    lib: { entry: "src/script.ts", formats: ["iife"], name: "FrontdeskWidget", fileName: () => "widget/widget.js" },
  },
});
