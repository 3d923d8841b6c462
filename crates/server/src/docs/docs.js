// Draws the API's description and tries its operations. Knows only what /openapi.json says.

const element = (name, attributes = {}, ...children) => {
  const node = Object.assign(document.createElement(name), attributes);
  node.append(...children);
  return node;
};

const description = await (await fetch("/openapi.json")).json();
const resolve = (schema) =>
  schema?.$ref ? description.components.schemas[schema.$ref.split("/").pop()] : schema;

/** An example of a schema, good enough to start from. */
const example = (schema, depth = 0) => {
  const found = resolve(schema);
  if (!found || depth > 5) return null;
  const options = found.oneOf ?? found.anyOf;
  if (options) return example(options.find((option) => option.type !== "null") ?? options[0], depth + 1);
  if (found.enum) return found.enum[0];
  const type = Array.isArray(found.type) ? found.type.find((one) => one !== "null") : found.type;
  if (type === "object" || found.properties) {
    const required = new Set(found.required ?? []);
    const entries = Object.entries(found.properties ?? {}).filter(([name]) => required.has(name) || required.size === 0);
    return Object.fromEntries(entries.map(([name, value]) => [name, example(value, depth + 1)]));
  }
  if (type === "array") return [];
  if (type === "integer" || type === "number") return 0;
  if (type === "boolean") return false;
  return found.format === "uuid" ? "00000000-0000-0000-0000-000000000000" : "";
};

const parameterField = (parameter) => {
  const input = element("input", { name: parameter.name, required: parameter.in === "path" });
  input.dataset.place = parameter.in;
  const field = element("label", { className: "field" }, element("span", {}, parameter.name), input);
  if (parameter.description) field.append(element("small", {}, parameter.description));
  return field;
};

const send = async (method, path, form, body, output) => {
  const query = new URLSearchParams();
  const headers = {};
  for (const input of form.querySelectorAll("input")) {
    if (input.value === "") continue;
    if (input.dataset.place === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    if (input.dataset.place === "query") query.set(input.name, input.value);
    if (input.dataset.place === "header") headers[input.name] = input.value;
  }
  const token = document.querySelector("#token").value.trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body?.value) headers["Content-Type"] = "application/json";
  const search = query.size > 0 ? `?${query}` : "";
  output.textContent = `${method} ${path}${search}\n…`;
  const response = await fetch(path + search, { method, headers, body: body?.value || undefined });
  const text = await response.text();
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: shown as it is.
  }
  output.textContent = `${method} ${path}${search}\n${response.status} ${response.statusText}\n\n${shown}`;
};

const schemaText = (schema) => JSON.stringify(resolve(schema) ?? {}, null, 2);

const drawOperation = (method, path, operation) => {
  const form = element("form");
  for (const parameter of operation.parameters ?? []) form.append(parameterField(parameter));
  const requestSchema = operation.requestBody?.content?.["application/json"]?.schema;
  let body;
  if (requestSchema) {
    body = element("textarea", { value: JSON.stringify(example(requestSchema), null, 2) });
    body.setAttribute("aria-label", "Body");
    form.append(body, element("details", {}, element("summary", {}, "Body's schema"), element("pre", {}, schemaText(requestSchema))));
  }
  const answer = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith("2"));
  const answerSchema = answer?.[1].content?.["application/json"]?.schema;
  if (answerSchema) {
    form.append(element("details", {}, element("summary", {}, `Answer ${answer[0]}`), element("pre", {}, schemaText(answerSchema))));
  }
  const output = element("pre", { hidden: true });
  form.append(element("button", { type: "submit" }, "Try"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    output.hidden = false;
    send(method, path, form, body, output).catch((error) => {
      output.textContent = String(error);
    });
  });
  const title = element("summary", {}, element("span", { className: "method" }, method), element("code", {}, path));
  if (operation.summary) title.append(` · ${operation.summary}`);
  const drawn = element("details", {}, title, form, output);
  drawn.dataset.text = `${method} ${path} ${operation.summary ?? ""}`.toLowerCase();
  return drawn;
};

const groups = new Map((description.tags ?? []).map((tag) => [tag.name, { tag, drawn: [] }]));
for (const [path, item] of Object.entries(description.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const name = operation.tags?.[0] ?? "other";
    if (!groups.has(name)) groups.set(name, { tag: { name }, drawn: [] });
    groups.get(name).drawn.push(drawOperation(method.toUpperCase(), path, operation));
  }
}

const main = document.querySelector("#operations");
main.replaceChildren(
  ...[...groups.values()]
    .filter(({ drawn }) => drawn.length > 0)
    .map(({ tag, drawn }) =>
      element("section", {}, element("h2", {}, tag.name), element("p", {}, tag.description ?? ""), ...drawn),
    ),
);

document.querySelector("#find").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase();
  for (const drawn of main.querySelectorAll("details[data-text]")) drawn.hidden = !drawn.dataset.text.includes(words);
});
