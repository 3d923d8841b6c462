// The widget's looks, kept from the host page by the shadow root. Nothing moves, so nobody has to ask for less motion. A constructed sheet works under any content policy.

const dark = `--bg: #1f1f1f; --ink: #f5f5f5; --soft: #c8c8c8; --bubble: #333; --line: #4a4a4a; --edge: #9a9a9a; --link: #7cb8f2; --bad: #ff9aa2; --off: #3d3d3d;
  color-scheme: dark;`;

const css = `
:host { all: initial; }
* { box-sizing: border-box; margin: 0; }
button, textarea, input, select { font: inherit; color: inherit; }
button, a.primary { cursor: pointer; border: 0; border-radius: 6px; min-height: 36px; padding: 0 12px; }
a { color: var(--link); }
a.primary { display: inline-grid; place-items: center; text-decoration: none; }
:is(button, textarea, input, select, summary, a, .log):focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; box-shadow: 0 0 0 4px var(--bg); }
.root { --bg: #fff; --ink: #242424; --soft: #505050; --bubble: #f0f0f0; --line: #e0e0e0; --edge: #808080; --link: #0b5a9d; --bad: #a80f1a; --off: #e0e0e0;
  font: 15px/1.4 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink); }
.root[data-scheme="dark"] { ${dark} }
@media (prefers-color-scheme: dark) { .root[data-scheme="system"] { ${dark} } }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.launcher, .panel, .invitation { position: fixed; z-index: 2147483000; right: 20px; }
[data-side="left"] :is(.launcher, .panel, .invitation) { right: auto; left: 20px; }
.launcher { bottom: 20px; width: 60px; height: 60px; padding: 0; border-radius: 50%; background: var(--brand); color: var(--on-brand);
  box-shadow: 0 4px 16px rgb(0 0 0 / 30%); display: grid; place-items: center; }
.badge { position: absolute; top: -2px; right: -2px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; background: #b10e1c;
  color: #fff; font-size: 12px; line-height: 22px; font-weight: 600; }
.panel, .invitation { background: var(--bg); box-shadow: 0 8px 32px rgb(0 0 0 / 25%); border-radius: 12px; bottom: 92px; }
.panel { width: 376px; height: min(600px, calc(100vh - 112px)); display: flex; flex-direction: column; overflow: hidden; }
.invitation { width: min(300px, calc(100vw - 40px)); padding: 12px; display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: start; }
.invitation .primary { grid-column: 1 / -1; }
header { display: flex; gap: 2px; align-items: center; padding: 12px 8px; padding-inline-start: 16px; background: var(--brand); color: var(--on-brand); }
.logo { max-width: 64px; height: 32px; margin-inline-end: 8px; object-fit: contain; }
.titles { flex: 1; min-width: 0; }
h2 { text-align: start; font-size: 17px; line-height: 1.3; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
header p { font-size: 13px; }
.quiet { background: none; white-space: nowrap; }
.quiet:hover { text-decoration: underline; }
.icon { display: grid; place-items: center; min-width: 40px; min-height: 40px; padding: 0; }
.menu { position: relative; }
summary { list-style: none; cursor: pointer; border-radius: 6px; }
summary::-webkit-details-marker { display: none; }
.menu div { position: absolute; inset-inline-end: 0; top: 44px; z-index: 1; display: grid; padding: 4px; border-radius: 8px; background: var(--bg); color: var(--ink);
  box-shadow: 0 4px 16px rgb(0 0 0 / 30%); }
.menu button { text-align: start; }
.primary { background: var(--brand); color: var(--on-brand); }
.primary:disabled { background: var(--off); color: var(--soft); cursor: default; }
.secondary { background: var(--bg); border: 1px solid var(--edge); }
.bar { padding: 6px 16px; background: #fff4ce; color: #3b2e00; font-size: 13px; }
.bar[data-empty="true"] { padding: 0; height: 0; overflow: hidden; }
.scroll { position: relative; flex: 1; min-height: 0; }
.log { height: 100%; overflow-y: auto; overscroll-behavior: contain; padding: 16px; display: flex; flex-direction: column; gap: 8px; }
.log > :first-child { margin-top: auto; }
.greeting, .system, .typing { color: var(--soft); font-size: 13px; text-align: center; white-space: pre-wrap; overflow-wrap: anywhere; }
.typing { text-align: start; }
.survey { display: grid; gap: 12px; margin-bottom: auto; overflow-wrap: anywhere; }
.survey label { display: grid; gap: 4px; }
.survey .consent { grid-template-columns: auto 1fr; gap: 8px; }
.consent input { width: 24px; min-height: 24px; }
.message { max-width: 82%; align-self: flex-start; position: relative; }
.message[data-own="false"] { padding-inline-start: 36px; }
.message[data-own="true"] { align-self: flex-end; text-align: end; }
.avatar { position: absolute; inset-inline-start: 0; width: 28px; height: 28px; border-radius: 50%; background: var(--brand); color: var(--on-brand);
  display: grid; place-items: center; font-size: 11px; font-weight: 600; }
.text { display: inline-block; padding: 8px 12px; border-radius: 12px; background: var(--bubble); text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; }
.message[data-own="true"] .text { background: var(--own); color: var(--on-own); }
.meta { display: flex; gap: 6px; align-items: center; margin-top: 2px; font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; }
.message[data-own="true"] .meta { justify-content: flex-end; }
.delivery { display: inline-flex; align-items: center; gap: 4px; }
.delivery[data-delivery="read"] { color: var(--link); }
.delivery[data-delivery="failed"], .reason { color: var(--bad); }
.reason { font-size: 12px; }
.link { background: none; padding: 0 4px; min-height: 24px; color: var(--link); text-decoration: underline; }
.news { position: absolute; bottom: 8px; left: 50%; transform: translateX(-50%); background: var(--ink); color: var(--bg); font-size: 13px; }
footer { padding: 12px; border-top: 1px solid var(--line); }
.composer { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
textarea, input, select { min-width: 0; min-height: 36px; resize: none; padding: 8px 10px; border: 1px solid var(--edge); border-radius: 8px; background: var(--bg); }
textarea { flex: 1; max-height: 120px; }
.composer .reason { flex-basis: 100%; }
[dir="rtl"] .composer svg { transform: scaleX(-1); }
.over, .question { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.over p, .question p { flex: 1; min-width: 100px; }
[data-fills="true"] .panel { inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
[data-fills="true"] .launcher[data-open="true"] { display: none; }
@media (max-width: 480px) {
  .root .panel { inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
  .launcher[data-open="true"] { display: none; }
  textarea, input, select { font-size: 16px; }
}
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
