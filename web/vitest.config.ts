import { defineConfig } from "vitest/config";

// One run over every package; a test that needs a page says so with `// @vitest-environment jsdom`.
export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*"],
    reporters: process.env.CI ? ["default"] : ["default"],
  },
});
