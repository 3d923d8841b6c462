// @vitest-environment jsdom
// The loader as it is served: what it hands on, and what it says when the widget does not come.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";

const loader = readFileSync(join(import.meta.dirname, "../public/widget/loader.js"), "utf8");

beforeEach(() => {
  document.head.innerHTML = "";
  document.body.innerHTML =
    '<script type="text/plain" id="Microsoft_Omnichannel_LCWidget" src="https://desk.example/widget/loader.js" data-app-id="w1" data-hide-chat-button="true"></script>';
  window.requestIdleCallback = (run) => {
    run({ didTimeout: false, timeRemaining: () => 1 });
    return 1;
  };
  new Function(loader)();
  window.dispatchEvent(new Event("load"));
});

const added = () => document.head.querySelector("script");

it("finds its tag by the product's id and hands on all that it says", () => {
  expect(added()?.src).toBe("https://desk.example/widget/widget.js");
  expect({ ...added()?.dataset }).toEqual({ appId: "w1", hideChatButton: "true" });
});

it("raises error 7 when the scripts do not come", () => {
  const heard: unknown[] = [];
  const listen = (event: Event) => heard.push((event as CustomEvent).detail);
  window.addEventListener("lcw:error", listen, { once: true });
  added()?.dispatchEvent(new Event("error"));
  expect(heard).toEqual([{ errorCode: 7, errorDescription: expect.any(String) }]);
});
