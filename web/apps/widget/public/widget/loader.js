// Fetches the chat widget once the page is done with its own work, so that it never slows it down.
// <script src="https://desk.example/widget/loader.js" data-widget-id="…" async></script>
(() => {
  const own = document.currentScript;
  const load = () => {
    const script = document.createElement("script");
    script.src = new URL("widget.js", own.src).href;
    Object.assign(script.dataset, own.dataset);
    script.async = true;
    document.head.append(script);
  };
  const whenIdle = () =>
    window.requestIdleCallback ? requestIdleCallback(load, { timeout: 3000 }) : setTimeout(load, 1);
  if (document.readyState === "complete") whenIdle();
  else window.addEventListener("load", whenIdle, { once: true });
})();
