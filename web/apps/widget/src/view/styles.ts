// The widget's looks, kept from the host page by the shadow root. A constructed sheet works under any content policy.

const css = `
:host { all: initial; }
* { box-sizing: border-box; margin: 0; }
button, textarea { font: inherit; }
button { cursor: pointer; border: 0; border-radius: 6px; min-height: 36px; padding: 0 12px; }
button:focus-visible, textarea:focus-visible, .log:focus-visible { outline: 2px solid #000; outline-offset: 1px; box-shadow: 0 0 0 4px #fff; }
.root { font: 15px/1.4 system-ui, -apple-system, "Segoe UI", sans-serif; color: #242424; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.launcher { position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; width: 60px; height: 60px; padding: 0; border-radius: 50%;
  background: var(--brand); color: var(--on-brand); box-shadow: 0 4px 16px rgb(0 0 0 / 30%); display: grid; place-items: center; }
.badge { position: absolute; top: -2px; right: -2px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; background: #b10e1c;
  color: #fff; font-size: 12px; line-height: 22px; font-weight: 600; }
.panel { position: fixed; z-index: 2147483000; right: 20px; bottom: 92px; width: 376px; height: min(600px, calc(100vh - 112px)); display: flex;
  flex-direction: column; overflow: hidden; border-radius: 12px; background: #fff; box-shadow: 0 8px 32px rgb(0 0 0 / 25%); animation: rise .16s ease-out; }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
header { display: flex; gap: 4px; align-items: center; padding: 12px 8px 12px 16px; background: var(--brand); color: var(--on-brand); }
.titles { flex: 1; min-width: 0; }
h2 { font-size: 17px; line-height: 1.3; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
header p { font-size: 13px; }
.quiet { background: none; color: inherit; white-space: nowrap; }
.quiet:hover { text-decoration: underline; }
.icon { display: grid; place-items: center; min-width: 40px; min-height: 40px; padding: 0; }
.primary { background: var(--brand); color: var(--on-brand); }
.primary:disabled { background: #e0e0e0; color: #5c5c5c; cursor: default; }
.secondary { background: #fff; color: #242424; border: 1px solid #808080; }
.bar { padding: 6px 16px; background: #fff4ce; color: #3b2e00; font-size: 13px; }
.bar[data-empty="true"] { padding: 0; height: 0; overflow: hidden; }
.scroll { position: relative; flex: 1; min-height: 0; }
.log { height: 100%; overflow-y: auto; overscroll-behavior: contain; padding: 16px; display: flex; flex-direction: column; gap: 8px; }
.log > :first-child { margin-top: auto; }
.greeting, .system, .typing { color: #505050; font-size: 13px; text-align: center; }
.typing { text-align: left; }
.message { max-width: 82%; align-self: flex-start; }
.message[data-own="true"] { align-self: flex-end; text-align: right; }
.text { display: inline-block; padding: 8px 12px; border-radius: 12px; background: #f0f0f0; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere; }
.message[data-own="true"] .text { background: var(--brand); color: var(--on-brand); }
.meta { display: flex; gap: 6px; align-items: center; margin-top: 2px; font-size: 12px; color: #5c5c5c; font-variant-numeric: tabular-nums; }
.message[data-own="true"] .meta { justify-content: flex-end; }
.delivery { display: inline-flex; align-items: center; gap: 4px; }
.delivery[data-delivery="read"] { color: #0b5a9d; }
.delivery[data-delivery="failed"], .reason { color: #a80f1a; }
.reason { font-size: 12px; }
.link { background: none; padding: 0 4px; min-height: 24px; color: #0b5a9d; text-decoration: underline; }
.news { position: absolute; bottom: 8px; left: 50%; transform: translateX(-50%); background: #242424; color: #fff; font-size: 13px; }
footer { padding: 12px; border-top: 1px solid #e0e0e0; }
.composer { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
textarea { flex: 1; min-width: 0; resize: none; max-height: 120px; padding: 8px 10px; border: 1px solid #808080; border-radius: 8px; color: inherit; background: #fff; }
.composer .reason { flex-basis: 100%; }
.over, .question { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.over p, .question p { flex: 1; min-width: 100px; }
@media (max-width: 480px) {
  .panel { inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
  .launcher[data-open="true"] { display: none; }
  textarea { font-size: 16px; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } }
@media (forced-colors: active) { .launcher, .panel, .text, .primary { border: 1px solid; } }
`;

export function applyStyles(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
