/** The page that shows stories: all their names, or the one that the address names. Never part of what is shipped. */
/// <reference types="vite/types/importMeta.d.ts" />
import { createRoot } from "react-dom/client";
import { Shown, type Story } from "./story";

type Module = Record<string, () => Story>;
const modules = import.meta.glob<Module>("../src/**/*.stories.tsx", { eager: true });
const stories = Object.values(modules).flatMap((module) => Object.entries(module));

const chosen = stories.find(([name]) => name === location.hash.slice(1))?.[1];
const root = document.getElementById("root");
addEventListener("hashchange", () => location.reload());
if (root) createRoot(root).render(chosen ? <Shown story={chosen()} /> : <Names />);

function Names() {
  return (
    <ul>
      {stories.map(([name]) => (
        <li key={name}>
          <a href={`#${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
