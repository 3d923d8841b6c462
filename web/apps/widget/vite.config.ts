import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin, transformWithEsbuild } from "vite";
import { LANGUAGES } from "./src/texts/index.ts";

/** The catalogues that are no part of the one script: each a module of its own at `/widget/texts/<language>.js`. */
function catalogues(): Plugin {
  return {
    name: "catalogues",
    async generateBundle() {
      for (const language of LANGUAGES) {
        const file = new URL(`./src/texts/${language}.ts`, import.meta.url);
        const { code } = await transformWithEsbuild(await readFile(file, "utf8"), file.pathname, {
          format: "esm",
          minify: true,
          charset: "utf8",
        });
        this.emitFile({ type: "asset", fileName: `widget/texts/${language}.js`, source: code });
      }
    },
  };
}

export default defineConfig({
  // Without the runtime of the automatic form, which is another hundred bytes.
  esbuild: {
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    jsxInject: `import { h, Fragment } from "preact"`,
  },
  // The loader and the visitor page are served as they are.
  publicDir: "public",
  plugins: [catalogues()],
  build: {
    outDir: "dist",
    target: "es2022",
    lib: { entry: "src/script.ts", formats: ["iife"], name: "FrontdeskWidget", fileName: () => "widget/widget.js" },
  },
});
