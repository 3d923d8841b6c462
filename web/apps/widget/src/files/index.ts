// The module behind `load.ts`. It draws without a framework, since the one in the widget is not its own; names are only
// ever text.

import { uploadFile } from "@frontdesk/api";
import type { Access, FilesModule, Outgoing, SentFile } from "./load.ts";
import { textsIn } from "./texts.ts";

const FILES_MAX = 10;
const SHOWN_INLINE = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

const css = `
.files { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 4px; }
.tray { display: contents; }
.tray .files { order: -1; flex-basis: 100%; margin: 0; }
.file { padding: 4px 8px; min-height: 32px; max-width: 100%; border: 1px solid var(--edge); background: var(--bg); color: var(--ink); text-align: start; overflow-wrap: anywhere; }
.picture { display: block; width: 220px; max-width: 100%; height: 150px; }
.picture img { width: 100%; height: 100%; object-fit: contain; }
.files progress { width: 100%; height: 4px; }
.tray .reason { flex-basis: 100%; }
`;

/** Who shows files that are on their way: told how far they have got, 1 at the end. */
const watchers = new WeakMap<readonly SentFile[], (part: number) => void>();

export const openTray: FilesModule["openTray"] = (place, limits, language, onCount) => {
  dress(place);
  const texts = textsIn(language);
  let chosen: File[] = [];
  const input = make("input", { type: "file", multiple: true, hidden: true });
  const attach = make("button", { type: "button", className: "quiet icon", title: texts.attach });
  attach.setAttribute("aria-label", texts.attach);
  attach.append(clip());
  attach.onclick = () => input.click();
  const reason = make("p", { className: "reason" });
  reason.setAttribute("role", "alert");

  function draw(objection = "") {
    const chips = chosen.map((file) => {
      const chip = make("button", { type: "button", className: "file", textContent: `${file.name} ×` });
      chip.setAttribute("aria-label", texts.remove(file.name));
      chip.onclick = () => set(chosen.filter((other) => other !== file));
      return chip;
    });
    reason.textContent = objection;
    const list = make("span", { className: "files" });
    list.append(...chips, ...(objection ? [reason] : []));
    place.replaceChildren(...(list.firstChild ? [list] : []), input, attach);
    onCount(chosen.length);
  }

  function set(files: File[], objection?: string) {
    chosen = files.slice(0, FILES_MAX);
    draw(objection);
  }

  function objectionTo({ name, size, type }: File): string | undefined {
    const max = type.startsWith("image/") ? limits.imageSizeBytesMax : limits.sizeBytesMax;
    const extension = name.split(".").pop()?.toLowerCase() ?? "";
    if (limits.blockedExtensions.includes(extension)) return texts.blocked(name);
    return size > max ? texts.tooLarge(name, Math.floor(max / 1024 / 102.4) / 10) : undefined;
  }

  function add(files: readonly File[]) {
    const objection = files.map(objectionTo).find(Boolean);
    set([...chosen, ...files.filter((file) => objectionTo(file) === undefined)], objection);
  }

  input.onchange = () => {
    add([...(input.files ?? [])]);
    input.value = "";
  };
  place.parentElement?.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
  draw();
  return {
    take() {
      const files = chosen;
      set([]);
      return files.length > 0 ? outgoing(files) : undefined;
    },
  };
};

export const show: FilesModule["show"] = (place, files, access, language) => {
  dress(place);
  const progress = make("progress", { value: 0 });
  const isOnItsWay = files.some(({ id }) => id === undefined);
  const watch = (part: number) => {
    progress.value = part;
    if (part === 1) show(place, files, access, language);
  };
  if (isOnItsWay) watchers.set(files, watch);
  const shown = files.map((file) =>
    file.id !== undefined && SHOWN_INLINE.test(file.mediaType)
      ? picture(file.id, file.name, access)
      : card(file, access, textsIn(language).save(file.name)),
  );
  place.replaceChildren(...shown, ...(isOnItsWay ? [progress] : []));
};

/** One after the other, each under a key of its own. */
function outgoing(files: readonly File[]): Outgoing {
  const shown: SentFile[] = files.map(({ name, type, size }) => ({ name, mediaType: type, sizeBytes: size }));
  const ids: string[] = [];
  return {
    shown,
    async upload({ url, token }, key) {
      for (const file of files.slice(ids.length)) {
        const onProgress = (part: number) => watchers.get(shown)?.(Math.min(0.99, (ids.length + part) / files.length));
        const idempotencyKey = `${key}-${ids.length}`;
        const sent = await uploadFile({ url, token, file, name: file.name, idempotencyKey, onProgress });
        Object.assign(shown[ids.length] ?? {}, sent);
        ids.push(sent.id);
      }
      watchers.get(shown)?.(1);
      return ids;
    },
  };
}

function picture(id: string, name: string, access: () => Access): HTMLElement {
  const image = make("img", { alt: name });
  const link = make("a", { className: "picture", target: "_blank", rel: "noopener", title: name });
  link.append(image);
  let tries = 0;
  const find = async () => {
    tries += 1;
    const url = tries > 2 ? undefined : await linkTo(id, access());
    if (url === undefined) link.replaceChildren(name);
    else image.src = link.href = url;
  };
  // A link that was asked for long ago has expired.
  image.onerror = () => void find();
  void find();
  return link;
}

function card(file: SentFile, access: () => Access, label: string): HTMLElement {
  const button = make("button", { type: "button", className: "file", disabled: file.id === undefined });
  button.title = label;
  button.append(make("bdi", { textContent: file.name }), ` ${sizeOf(file.sizeBytes)}`);
  button.onclick = async () => {
    const href = file.id && (await linkTo(file.id, access()));
    if (href) make("a", { href, download: file.name, target: "_blank", rel: "noopener" }).click();
  };
  return button;
}

/** None where it cannot be had. */
async function linkTo(id: string, { url, token }: Access): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/${id}`, { headers: { authorization: `Bearer ${token}` }, credentials: "omit" });
    if (!answer.ok) return undefined;
    const { url: path } = (await answer.json()) as { url: string };
    return new URL(path, new URL(url, location.href)).href;
  } catch {
    return undefined;
  }
}

/** Once in each widget. */
function dress(place: HTMLElement): void {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot) || root.querySelector("style[data-files]")) return;
  const style = make("style", { textContent: css });
  style.dataset.files = "";
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    style.textContent = "";
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Browsers without constructed sheets take the element.
  }
  root.append(style);
}

function clip(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const attributes = { viewBox: "0 0 24 24", width: 20, height: 20, fill: "none", stroke: "currentColor" };
  for (const [name, value] of Object.entries({ ...attributes, "stroke-width": 2, "aria-hidden": true })) {
    svg.setAttribute(name, String(value));
  }
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", "M20 11l-8 8a5 5 0 0 1-7-7l9-9a3.5 3.5 0 0 1 5 5l-9 9a2 2 0 0 1-3-3l8-8");
  svg.append(path);
  return svg;
}

function sizeOf(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: object): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
