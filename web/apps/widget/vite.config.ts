import { readFile } from "node:fs/promises";
import { build, defineConfig, type Plugin, transformWithEsbuild } from "vite";
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

/** What deals with files, at `/widget/files.js`: a module that is loaded when it is needed. */
function files(): Plugin {
  return {
    name: "files",
    async generateBundle() {
      const entry = new URL("./src/files/index.ts", import.meta.url).pathname;
      const built = await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        build: {
          write: false,
          minify: "esbuild",
          target: "es2022",
          lib: { entry, formats: ["es"], fileName: "files" },
        },
      });
      const [output] = [built].flat();
      if (!output || !("output" in output)) throw new Error("files.js was not built");
      // Modules of a library keep their white space otherwise.
      const { code } = await transformWithEsbuild(output.output[0].code, "files.js", { minify: true, charset: "utf8" });
      this.emitFile({ type: "asset", fileName: "widget/files.js", source: code });
    },
  };
}

/** Styles without the white space that is there for people. */
function tightStyles(): Plugin {
  return {
    name: "tight-styles",
    transform(code, id) {
      if (!id.endsWith("/view/styles.ts")) return undefined;
      const tight = (css: string) =>
        css
          .replace(/\s*([{};,])\s*/g, "$1")
          .replace(/:\s+/g, ":")
          .replace(/;}/g, "}");
      return code.replace(/(const css = `)([^`]*)(`)/, (_, start, css, end) => start + tight(css) + end);
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
  plugins: [catalogues(), files(), tightStyles()],
  build: {
    outDir: "dist",
    target: "es2022",
    lib: { entry: "src/script.ts", formats: ["iife"], name: "FrontdeskWidget", fileName: () => "widget/widget.js" },
  },
});
