/** What jsdom leaves out and the workspace uses. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// Generous: what is waited for is fetched and compiled on first use.
configure({ asyncUtilTimeout: 20_000 });

if (typeof window !== "undefined") {
  const size = { offsetHeight: 800, offsetWidth: 320, clientHeight: 800 };
  for (const [name, value] of Object.entries(size)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // A wide screen in the light, with a pointer that can hover.
  globalThis.matchMedia ??= ((query: string) => ({
    matches: /hover: hover/.test(query),
    media: query,
    addEventListener() {},
    removeEventListener() {},
  })) as unknown as typeof globalThis.matchMedia;
  Element.prototype.scrollTo ??= () => {};
  Element.prototype.scrollIntoView ??= () => {};
  window.scrollTo = () => {};
}

afterEach(() => {
  if (typeof window !== "undefined") cleanup();
});
