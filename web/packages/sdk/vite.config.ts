import { defineConfig } from "vite";

export default defineConfig({
  // The published types are part of the output as they are.
  publicDir: "types",
  build: {
    outDir: "dist",
    target: "es2022",
    lib: { entry: "src/script.ts", formats: ["iife"], name: "FrontdeskOmnichannel", fileName: () => "omnichannel.js" },
  },
});
