// `npm run screenshots`: Vite's own server reads the TypeScript.
import { createServer } from "vite";

const vite = await createServer({
  root: import.meta.dirname,
  server: { middlewareMode: true },
  appType: "custom",
  logLevel: "warn",
});
try {
  const { takeScreenshots } = await vite.ssrLoadModule("/src/screenshots.ts");
  console.log(`docs/screenshots: ${(await takeScreenshots()).join(", ")}`);
} finally {
  await vite.close();
}
