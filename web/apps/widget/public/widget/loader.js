// Fetches the chat widget once the page is done with its own work, so that it never slows it down.
// <script id="Microsoft_Omnichannel_LCWidget" src="https://desk.example/widget/loader.js" data-app-id="…" async></script>
(() => {
  // A page that adds the tag by script has no current one; its id is fixed.
  const own = document.currentScript || document.getElementById("Microsoft_Omnichannel_LCWidget");
  const load = () => {
    const script = document.createElement("script");
    script.src = new URL("widget.js", own.src).href;
    Object.assign(script.dataset, own.dataset);
    if (own.nonce) script.nonce = own.nonce;
    script.async = true;
    script.onerror = () => {
      const detail = { errorCode: 7, errorDescription: "The widget's scripts could not be loaded." };
      dispatchEvent(new CustomEvent("lcw:error", { detail }));
    };
    document.head.append(script);
  };
  const whenIdle = () =>
    window.requestIdleCallback ? requestIdleCallback(load, { timeout: 3000 }) : setTimeout(load, 1);
  if (document.readyState === "complete") whenIdle();
  else window.addEventListener("load", whenIdle, { once: true });
})();
