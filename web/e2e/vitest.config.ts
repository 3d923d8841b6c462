import { defineConfig } from "vitest/config";

// One file after the other: each has its own server and browser.
export default defineConfig({
  test: {
    include: ["tests/**/*.spec.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
